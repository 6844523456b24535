import { useEffect, useRef } from 'preact/hooks';
import { pathIn } from '../../i18n/paths.ts';
import { reviewMessages } from '../../i18n/review-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { sayDayNumber } from '../standing/local-day.ts';
import type { Round } from './review-model.ts';
import type { Review } from './use-review.ts';

type Props = {
  lang: Language;
  review: Review;
  answers: Round['answers'];
  startNew: () => void;
  /** Asks for so many of the next days' reviews today. */
  goOn: (more: number) => void;
};

/** Reviews that "go on" takes from the days to come. */
const SOME = 10;

/** Nothing is left for today: how it went, what comes next, and what one may do with more time. */
export function Done({ lang, review, answers, startNew, goOn }: Props) {
  const words = reviewMessages[lang];
  const { day, today } = review;
  const title = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // The button that finished the round is gone.
    if (answers.length > 0) title.current?.focus({ preventScroll: true });
  }, []);
  const right = answers.filter(({ correct }) => correct).length;
  const overdue = new Set(day.cards.filter(({ dueDay }) => dueDay <= today).map(({ id }) => id));
  const waiting = day.plan.days
    .slice(1)
    .flat()
    .filter((id) => overdue.has(id)).length;
  return (
    <section class="card review-done" aria-labelledby="review-done">
      <h2 id="review-done" ref={title} tabIndex={-1}>
        {answers.length > 0 || day.done > 0 ? words.doneTitle : words.doneNothing}
      </h2>
      {answers.length > 0 && (
        <p>{right === answers.length ? words.doneAll(right) : words.doneLead(right, answers.length)}</p>
      )}
      <Coming lang={lang} review={review} />
      <div class="row">
        <button class="btn go" type="button" onClick={startNew}>
          {words.newOne}
        </button>
        {waiting > 0 && (
          <button class="btn" type="button" onClick={() => goOn(Math.min(SOME, waiting))}>
            {words.more(Math.min(SOME, waiting))}
          </button>
        )}
        <a class="btn plain" href={pathIn(lang, '/you/')}>
          {words.standing}
        </a>
      </div>
    </section>
  );
}

/** The reviews of the next days, as far as they are known now. */
function Coming({ lang, review: { day, today } }: Pick<Props, 'lang' | 'review'>) {
  const words = reviewMessages[lang];
  const coming = day.plan.days
    .map((ids, i) => ({ day: today + i, count: ids.length }))
    .filter(({ day: on, count }) => on > today && count > 0)
    .slice(0, 5);
  const most = Math.max(...coming.map(({ count }) => count));
  if (coming.length === 0) {
    const next = day.cards.find(({ dueDay }) => dueDay > today);
    const count = day.cards.filter(({ dueDay }) => dueDay === next?.dueDay).length;
    return next ? <p>{words.nextDue(sayDayNumber(lang, next.dueDay), count)}</p> : null;
  }
  return (
    <table class="coming-days">
      <caption>{words.comingTitle}</caption>
      <thead class="vh">
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.reviews}</th>
        </tr>
      </thead>
      <tbody>
        {coming.map(({ day: on, count }) => (
          <tr key={on}>
            <th scope="row">{on === today + 1 ? words.tomorrow : sayDayNumber(lang, on)}</th>
            <td>
              <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                <rect width={(100 * count) / most} height="10" />
              </svg>
              <span class="num">{count}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
