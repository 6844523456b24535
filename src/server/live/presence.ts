/**
 * Who has a page open, over all servers of a room. It is shown to the host and decides nothing: it stands in no log, may be a second
 * old, and while the other servers cannot be asked it stays as it was.
 */
export interface Presence {
  /** Tells the other servers who is connected here, and gives who is connected there; `isWatched` false asks for nothing back. */
  exchange(room: string, here: ReadonlyMap<string, unknown>, isWatched: boolean): Promise<ReadonlySet<string>>;
  /** Nobody is connected here any more. */
  close(): Promise<void>;
}

const NOBODY: ReadonlySet<string> = new Set();

/** Of a server that has its rooms for itself. */
export const ALONE: Presence = {
  exchange: async () => NOBODY,
  close: async () => undefined,
};
