import type { Answer } from '../../live/commands.ts';

/** A seat of a room as this device remembers it: enough to come back to it at any time. */
export type Seat = {
  code: string;
  room: string;
  seat: string;
  /** Secret: who has it is this player. */
  token: string;
  name: string;
  /** When it was taken, by this device's clock: only to forget the oldest. */
  atMs: number;
  /** Answers that no server has acknowledged yet. */
  unsent: Answer[];
  /** Own answers by question and round (`placeOf`), so that a second vote shows the first. */
  given: Record<string, Answer>;
};

/** A place that keeps one text; either may throw, and either may forget. */
export type TextPlace = { read: () => string | null; write: (text: string) => void };

/** More seats than anybody goes back to. */
const MOST_SEATS = 6;

/**
 * Seats by code, kept in every place that takes them: the device's storage, and the tab's history entry where a browser
 * keeps nothing (it survives a reload). The last resort is the page itself.
 */
export function openLivePlace(places: readonly TextPlace[]) {
  let inPage: Record<string, Seat> = {};
  const all = (): Record<string, Seat> => {
    const kept = places.map((place) => readSeats(place));
    return Object.assign({}, inPage, ...kept.reverse()) as Record<string, Seat>;
  };
  const write = (seats: Record<string, Seat>) => {
    const newest = Object.values(seats).sort((a, b) => b.atMs - a.atMs);
    inPage = Object.fromEntries(newest.slice(0, MOST_SEATS).map((seat) => [seat.code, seat]));
    for (const place of places) {
      try {
        place.write(JSON.stringify(inPage));
      } catch {
        // Refused or full: another place has it.
      }
    }
  };
  return {
    read: (code: string): Seat | undefined => all()[code],
    /** The seat that was taken last. */
    latest: (): Seat | undefined => Object.values(all()).sort((a, b) => b.atMs - a.atMs)[0],
    keep: (seat: Seat) => write({ ...all(), [seat.code]: seat }),
    forget: (code: string) => {
      const { [code]: _, ...others } = all();
      write(others);
    },
  };
}

export type LivePlace = ReturnType<typeof openLivePlace>;

function readSeats(place: TextPlace): Record<string, Seat> {
  try {
    const kept = JSON.parse(place.read() ?? '{}') as unknown;
    const seats = typeof kept === 'object' && kept !== null ? Object.values(kept).filter(isSeat) : [];
    return Object.fromEntries(seats.map((seat) => [seat.code, seat]));
  } catch {
    return {};
  }
}

/** What anything may have written there: whole seats only. */
function isSeat(value: unknown): value is Seat {
  const seat = (typeof value === 'object' && value !== null ? value : {}) as Partial<Record<keyof Seat, unknown>>;
  const texts = [seat.code, seat.room, seat.seat, seat.token, seat.name];
  const isWhole = texts.every((text) => typeof text === 'string' && text !== '') && typeof seat.atMs === 'number';
  return isWhole && Array.isArray(seat.unsent) && typeof seat.given === 'object' && seat.given !== null;
}

const KEY = 'drydock-live-seats';

/** The places of a browser, the surest first: what the device has wins over what the tab has. */
export function browserPlaces(): TextPlace[] {
  return [
    { read: () => localStorage.getItem(KEY), write: (text) => localStorage.setItem(KEY, text) },
    {
      read: () => (history.state as Record<string, string> | null)?.[KEY] ?? null,
      write: (text) => history.replaceState({ ...(history.state as object | null), [KEY]: text }, ''),
    },
  ];
}
