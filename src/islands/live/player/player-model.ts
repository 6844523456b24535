import type { Answer } from '../../../live/commands.ts';
import type { PlayerFrame } from '../../../live/frames.ts';
import type { AskedQuestion } from '../../../quiz-engine/asked/asked-question.ts';
import type { Told } from '../../quiz/quiz-model.ts';
import type { Link, Lost } from '../connection.ts';
import { placeOf, type Sending } from '../outbox.ts';

/** A seat's room as its device knows it. */
export type RoomState = {
  link: Link;
  lost: Lost | undefined;
  frame: PlayerFrame | undefined;
  /** When the frame came, on the clock that only counts forward. */
  arrivedAt: number;
  /** Answers that this device sent or is sending, by question and round. */
  sendings: Readonly<Record<string, Sending>>;
};

export const UNKNOWN_ROOM: RoomState = {
  link: 'connecting',
  lost: undefined,
  frame: undefined,
  arrivedAt: 0,
  sendings: {},
};

export type RoomAction =
  | { do: 'link'; link: Link }
  | { do: 'lose'; lost: Lost }
  | { do: 'frame'; frame: PlayerFrame; arrivedAt: number }
  | { do: 'sending'; sending: Sending };

/** The next state. Pure: time and network are the caller's. */
export function stepRoom(state: RoomState, action: RoomAction): RoomState {
  switch (action.do) {
    case 'link':
      return { ...state, link: action.link };
    case 'lose':
      return { ...state, lost: action.lost };
    case 'frame':
      return { ...state, frame: action.frame, arrivedAt: action.arrivedAt };
    case 'sending': {
      const place = placeOf(action.sending.answer);
      return { ...state, sendings: { ...state.sendings, [place]: action.sending } };
    }
  }
}

/** What a player sees of the room now. */
export type Scene =
  | 'connecting'
  | 'gone'
  | 'stranger'
  | 'barred'
  | 'waiting'
  | 'lobby'
  | 'asked'
  | 'told'
  | 'ended'
  | 'assignment';

export function sceneOf({ lost, frame }: RoomState): Scene {
  if (frame?.me.status === 'barred') return 'barred';
  if (lost !== undefined) return lost;
  if (frame === undefined) return 'connecting';
  if (frame.me.status === 'waiting') return 'waiting';
  if (frame.assignment !== undefined) return 'assignment';
  if (frame.phase === 'ended') return 'ended';
  if (frame.asked === undefined || frame.phase === 'lobby') return 'lobby';
  return frame.phase === 'revealed' && frame.told !== undefined ? 'told' : 'asked';
}

/** Where a seat's answer to one question and round stands. */
export type Standing = {
  /** The answer that counts, or that is on its way to count. */
  answer: Answer | undefined;
  sending: Sending | undefined;
  /** The server has it. */
  isReceived: boolean;
};

type Place = Pick<Answer, 'question' | 'round'>;
type Log = NonNullable<PlayerFrame['me']['answer']>;

/**
 * The newest of what the room's log has, what this device sent and what it remembers. Another device or tab of the same
 * seat may have answered later: then the log's answer is the newer one.
 */
export function standingOf(place: Place, sources: StandingSources): Standing {
  const { inLog, sending, remembered } = sources;
  const logged: Answer | undefined = inLog && { ...place, ...inLog };
  const isRefused = sending?.state === 'refused';
  const own = isRefused ? undefined : (sending?.answer ?? remembered);
  const answer = own !== undefined && own.seq > (logged?.seq ?? -1) ? own : logged;
  const isReceived =
    answer !== undefined && (answer === logged || sending === undefined || sending.state === 'received');
  return { answer, sending, isReceived };
}

export type StandingSources = { inLog: Log | undefined; sending: Sending | undefined; remembered: Answer | undefined };

/** The number of the next change: above everything that this seat has ever sent for the question and round. */
export function nextSeq({ inLog, sending, remembered }: StandingSources): number {
  return Math.max(0, inLog?.seq ?? 0, sending?.answer.seq ?? 0, remembered?.seq ?? 0) + 1;
}

/** A tap is the answer where there is one choice and it may be changed: then nothing is left to press. */
export function isTapSent(asked: AskedQuestion, changeable: boolean): boolean {
  return changeable && asked.kind === 'single';
}

export function sameResponse(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a ?? null)) === JSON.stringify(sorted(b ?? null));
}

/** Objects compare by their fields, whatever their order. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, each]) => [key, sorted(each)]);
}

/** What may be told of an answer after the reveal; a seat that sent nothing is told all the same. */
export function toldOf(told: PlayerFrame['told'], result: PlayerFrame['me']['result']): Told | undefined {
  return told && { key: told.key, verdict: result?.verdict ?? { correct: false, credit: 0, items: [] }, isOver: true };
}
