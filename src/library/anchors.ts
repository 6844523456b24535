import { LANGUAGES } from '../i18n/text.ts';
import type { Library } from './library.ts';
import { near } from './near.ts';

/**
 * Why `slug#anchor` leads nowhere, or undefined when it leads to a heading in every language.
 * An anchor must be an explicit heading id, because Korean headings have no readable automatic one.
 */
export function deadAnchor(library: Library, target: string): string | undefined {
  const [slug = '', anchor = ''] = target.split('#');
  const lessons = library.lessons.filter((lesson) => lesson.value.slug === slug);
  if (lessons.length === 0) {
    const slugs = [...new Set(library.lessons.map((lesson) => lesson.value.slug))];
    return `there is no lesson "${slug}"; ${near(slug, slugs)}`;
  }
  for (const language of LANGUAGES) {
    const lesson = lessons.find((candidate) => candidate.value.language === language)?.value;
    if (lesson && !lesson.anchors.some((heading) => heading.id === anchor)) {
      const ids = lesson.anchors.map((heading) => heading.id);
      return `the lesson ${language}/${slug} has no heading with the id "${anchor}"; ${near(anchor, ids)}`;
    }
  }
  return undefined;
}
