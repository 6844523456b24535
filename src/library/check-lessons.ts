import { LANGUAGES } from '../i18n/text.ts';
import { type Lesson, type Library, type LibraryFault, lessonOrder, type Placed, within } from './library.ts';
import { near } from './near.ts';

/** Every lesson stands in both languages, with the same anchors, and names only what exists. */
export function checkLessons(library: Library): LibraryFault[] {
  const slugs = [...new Set(library.lessons.map((lesson) => lesson.value.slug))];
  return [
    ...slugs.flatMap((slug) => checkLanguages(library.lessons.filter((lesson) => lesson.value.slug === slug))),
    ...library.lessons.flatMap((lesson) => [...uniqueAnchors(lesson), ...checkMentions(library, lesson)]),
    ...checkOrder(library),
  ];
}

function checkLanguages(versions: Placed<Lesson>[]): LibraryFault[] {
  const [first, second] = LANGUAGES.map((language) => versions.find((lesson) => lesson.value.language === language));
  const present = first ?? second;
  if (present === undefined) return [];
  if (first === undefined || second === undefined) {
    const missing = first === undefined ? 'en' : 'ko';
    const message = `the lesson "${present.value.slug}" is missing in "${missing}"; write src/content/lessons/${missing}/${present.value.slug}.mdx`;
    return [{ origin: present.origin, message, level: 'error' }];
  }
  return [...sameAnchors(first, second), ...sameAnchors(second, first), ...sameFrontMatter(first, second)];
}

function sameAnchors(one: Placed<Lesson>, other: Placed<Lesson>): LibraryFault[] {
  return one.value.anchors
    .filter((heading) => !other.value.anchors.some((candidate) => candidate.id === heading.id))
    .map((heading) => ({
      origin: { ...one.origin, line: heading.line },
      message: `the heading id "${heading.id}" is missing in "${other.value.language}"; add it to ${other.origin.file}`,
      level: 'error' as const,
    }));
}

function uniqueAnchors({ value, origin }: Placed<Lesson>): LibraryFault[] {
  return value.anchors.flatMap((heading, index) => {
    const earlier = value.anchors.findIndex((candidate) => candidate.id === heading.id);
    if (earlier === index) return [];
    const message = `the heading id "${heading.id}" stands twice, first in line ${value.anchors[earlier]?.line}; give each heading its own`;
    return [{ origin: { ...origin, line: heading.line }, message, level: 'error' as const }];
  });
}

function sameFrontMatter(en: Placed<Lesson>, ko: Placed<Lesson>): LibraryFault[] {
  return (['exams', 'scenario', 'sources', 'checked'] as const)
    .filter((key) => JSON.stringify(en.value.frontMatter[key]) !== JSON.stringify(ko.value.frontMatter[key]))
    .map((key) => ({
      origin: { ...ko.origin, path: [key] },
      message: `"${key}" differs from ${en.origin.file}; both languages say the same`,
      level: 'error' as const,
    }));
}

function checkMentions(library: Library, lesson: Placed<Lesson>): LibraryFault[] {
  const { value, origin } = lesson;
  const known = {
    question: library.questions.map((question) => question.value.id),
    scenario: library.scenarios.map((scenario) => scenario.value.id),
    source: value.frontMatter.sources,
  };
  const mentions = [
    ...value.questions.map(({ id, line }) => ({ kind: 'question' as const, id, origin: { ...origin, line } })),
    ...value.scenarios.map(({ id, line }) => ({ kind: 'scenario' as const, id, origin: { ...origin, line } })),
    ...(value.frontMatter.scenario === undefined
      ? []
      : [{ kind: 'scenario' as const, id: value.frontMatter.scenario, origin: within(origin, 'scenario') }]),
    ...value.citations.map(({ id, line }) => ({ kind: 'source' as const, id, origin: { ...origin, line } })),
  ];
  return mentions
    .filter((mention) => !known[mention.kind].includes(mention.id))
    .map((mention) => {
      const where = mention.kind === 'source' ? ' in the sources of this lesson' : '';
      const message = `there is no ${mention.kind} "${mention.id}"${where}; ${near(mention.id, known[mention.kind])}`;
      return { origin: mention.origin, message, level: 'error' as const };
    });
}

function checkOrder(library: Library): LibraryFault[] {
  if (library.curriculum === undefined) return [];
  const ordered = lessonOrder(library.curriculum.value);
  return library.lessons
    .filter((lesson) => lesson.value.language === 'en' && !ordered.includes(lesson.value.slug))
    .map((lesson) => ({
      origin: lesson.origin,
      message: `no track of curriculum.yaml has the lesson "${lesson.value.slug}"; add it where it belongs`,
      level: 'error' as const,
    }));
}
