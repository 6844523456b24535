import { reviewMessages } from '../../i18n/review-messages.ts';
import { standingMessages } from '../../i18n/standing-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { PlannedDay } from '../../quiz-engine/standing/plan-until.ts';
import { sayDayNumber } from './local-day.ts';
import type { ExamStanding } from './standing-model.ts';

/** Days that are listed; the rest are like them. */
const LISTED = 10;

/** The days until the exam: reviews that are known now, and new questions spread evenly. */
export function DayPlan({
  lang,
  standing: { plan },
  today,
}: {
  lang: Language;
  standing: ExamStanding;
  today: number;
}) {
  const words = standingMessages[lang];
  const mean = (count: (day: PlannedDay) => number) =>
    Math.ceil(plan.reduce((sum, day) => sum + count(day), 0) / Math.max(1, plan.length));
  const most = Math.max(1, ...plan.map(({ reviews, fresh }) => reviews + fresh));
  const name = (day: number) =>
    day === today
      ? reviewMessages[lang].today
      : day === today + 1
        ? reviewMessages[lang].tomorrow
        : sayDayNumber(lang, day);
  return (
    <div class="day-plan">
      <h3>{words.planTitle}</h3>
      <p>
        {words.planLead(
          mean(({ reviews }) => reviews),
          mean(({ fresh }) => fresh),
        )}
      </p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.planDay}</th>
            <th scope="col">{words.planReviews}</th>
            <th scope="col">{words.planNew}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {plan.slice(0, LISTED).map(({ day, reviews, fresh }) => (
            <tr key={day}>
              <th scope="row">{name(day)}</th>
              <td class="num">{reviews}</td>
              <td class="num">{fresh}</td>
              <td>
                <svg class="share day" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect class="reviews" width={(100 * reviews) / most} height="10" />
                  <rect class="fresh" x={(100 * reviews) / most} width={(100 * fresh) / most} height="10" />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {plan.length > LISTED && <p class="small faint">{words.planMore(plan.length - LISTED)}</p>}
    </div>
  );
}
