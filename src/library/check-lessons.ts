import { LANGUAGES } from '../i18n/text.ts';
import { type Lesson, type Library, type LibraryFault, lessonOrder, type Placed } from './library.ts';
import { near } from './near.ts';

/** Every lesson stands in both languages, with the same anchors, and names only what exists. */
export function checkLessons(library: Library): LibraryFault[] {
  const slugs = [...new Set(library.lessons.map((lesson) => lesson.value.slug))];
  return [
    ...slugs.flatMap((slug) => checkLanguages(library.lessons.filter((lesson) => lesson.value.slug === slug))),
    ...library.lessons.flatMap((lesson) => checkMentions(library, lesson)),
    ...checkOrder(library, slugs),
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
    ...value.questions.map((mention) => ({ kind: 'question' as const, ...mention })),
    ...value.scenarios.map((mention) => ({ kind: 'scenario' as const, ...mention })),
    { kind: 'scenario' as const, id: value.frontMatter.scenario, line: 1 },
    ...value.citations.map((mention) => ({ kind: 'source' as const, ...mention })),
  ];
  return mentions
    .filter((mention) => !known[mention.kind].includes(mention.id))
    .map((mention) => {
      const where = mention.kind === 'source' ? ' in the sources of this lesson' : '';
      const message = `there is no ${mention.kind} "${mention.id}"${where}; ${near(mention.id, known[mention.kind])}`;
      return { origin: { ...origin, line: mention.line }, message, level: 'error' as const };
    });
}

function checkOrder(library: Library, slugs: readonly string[]): LibraryFault[] {
  if (library.curriculum === undefined) return [];
  const { value, origin } = library.curriculum;
  const ordered = lessonOrder(value);
  const unplaced = library.lessons
    .filter((lesson) => lesson.value.language === 'en' && !ordered.includes(lesson.value.slug))
    .map((lesson) => ({
      origin: lesson.origin,
      message: `no track of curriculum.yaml has the lesson "${lesson.value.slug}"; add it where it belongs`,
      level: 'error' as const,
    }));
  const missing = ordered
    .filter((slug) => !slugs.includes(slug))
    .map((slug) => ({
      origin: { ...origin, path: ['tracks'] },
      message: `there is no lesson "${slug}"; ${near(slug, slugs)}`,
      level: 'error' as const,
    }));
  return [...unplaced, ...missing];
}
