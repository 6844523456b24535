import { stringify } from 'yaml';
import { LANGUAGES } from '../i18n/text.ts';
import type { Library } from '../library/library.ts';

const HEADER = `# Which text of each section was compared with which in the other language: a hash of the English one, then of the Korean one.
# Written by "drydock agree <lesson>"; "drydock check" warns of a section that changed since in one language only.
`;

/** translations.yaml with these lessons as they stand now, and every other as it was noted. */
export function agreed(library: Library, slugs: readonly string[]): string {
  const kept = library.translations.map(({ value }) => value).filter(({ id }) => !slugs.includes(id));
  const now = slugs.map((slug) => {
    const [en = {}, ko = {}] = LANGUAGES.map(
      (language) =>
        library.lessons.find(({ value }) => value.slug === slug && value.language === language)?.value.sections,
    );
    return {
      id: slug,
      sections: Object.fromEntries(Object.keys(en).map((id) => [id, `${en[id]} ${ko[id] ?? ''}`.trim()])),
    };
  });
  const entries = [...kept, ...now].sort((a, b) => (a.id < b.id ? -1 : 1));
  return `${HEADER}${stringify(entries)}`;
}
