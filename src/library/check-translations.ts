import { LANGUAGES, type Language } from '../i18n/text.ts';
import type { Lesson, Library, LibraryFault, Placed } from './library.ts';

/**
 * Both languages of a lesson say the same. When one of two sections has changed since somebody compared them, the other may be
 * stale: a warning at the one that stayed, or, when both changed, at both.
 */
export function checkTranslations(library: Library): LibraryFault[] {
  return library.translations.flatMap(({ value, origin }): LibraryFault[] => {
    const [en, ko] = LANGUAGES.map((language) =>
      library.lessons.find((lesson) => lesson.value.slug === value.id && lesson.value.language === language),
    );
    if (en === undefined || ko === undefined) {
      const message = `there is no lesson "${value.id}" in both languages; take this entry out`;
      return [{ origin, message, level: 'error' }];
    }
    return Object.keys(en.value.sections).flatMap((id) => {
      const compared = value.sections[id]?.split(' ') ?? [];
      const changed = LANGUAGES.filter((_, place) => [en, ko][place]?.value.sections[id] !== compared[place]);
      return changed.length === 0 ? [] : stale({ en, ko }, id, changed);
    });
  });
}

function stale(versions: Record<Language, Placed<Lesson>>, id: string, changed: readonly Language[]): LibraryFault[] {
  const [one] = changed;
  const other = LANGUAGES.find((language) => language !== one) ?? 'en';
  const behind = changed.length === 1 ? other : 'ko';
  const { value, origin } = versions[behind];
  const line = value.anchors.find((heading) => heading.id === id)?.line ?? 1;
  const what =
    changed.length === 1
      ? `the section "${id}" changed in "${one}" since the languages were compared, and not here`
      : `the section "${id}" changed in both languages since they were compared`;
  const message = `${what}; bring it up to date and run "drydock agree ${value.slug}"`;
  return [{ origin: { ...origin, line }, message, level: 'warning' }];
}
