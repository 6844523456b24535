import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync, type StatementSync } from 'node:sqlite';

/** `full` survives a power cut; `normal` survives a killed process only. */
export type Synchronous = 'full' | 'normal';

/** What an append says of its events: places from `first` on, one after the other, and the time of each. */
export type Places = { first: number; at: number[] };

/**
 * What is to be written, by column, since lists of plain values cross threads faster than objects do. `at` is the clock at the
 * call; the file gives the time, which never goes back in a room. `event` is JSON.
 */
export type Entries = { room: string[]; at: number[]; event: string[] };

/** "DRYD": so that a file of another program is never written to. */
const APPLICATION_ID = 0x44525944;
const FORMAT = 1;
/** How long a second server waits for one that is just going down. */
const BUSY_MS = 1000;

const TABLES = `
  CREATE TABLE IF NOT EXISTS rooms (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS events (seq INTEGER PRIMARY KEY, room INTEGER NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL) STRICT;
  CREATE INDEX IF NOT EXISTS events_of_room ON events (room);
  CREATE TABLE IF NOT EXISTS purged (up_to INTEGER NOT NULL) STRICT;
`;

/** Rows as one JSON text: one string crosses threads at once, and is read at once. */
const PAGE = `
  SELECT '[' || group_concat('[' || seq || ',' || at || ',' || event || ']') || ']' AS rows FROM
    (SELECT seq, at, event FROM events WHERE room = ? AND seq > ? ORDER BY seq LIMIT ?)
`;

/**
 * The log in one SQLite file, held by this process alone: two servers on one file would each fold half of the events.
 * Write-ahead log, one transaction per batch. Everything here blocks; it runs in a thread of its own (`sqlite-worker.ts`).
 */
export class SqliteFile {
  readonly #db: DatabaseSync;
  readonly #insert: StatementSync;
  readonly #page: StatementSync;
  readonly #rooms = new Map<string, { id: number; at: number }>();
  #seq = 0;

  constructor(file: string, synchronous: Synchronous) {
    mkdirSync(dirname(file), { recursive: true });
    this.#db = new DatabaseSync(file, { timeout: BUSY_MS });
    try {
      this.#begin(synchronous);
    } catch (error) {
      this.#db.close();
      throw error;
    }
    this.#insert = this.#db.prepare('INSERT INTO events (seq, room, at, event) VALUES (?, ?, ?, ?)');
    this.#page = this.#db.prepare(PAGE);
    this.#seq = this.#lastSeq();
  }

