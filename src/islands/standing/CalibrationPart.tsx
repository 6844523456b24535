import { quizMessages } from '../../i18n/quiz-messages.ts';
import { standingMessages } from '../../i18n/standing-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Calibration } from '../../quiz-engine/standing/calibration.ts';

/** With fewer answers the words would say more than the numbers do. */
const FEWEST = 10;
/** Nearer than this, stated and true are the same for any purpose. */
const NEAR = 0.05;

/** Whether feeling sure means being right: in words first, then level by level. */
export function CalibrationPart({ lang, calibration }: { lang: Language; calibration: Calibration | undefined }) {
  const words = standingMessages[lang];
  const n = calibration?.n ?? 0;
  return (
    <section class="card calibration-part" aria-labelledby="standing-calibration">
      <h2 id="standing-calibration">{words.calibrationTitle}</h2>
      {calibration === undefined || n < FEWEST ? (
        <p>{words.calibrationFew(n, FEWEST)}</p>
      ) : (
        <>
          <p class="said">{sayBias(lang, calibration)}</p>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{words.level}</th>
                <th scope="col">{words.means}</th>
                <th scope="col">{words.wasRight}</th>
                <th scope="col" class="n">
                  {words.answers}
                </th>
              </tr>
            </thead>
            <tbody>
              {calibration.levels.map(({ certainty, stated, right, n: count }) => (
                <tr key={certainty}>
                  <th scope="row">{quizMessages[lang][certainty]}</th>
                  <td class="num">{words.shareRight(stated, 1)}</td>
                  <td>
                    {count === 0 ? words.none : <Level stated={stated} share={right / count} />}
                    {count > 0 && <span class="num">{words.shareRight(right, count)}</span>}
                  </td>
                  <td class="n">{count}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p class="small faint">{words.figures(calibration.error.toFixed(2), calibration.brier.toFixed(2))}</p>
        </>
      )}
    </section>
  );
}

/** The share that was right as a bar, what was said as a line across it. */
function Level({ stated, share }: { stated: number; share: number }) {
  return (
    <svg class="share retained" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      <rect class="whole" width="100" height="10" />
      <rect class="part" width={100 * share} height="10" />
      <path class="stated" d={`M${100 * stated} -3v16`} />
    </svg>
  );
}

function sayBias(lang: Language, { bias, error }: Calibration): string {
  const words = standingMessages[lang];
  // Too sure here and too modest there can cancel out.
  if (Math.abs(bias) < NEAR) return error < 2 * NEAR ? words.balanced : words.mixed;
  return bias > 0 ? words.surer(bias) : words.humbler(bias);
}
