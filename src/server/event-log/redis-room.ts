import type { Stored } from './event-log.ts';
import type { GroupCommit } from './group-commit.ts';
import { RoomTails } from './room-tails.ts';
import { compareEntries, compareStreamOffsets, FIRST_ENTRY, timeOf } from './stream-offset.ts';

/** An entry of a stream as Redis returns it: its id, and field and value by turns. */
export type Entry = [id: string, fields: string[]];

/** The one field of an entry: a batch of events as a JSON array. */
export const FIELD = 'e';

/** What this process knows of one room: who follows it, up to where, and who waits to be overtaken by the followers. */
export class RedisRoom<E> {
  readonly key: string;
  readonly commit: GroupCommit<string, Stored<E>>;
  readonly #tails = new RoomTails<E>(compareStreamOffsets);
  #read = FIRST_ENTRY;
  #waiting: { entry: string; tell: () => void }[] = [];

  constructor(key: string, commit: GroupCommit<string, Stored<E>>) {
    this.key = key;
    this.commit = commit;
  }

  /** The last entry that the tails have had. */
  get read(): string {
    return this.#read;
  }

  get isFollowed(): boolean {
    return this.#tails.size > 0;
  }

  /**
   * Takes in entries that were read from some point up to `read` onward, so that none lies between; those that the
   * tails have had already are left out before they are even parsed.
   */
  take(entries: readonly Entry[]): void {
    for (const entry of entries) {
      if (compareEntries(entry[0], this.#read) <= 0) continue;
      this.#read = entry[0];
      this.#tails.deliver(eventsOf<E>(entry));
    }
    this.#tell();
  }

  /** Takes a tail that has had everything up to an entry, unless the others are further: then it has to read on first. */
  join(entry: string, on: (stored: Stored<E>) => void) {
    if (!this.isFollowed) this.#read = entry;
    if (compareEntries(entry, this.#read) < 0) return undefined;
    const tail = this.#tails.join(entry === FIRST_ENTRY ? null : `${entry}.${LAST_INDEX}`, on);
    return {
      stop: () => {
        tail.stop();
        this.#tell();
      },
    };
  }

  /** Resolves when every tail has had the entry. */
  seen(entry: string): Promise<void> {
    return new Promise((tell) => {
      this.#waiting.push({ entry, tell });
      this.#tell();
    });
  }

  stopAll(): void {
    this.#tails.stopAll();
    this.#tell();
  }

  #tell(): void {
    if (this.#waiting.length === 0) return;
    const isSeen = (entry: string) => !this.isFollowed || compareEntries(entry, this.#read) <= 0;
    const told = this.#waiting.filter(({ entry }) => isSeen(entry));
    this.#waiting = this.#waiting.filter(({ entry }) => !isSeen(entry));
    for (const { tell } of told) tell();
  }
}

/** Beyond every index of a batch, so that a whole entry lies behind the tail that has had it. */
const LAST_INDEX = 999_999;

/** The events of an entry, or none for an entry that another program wrote. */
export function eventsOf<E>([id, fields]: Entry): Stored<E>[] {
  if (fields[0] !== FIELD) return [];
  const events = JSON.parse(fields[1] ?? '[]') as E[];
  return events.map((event, index) => ({ off: `${id}.${index}`, at: timeOf(id), event }));
}
