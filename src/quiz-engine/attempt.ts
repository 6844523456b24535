import type { AnswerSet, Json } from '../simulator/run.ts';
import type { Response } from './grade.ts';

/** What a learner did, and when. An append-only log of these is all that is kept; everything shown is a fold of it. */
export type Attempt = QuestionAttempt | ScenarioAttempt | Sitting | Mark;

/** When feedback comes: at once, at the end, when due again, or at the reveal. */
export type Behaviour = 'practice' | 'exam' | 'review' | 'live';

/** How sure the learner said to be; in every report unsure, fairly and sure stand for 0.5, 0.75 and 0.95. */
export type Certainty = 'unsure' | 'fairly' | 'sure';

export type QuestionAttempt = {
  kind: 'question';
  id: string;
  /** Hash of the question as it was asked; a reworded question has another. */
  version: string;
  response: Response;
  correct: boolean;
  /** Milliseconds since 1970-01-01 UTC, from the learner's clock. */
  atMs: number;
  /** Since format 2. Default practice. */
  behaviour?: Behaviour;
  certainty?: Certainty;
  /** From the question being shown to the answer, milliseconds. */
  tookMs?: number;
  /** What its values were drawn with. */
  seed?: number;
  /** Hints that were opened. */
  hints?: number;
  /** The language in which it was read. */
  lang?: 'en' | 'ko';
  /** The sitting that it belongs to. */
  sitting?: string;
};

export type ScenarioAttempt = {
  kind: 'scenario';
  id: string;
  set: AnswerSet;
  met: boolean;
  goals: { id: string; met: boolean }[];
  atMs: number;
  seed?: number;
  hints?: number;
  /** The solution was looked at: solving it is then no proof of knowing. */
  sawSolution?: boolean;
  /** What the run cost in US dollars, where that is modelled. */
  usd?: number;
  /** Seconds until the run settled; none when it was cut. */
  seconds?: number;
};

/** What a question was when an exam began. */
export type PaperLine = { version: string; domain: string; scored: boolean };

/** What happens in an exam before it is handed in; `sitting` names the exam, answers are kept as they are given. */
export type Sitting = {
  kind: 'sitting';
  /** Names the sitting: every event of it has the same. */
  id: string;
  atMs: number;
  event:
    | {
        what: 'began';
        /** Code of the blueprint, such as DVA-C02, or `containers`. */
        blueprint: string;
        seed: number;
        questions: string[];
        minutes: number;
        lang: 'en' | 'ko';
        /** What each question was when the exam began, in the same order: a later bank changes no exam. */
        paper?: PaperLine[];
      }
    | {
        what: 'answered';
        question: string;
        response: Response;
        certainty?: Certainty;
        /** How long the question was open until then, all visits together, milliseconds. */
        tookMs?: number;
      }
    | { what: 'flagged'; question: string; flagged: boolean }
    | { what: 'submitted'; by: 'learner' | 'bell' };
};

/** A bookmark or a note on a question, a scenario or a section; the latest one of an id counts. */
export type Mark = {
  kind: 'mark';
  /** `question:<id>`, `scenario:<id>` or `section:<lesson>#<anchor>`; `exam-date:<family>` holds a day. */
  id: string;
  atMs: number;
  bookmarked?: boolean;
  note?: string;
  /** An ISO day, of an exam date. */
  day?: string;
};

/** The format of a stored attempt; a change of shape raises it and brings a migration. */
export const ATTEMPT_FORMAT = 2;

/** An attempt as it is stored: with its format and an id of its own, so that merging two devices can tell copies. */
export type StoredAttempt = Attempt & {
  format: number;
  key: string;
  /** What the clock said, where `atMs` had to be later: see `stampAttempts`. */
  clockMs?: number;
};

/** The last moment that a date can name; a later one is no moment. */
const LAST_MOMENT = 8.64e15;

/**
 * Reads a stored record, which may be corrupt or foreign. Returns undefined for what is no attempt;
 * the caller sets it aside, it is never guessed at. A record of format 1 is one of format 2 without the newer fields.
 */
