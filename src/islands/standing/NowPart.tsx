import { pathIn } from '../../i18n/paths.ts';
import { standingMessages } from '../../i18n/standing-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { nextExam } from '../../quiz-engine/review/exam-dates.ts';
import type { Standing } from './standing-model.ts';

/** Two weeks before it, an exam is worth rehearsing. */
const REHEARSE_DAYS = 14;

type Props = { lang: Language; standing: Standing; titles: ReadonlyMap<string, string>; today: number };

/** What to do for the next ten minutes: the first is the answer, the others are choices. */
export function NowPart({ lang, standing, titles, today }: Props) {
  const words = standingMessages[lang];
  const due = standing.review.plan.days[0]?.length ?? 0;
  const exam = nextExam(standing.examDays, today, [...standing.examDays.keys()]);
  const objective = titles.get(standing.next?.objective ?? '');
  const steps = [
    ...(due > 0 ? [{ href: '/review/', text: words.nowReview(due) }] : []),
    ...(standing.next ? [{ href: '/review/#new', text: objective ? words.nowNewOf(objective) : words.nowNew }] : []),
    ...(exam && exam.day - today <= REHEARSE_DAYS ? [{ href: '/exam/', text: words.nowExam(exam.family) }] : []),
  ];
  return (
    <section class="card now-part" aria-labelledby="standing-now">
      <h2 id="standing-now">{words.nowTitle}</h2>
      {due === 0 && <p>{words.nowNothingDue}</p>}
      <ul>
        {steps.map(({ href, text }, i) => (
          <li key={href}>
            <a class={i === 0 ? 'btn go big' : 'btn'} href={pathIn(lang, href)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
