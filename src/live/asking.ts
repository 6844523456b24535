import type { NotDone } from './commands.ts';
import type { RoomEvent } from './room-events.ts';
import { freshRound, lastRound, openRound, type QuestionState, type Room, type Round } from './room-state.ts';
import { score } from './standing.ts';

type Of<T extends RoomEvent['t']> = Extract<RoomEvent, { t: T }>;

/** A question may be opened when none is open; again means its next round, also after the reveal. */
export function open(room: Room, { question, round, ms }: Of<'opened'>, at: number): NotDone | undefined {
  const state = room.asked[question];
  if (room.settings.pace === 'self') return 'self-paced';
  if (openRound(room) !== undefined) return 'still-open';
  if (state === undefined) return 'no-question';
  if (round !== state.rounds.length) return 'not-now';
  if (!isTime(ms)) return 'shape';
  state.rounds.push(freshRound(at, ms));
  state.revealed = false;
  room.current = question;
  return undefined;
}

/** Adds time to the bell; when it has rung already, from now. In an assignment it moves the end. */
export function extend(room: Room, { question, round, ms }: Of<'extended'>, at: number): NotDone | undefined {
  if (!isTime(ms) || ms === null) return 'shape';
  const rounds = room.settings.pace === 'self' ? room.asked.map(({ rounds }) => rounds[0]) : [openRound(room)];
  const [first] = rounds;
  if (first === undefined) return 'not-now';
  if (room.settings.pace === 'host' && !isCurrent(room, question, round)) return 'not-now';
  if (first.bellAt === null) return 'no-bell';
  for (const own of rounds) if (own !== undefined) lengthen(own, ms, at);
  return undefined;
}

function lengthen(round: Round, ms: number, at: number): void {
  if (round.bellAt === null) return;
  round.bellAt = Math.max(round.bellAt, at) + ms;
  if (round.ms !== null) round.ms = round.bellAt - round.openedAt;
}

export function close(room: Room, { question, round }: Of<'closed'>, at: number): NotDone | undefined {
  if (room.settings.pace === 'self') return 'self-paced';
  const open = openRound(room);
  if (open === undefined || !isCurrent(room, question, round)) return 'not-now';
  open.closedAt = at;
  return undefined;
}

/** Shows key and reasons, of an earlier question too. The first time its points count. */
export function reveal(room: Room, { question }: Of<'revealed'>): NotDone | undefined {
  if (room.settings.pace === 'self') return 'self-paced';
  const state = room.asked[question];
  if (state === undefined) return 'no-question';
  if (openRound(room) !== undefined) return 'still-open';
  if (state.rounds.length === 0) return 'not-now';
  count(room, question, state);
  state.revealed = true;
  room.current = question;
  return undefined;
}

/** Closes what is open; every question that was asked counts from then on, revealed or not. */
export function end(room: Room, at: number): undefined {
  room.ended = true;
  for (const [question, state] of room.asked.entries()) {
    const round = lastRound(state);
    if (round !== undefined && round.closedAt === undefined) round.closedAt = at;
    if (round !== undefined) count(room, question, state);
  }
}

function count(room: Room, question: number, state: QuestionState): void {
  if (state.countedRounds !== undefined) return;
  state.countedRounds = state.rounds.length;
  score(room, question);
  room.revision++;
}

function isCurrent(room: Room, question: number, round: number): boolean {
  return question === room.current && round === (room.asked[question]?.rounds.length ?? 0) - 1;
}

/** A whole number of milliseconds above 0 and up to a day, or none. */
function isTime(ms: number | null): boolean {
  return ms === null || (Number.isSafeInteger(ms) && ms > 0 && ms <= 86_400_000);
}