  #begin(synchronous: Synchronous): void {
    const db = this.#db;
    db.exec('PRAGMA locking_mode = EXCLUSIVE');
    const isEmpty = db.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.n === 0;
    const id = db.prepare('PRAGMA application_id').get()?.application_id;
    const format = Number(db.prepare('PRAGMA user_version').get()?.user_version);
    if (!isEmpty && id !== APPLICATION_ID) throw new ForeignFile('is a database of another program');
    if (format > FORMAT) throw new ForeignFile('was written by a newer version of this program');
    db.exec(`PRAGMA journal_mode = WAL; PRAGMA synchronous = ${synchronous === 'full' ? 'FULL' : 'NORMAL'}`);
    // Purged names are overwritten, not only forgotten.
    db.exec('PRAGMA wal_autocheckpoint = 4000; PRAGMA secure_delete = ON');
    db.exec(
      `BEGIN IMMEDIATE; ${TABLES} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT}; COMMIT`,
    );
  }

  /** Writes a batch as one transaction. A `NotWritten` left no trace; of any other error the outcome is unknown. */
  append({ room, at, event }: Entries): Places {
    const places: Places = { first: this.#seq + 1, at: [] };
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      for (let i = 0; i < event.length; i++) places.at.push(this.#write(room[i] ?? '', at[i] ?? 0, event[i] ?? ''));
    } catch (error) {
      this.#undo();
      throw new NotWritten(error);
    }
    try {
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#undo();
      throw error;
    }
    return places;
  }

  #write(name: string, wished: number, event: string): number {
    const room = this.#roomOf(name) ?? this.#addRoom(name);
    const at = Math.max(wished, room.at);
    this.#insert.run(this.#seq + 1, room.id, at, event);
    room.at = at;
    this.#seq += 1;
    return at;
  }

  /** At most `limit` events of a room after `seq`, in order: JSON of `[seq, at, event][]`. */
  read(room: string, seq: number, limit: number): string {
    const found = this.#roomOf(room);
    const rows = found === undefined ? undefined : this.#page.get(found.id, seq, limit)?.rows;
    return typeof rows === 'string' ? rows : '[]';
  }

  rooms(): string[] {
    return this.#db
      .prepare('SELECT name FROM rooms')
      .all()
      .map(({ name }) => String(name));
  }

  /** Deletes a room from the file, also from its write-ahead log. */
  purge(name: string): void {
    const room = this.#roomOf(name);
    if (room === undefined) return;
    try {
      this.#db.exec('BEGIN IMMEDIATE');
      this.#db.prepare('DELETE FROM events WHERE room = ?').run(room.id);
      this.#db.prepare('DELETE FROM rooms WHERE id = ?').run(room.id);
      this.#db.exec('DELETE FROM purged');
      this.#db.prepare('INSERT INTO purged VALUES (?)').run(this.#seq);
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#undo();
      throw error;
    }
    this.#rooms.delete(name);
    this.#db.exec('PRAGMA wal_checkpoint(TRUNCATE)');
  }

  close(): void {
    this.#db.close();
  }

  /** Offsets are never used twice, also not those of purged rooms. */
  #lastSeq(): number {
    const last = this.#db.prepare('SELECT max(seq) AS seq FROM events').get()?.seq ?? 0;
    const purged = this.#db.prepare('SELECT max(up_to) AS seq FROM purged').get()?.seq ?? 0;
    return Math.max(Number(last), Number(purged));
  }

  #roomOf(name: string): { id: number; at: number } | undefined {
    const known = this.#rooms.get(name);
    if (known !== undefined) return known;
    const id = this.#db.prepare('SELECT id FROM rooms WHERE name = ?').get(name)?.id;
    if (id === undefined) return undefined;
    const last = this.#db.prepare('SELECT at FROM events WHERE room = ? ORDER BY seq DESC LIMIT 1').get(id);
    const room = { id: Number(id), at: Number(last?.at ?? 0) };
    this.#rooms.set(name, room);
    return room;
  }

  #addRoom(name: string): { id: number; at: number } {
    const { lastInsertRowid } = this.#db.prepare('INSERT INTO rooms (name) VALUES (?)').run(name);
    const room = { id: Number(lastInsertRowid), at: 0 };
    this.#rooms.set(name, room);
    return room;
  }

  /** What was counted ahead of a transaction that failed is read from the file again. */
  #undo(): void {
    if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
    this.#rooms.clear();
    this.#seq = this.#lastSeq();
  }
}

/** The batch failed before its commit. */
export class NotWritten extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** The file is not ours to write; the message completes "The file …". */
export class ForeignFile extends Error {}

/** What went wrong at opening, for a person, or undefined for what is a bug. */
export function sayOpenError(error: unknown, file: string): string | undefined {
  if (error instanceof ForeignFile) return `The file ${file} ${error.message}; give the log of live rooms another one.`;
  const { errcode, code } = error as { errcode?: number; code?: string };
  // The low byte is the kind of SQLite's result codes: https://sqlite.org/rescode.html
  const kind = errcode === undefined ? undefined : errcode & 0xff;
  if (kind === 5)
    return `The file ${file} is in use by another server: live rooms cannot be shared through a file. Stop the other server, or give this one another file.`;
  if (kind === 26) return `The file ${file} is no log of live rooms; give the log another file.`;
  if (kind === 11)
    return `The file ${file} is damaged; move it away, and put a copy of it in its place if you have one.`;
  if (kind === 8 || kind === 14 || ['EACCES', 'EROFS', 'ENOTDIR', 'EEXIST', 'EPERM'].includes(code ?? ''))
    return `The file ${file} cannot be written here; choose a file in a folder that this account may write to.`;
  if (kind === 13 || code === 'ENOSPC')
    return `There is no room left on the disk of ${file}; free some and start again.`;
  return undefined;
}
