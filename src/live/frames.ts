import type { AskedQuestion, QuestionKey } from '../quiz-engine/asked/asked-question.ts';
import type { Certainty } from '../quiz-engine/attempt.ts';
import type { Response, Verdict } from '../quiz-engine/grade.ts';
import type { Outcome, RoomSettings } from './room-events.ts';

/** `lobby`: before the first question. `open`: answers are taken. `closed`: after the bell. `revealed`: key and reasons are shown. */
export type Phase = 'lobby' | 'open' | 'closed' | 'revealed' | 'ended';

/** What everybody in the room may know. Times are ms from `now`, so that no client's clock matters. */
export type Common = {
  phase: Phase;
  code: string;
  title: string;
  settings: Pick<RoomSettings, 'scoring' | 'pace' | 'changeable' | 'teams'>;
  /** The server's clock when the frame was made, in ms since 1970. */
  now: number;
  /** Place of the question, 0 for the first, and how many there are; absent in the lobby of a hosted room. */
  question?: number;
  questions: number;
  /** 0 for the first vote on this question. */
  round: number;
  /** Until the bell, in ms; absent without one. Negative after it. */
  leftMs?: number;
  /** The whole time of the question, in ms. */
  wholeMs?: number;
  /** Of an assignment: until its end, in ms. */
  deadlineInMs?: number;
  /** Seats that were let in and not barred. */
  players: number;
};

/** How a vote was spread: of choices by id; of other kinds right and wrong; of simulator tasks by outcome. */
export type Spread = {
  answered: number;
  right: number;
  /** By choice id, of single, multiple and drawn choices. */
  choices?: Record<string, number>;
  /** Of numbers: the commonest answers. */
  values?: { value: number; count: number }[];
  /** Of simulator tasks: how many kept each goal, and the field of different sets with what they came to. */
  goals?: { id: string; passed: number }[];
  field?: FieldOfOutcomes;
};

/** What the class submitted to a simulator task, without names: the best and the most instructive failure can be played. */
export type FieldOfOutcomes = {
  sets: { set: Response; count: number; outcome: Outcome }[];
  /** Answers whose sets are left out, because there are so many different ones. */
  more?: number;
  /** Index into `sets`: all goals kept with the least changes; absent when nobody did. */
  best?: number;
  /** Index into `sets`: what most people sent among those that failed the fewest goals. */
  instructive?: number;
};

/** Vote, discuss, vote again: the two spreads and how the normalised gain came out (−1 to 1). */
export type Gain = { before: Spread; after: Spread; beforeRight: number; afterRight: number; gain: number };

/** Key and reasons of a question: only ever in a frame after its reveal (to the host also before). */
export type Told = { key: QuestionKey; spread: Spread; gain?: Gain };

/** A seat's own matter. */
export type Mine = {
  seat: string;
  name: string;
  status: 'waiting' | 'in' | 'barred';
  team?: number;
  /** The answer to the present question and round that the log holds. */
  answer?: { response: Response; seq: number; certainty?: Certainty };
  /** After the reveal: how it was graded, points of this question, of all, and the place (1 for the best; only for the upper half). */
  result?: { verdict: Verdict; outcome?: Outcome; points: number };
  total?: number;
  place?: number;
  /** Of an assignment: the answers so far, by question. */
  answers?: Record<number, { response: Response; seq: number; certainty?: Certainty }>;
  results?: Record<number, { verdict: Verdict; outcome?: Outcome; points: number }>;
};

/** Built from an allow-list: no field of it can hold a key before the reveal. */
export type PlayerFrame = Common & {
  to: 'player';
  me: Mine;
  /** The question in the player's language, without key; while it is open, closed or revealed. */
  asked?: AskedQuestion;
  /** Of an assignment: all of them. */
  assignment?: AskedQuestion[];
  /** Only in `revealed` (and of an assignment in `ended`, by question). */
  told?: Told;
  toldOf?: Told[];
};

/** Nothing private: no names but the ten best, when the host wished for them. */
export type ScreenFrame = Common & {
  to: 'screen';
  asked?: AskedQuestion;
  answered: number;
  /** Addresses a player may open, best first; the code goes after `#`. */
  join: string[];
  told?: Told;
  top?: { name: string; points: number }[];
  teams?: { name: string; mean: number; seats: number }[];
};

export type HostSeat = {
  seat: string;
  name: string;
  status: 'waiting' | 'in' | 'barred';
  team?: number;
  /** Has a stream open now. */
  connected: boolean;
  answered: boolean;
  points: number;
  right: number;
  /** Of an assignment: a character for each question, `r` right, `w` not right, `.` no answer yet; absent before the first answer. */
  marks?: string;
};

/** Everything, at most ten times a second. */
export type HostFrame = Common & {
  to: 'host';
  locked: boolean;
  settings: RoomSettings;
  answered: number;
  connected: number;
  seats: HostSeat[];
  /** One line per question of the room: its stem as text, its kind, what was done with it. */
  list: {
    id: string;
    kind: AskedQuestion['kind'];
    stemHtml: string;
    isPublic: boolean;
    rounds: number;
    state: 'to-come' | Phase;
    /** Of an assignment: how many have answered, how many of them right, and a number that goes up with each answer. */
    answers?: { answered: number; right: number; change: number };
  }[];
  asked?: AskedQuestion;
  /** The host sees key and spread at any time. */
  told?: Told;
  top: { name: string; points: number }[];
  teams?: { name: string; mean: number; seats: number }[];
  join: string[];
};

export type Frame = PlayerFrame | ScreenFrame | HostFrame;
