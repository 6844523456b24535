import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import { questionSetMessages } from '../../i18n/question-set-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { BankLine } from '../../live/commands.ts';
import type { SetChoice } from '../question-set/set-choice.ts';

type Props = {
  lang: Language;
  words: LiveHostWords;
  ids: readonly string[];
  lines: readonly BankLine[];
  setChoice: (choice: SetChoice) => void;
};

/** What the room will ask, in its order; leaving one out or moving it makes a list of one's own. Says which keys are public. */
export function ChosenQuestions({ lang, words, ids, lines, setChoice }: Props) {
  const setWords = questionSetMessages[lang];
  const byId = new Map(lines.map((line) => [line.id, line]));
  const chosen = ids.flatMap((id) => byId.get(id) ?? []);
  const open = chosen.filter(({ isPublic }) => isPublic).length;
  const without = (id: string) => setChoice({ by: 'ids', ids: ids.filter((each) => each !== id) });
  const earlier = (at: number) => {
    const next = [...ids];
    [next[at - 1], next[at]] = [next[at] as string, next[at - 1] as string];
    setChoice({ by: 'ids', ids: next });
  };
  return (
    <div class="host-chosen">
      <p role="status">
        <b class="num">{setWords.chosen(chosen.length)}</b>
      </p>
      {open > 0 && <p class="small host-public">{words.publicSome(open, chosen.length)}</p>}
      {chosen.length > 0 && (
        <details class="more">
          <summary>{words.look}</summary>
          <ol>
            {chosen.map((line, at) => (
              <li key={line.id}>
                <p>{line.stem[lang]}</p>
                <p class="row">
                  <span class="tag">{kindWord(setWords, line.kind)}</span>
                  {line.isPublic && <span class="tag note">{words.publicTag}</span>}
                  <code class="small faint">{line.id}</code>
                  {at > 0 && (
                    <button class="btn plain" type="button" onClick={() => earlier(at)}>
                      {words.earlier}
                    </button>
                  )}
                  <button class="btn plain" type="button" onClick={() => without(line.id)}>
                    {words.remove}
                  </button>
                </p>
              </li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

type SetWords = (typeof questionSetMessages)['en'];

function kindWord(words: SetWords, kind: string): string {
  const word = Object.hasOwn(words, kind) ? words[kind as keyof SetWords] : kind;
  return typeof word === 'string' ? word : kind;
}
