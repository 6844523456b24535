import { useState } from 'preact/hooks';
import { flagMessages, statsMessages } from '../../i18n/stats-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { choicesCsv, questionsCsv } from '../../quiz-engine/item-statistics/statistics-csv.ts';
import { QuestionTable } from './QuestionTable.tsx';
import type { Report } from './report.ts';
import { saveCsv } from './save-csv.ts';
import { countFlags, type Filter, filtered, isFlagged, nameOf } from './stats-model.ts';

/** The table with what it can be narrowed to, saved as, and what its columns mean. */
export function Questions({ lang, report }: { lang: Language; report: Report }) {
  const words = statsMessages[lang];
  const names = flagMessages[lang];
  const { questions } = report.statistics;
  const [chosen, setChosen] = useState<Filter>('all');
  const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
  const counts = countFlags(questions);
  // Other files may not have the flag that was asked for.
  const filter = chosen === 'all' || chosen === 'any' || counts.some(({ flag }) => flag === chosen) ? chosen : 'all';
  const shown = filtered(questions, filter);
  const areOpen = shown.length > 0 && shown.every((question) => open.has(nameOf(question)));

  function toggle(name: string): void {
    const next = new Set(open);
    if (!next.delete(name)) next.add(name);
    setOpen(next);
  }

  return (
    <section class="stats-questions" aria-labelledby="stats-questions">
      <h2 id="stats-questions">{words.questionsTitle}</h2>
      <div class="row screen-only stats-bar">
        <div class="field">
          <label for="stats-filter">{words.filter}</label>
          <select
            class="input"
            id="stats-filter"
            value={filter}
            onChange={(event) => setChosen(event.currentTarget.value as Filter)}
          >
            <option value="all">{words.all(questions.length)}</option>
            <option value="any">{words.any(questions.filter(isFlagged).length)}</option>
            {counts.map(({ flag, count }) => (
              <option key={flag} value={flag}>
                {`${names[flag].name} (${count})`}
              </option>
            ))}
          </select>
        </div>
        <button class="btn" type="button" onClick={() => setOpen(areOpen ? new Set() : new Set(shown.map(nameOf)))}>
          {areOpen ? words.closeAll : words.openAll}
        </button>
        <button class="btn" type="button" onClick={() => saveCsv('drydock-questions', questionsCsv(report.statistics))}>
          {words.csvQuestions}
        </button>
        <button class="btn" type="button" onClick={() => saveCsv('drydock-choices', choicesCsv(report.statistics))}>
          {words.csvChoices}
        </button>
        <button class="btn" type="button" onClick={() => print()}>
          {words.print}
        </button>
      </div>
      <p class="vh" role="status">
        {words.shown(shown.length)}
      </p>
      {filter !== 'all' && filter !== 'any' && <p class="stats-means">{names[filter].means}</p>}
      <QuestionTable lang={lang} questions={shown} words={report.questions} open={open} onToggle={toggle} />
      <details class="more stats-legend" open>
        <summary>{words.legendTitle}</summary>
        <ul>
          {[words.legendRight, words.legendD, words.legendR, words.legendDelta].map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