export function parseAttempt(record: unknown): StoredAttempt | undefined {
  if (!isRecord(record) || (record.format !== 1 && record.format !== ATTEMPT_FORMAT)) return undefined;
  if (!isText(record.key) || !isText(record.id) || !isDate(record.atMs)) return undefined;
  if (record.clockMs !== undefined && !isDate(record.clockMs)) return undefined;
  const check = record.format === 1 ? FIRST_FORMAT[String(record.kind)] : CHECKS[String(record.kind)];
  return check?.(record) ? (record as StoredAttempt) : undefined;
}

type Check = (record: Record<string, unknown>) => boolean;

const CHECKS: Record<string, Check> = {
  question: isQuestionAttempt,
  scenario: isScenarioAttempt,
  sitting: ({ event }) => isRecord(event) && (SITTING[String(event.what)]?.(event) ?? false),
  mark: ({ bookmarked, note, day }) =>
    isMaybe(bookmarked, 'boolean') &&
    (note === undefined || (typeof note === 'string' && note.length <= 10_000)) &&
    (day === undefined || /^\d{4}-\d{2}-\d{2}$/.test(String(day))),
};

const FIRST_FORMAT: Record<string, Check> = {
  question: (record) => isQuestionAttempt(record) && Array.isArray(record.response) && record.response.every(isText),
  scenario: isScenarioAttempt,
};

const SITTING: Record<string, Check> = {
  began: ({ blueprint, seed, questions, minutes, lang, paper }) =>
    isText(blueprint) &&
    isMoment(seed) &&
    isMoment(minutes) &&
    isLanguage(lang) &&
    Array.isArray(questions) &&
    questions.every(isText) &&
    (paper === undefined || (Array.isArray(paper) && paper.length === questions.length && paper.every(isPaperLine))),
  answered: ({ question, response, certainty, tookMs }) =>
    isText(question) && isJson(response) && isCertainty(certainty) && (tookMs === undefined || isMoment(tookMs)),
  flagged: ({ question, flagged }) => isText(question) && typeof flagged === 'boolean',
  submitted: ({ by }) => by === 'learner' || by === 'bell',
};

function isPaperLine(line: unknown): boolean {
  return isRecord(line) && isText(line.version) && isText(line.domain) && typeof line.scored === 'boolean';
}

function isQuestionAttempt(record: Record<string, unknown>): boolean {
  const { version, response, correct, behaviour, certainty, tookMs, seed, hints, lang, sitting } = record;
  return (
    isText(version) &&
    isJson(response) &&
    typeof correct === 'boolean' &&
    (behaviour === undefined || ['practice', 'exam', 'review', 'live'].includes(String(behaviour))) &&
    isCertainty(certainty) &&
    [tookMs, seed, hints].every((amount) => amount === undefined || isMoment(amount)) &&
    (lang === undefined || isLanguage(lang)) &&
    (sitting === undefined || isText(sitting))
  );
}

function isScenarioAttempt(record: Record<string, unknown>): boolean {
  const { set, met, goals, seed, hints, sawSolution, usd, seconds } = record;
  const isGoal = (goal: unknown) => isRecord(goal) && isText(goal.id) && typeof goal.met === 'boolean';
  return (
    isRecord(set) &&
    Object.values(set).every(isJson) &&
    typeof met === 'boolean' &&
    Array.isArray(goals) &&
    goals.every(isGoal) &&
    [seed, hints, usd, seconds].every((amount) => amount === undefined || isMoment(amount)) &&
    isMaybe(sawSolution, 'boolean')
  );
}

function isMaybe(value: unknown, type: 'boolean'): boolean {
  return value === undefined || typeof value === type;
}

function isCertainty(value: unknown): boolean {
  return value === undefined || ['unsure', 'fairly', 'sure'].includes(String(value));
}

function isLanguage(value: unknown): boolean {
  return value === 'en' || value === 'ko';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= 200;
}

function isMoment(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isDate(value: unknown): boolean {
  return isMoment(value) && (value as number) <= LAST_MOMENT;
}

function isJson(value: unknown): value is Json {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return isRecord(value) && Object.values(value).every(isJson);
}
