import type { Language } from '../i18n/text.ts';
import type { Certainty } from '../quiz-engine/attempt.ts';
import type { Response } from '../quiz-engine/grade.ts';
import type { LiveQuestion } from './live-question.ts';

/** How answers become points. `accuracy`: right ones only. `speed`: a bonus of at most a fifth, whole for the first third of the time. */
export type Scoring = 'accuracy' | 'speed' | 'certainty';

export type RoomSettings = {
  scoring: Scoring;
  /** `host`: the host opens each question. `self`: an assignment, every question open to each until the deadline. */
  pace: 'host' | 'self';
  /** Of an assignment: how long it is open, in ms from its beginning on the log's clock; without it, until the host ends it. */
  openMs?: number;
  /** What logs of earlier versions have in its place: the end, in ms since 1970. */
  deadlineMs?: number;
  /** An answer may be changed until the bell; else the first one counts. */
  changeable: boolean;
  /** Names of teams; empty for none. Each is scored by the mean of its seats. */
  teams: readonly string[];
  /** Who joins waits for the host. */
  approval: boolean;
  /** The most seats, 2,000 unless the host says otherwise. */
  seats: number;
  /** The projector may show the ten best at the end. */
  topTen: boolean;
};

/** What a run of a simulator task came to, graded once on arrival so that folding and replaying need no simulator. */
export type Outcome = {
  correct: boolean;
  /** The challenge's goals in their order, kept or not. */
  goals: readonly { id: string; passed: boolean }[];
  /** What AWS refused of the set; then nothing ran. */
  refused?: readonly string[];
};

/**
 * Everything that happens in a room, in log order. Version 1; a change of meaning needs a version and a migration in
 * `readRoomEvent`. Times inside events (`at`) are the server's, taken before a body is parsed; the log adds its own clock.
 */
export type RoomEvent =
  | {
      t: 'created';
      v: 1;
      /** Six characters that a person types, without vowels and look-alikes. */
      code: string;
      title: string;
      lang: Language;
      /** Seeds whatever the room draws. */
      seed: number;
      settings: RoomSettings;
      questions: readonly LiveQuestion[];
      /** Hashes of the tokens of host and projector. */
      hostHash: string;
      screenHash: string;
    }
  | {
      t: 'joined';
      seat: string;
      name: string;
      lang: Language;
      team?: number /** Hash of the address, for clearing a flood. */;
      from: string;
    }
  /** A page of the seat followed the room for the first time. */
  | { t: 'came'; seat: string }
  /** Nobody came within half a minute: the seats are as if they had never been taken. */
  | { t: 'lapsed'; seats: readonly string[] }
  | { t: 'approved'; seats: readonly string[] }
  | { t: 'renamed'; seat: string; name: string }
  | { t: 'barred'; seats: readonly string[] }
  /** The host puts a seat into another team; its points go with it. */
  | { t: 'moved'; seat: string; team: number }
  | { t: 'locked'; locked: boolean }
  /** `ms` null: no bell, the host closes. A question opened again after it was closed is the next round of it. */
  | { t: 'opened'; question: number; round: number; ms: number | null }
  | { t: 'extended'; question: number; round: number; ms: number }
  | {
      t: 'answered';
      seat: string;
      question: number;
      round: number;
      response: Response;
      /** The client's count of its changes of this answer: only a greater one counts. */
      seq: number;
      at: number;
      certainty?: Certainty;
      outcome?: Outcome;
      /** Of a case: what became of its simulator tasks, by part. */
      outcomes?: Readonly<Record<string, Outcome>>;
    }
  | { t: 'closed'; question: number; round: number }
  | { t: 'revealed'; question: number }
  | { t: 'ended' };

/** An event as a log keeps it: its place (opaque, compared by the log alone) and the log's clock, in ms since 1970. */
export type Stored = { off: string; at: number; event: RoomEvent };
