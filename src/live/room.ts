import { type FoldVerdict, takeAnswer } from './answers.ts';
import { close, end, extend, open, reveal } from './asking.ts';
import type { NotDone } from './commands.ts';
import { isCreated } from './room-event-schema.ts';
import type { RoomEvent, Stored } from './room-events.ts';
import { freshRound, type Room } from './room-state.ts';
import {
  bar,
  come,
  lapse,
  letIn,
  move,
  rename,
  seatsNamed,
  sitDown,
  whyNotJoin,
  whyNotMove,
  whyNotRename,
} from './seats.ts';

type Of<T extends RoomEvent['t']> = Extract<RoomEvent, { t: T }>;

/**
 * What an event does to the room, in place, and the verdict that its sender gets. The only thing that changes a room; the same
 * events in the same order give the same room on every machine.
 *
 * Total: nothing that a log can hold throws. What is out of place, of a wrong shape or unknown changes nothing and has a verdict.
 */
export function fold(room: Room, stored: Stored): FoldVerdict {
  const { event } = stored;
  if (typeof event !== 'object' || event === null || !Number.isFinite(stored.at)) return { ok: false, why: 'shape' };
  if (event.t === 'created') return verdictOf(begin(room, event, stored.at), stored);
  if (room.made === undefined) return { ok: false, why: 'no-room' };
  if (event.t === 'answered') return takeAnswer(room, event, stored);
  if (event.t === 'joined') return join(room, event, stored);
  if (room.ended) return { ok: false, why: 'ended' };
  return verdictOf(change(room, event, stored.at), stored);
}

function verdictOf(why: NotDone | undefined, { off }: Stored): FoldVerdict {
  return why === undefined ? { ok: true, dup: false, seq: 0, off } : { ok: false, why };
}

function begin(room: Room, event: Of<'created'>, at: number): NotDone | undefined {
  if (room.made !== undefined) return 'twice';
  if (!isCreated(event)) return 'shape';
  const { code, title, lang, seed, hostHash, screenHash, settings, questions } = event;
  room.made = { code, title, lang, seed, hostHash, screenHash, at };
  room.settings = settings;
  room.questions = questions;
  room.asked = questions.map(() => ({ rounds: [], countedRounds: undefined, revealed: false }));
  if (settings.pace === 'self') {
    // Every question takes answers from now to the same end.
    const { openMs, deadlineMs = null } = settings;
    const bellAt = openMs === undefined ? deadlineMs : at + openMs;
    for (const state of room.asked) state.rounds.push({ ...freshRound(at, null), bellAt });
  }
  return undefined;
}

/** A join that is sent again, because its answer was lost, is the same join. */
function join(room: Room, event: Of<'joined'>, stored: Stored): FoldVerdict {
  const own = room.seats.get(event.seat);
  if (own?.status === 'barred') return { ok: false, why: 'barred' };
  if (own !== undefined) return { ok: true, dup: true, seq: 0, off: stored.off };
  const why = whyNotJoin(room, event);
  if (why === undefined) sitDown(room, event, stored.at);
  return verdictOf(why, stored);
}

function change(room: Room, event: Exclude<RoomEvent, { t: 'created' | 'joined' | 'answered' }>, at: number) {
  switch (event.t) {
    case 'opened':
      return open(room, event, at);
    case 'extended':
      return extend(room, event, at);
    case 'closed':
      return close(room, event, at);
    case 'revealed':
      return reveal(room, event);
    case 'ended':
      return end(room, at);
    case 'locked':
      return lock(room, event);
    case 'came':
      return come(room, event.seat);
    case 'lapsed':
      return lapse(room, event.seats);
    case 'approved':
    case 'barred':
      return changeSeats(room, event);
    case 'moved':
      return changeTeam(room, event);
    case 'renamed':
      return changeName(room, event);
    default:
      return 'shape';
  }
}

function lock(room: Room, { locked }: Of<'locked'>): NotDone | undefined {
  if (typeof locked !== 'boolean') return 'shape';
  room.locked = locked;
  return undefined;
}

function changeSeats(room: Room, event: Of<'approved' | 'barred'>): NotDone | undefined {
  const seats = seatsNamed(room, event.seats);
  if (seats === undefined) return 'no-seat';
  if (event.t === 'approved') letIn(room, seats);
  else bar(room, seats);
  return undefined;
}

function changeTeam(room: Room, { seat: id, team }: Of<'moved'>): NotDone | undefined {
  const seat = room.seats.get(id);
  const why = whyNotMove(room, seat, team);
  if (why === undefined && seat !== undefined) move(room, seat, team);
  return why;
}

function changeName(room: Room, event: Of<'renamed'>): NotDone | undefined {
  const seat = room.seats.get(event.seat);
  const why = whyNotRename(room, seat, event.name);
  if (why === undefined && seat !== undefined) rename(room, seat, event.name);
  return why;
}
