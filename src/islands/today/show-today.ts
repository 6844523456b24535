import { readLog } from '../progress-store.ts';
import { type Course, planToday } from './today-model.ts';

/** Fills "your next ten minutes" from the log on this device. The page holds every word; this only chooses among them. */
export async function showToday(section: HTMLElement): Promise<void> {
  const { attempts } = await readLog();
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
  const again = section.querySelector<HTMLAnchorElement>('[data-again]');
  const first = course.lessons.find((lesson) => lesson.questions.includes(plan.again[0] ?? ''));
  if (again && first) {
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

function fill(link: HTMLElement, text: string): void {
  const place = link.querySelector('[data-text]');
  if (place) place.textContent = text;
}
