import { roomTableMessages } from '../i18n/room-table-messages.ts';
import type { Language } from '../i18n/text.ts';
import { type Cell, csvText } from '../quiz-engine/csv.ts';

/** A table as data, for CSV, XLSX and JSON alike. Cells are raw: whoever writes texts into a spreadsheet uses `safeCell`. */
export type RoomTable = {
  /** Of the table and its columns: a name for programs, the same in both languages, and a heading. */
  id: 'people' | 'questions' | 'choices' | 'answers';
  title: string;
  columns: readonly { id: string; title: string }[];
  rows: readonly (readonly Cell[])[];
};

/** One column: its id, its heading and what a row has there. */
export type Column<T> = readonly [id: string, title: string, cellOf: (row: T) => Cell];

export function tableOf<T>(
  id: RoomTable['id'],
  { lang, columns }: { lang: Language; columns: readonly Column<T>[] },
  rows: readonly T[],
): RoomTable {
  return {
    id,
    title: roomTableMessages[lang][id],
    columns: columns.map(([column, title]) => ({ id: column, title })),
    rows: rows.map((row) => columns.map(([, , cellOf]) => cellOf(row))),
  };
}

/** The file of one table. */
export function tableCsv({ columns, rows }: RoomTable): string {
  return csvText([columns.map(({ title }) => title), ...rows]);
}

/** The rows as objects by the ids of columns; empty cells are left out. */
export function tableObjects({ columns, rows }: RoomTable): Record<string, Cell>[] {
  return rows.map((row) =>
    Object.fromEntries(
      columns.flatMap(({ id }, i) => {
        const cell = row[i];
        return cell === undefined ? [] : [[id, cell] as const];
      }),
    ),
  );
}
