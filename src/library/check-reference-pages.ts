import { deadAnchor } from './anchors.ts';
import { unknownSources } from './check-references.ts';
import { type Library, type LibraryFault, type Origin, within } from './library.ts';
import { near } from './near.ts';

/** Whatever of a reference page says where it is taught and what it leans on. */
type Founded = { lesson?: string | undefined; sources: readonly string[] };

/** Tables have a cell for each column; rows, limits and changes lead to headings, sources and topics that exist. */
export function checkReferencePages(library: Library): LibraryFault[] {
  const founded = (value: Founded, origin: Origin): LibraryFault[] => {
    const dead = value.lesson === undefined ? undefined : deadAnchor(library, value.lesson);
    return [
      ...(dead === undefined ? [] : [error(within(origin, 'lesson'), dead)]),
      ...unknownSources(library, value.sources, within(origin, 'sources')),
    ];
  };
  return [
    ...library.tables.flatMap(({ value: { columns, rows }, origin }) =>
      rows.flatMap((row, index) => {
        const at = within(origin, 'rows', index);
        const { length } = row.cells;
        const message = `has ${count(length, 'cell')} for ${count(columns.length, 'column')}; write one cell for each column`;
        return [...(length === columns.length ? [] : [error(within(at, 'cells'), message)]), ...founded(row, at)];
      }),
    ),
    ...library.limits.flatMap(({ value, origin }) => [
      ...unknownTopic(library, value.topic, within(origin, 'topic')),
      ...founded(value, origin),
    ]),
    ...library.changes.flatMap(({ value, origin }) => founded(value, origin)),
  ];
}

function unknownTopic({ curriculum }: Library, topic: string, origin: Origin): LibraryFault[] {
  const known = curriculum?.value.topics.map(({ id }) => id);
  if (known === undefined || known.includes(topic)) return [];
  return [error(origin, `there is no topic "${topic}" in curriculum.yaml; ${near(topic, known)}`)];
}

function error(origin: Origin, message: string): LibraryFault {
  return { origin, message, level: 'error' };
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? '' : 's'}`;
}
