import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { flagMessages, statsMessages } from '../../i18n/stats-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Flag } from '../../quiz-engine/item-statistics/flags.ts';
import type { QuestionStatistics } from '../../quiz-engine/item-statistics/item-statistics.ts';
import type { SiteQuestion } from './load-questions.ts';
import { QuestionDetail } from './QuestionDetail.tsx';
import { ShareBar } from './ShareBar.tsx';
import { type Column, nameOf, type Order, ordered, percent, show } from './stats-model.ts';

type Props = {
  lang: Language;
  questions: readonly QuestionStatistics[];
  words: ReadonlyMap<string, SiteQuestion>;
  open: ReadonlySet<string>;
  onToggle: (name: string) => void;
};

/** Columns, and whether a phone has room for them; what it has not stands in the detail. */
const COLUMNS: readonly { column: Column; isWide?: true; isNumber?: true }[] = [
  { column: 'question' },
  { column: 'n', isWide: true, isNumber: true },
  { column: 'right', isNumber: true },
  { column: 'd', isWide: true, isNumber: true },
  { column: 'r', isWide: true, isNumber: true },
  { column: 'delta', isWide: true, isNumber: true },
  { column: 'flags' },
];

export function QuestionTable({ lang, questions, words: site, open, onToggle }: Props) {
  const words = statsMessages[lang];
  const [order, setOrder] = useState<Order>({ column: 'flags', isDescending: true });
  return (
    <table class="table stats-table">
      <thead>
        <tr>
          {COLUMNS.map(({ column, isWide, isNumber }) => (
            <th
              key={column}
              scope="col"
              class={`${isWide ? 'stats-wide' : ''} ${isNumber ? 'n' : ''}`}
              aria-sort={order.column === column ? (order.isDescending ? 'descending' : 'ascending') : undefined}
            >
              <button
                type="button"
                title={words.sortBy(words[column])}
                onClick={() =>
                  setOrder({
                    column,
                    isDescending: order.column === column ? !order.isDescending : column !== 'question',
                  })
                }
              >
                {words[column]}
                <span aria-hidden="true">{order.column === column ? (order.isDescending ? '▾' : '▴') : ''}</span>
              </button>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ordered(questions, order).map((question) => (
          <Fragment key={nameOf(question)}>
            <Row
              lang={lang}
              question={question}
              isOpen={open.has(nameOf(question))}
              onToggle={() => onToggle(nameOf(question))}
            />
            {open.has(nameOf(question)) && (
              <tr class="stats-open">
                <td colSpan={COLUMNS.length} id={`detail-${nameOf(question)}`}>
                  <QuestionDetail lang={lang} question={question} site={site.get(question.id)} />
                </td>
              </tr>
            )}
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}

type RowProps = { lang: Language; question: QuestionStatistics; isOpen: boolean; onToggle: () => void };

function Row({ lang, question, isOpen, onToggle }: RowProps) {
  const words = statsMessages[lang];
  const { id, version, wording, n, facility, low, high, upperLower, corrected, difference, flags } = question;
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          class="stats-toggle"
          aria-expanded={isOpen}
          aria-controls={isOpen ? `detail-${nameOf(question)}` : undefined}
          onClick={onToggle}
        >
          <span class="mono" aria-hidden="true">
            {isOpen ? '−' : '+'}
          </span>
          {id}
        </button>
        {wording !== 'current' && (
          <span class="small faint">
            {wording === 'earlier' ? words.earlier : words.unknown} · {words.version(version)}
          </span>
        )}
      </th>
      <td class="n stats-wide">{n}</td>
      <td class="n stats-right">
        {percent(facility)}
        <ShareBar share={facility} low={low} high={high} />
      </td>
      <td class="n stats-wide">{show(upperLower)}</td>
      <td class="n stats-wide">{show(corrected)}</td>
      <td class="n stats-wide">{show(difference.delta)}</td>
      <td>{flags.length === 0 ? <span class="faint">{words.nothing}</span> : <Flags flags={flags} lang={lang} />}</td>
    </tr>
  );
}

function Flags({ flags, lang }: { flags: readonly Flag[]; lang: Language }) {
  return (
    <span class="stats-flags">
      {flags.map((flag) => (
        <span key={flag} class={`tag ${TONE[flag]}`}>
          {flagMessages[lang][flag].name}
        </span>
      ))}
    </span>
  );
}

/** The name says what it is; the colour only how grave. */
const TONE: Readonly<Record<Flag, string>> = {
  'check-key': 'bad',
  'suspect-key': 'bad',
  'review-translation': 'bad',
  'negative-covariance': 'bad',
  weak: 'note',
  'too-hard': 'note',
  'too-easy': 'note',
  'idle-distractor': 'note',
  'few-for-r': '',
  'too-few': '',
};
