import { standingMessages } from '../../i18n/standing-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { ObjectiveStanding } from '../../quiz-engine/standing/objectives.ts';
import type { Standing } from './standing-model.ts';

type Props = { lang: Language; standing: Standing; titles: ReadonlyMap<string, string> };

/** Every objective that was begun, the worst first; those that were not, folded. */
export function ObjectivesPart({ lang, standing: { objectives }, titles }: Props) {
  const words = standingMessages[lang];
  const begun = objectives.filter(({ seen }) => seen > 0).sort(worseFirst);
  const unseen = objectives.filter(({ seen }) => seen === 0);
  return (
    <section class="card objectives-part" aria-labelledby="standing-objectives">
      <h2 id="standing-objectives">{words.objectivesTitle}</h2>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.objective}</th>
            <th scope="col">{words.seen}</th>
            <th scope="col">{words.retained}</th>
          </tr>
        </thead>
        <tbody>
          {begun.map(({ id, seen, of, retained, sureButWrong }) => (
            <tr key={id}>
              <th scope="row">
                {titles.get(id) ?? id}
                {sureButWrong.length > 0 && (
                  <span class="tag bad">
                    {words.sureWrong} {sureButWrong.length}
                  </span>
                )}
              </th>
              <td>
                <Bar share={seen / of} kind="seen" />
                <span class="num">{words.seenOf(seen, of)}</span>
              </td>
              <td>
                {retained === undefined ? (
                  words.none
                ) : (
                  <>
                    <Bar share={retained} kind={retained < 0.7 ? 'low' : 'retained'} />
                    <span class="num">{words.retainedShare(retained)}</span>
                  </>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small faint">{words.retainedHint}</p>
      {unseen.length > 0 && (
        <details class="more">
          <summary>{words.unseenTitle(unseen.length)}</summary>
          <ul class="unseen">
            {unseen.map(({ id }) => (
              <li key={id}>{titles.get(id) ?? id}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** The words beside it say the same. */
function Bar({ share, kind }: { share: number; kind: 'seen' | 'retained' | 'low' }) {
  return (
    <svg class={`share ${kind}`} viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="whole" width="100" height="10" />
      <rect class="part" width={100 * share} height="10" />
    </svg>
  );
}

/** Sure mistakes first, then what is most forgotten. */
function worseFirst(a: ObjectiveStanding, b: ObjectiveStanding): number {
  return b.sureButWrong.length - a.sureButWrong.length || (a.retained ?? 1) - (b.retained ?? 1);
}
