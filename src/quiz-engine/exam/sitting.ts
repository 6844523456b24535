import type { Certainty, PaperLine, Sitting } from '../attempt.ts';
import type { Response } from '../grade.ts';

/** What stands as the answer to a question, and how long it was open until then. */
export type SittingAnswer = { response: Response; certainty?: Certainty | undefined; tookMs?: number | undefined };

/** An exam under way or over, folded from its events. */
export type SittingState = {
  id: string;
  blueprint: string;
  seed: number;
  lang: 'en' | 'ko';
  questions: readonly string[];
  /** What each of them was when the exam began; a log without it knows no versions. */
  paper: readonly PaperLine[] | undefined;
  minutes: number;
  beganMs: number;
  /** The bell: nothing counts after it. */
  endsMs: number;
  answers: Readonly<Record<string, SittingAnswer>>;
  flagged: readonly string[];
  /** Handed in, by the learner or by the bell; undefined while it runs. */
  submitted: { atMs: number; by: 'learner' | 'bell' } | undefined;
  /** The latest moment that any event saw: a clock that is set back wins no time. */
  latestMs: number;
};

/**
 * Folds the events of one sitting, in any order and with copies, as two tabs or two devices may have written them. Of two
 * answers to a question the later counts; answers after the bell or after handing in do not. Undefined without a beginning.
 */
export function foldSitting(events: readonly Sitting[]): SittingState | undefined {
  const inOrder = [...events].sort((a, b) => a.atMs - b.atMs || compare(a, b));
  const began = inOrder.find(({ event }) => event.what === 'began');
  if (began?.event.what !== 'began') return undefined;
  const { blueprint, seed, lang, questions, minutes, paper } = began.event;
  const endsMs = began.atMs + minutes * 60_000;
  const answers: Record<string, SittingAnswer> = {};
  const flags = new Map<string, boolean>();
  let submitted: SittingState['submitted'];
  for (const { atMs, event } of inOrder) {
    if (submitted !== undefined || atMs < began.atMs) continue;
    if (event.what === 'submitted') submitted = { atMs: Math.min(atMs, endsMs), by: event.by };
    else if (event.what === 'flagged') flags.set(event.question, event.flagged);
    else if (event.what === 'answered' && atMs <= endsMs && questions.includes(event.question)) {
      const { response, certainty, tookMs } = event;
      answers[event.question] = { response, certainty, tookMs };
    }
  }
  const latestMs = inOrder.reduce((latest, { atMs }) => Math.max(latest, atMs), began.atMs);
  return {
    id: began.id,
    blueprint,
    seed,
    lang,
    questions,
    paper,
    minutes,
    beganMs: began.atMs,
    endsMs,
    answers,
    flagged: questions.filter((id) => flags.get(id) === true),
    submitted,
    latestMs,
  };
}

/** Milliseconds left at a moment of the learner's clock; a clock set back behind an event gains nothing. */
export function timeLeft(state: SittingState, nowMs: number): number {
  return Math.max(0, state.endsMs - Math.max(nowMs, state.latestMs));
}

/** Events of one moment in an order that does not depend on how they were stored. */
function compare(a: Sitting, b: Sitting): number {
  const [one, other] = [JSON.stringify(a.event), JSON.stringify(b.event)];
  return one < other ? -1 : one > other ? 1 : 0;
}
