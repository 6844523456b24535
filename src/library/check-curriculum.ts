import { type Library, type LibraryFault, within } from './library.ts';
import type { Curriculum, ExamId } from './library-schema.ts';
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
    ...blueprintsOf(value).flatMap(({ blueprint, path }) => {
      const sum = blueprint.domains.reduce((total, domain) => total + domain.weight, 0);
      return sum === 100
        ? []
        : [fault([...path, 'domains'], `the weights of ${blueprint.code} add up to ${sum}; write 100 percent`)];
    }),
    ...value.objectives.flatMap((objective, index) =>
      domainFaults(value, objective).map(({ exam, message }) =>
        fault(['objectives', index, ...(objective.domains ? ['domains', exam] : [])], message),
      ),
    ),
  ];
}

type Blueprint = NonNullable<Curriculum['containersExam']>;

/** Every blueprint with the exam by which objectives name its domains, and its place in the file. */
function blueprintsOf(value: Curriculum): { exam: ExamId; blueprint: Blueprint; path: (string | number)[] }[] {
  const { exams, containersExam } = value;
  return [
    ...exams.map((blueprint, index) => ({ exam: blueprint.family, blueprint, path: ['exams', index] })),
    ...(containersExam ? [{ exam: 'containers' as const, blueprint: containersExam, path: ['containersExam'] }] : []),
  ];
}

/** Every exam that names an objective knows its domain there, and so does our own exam; each domain exists. */
function domainFaults(value: Curriculum, { id, exams, domains = {} }: Curriculum['objectives'][number]) {
  return blueprintsOf(value).flatMap(({ exam, blueprint }): { exam: ExamId; message: string }[] => {
    const known = blueprint.domains.map((domain) => domain.id);
    const domain = domains[exam];
    if (domain === undefined) {
      const isNeeded = exam === 'containers' || exams.includes(exam);
      const message = `"${id}" has no domain in ${blueprint.code}; write domains: { ${exam}: ${known[0]} } or another of it`;
      return isNeeded ? [{ exam, message }] : [];
    }
    const message = `${blueprint.code} has no domain "${domain}"; ${near(domain, known)}`;
    return known.includes(domain) ? [] : [{ exam, message }];
  });
}

/** Every repetition of an id, with its index. */
function twice(ids: readonly string[]): { id: string; index: number }[] {
  return ids.flatMap((id, index) => (ids.indexOf(id) === index ? [] : [{ id, index }]));
}
