import type { Language } from '../../i18n/text.ts';
import type { Who } from './tickets.ts';

/** Where the bytes of a stream go: a connection in the server, a list in tests. */
export interface Sink {
  /** Calls `taken` when the system has taken it. */
  write(text: string, taken: () => void): void;
  /** Bytes that were written and not yet taken. */
  backlog(): number;
  end(): void;
  destroy(): void;
  onClose(call: () => void): void;
}

/** More than this waits for no reader: it is dropped, and comes back by itself. */
export const MOST_BACKLOG = 256 * 1024;

/** An open page that follows a room. Frames are whole states, so that one which was skipped is made up for by the next. */
export class Follower {
  readonly who: Who;
  readonly lang: Language;
  readonly #sink: Sink;
  readonly #taken: () => void;
  /** Messages on their way to the system. */
  #pending = 0;
  #isStale = false;
  #isStuck = false;
  #isOpen = true;

  /** `refresh` is called when a reader that was too slow for a frame has taken what there was: it gets the present one. */
  constructor(sink: Sink, { who, lang, refresh }: { who: Who; lang: Language; refresh: (self: Follower) => void }) {
    this.who = who;
    this.lang = lang;
    this.#sink = sink;
    this.#taken = () => {
      this.#pending -= 1;
      this.#isStuck = false;
      if (this.#pending > 0 || !this.#isStale || !this.#isOpen) return;
      this.#isStale = false;
      refresh(this);
    };
  }

  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** Writes a frame, unless the one before it still waits to be taken. */
  send(message: string): void {
    if (!this.#isOpen) return;
    // The host's frame of thousands of seats may be larger than that, once.
    if (this.who.role !== 'host' && this.#sink.backlog() > MOST_BACKLOG) this.drop();
    else if (this.#pending > 0) this.#isStale = true;
    else this.#write(message);
  }

  /** Writes something when there was no frame to begin with, so that the browser knows at once that it is connected. */
  greet(): void {
    if (this.#isOpen && this.#pending === 0) this.#write(':\n\n');
  }

  /** Every 15 s: keeps proxies from closing, and drops who took nothing since the last time. */
  beat(): void {
    if (!this.#isOpen) return;
    if (this.#pending === 0) this.#write(':\n\n');
    else if (this.#isStuck) this.drop();
    else this.#isStuck = true;
  }

  #write(message: string): void {
    this.#pending += 1;
    this.#sink.write(message, this.#taken);
  }

  /** Ends after what was written. */
  end(): void {
    this.#isOpen = false;
    this.#sink.end();
  }

  drop(): void {
    this.#isOpen = false;
    this.#sink.destroy();
  }
}

/** One message of an event stream. JSON has no line breaks. */
export function frameMessage(off: string, json: string): string {
  return `id: ${off}\nevent: frame\ndata: ${json}\n\n`;
}
