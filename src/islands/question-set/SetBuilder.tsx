import './question-set.css';
import { type QuestionSetWords, questionSetMessages } from '../../i18n/question-set-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { ExamCard } from '../exam/exam-card.ts';
import { ByIds } from './ByIds.tsx';
import { SEEDS, type SetChoice, type SetLine } from './set-choice.ts';

export type Topic = { id: string; title: string; count: number };

export type BuilderProps = {
  lang: Language;
  /** Everything that can be asked. */
  lines: readonly SetLine[];
  topics: readonly Topic[];
  cards: readonly ExamCard[];
  choice: SetChoice;
  setChoice: (choice: SetChoice) => void;
  /** Ids of the choice, as they will be asked. */
  ids: readonly string[];
};

const KINDS = ['single', 'multiple', 'order', 'match', 'number', 'scenario', 'case'] as const;
const COUNT = 10;

/** Which questions: by topics and kinds, as an exam draws them, or one by one. */
export function SetBuilder(props: BuilderProps) {
  const { lang, cards, choice, setChoice, ids } = props;
  const words = questionSetMessages[lang];
  const ways = [
    ['topics', words.byTopics],
    ...(cards.length > 0 ? [['exam', words.byExam] as const] : []),
    ['ids', words.byIds],
  ] as const;
  const begin = (by: string) => {
    const seed = newSeed();
    if (by === 'topics') setChoice({ by, topics: [], kinds: [], count: COUNT, seed });
    if (by === 'exam') setChoice({ by, code: cards[0]?.code ?? '', count: COUNT, seed });
    if (by === 'ids') setChoice({ by, ids });
  };
  return (
    <div class="set-builder stack">
      <fieldset class="seg">
        <legend class="vh">{words.which}</legend>
        {ways.map(([by, word]) => (
          <label key={by}>
            <input type="radio" name="set-by" value={by} checked={choice.by === by} onChange={() => begin(by)} />
            <span>{word}</span>
          </label>
        ))}
      </fieldset>
      {choice.by === 'topics' && <ByTopics {...props} choice={choice} words={words} />}
      {choice.by === 'exam' && <ByExam {...props} choice={choice} words={words} />}
      {choice.by === 'ids' && <ByIds {...props} choice={choice} words={words} />}
    </div>
  );
}

type TopicsProps = BuilderProps & { choice: Extract<SetChoice, { by: 'topics' }>; words: QuestionSetWords };

function ByTopics({ lines, topics, choice, setChoice, words }: TopicsProps) {
  const kinds = KINDS.filter((kind) => lines.some((line) => line.kind === kind));
  const toggle = (list: readonly string[], id: string) =>
    list.includes(id) ? list.filter((each) => each !== id) : [...list, id];
  return (
    <>
      <fieldset>
        <legend>
          <b>{words.topics}</b> <span class="small faint">{words.topicsHint}</span>
        </legend>
        <div class="set-topics">
          {topics
            .filter(({ count }) => count > 0)
            .map(({ id, title, count }) => (
              <label key={id} class="set-check">
                <input
                  type="checkbox"
                  checked={choice.topics.includes(id)}
                  onChange={() => setChoice({ ...choice, topics: toggle(choice.topics, id) })}
                />
                <span>{title}</span>
                <span class="faint num">{count}</span>
              </label>
            ))}
        </div>
      </fieldset>
      <fieldset>
        <legend>
          <b>{words.kinds}</b> <span class="small faint">{words.kindsHint}</span>
        </legend>
        <div class="row">
          {kinds.map((kind) => (
            <label key={kind} class="set-check">
              <input
                type="checkbox"
                checked={choice.kinds.includes(kind)}
                onChange={() => setChoice({ ...choice, kinds: toggle(choice.kinds, kind) })}
              />
              <span>{words[kind]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <HowMany {...{ choice, setChoice, words }} hint={words.howManyHint} least={0} />
    </>
  );
}

type ExamProps = BuilderProps & { choice: Extract<SetChoice, { by: 'exam' }>; words: QuestionSetWords };

function ByExam({ cards, choice, setChoice, words }: ExamProps) {
  return (
    <>
      <fieldset>
        <legend class="vh">{words.exam}</legend>
        <div class="set-topics">
          {cards.map(({ code, title, has }) => (
            <label key={code} class="set-check">
              <input
                type="radio"
                name="set-exam"
                checked={choice.code === code}
                onChange={() => setChoice({ ...choice, code })}
              />
              <span>{title}</span>
              <span class="faint num">{words.examHas(has)}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <HowMany {...{ choice, setChoice, words }} least={1} />
    </>
  );
}

type ManyProps = {
  choice: Extract<SetChoice, { count: number }>;
  setChoice: (choice: SetChoice) => void;
  words: QuestionSetWords;
  hint?: string;
  least: 0 | 1;
};

function HowMany({ choice, setChoice, words, hint, least }: ManyProps) {
  return (
    <div class="field set-many">
      <label for="set-count">{words.howMany}</label>
      <div class="row">
        <input
          class="input num"
          id="set-count"
          type="number"
          min={1}
          max={200}
          aria-describedby={hint && 'set-count-hint'}
          value={choice.count === 0 ? '' : choice.count}
          onInput={({ currentTarget: { valueAsNumber } }) => {
            const count = Number.isFinite(valueAsNumber)
              ? Math.min(200, Math.max(least, Math.trunc(valueAsNumber)))
              : least;
            setChoice({ ...choice, count });
          }}
        />
        <button
          class="btn"
          type="button"
          disabled={choice.count === 0}
          onClick={() => setChoice({ ...choice, seed: newSeed() })}
        >
          {words.drawOthers}
        </button>
      </div>
      {hint && (
        <p class="hint" id="set-count-hint">
          {hint}
        </p>
      )}
    </div>
  );
}

/** Never 0, which an address leaves out. */
export function newSeed(): number {
  return 1 + ((crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % (SEEDS - 1));
}
