import type { Command } from '../../live/commands.ts';
import type { HostFrame, HostSeat } from '../../live/frames.ts';

/** Who has this leads the room. `screen` opens the projector; a device that was only given the host key has none. */
export type HostKey = { room: string; token: string; screen?: string };

const PART = /^[\w.~-]{1,200}$/;

/** `#room;token;screen` of a link to another device; `#room` alone means that this device keeps the key. */
export function readHostKey(hash: string): { room: string; token?: string; screen?: string } | undefined {
  const [room, token, screen] = hash.slice(1).split(';');
  if (room === undefined || [room, token, screen].some((part) => part !== undefined && !PART.test(part))) {
    return undefined;
  }
  return { room, ...(token === undefined ? {} : { token }), ...(screen === undefined ? {} : { screen }) };
}

export function writeHostKey({ room, token, screen }: HostKey): string {
  return `#${room};${token}${screen === undefined ? '' : `;${screen}`}`;
}

/** What the host can do now, by name. */
export type ActionName = 'start' | 'next' | 'close' | 'reveal' | 'revote' | 'extend' | 'extendLong' | 'back' | 'end';
export type Action = { name: ActionName; command: Command };

/** Time for a question in seconds; null without a bell. */
type Seconds = number | null;

/** Everything that fits the phase, what comes next first. Pressed twice or by two hosts, the second is refused and harmless. */
export function actionsOf(frame: HostFrame, seconds: Seconds): Action[] {
  const { phase, question, questions, list } = frame;
  if (phase === 'ended') return [];
  const end: Action = { name: 'end', command: { do: 'end' } };
  if (frame.settings.pace === 'self') {
    return [{ name: 'extendLong', command: { do: 'extend', seconds: 600 } }, end];
  }
  const next: Action = { name: 'next', command: { do: 'open', question: (question ?? -1) + 1, seconds } };
  const onward = (question ?? -1) + 1 < questions ? [next] : [end];
  const revote: Action = { name: 'revote', command: { do: 'revote', seconds } };
  const reveal: Action = { name: 'reveal', command: { do: 'reveal' } };
  const before = question === undefined ? undefined : list[question - 1];
  const back: Action[] =
    before !== undefined && before.rounds > 0
      ? [{ name: 'back', command: { do: 'reveal', question: (question ?? 0) - 1 } }]
      : [];
  switch (phase) {
    case 'lobby':
      return [{ ...next, name: 'start' }];
    case 'open': {
      const extend: Action[] =
        frame.leftMs === undefined ? [] : [{ name: 'extend', command: { do: 'extend', seconds: 15 } }];
      return [{ name: 'close', command: { do: 'close' } }, ...extend];
    }
    case 'closed':
      return [reveal, revote, ...onward, ...back];
    case 'revealed':
      return [...onward, revote, ...back];
  }
}

export type SeatOrder = 'joining' | 'points' | 'progress';

/** How many questions of an assignment a seat has answered, and how many of them right. */
export function progressIn(marks = ''): { done: number; right: number } {
  return {
    done: [...marks].filter((mark) => mark !== '.').length,
    right: [...marks].filter((mark) => mark === 'r').length,
  };
}

/** Who waits first; then by joining, points or progress. Barred ones last. */
export function seatsInOrder(seats: readonly HostSeat[], order: SeatOrder, search: string): HostSeat[] {
  const rank = { waiting: 0, in: 1, barred: 2 } as const;
  const wanted = search.trim().toLowerCase();
  return seats
    .filter(({ name }) => wanted === '' || name.toLowerCase().includes(wanted))
    .map((seat, at) => ({ seat, at }))
    .toSorted(
      (a, b) =>
        rank[a.seat.status] - rank[b.seat.status] ||
        (order === 'points' ? b.seat.points - a.seat.points : 0) ||
        (order === 'progress' ? progressIn(b.seat.marks).done - progressIn(a.seat.marks).done : 0) ||
        a.at - b.at,
    )
    .map(({ seat }) => seat);
}

/** Names of teams as they are typed: no empty ones, no doubles. */
export function readTeams(text: string): string[] {
  const names = text.split(',').map((name) => name.trim().slice(0, 40));
  return [...new Set(names.filter((name) => name !== ''))].slice(0, 20);
}

/** True when only the server's own computer can open it. */
export function isOnlyHere(address: string): boolean {
  return /^https?:\/\/(127\.|localhost\b|\[::1\])/.test(address);
}
