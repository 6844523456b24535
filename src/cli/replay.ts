import { roomTableMessages } from '../i18n/room-table-messages.ts';
import { LANGUAGES, type Language } from '../i18n/text.ts';
import { roomTables } from '../live/export-table.ts';
import { fold } from '../live/room.ts';
import { readRoomEvent } from '../live/room-event-schema.ts';
import type { Stored } from '../live/room-events.ts';
import { roomHash } from '../live/room-hash.ts';
import { emptyRoom, type Room } from '../live/room-state.ts';
import { type RoomTable, tableCsv, tableObjects } from '../live/table.ts';
import { list } from '../simulator/scenario/fault.ts';
import { UserError, type UserFault } from '../simulator/scenario/user-error.ts';
import { readArguments } from './arguments.ts';
import type { Command, Outside } from './command.ts';

const TABLES = ['people', 'questions', 'choices', 'answers'] as const;
/** Faults that are told one by one; a file of another kind has one in every line. */
const MOST_FAULTS = 20;

export const replayCommand: Command = {
  name: 'replay',
  usage: '<log> [--csv people|questions|choices|answers] [--json] [--lang en|ko]',
  does: 'plays the log of a live room again, as the host exported it, and prints its results and a hash of its state; the same log gives the same bytes',
  run(args, outside) {
    const { positional, flags, values } = readArguments(args, { flags: ['--json'], values: ['--csv', '--lang'] });
    const [path, ...rest] = positional;
    if (path === undefined || rest.length > 0) {
      throw new UserError(
        'replay takes one file: the log of a room, which its host saves with Export, Log; or - for standard input',
      );
    }
    const csv = oneOf(values, '--csv', TABLES);
    if (csv !== undefined && flags.has('--json'))
      throw new UserError('replay prints either --json or --csv; leave one out');
    const { room, events, idle } = replay(path, outside);
    const lang = oneOf(values, '--lang', LANGUAGES) ?? room.made?.lang ?? 'en';
    const tables = roomTables(room, lang);
    const wanted = tables.find(({ id }) => id === csv);
    if (wanted !== undefined) outside.print(tableCsv(wanted));
    else outside.print(flags.has('--json') ? jsonOf(room, tables) : textOf(room, { tables, events, idle, lang }));
    return 0;
  },
};

type Replayed = { room: Room; events: number; idle: number };

/** Folds a file of `{off, at, event}` lines. Any line that is no event of a room is a fault with its number. */
function replay(path: string, outside: Outside): Replayed {
  const file = path === '-' ? 'stdin' : path;
  const room = emptyRoom();
  const faults: UserFault[] = [];
  let [events, idle] = [0, 0];
  for (const [i, line] of outside
    .read(path)
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const read = readLine(line);
    if (read.stored === undefined) {
      faults.push({ file, line: i + 1, column: 1, path: read.path, message: read.message });
      if (faults.length === MOST_FAULTS) break;
      continue;
    }
    events++;
    if (!fold(room, read.stored).ok) idle++;
  }
  if (faults.length === 0 && room.made === undefined) {
    const message = events === 0 ? 'this file is empty' : 'this log does not begin with the making of a room';
    faults.push({ file, line: 0, column: 0, path: '', message: `${message}; name a log that a host exported` });
  }
  if (faults.length > 0) throw new UserError(faults);
  return { room, events, idle };
}

type Line = { stored: Stored } | { stored?: undefined; path: string; message: string };

function readLine(line: string): Line {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { path: '', message: 'this line is no JSON, perhaps it was cut; export the log again' };
  }
  const { off, at, event } = (typeof value === 'object' && value !== null ? value : {}) as Partial<Stored>;
  if (typeof off !== 'string' || typeof at !== 'number' || event === undefined) {
    return { path: '', message: 'this line is no entry of a log; one has off (text), at (milliseconds) and event' };
  }
  const read = readRoomEvent(event);
  if (read.fault !== undefined) return { path: 'event', message: read.fault };
  return { stored: { off, at, event: read.event } };
}

function oneOf<T extends string>(
  values: ReadonlyMap<string, string>,
  name: string,
  allowed: readonly T[],
): T | undefined {
  const value = values.get(name);
  if (value === undefined) return undefined;
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new UserError(`${name} ${value} is unknown; write ${list(allowed, 'or')}`);
  return found;
}

function jsonOf(room: Room, tables: readonly RoomTable[]): string {
  const { code, title } = room.made ?? { code: '', title: '' };
  const rows = Object.fromEntries(tables.map((table) => [table.id, tableObjects(table)]));
  return `${JSON.stringify({ code, title, hash: roomHash(room), ...rows })}\n`;
}

/** What people look at first: who has what, and how each question went. */
const IN_TEXT: Partial<Record<RoomTable['id'], readonly string[]>> = {
  people: ['place', 'name', 'team', 'points', 'right', 'answered'],
  questions: ['number', 'question', 'kind', 'votes', 'answered', 'share', 'first_vote', 'last_vote', 'gain'],
};

function textOf(
  room: Room,
  { tables, events, idle, lang }: { tables: readonly RoomTable[]; lang: Language } & Omit<Replayed, 'room'>,
): string {
  const words = roomTableMessages[lang];
  const said = [words.events(events), ...(idle === 0 ? [] : [words.idle(idle)])].join(', ');
  const head = [`${room.made?.title ?? ''} (${room.made?.code ?? ''}): ${said}`, `hash ${roomHash(room)}`];
  const blocks = tables.flatMap((table) => {
    const ids = IN_TEXT[table.id];
    return ids === undefined ? [] : [`${table.title}\n${columnsOf(table, ids)}`];
  });
  return `${head.join('\n')}\n\n${blocks.join('\n\n')}\n`;
}

function columnsOf({ columns, rows }: RoomTable, ids: readonly string[]): string {
  const shown = ids.flatMap((id) => columns.flatMap((column, i) => (column.id === id ? i : [])));
  const lines = [shown.map((i) => columns[i]?.title ?? ''), ...rows.map((row) => shown.map((i) => cellText(row[i])))];
  const widths = shown.map((_, i) => Math.max(...lines.map((line) => widthOf(line[i] ?? ''))));
  return lines
    .map((line) =>
      `  ${line.map((cell, i) => cell + ' '.repeat((widths[i] ?? 0) - widthOf(cell))).join('  ')}`.trimEnd(),
    )
    .join('\n');
}

function cellText(cell: RoomTable['rows'][number][number]): string {
  if (cell === undefined) return '';
  return typeof cell === 'number' && !Number.isInteger(cell) ? cell.toFixed(2) : String(cell);
}

/** Columns of a terminal: Hangul and emoji take two. */
function widthOf(text: string): number {
  let width = 0;
  for (const character of text) {
    if (/[\p{M}\u200d]/u.test(character)) continue;
    width += /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\uff00-\uff60]|\p{Emoji_Presentation}/u.test(
      character,
    )
      ? 2
      : 1;
  }
  return width;
}
