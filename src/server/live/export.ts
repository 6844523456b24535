import writeExcelFile from 'write-excel-file/node';
import type { Language } from '../../i18n/text.ts';
import { roomTables } from '../../live/export-table.ts';
import { roomHash } from '../../live/room-hash.ts';
import { type RoomTable, tableCsv, tableObjects } from '../../live/table.ts';
import { type Cell, csvText, safeCell } from '../../quiz-engine/csv.ts';
import type { EventLog } from '../event-log/event-log.ts';
import type { LiveRoom } from './live-room.ts';

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json; charset=utf-8',
  log: 'application/x-ndjson; charset=utf-8',
} as const;
export type Form = keyof typeof TYPES;

export function isForm(text: string): text is Form {
  return Object.hasOwn(TYPES, text);
}

export type ExportWish = {
  form: Form;
  lang: Language;
  /** Of a CSV: one table alone, by its id. Without it all of them, one below the other. */
  table?: string | undefined;
  log: EventLog<unknown>;
};

export type Exported = { body: string | Uint8Array<ArrayBuffer>; type: string; name: string };

/** The results of a room as a file: per person, per question, per choice, per answer; or the log, for `drydock replay`. */
export async function exportRoom(room: LiveRoom, wish: ExportWish): Promise<Exported> {
  const { form } = wish;
  const name = `drydock-${room.state.made?.code ?? 'room'}.${form === 'log' ? 'ndjson' : form}`;
  return { body: await bodyOf(room, wish), type: TYPES[form], name };
}

async function bodyOf(room: LiveRoom, { form, lang, table, log }: ExportWish): Promise<Exported['body']> {
  if (form === 'log') return logOf(room, log);
  const tables = roomTables(room.state, lang);
  if (form === 'xlsx') return workbookOf(tables);
  if (form === 'json') return jsonOf(room, tables);
  const own = tables.filter(({ id }) => table === undefined || id === table);
  const parts = own.map((one) => (own.length === 1 ? tableCsv(one) : csvText([[one.title]]) + tableCsv(one)));
  // With the mark Excel reads UTF-8; without it Korean is garbled.
  return `\ufeff${parts.join('\r\n')}`;
}

function jsonOf({ state }: LiveRoom, tables: readonly RoomTable[]): string {
  const { made, settings } = state;
  const rows = Object.fromEntries(tables.map((table) => [table.id, tableObjects(table)]));
  const room = { title: made?.title, code: made?.code, language: made?.lang, openedAt: made?.at, settings };
  return `${JSON.stringify({ format: 'drydock-room/1', room, state: roomHash(state), ...rows }, null, 1)}\n`;
}

/** A sheet for each table; texts are texts and never formulas. */
async function workbookOf(tables: readonly RoomTable[]): Promise<Uint8Array<ArrayBuffer>> {
  const sheets = tables.map(({ title, columns, rows }) => ({
    sheet: title,
    stickyRowsCount: 1,
    data: [
      columns.map((column) => ({ value: safeCell(column.title), type: String, fontWeight: 'bold' as const })),
      ...rows.map((row) => row.map(cellOf)),
    ],
  }));
  return new Uint8Array(await writeExcelFile(sheets).toBuffer());
}

function cellOf(cell: Cell) {
  if (cell === undefined) return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  return typeof cell === 'boolean'
    ? { value: cell, type: Boolean }
    : { value: safeCell(printable(cell)), type: String };
}

/** XML knows no control characters. */
function printable(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, '');
}

/** Every event in log order, one a line: what `drydock replay` reads. Hashes of tokens and addresses are nobody's business. */
async function logOf({ id }: LiveRoom, log: EventLog<unknown>): Promise<string> {
  const lines: string[] = [];
  const tail = await log.tail(id, null, ({ off, at, event }) => {
    const hidden = Object.entries(event as Record<string, unknown>).map(([key, value]) => [
      key,
      SECRET.has(key) ? '' : value,
    ]);
    lines.push(`${JSON.stringify({ off, at, event: Object.fromEntries(hidden) })}\n`);
  });
  tail.stop();
  return lines.join('');
}

const SECRET: ReadonlySet<string> = new Set(['hostHash', 'screenHash', 'from']);
