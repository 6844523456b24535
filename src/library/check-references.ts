import { deadAnchor } from './anchors.ts';
import { type Library, type LibraryFault, type Origin, within } from './library.ts';
import { near } from './near.ts';

/** A fault for each id of a list, standing at `origin`, that no source has. */
export function unknownSources(library: Library, ids: readonly string[], origin: Origin): LibraryFault[] {
  const known = library.sources.map((source) => source.value.id);
  return ids.flatMap((id, index) =>
    known.includes(id)
      ? []
      : [
          {
            origin: within(origin, index),
            message: `there is no source "${id}" in sources.yaml; ${near(id, known)}`,
            level: 'error' as const,
          },
        ],
  );
}

/** Sources named by lessons, terms, claims and blueprints exist; terms lead to headings. */
export function checkReferences(library: Library): LibraryFault[] {
  const unknown = (ids: readonly string[], origin: Origin) => unknownSources(library, ids, origin);
  return [
    ...library.lessons.flatMap(({ value, origin }) => unknown(value.frontMatter.sources, within(origin, 'sources'))),
    ...library.claims.flatMap(({ value, origin }) => unknown(value.sources, within(origin, 'sources'))),
    ...library.glossary.flatMap(({ value, origin }) => unknown(value.sources ?? [], within(origin, 'sources'))),
    ...(library.curriculum?.value.exams ?? []).flatMap((exam, index) =>
      unknown(exam.sources, within(library.curriculum?.origin ?? { file: '', path: [] }, 'exams', index, 'sources')),
    ),
    ...library.glossary.flatMap(({ value, origin }): LibraryFault[] => {
      const dead = value.lesson === undefined ? undefined : deadAnchor(library, value.lesson);
      return dead === undefined ? [] : [{ origin: within(origin, 'lesson'), message: dead, level: 'error' }];
    }),
  ];
}
