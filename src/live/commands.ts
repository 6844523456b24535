import type { Language } from '../i18n/text.ts';
import type { AskedQuestion } from '../quiz-engine/asked/asked-question.ts';
import type { Certainty } from '../quiz-engine/attempt.ts';
import type { Response } from '../quiz-engine/grade.ts';
import type { Told } from './frames.ts';
import type { RoomSettings } from './room-events.ts';

/**
 * The bodies that clients send, and what they get. All under `/api/live`, JSON both ways; a refusal is
 * `{ error, why? }`, a sentence for a person in the language of `Accept-Language`, with its code.
 *
 * | request | who | answer |
 * |---|---|---|
 * | GET `/api/live` | anybody | `{ live: true, join: [addresses], names: {en: […], ko: […]}? }`; a static host answers 404 |
 * | GET `/api/live/bank` | anybody | `{ questions: BankLine[] }`: what a room can ask, without keys |
 * | POST `/api/live/rooms` `NewRoom` | anybody | 201 `Opened` |
 * | GET `/api/live/codes/:code` | anybody | `Door`; 404 no such room, 429 |
 * | POST `/api/live/codes/:code/join` `Join` | anybody | 201 `Joined`; 404 no such room, 423 locked, 409 full or name taken, 429 |
 * | POST `/api/live/rooms/:room/ticket` | bearer: seat, host or screen token | `{ ticket }`, good for one minute |
 * | GET `/api/live/rooms/:room/stream?ticket=…&lang=…` | ticket | SSE: `event: frame`, `id:` offset, `data:` a `Frame`; comment every 15 s |
 * | POST `/api/live/rooms/:room/answer` `Answer` | bearer: seat token | 200 `Received`; 409 `{ why: NotTaken }` |
 * | POST `/api/live/rooms/:room/command` `Command` | bearer: host token | 200 `{ off }`; 409 |
 * | GET `/api/live/rooms/:room/export?as=csv\|xlsx\|json\|log` | bearer: host token | the file |
 * | GET `/api/live/rooms/:room/questions/:place` | bearer: host token | `Looked`: one question with its key and spread as of now |
 * | DELETE `/api/live/rooms/:room` | bearer: host token | 204 |
 */
export type NewRoom = {
  title: string;
  lang: Language;
  questions: { ids: readonly string[] } | { topics: readonly string[]; count: number; kinds?: readonly string[] };
  /** An assignment is open for `openMs`: how long, so that no clock but the server's matters. */
  settings: Partial<Omit<RoomSettings, 'deadlineMs'>>;
};

export type BankLine = {
  id: string;
  set: string;
  kind: string;
  /** The topic's title and the stem as plain text, in both languages. */
  topic: Record<Language, string>;
  stem: Record<Language, string>;
  isPublic: boolean;
};

/** The two tokens stand here only; the server keeps their hashes. */
export type Opened = { room: string; code: string; hostToken: string; screenToken: string };

/** `name` absent or empty: a made one. `team`: an index into the room's teams; absent: the smallest. */
export type Join = { name?: string; lang: Language; team?: number };
/** What the room says to who has its code: its title, and its teams with how many are in each. */
export type Door = { title: string; teams: { name: string; seats: number }[] };
export type Joined = { room: string; seat: string; token: string; name: string; status: 'waiting' | 'in' };

/** A question as its host looks at it, whatever the room is at. */
export type Looked = { asked: AskedQuestion; told: Told };

export type Answer = { question: number; round: number; response: Response; seq: number; certainty?: Certainty };
/** Of the same length for right and wrong. `seq`: the one that counts now. */
export type Received = { received: true; seq: number; off: string };
/**
 * Why an answer does not count. `not-in`: no such seat; `waiting`: the host has not let it in; `final`: another answer counts
 * already and the room does not let answers be changed; `shape`: it is no answer to this question.
 */
export type NotTaken = 'not-open' | 'late' | 'other-question' | 'not-in' | 'waiting' | 'barred' | 'final' | 'shape';

/**
 * Why something else that was sent or logged does not happen. `not-now`: the room is in another phase; `still-open`: close first;
 * `no-question`, `no-seat`, `no-team`: there is none such; `no-bell`: nothing to extend; `name`: no name for a person; `twice`: a second beginning.
 */
export type NotDone =
  | 'no-room'
  | 'twice'
  | 'ended'
  | 'self-paced'
  | 'not-now'
  | 'still-open'
  | 'no-question'
  | 'no-seat'
  | 'no-team'
  | 'no-bell'
  | 'name'
  | 'name-taken'
  | 'full'
  | 'locked'
  | 'shape';

/** What the host can do. `open` without `question`: the next one. `revote`: the same question, the next round. */
export type Command =
  | { do: 'open'; question?: number; seconds: number | null }
  | { do: 'revote'; seconds: number | null }
  | { do: 'extend'; seconds: number }
  | { do: 'close' }
  /** With `question`: an earlier one that was closed, shown (again). */
  | { do: 'reveal'; question?: number }
  | { do: 'lock'; locked: boolean }
  | { do: 'approve'; seats: readonly string[] }
  | { do: 'rename'; seat: string; name: string }
  /** Puts a seat into the team of that place. */
  | { do: 'move'; seat: string; team: number }
  | { do: 'bar'; seats: readonly string[] }
  /** Bars every seat that joined from the same addresses as these. */
  | { do: 'bar-like'; seats: readonly string[] }
  | { do: 'end' };
