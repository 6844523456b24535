import { useState } from 'preact/hooks';
import type { ExamWords } from '../../i18n/exam-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Line } from '../../quiz-engine/exam/results.ts';
import { NotesButton } from '../notes/NotesButton.tsx';
import { QuestionView } from '../quiz/QuestionView.tsx';
import { sayTask } from '../quiz/say-kind.ts';
import type { Material } from './exam-material.ts';

type Props = { lang: Language; words: ExamWords; lines: readonly Line[]; material: Material; seed: number };
type Filter = 'all' | 'wrong' | 'flagged';

const TAGS: Record<Line['state'], string> = {
  right: 'tag ok',
  wrong: 'tag bad',
  unanswered: 'tag bad',
  gone: 'tag note',
  reworded: 'tag note',
};

/** Every question as it was asked, with the answer that was given; each opens to its reasons and its lesson. */
export function ReviewList(props: Props) {
  const { words, lines } = props;
  const [filter, setFilter] = useState<Filter>('all');
  const numbered = lines.map((line, index) => ({ line, number: index + 1 }));
  const shown = numbered.filter(({ line }) => fits(line, filter));
  const says = { all: words.showAll, wrong: words.showWrong, flagged: words.showFlagged };
  return (
    <section class="exam-part" aria-labelledby="exam-questions">
      <div class="row between">
        <h2 id="exam-questions">{words.questions}</h2>
        <fieldset class="seg">
          <legend class="vh">{words.show}</legend>
          {(['all', 'wrong', 'flagged'] as const).map((each) => (
            <label key={each}>
              <input type="radio" name="exam-filter" checked={filter === each} onChange={() => setFilter(each)} />
              <span class="num">
                {says[each]} {lines.filter((line) => fits(line, each)).length}
              </span>
            </label>
          ))}
        </fieldset>
      </div>
      {shown.length === 0 && <p class="faint">{words.nothingHere}</p>}
      <ol class="exam-review">
        {shown.map(({ line, number }) => (
          <li key={line.id}>
            <Reviewed {...props} line={line} number={number} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Reviewed({ lang, words, line, number, material, seed }: Props & { line: Line; number: number }) {
  const [isOpen, setOpen] = useState(false);
  const asking = material.get(line.id);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>
        <span class="num exam-no">{number}</span>
        <span class="exam-opening">{asking ? openingOf(asking.asked.stemHtml) : line.id}</span>
        <span class="row exam-tags">
          {line.flagged && <span class="tag">{words.flaggedWord}</span>}
          {!line.scored && <span class="tag">{words.didNotCount}</span>}
          <span class={TAGS[line.state]}>{words[line.state]}</span>
        </span>
      </summary>
      {isOpen && (
        <div class="q card">
          {asking && (
            <header>
              <span class="tag">{sayTask(lang, asking.asked)}</span>
              <span>{asking.key.objective}</span>
              <NotesButton id={line.id} kind="question" lang={lang} />
            </header>
          )}
          {line.state === 'gone' && <p class="body">{words.goneText}</p>}
          {line.state === 'reworded' && <p class="body callout">{words.rewordedText}</p>}
          {line.certainty && (
            <p class="small exam-said">
              {words.saidSure} {words[line.certainty]}
            </p>
          )}
          {asking && (
            <QuestionView
              question={asking.asked}
              lang={lang}
              behaviour="exam"
              asksCertainty={false}
              seed={seed}
              given={{ response: line.response, certainty: line.certainty, runs: asking.runs }}
              reveal={asking.key}
            />
          )}
        </div>
      )}
    </details>
  );
}

function fits(line: Line, filter: Filter): boolean {
  if (filter === 'wrong') return line.state === 'wrong' || line.state === 'unanswered';
  return filter === 'all' || line.flagged;
}

/** The stem as one line of text. */
function openingOf(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent?.replaceAll(/\s+/g, ' ').trim() ?? '';
}
