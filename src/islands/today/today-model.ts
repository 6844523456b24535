import type { Attempt } from '../../quiz-engine/attempt.ts';

/** What can be learned here, in the order of the curriculum. `questions`: the ids that the lesson's text asks. */
export type Course = {
  lessons: { slug: string; questions: string[] }[];
  scenarios: { id: string; lesson: string }[];
};

/** What a returning learner should do next; each part is missing when there is nothing of its kind. */
export type Today = {
  /** Questions whose last answer was wrong, longest ago first. */
  again: string[];
  /** The lesson to go on with, and how much of it is answered rightly. */
  lesson: { slug: string; right: number; total: number } | undefined;
  /** A scenario whose goals were never all met, if there is one of that lesson. */
  scenario: string | undefined;
};

/** Folds the log into the next ten minutes. Pure: the same log gives the same plan. */
export function planToday(attempts: readonly Attempt[], course: Course): Today {
  const inOrder = [...attempts].sort((a, b) => a.atMs - b.atMs);
  const known = new Set(course.lessons.flatMap((lesson) => lesson.questions));
  const last = new Map<string, boolean>();
  const met = new Set<string>();
  for (const attempt of inOrder) {
    if (attempt.kind === 'scenario') {
      if (attempt.met) met.add(attempt.id);
    } else if (attempt.kind === 'question' && known.has(attempt.id)) {
      // Deleted first, so that the map stays in the order of the last answers.
      last.delete(attempt.id);
      last.set(attempt.id, attempt.correct);
    }
  }
  const again = [...last].flatMap(([id, correct]) => (correct ? [] : [id]));
  const latest = [...last.keys()].at(-1);
  const progress = course.lessons.map(({ slug, questions }) => ({
    slug,
    right: questions.filter((id) => last.get(id) === true).length,
    total: questions.length,
    current: questions.includes(latest ?? ''),
  }));
  const open = progress.filter(({ right, total }) => right < total);
  const next = open.find(({ current }) => current) ?? open[0];
  const unmet = course.scenarios.filter(({ id }) => !met.has(id));
  return {
    again,
    lesson: next && { slug: next.slug, right: next.right, total: next.total },
    scenario: (unmet.find(({ lesson }) => lesson === next?.slug) ?? unmet[0])?.id,
  };
}
