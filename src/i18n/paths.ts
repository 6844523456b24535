import type { Language } from './text.ts';

/**
 * The address of a page in one language.
 * `path` is the page's path without language, with both slashes ("/lessons/ecs-task-placement/").
 */
export function pathIn(lang: Language, path: string): string {
  return lang === 'en' ? path : `/ko${path}`;
}

/** The other language of the two. */
export function otherLanguage(lang: Language): Language {
  return lang === 'en' ? 'ko' : 'en';
}

/** Reads the optional `[...lang]` part of a route: nothing is English. */
export function languageOf(param: string | undefined): Language {
  return param === 'ko' ? 'ko' : 'en';
}

/**
 * The two static paths of a page that exists once per language, for `getStaticPaths`.
 * A new list for each page: Astro writes its own index into it.
 */
export function languagePaths(): { params: { lang: string | undefined } }[] {
  return [{ params: { lang: undefined } }, { params: { lang: 'ko' } }];
}
