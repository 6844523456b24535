import type { Language } from '../i18n/text.ts';
import type { Certainty } from '../quiz-engine/attempt.ts';
import type { Response, Verdict } from '../quiz-engine/grade.ts';
import type { LiveQuestion } from './live-question.ts';
import type { Outcome, RoomEvent, RoomSettings } from './room-events.ts';

/** What a room was made with. */
export type Created = Extract<RoomEvent, { t: 'created' }>;

/**
 * A room, folded from its log. Only `fold` changes it, in place: a copy of ten thousand seats for each answer would cost
 * a thousand times the answer.
 */
export type Room = {
  /** Absent before the first event. */
  made: (Pick<Created, 'code' | 'title' | 'lang' | 'seed' | 'hostHash' | 'screenHash'> & { at: number }) | undefined;
  settings: RoomSettings;
  questions: readonly LiveQuestion[];
  /** One for each question, in the same order. */
  asked: QuestionState[];
  /** Place of the question that is shown; undefined in the lobby and in an assignment. */
  current: number | undefined;
  locked: boolean;
  ended: boolean;
  /** In the order of joining. */
  seats: Map<string, Seat>;
  /** Folded name → seat, of all that are not barred. */
  names: Map<string, string>;
  /** Goes up with whatever changes points, names or who is in: what is computed of them may be kept until then. */
  revision: number;
};

export type SeatStatus = 'waiting' | 'in' | 'barred';

export type Seat = {
  id: string;
  name: string;
  lang: Language;
  status: SeatStatus;
  team: number | undefined;
  /** Hash of the address it joined from. */
  from: string;
  joinedAt: number;
  /** A page of it has followed the room. */
  came: boolean;
  /** Of the questions that count so far. */
  points: number;
  right: number;
};

export type QuestionState = {
  /** Votes on it, the first first. */
  rounds: Round[];
  /** How many rounds there were when it was revealed: later ones are for practice and give no points. */
  countedRounds: number | undefined;
  revealed: boolean;
};

export type Round = {
  openedAt: number;
  /** The whole time, extensions with it; null without a bell. */
  ms: number | null;
  /** When the bell rings, on the log's clock. */
  bellAt: number | null;
  closedAt: number | undefined;
  /** By seat. */
  answers: Map<string, HeldAnswer>;
  /** Goes up with each answer taken. */
  revision: number;
};

/** The answer of a seat that counts. */
export type HeldAnswer = {
  response: Response;
  seq: number;
  /** When it reached the server. */
  at: number;
  /** Its place in the log. */
  off: string;
  certainty: Certainty | undefined;
  outcome: Outcome | undefined;
  /** Of a case, by part. */
  outcomes: Readonly<Record<string, Outcome>> | undefined;
  /** Kept by `verdictOf` once it was asked for. */
  verdict: Verdict | undefined;
};

/** How long after the bell an answer may still reach the server, ms: for the way there, not for thinking. */
export const GRACE_MS = 250;

/** What a host gets who says nothing else. */
export const USUAL_SETTINGS: RoomSettings = {
  scoring: 'accuracy',
  pace: 'host',
  changeable: true,
  teams: [],
  approval: false,
  seats: 2_000,
  topTen: false,
};

/** Before the first event: nothing can happen in it but `created`. */
export function emptyRoom(): Room {
  return {
    made: undefined,
    settings: USUAL_SETTINGS,
    questions: [],
    asked: [],
    current: undefined,
    locked: false,
    ended: false,
    seats: new Map(),
    names: new Map(),
    revision: 0,
  };
}

export function freshRound(openedAt: number, ms: number | null): Round {
  return {
    openedAt,
    ms,
    bellAt: ms === null ? null : openedAt + ms,
    closedAt: undefined,
    answers: new Map(),
    revision: 0,
  };
}

/** The latest round of a question, open or not. */
export function lastRound(state: QuestionState | undefined): Round | undefined {
  return state?.rounds.at(-1);
}

/** When an assignment ends, on the log's clock; undefined for one without an end, and for a room that is led. */
export function deadlineOf({ settings, asked }: Room): number | undefined {
  return settings.pace === 'self' ? (asked[0]?.rounds[0]?.bellAt ?? undefined) : undefined;
}

/** The question that takes answers now, of a room whose host opens them. */
export function openRound(room: Room): Round | undefined {
  if (room.current === undefined || room.ended) return undefined;
  const round = lastRound(room.asked[room.current]);
  return round?.closedAt === undefined ? round : undefined;
}

/** Rounds whose answers give points: those before the reveal. */
export function countedRounds(state: QuestionState): readonly Round[] {
  return state.countedRounds === undefined ? state.rounds : state.rounds.slice(0, state.countedRounds);
}
