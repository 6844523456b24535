import { standingMessages } from '../../i18n/standing-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { TestedForecast } from '../../quiz-engine/standing/readiness.ts';
import { localDayOf, sayDayNumber } from './local-day.ts';

/** How good the forecasts were: each mock exam put one to the test. */
export function RecordView({ lang, record }: { lang: Language; record: readonly TestedForecast[] }) {
  const words = standingMessages[lang];
  const hits = record.filter(({ hit }) => hit).length;
  return (
    <div class="record">
      <h3>{words.recordTitle}</h3>
      <p>{record.length === 0 ? words.recordNone : words.record(hits, record.length)}</p>
      {record.length > 0 && (
        <table class="table">
          <thead>
            <tr>
              <th scope="col">{words.recordDay}</th>
              <th scope="col">{words.recordForecast}</th>
              <th scope="col">{words.recordScore}</th>
            </tr>
          </thead>
          <tbody>
            {[...record].reverse().map(({ sitting, atMs, low, high, score, hit }) => (
              <tr key={sitting}>
                <th scope="row">{sayDayNumber(lang, localDayOf(atMs))}</th>
                <td class="num">
                  {low}–{high}
                </td>
                <td class="num">
                  {score} <span class={hit ? 'tag ok' : 'tag bad'}>{hit ? words.hit : words.miss}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  );
}
