/** What the three reference pages share: where a thing is taught, and the numbers of its sources. */
import { getCollection } from 'astro:content';
import { pathIn } from '../../i18n/paths.ts';
import type { Language } from '../../i18n/text.ts';

export type Taught = { title: string; href: string };

/** Leads from an anchor (`lesson#heading`) to the lesson in one language; undefined where it is not taught yet. */
export async function lessonFinder(lang: Language): Promise<(anchor: string | undefined) => Taught | undefined> {
  const lessons = await getCollection('lessons', ({ id }) => id.startsWith(`${lang}/`));
  const titles = new Map(lessons.map(({ id, data }) => [id.slice(lang.length + 1), data.title]));
  return (anchor) => {
    const [slug = '', heading = ''] = anchor?.split('#') ?? [];
    const title = titles.get(slug);
    return title === undefined ? undefined : { title, href: pathIn(lang, `/lessons/${slug}/#${heading}`) };
  };
}

/** Ids of sources in the order in which the page first names them. */
export function inOrder(named: readonly { sources: readonly string[] }[]): string[] {
  return [...new Set(named.flatMap(({ sources }) => sources))];
}
