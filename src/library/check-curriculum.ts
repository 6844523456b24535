import { type Library, type LibraryFault, within } from './library.ts';
import { near } from './near.ts';

/** The curriculum fits the lessons, says every id and lesson once, and each exam's weights make a whole. */
export function checkCurriculum(library: Library): LibraryFault[] {
  if (library.curriculum === undefined) return [];
  const { value, origin } = library.curriculum;
  const slugs = [...new Set(library.lessons.map((lesson) => lesson.value.slug))];
  const fault = (path: (string | number)[], message: string): LibraryFault => ({
    origin: within(origin, ...path),
    message,
    level: 'error',
  });
  const lessons = value.tracks.flatMap((track, trackIndex) =>
    track.lessons.map((slug, index) => ({ slug, path: ['tracks', trackIndex, 'lessons', index] })),
  );
  return [
    ...(['tracks', 'topics', 'objectives'] as const).flatMap((kind) =>
      twice(value[kind].map((entry) => entry.id)).map(({ id, index }) =>
        fault([kind, index, 'id'], `"${id}" stands twice in ${kind}; give each its own id`),
      ),
    ),
    ...lessons
      .filter(({ slug }) => !slugs.includes(slug))
      .map(({ slug, path }) => fault(path, `there is no lesson "${slug}"; ${near(slug, slugs)}`)),
    ...twice(lessons.map(({ slug }) => slug)).map(({ id, index }) =>
      fault(lessons[index]?.path ?? [], `the lesson "${id}" stands twice in the order; remove one`),
    ),
    ...value.topics.flatMap((topic, index) =>
      topic.lesson === undefined || slugs.includes(topic.lesson)
        ? []
        : [
            fault(
              ['topics', index, 'lesson'],
              `there is no lesson "${topic.lesson}"; ${near(topic.lesson, slugs)} One still to be written is "planned:"`,
            ),
          ],
    ),
    ...value.exams.flatMap((exam, index) => {
      const sum = exam.domains.reduce((total, domain) => total + domain.weight, 0);
      return sum === 100
        ? []
        : [fault(['exams', index, 'domains'], `the weights of ${exam.code} add up to ${sum}; write 100 percent`)];
    }),
  ];
}

/** Every repetition of an id, with its index. */
function twice(ids: readonly string[]): { id: string; index: number }[] {
  return ids.flatMap((id, index) => (ids.indexOf(id) === index ? [] : [{ id, index }]));
}
