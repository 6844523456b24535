import type { AnswerSet, Json } from '../simulator/run.ts';

/** What a learner did, and when. An append-only log of these is all that is kept; everything shown is a fold of it. */
export type Attempt = QuestionAttempt | ScenarioAttempt;

export type QuestionAttempt = {
  kind: 'question';
  id: string;
  /** Hash of the question as it was asked; a reworded question has another. */
  version: string;
  response: string[];
  correct: boolean;
  /** Milliseconds since 1970-01-01 UTC, from the learner's clock. */
  atMs: number;
};

export type ScenarioAttempt = {
  kind: 'scenario';
  id: string;
  set: AnswerSet;
  met: boolean;
  goals: { id: string; met: boolean }[];
  atMs: number;
};

/** The format of a stored attempt; a change of shape raises it and brings a migration. */
export const ATTEMPT_FORMAT = 1;

/** An attempt as it is stored: with its format and an id of its own, so that merging two devices can tell copies. */
export type StoredAttempt = Attempt & { format: number; key: string };

/**
 * Reads a stored record, which may be corrupt or foreign. Returns undefined for what is no attempt;
 * the caller sets it aside, it is never guessed at.
 */
export function parseAttempt(record: unknown): StoredAttempt | undefined {
  if (!isRecord(record) || record.format !== ATTEMPT_FORMAT) return undefined;
  if (!isText(record.key) || !isText(record.id) || !isMoment(record.atMs)) return undefined;
  if (record.kind === 'question') return isQuestionAttempt(record) ? (record as StoredAttempt) : undefined;
  if (record.kind === 'scenario') return isScenarioAttempt(record) ? (record as StoredAttempt) : undefined;
  return undefined;
}

function isQuestionAttempt(record: Record<string, unknown>): boolean {
  const { version, response, correct } = record;
  return isText(version) && Array.isArray(response) && response.every(isText) && typeof correct === 'boolean';
}

function isScenarioAttempt(record: Record<string, unknown>): boolean {
  const { set, met, goals } = record;
  const isGoal = (goal: unknown) => isRecord(goal) && isText(goal.id) && typeof goal.met === 'boolean';
  return (
    isRecord(set) &&
    Object.values(set).every(isJson) &&
    typeof met === 'boolean' &&
    Array.isArray(goals) &&
    goals.every(isGoal)
  );
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

function isJson(value: unknown): value is Json {
  if (value === null || ['string', 'boolean'].includes(typeof value)) return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (Array.isArray(value)) return value.every(isJson);
  return isRecord(value) && Object.values(value).every(isJson);
}
