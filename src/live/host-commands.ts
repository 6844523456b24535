import type { Command, NotDone } from './commands.ts';
import { readName } from './names.ts';
import type { RoomEvent } from './room-events.ts';
import { openRound, type Room } from './room-state.ts';
import { seatsLike, seatsNamed, whyNotMove, whyNotRename } from './seats.ts';

/** A command that does not fit what the room is at, and why. */
export type Refusal = { refused: NotDone };

/**
 * What becomes of a host's command now: the event to append, or why not. The fold decides again, in log order: two hosts who press
 * at once get one event done and one refused.
 *
 * What may follow what: lobby → open → close → reveal or revote → open the next or any other; extend while open; end at any time,
 * lock, approve, rename, move and bar until then. A question that is open must be closed before another is opened or one revealed.
 */
export function handle(room: Room, command: Command): RoomEvent | Refusal {
  if (room.made === undefined) return { refused: 'no-room' };
  if (room.ended) return { refused: 'ended' };
  switch (command.do) {
    case 'open':
    case 'revote':
    case 'extend':
    case 'close':
    case 'reveal':
      return ask(room, command);
    case 'lock':
      return { t: 'locked', locked: command.locked };
    case 'rename':
      return renameEvent(room, command);
    case 'move':
      return moveEvent(room, command);
    case 'approve':
    case 'bar':
    case 'bar-like':
      return seatsEvent(room, command);
    case 'end':
      return { t: 'ended' };
    default:
      return { refused: 'shape' };
  }
}

export function isRefusal(result: RoomEvent | Refusal): result is Refusal {
  return 'refused' in result;
}

type Asking = Extract<Command, { do: 'open' | 'revote' | 'extend' | 'close' | 'reveal' }>;

function ask(room: Room, command: Asking): RoomEvent | Refusal {
  if (command.do === 'extend') return extendEvent(room, command.seconds);
  if (room.settings.pace === 'self') return { refused: 'self-paced' };
  if (command.do === 'close') return closeEvent(room);
  if (openRound(room) !== undefined) return { refused: 'still-open' };
  if (command.do === 'reveal') return revealEvent(room, command.question ?? room.current);
  const question = command.do === 'revote' ? room.current : (command.question ?? nextQuestion(room));
  const state = question === undefined ? undefined : room.asked[question];
  if (question === undefined || state === undefined) {
    return { refused: command.do === 'revote' ? 'not-now' : 'no-question' };
  }
  return { t: 'opened', question, round: state.rounds.length, ms: msOf(command.seconds) };
}

/** The one after the present; past the last there is none. */
function nextQuestion(room: Room): number {
  return room.current === undefined ? 0 : room.current + 1;
}

function msOf(seconds: number | null): number | null {
  return seconds === null ? null : Math.round(seconds * 1000);
}

function closeEvent(room: Room): RoomEvent | Refusal {
  const question = room.current;
  if (question === undefined || openRound(room) === undefined) return { refused: 'not-now' };
  return { t: 'closed', question, round: (room.asked[question]?.rounds.length ?? 1) - 1 };
}

function revealEvent(room: Room, question: number | undefined): RoomEvent | Refusal {
  if (question === undefined) return { refused: 'not-now' };
  const state = room.asked[question];
  if (state === undefined) return { refused: 'no-question' };
  return state.rounds.length === 0 ? { refused: 'not-now' } : { t: 'revealed', question };
}

function extendEvent(room: Room, seconds: number): RoomEvent | Refusal {
  const question = room.settings.pace === 'self' ? 0 : room.current;
  const round = room.settings.pace === 'self' ? room.asked[0]?.rounds[0] : openRound(room);
  if (question === undefined || round === undefined) return { refused: 'not-now' };
  if (round.bellAt === null) return { refused: 'no-bell' };
  const ms = Math.round(seconds * 1000);
  if (!(ms > 0)) return { refused: 'shape' };
  return { t: 'extended', question, round: (room.asked[question]?.rounds.length ?? 1) - 1, ms };
}

function renameEvent(room: Room, { seat, name }: Extract<Command, { do: 'rename' }>): RoomEvent | Refusal {
  const read = readName(name);
  // The host may write what players may not: the list of words is not asked.
  if (read.fault !== undefined && read.fault !== 'offensive') return { refused: 'name' };
  const why = whyNotRename(room, room.seats.get(seat), read.name);
  return why === undefined ? { t: 'renamed', seat, name: read.name } : { refused: why };
}

function moveEvent(room: Room, { seat, team }: Extract<Command, { do: 'move' }>): RoomEvent | Refusal {
  const why = whyNotMove(room, room.seats.get(seat), team);
  return why === undefined ? { t: 'moved', seat, team } : { refused: why };
}

function seatsEvent(
  room: Room,
  command: Extract<Command, { do: 'approve' | 'bar' | 'bar-like' }>,
): RoomEvent | Refusal {
  const seats = seatsNamed(room, command.seats);
  if (seats === undefined) return { refused: 'no-seat' };
  const ids = command.do === 'bar-like' ? seatsLike(room, seats) : seats.map(({ id }) => id);
  return command.do === 'approve' ? { t: 'approved', seats: ids } : { t: 'barred', seats: ids };
}
