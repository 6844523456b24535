import type { Attempt } from '../../quiz-engine/attempt.ts';
import { readLog } from '../progress-store.ts';
import { type Course, planToday } from './today-model.ts';

/** Fills "your next ten minutes" from the log on this device. The page holds every word; this only chooses among them. */
export async function showToday(section: HTMLElement): Promise<void> {
  const { attempts, lost } = await readLog();
  const notice = document.querySelector<HTMLElement>('[data-lost]');
  if (notice) notice.hidden = lost === 0;
  if (attempts.length === 0) {
    // Everything was deleted: the page is again that of a new learner.
    delete document.documentElement.dataset.returning;
    return;
  }
  const lessons = [...section.querySelectorAll<HTMLAnchorElement>('[data-lesson]')];
  const scenarios = [...section.querySelectorAll<HTMLAnchorElement>('[data-scenario]')];
  const course: Course = {
    lessons: lessons.map((link) => ({
      slug: link.dataset.lesson ?? '',
      questions: (link.dataset.questions ?? '').split(' ').filter((id) => id !== ''),
    })),
    scenarios: scenarios.map((link) => ({ id: link.dataset.scenario ?? '', lesson: link.dataset.of ?? '' })),
  };
  const plan = planToday(attempts, course);
  const shown: HTMLElement[] = [];
  const reviews = await reviewsDue(attempts, new Set(course.scenarios.map(({ id }) => id)));
  const review = section.querySelector<HTMLAnchorElement>('[data-review]');
  if (review && reviews.due > 0) {
    fill(
      review,
      ((reviews.due === 1 ? review.dataset.one : review.dataset.many) ?? '').replace('{count}', `${reviews.due}`),
    );
    shown.push(review);
  }
  sayExam(section.querySelector<HTMLAnchorElement>('[data-standing]'), reviews.exam);
  const again = section.querySelector<HTMLAnchorElement>('[data-again]');
  const first = course.lessons.find((lesson) => lesson.questions.includes(plan.again[0] ?? ''));
  // What was wrong is among the reviews, the day after.
  if (again && first && shown.length === 0) {
    const count = plan.again.length;
    const text = (count === 1 ? again.dataset.one : again.dataset.many) ?? '';
    fill(again, text.replace('{count}', String(count)));
    again.href = `${lessons.find((link) => link.dataset.lesson === first.slug)?.pathname}#q-${plan.again[0]}`;
    shown.push(again);
  }
  const lesson = lessons.find((link) => link.dataset.lesson === plan.lesson?.slug);
  if (lesson && plan.lesson) {
    const { right, total } = plan.lesson;
    fill(lesson, (section.dataset.progress ?? '').replace('{right}', String(right)).replace('{total}', String(total)));
    shown.push(lesson);
  }
  const scenario = scenarios.find((link) => link.dataset.scenario === plan.scenario);
  if (scenario) shown.push(scenario);
  for (const link of shown) link.hidden = false;
  shown[0]?.classList.add('now');
  const done = section.querySelector<HTMLElement>('[data-done]');
  if (done) done.hidden = shown.length > 0;
  section.classList.add('ready');
}

type Reviews = Awaited<ReturnType<typeof import('./today-reviews.ts').reviewsOfToday>>;

/** Reviews bring the scheduler with them, so they are fetched only now; without them the rest of today still stands. */
async function reviewsDue(attempts: readonly Attempt[], scenarios: ReadonlySet<string>): Promise<Reviews> {
  try {
    const { reviewsOfToday } = await import('./today-reviews.ts');
    return await reviewsOfToday(attempts, scenarios);
  } catch {
    return { due: 0, exam: undefined };
  }
}

/** "SAA exam in 12 days", in the link to where the learner stands. */
function sayExam(link: HTMLAnchorElement | null, exam: Reviews['exam']): void {
  if (link === null || exam === undefined) return;
  const { tomorrow = '', days = '' } = link.dataset;
  const said = (exam.days === 1 ? tomorrow : days).replace('{exam}', exam.family).replace('{days}', `${exam.days}`);
  link.textContent = `${said} · ${link.textContent}`;
}

function fill(link: HTMLElement, text: string): void {
  const place = link.querySelector('[data-text]');
  if (place) place.textContent = text;
}
