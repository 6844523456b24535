import { useCallback, useRef, useState } from 'preact/hooks';
import type { Certainty } from '../../quiz-engine/attempt.ts';
import type { SittingState } from '../../quiz-engine/exam/sitting.ts';
import type { Response } from '../../quiz-engine/grade.ts';
import type { OpenTimes } from './open-time.ts';
import type { ExamLog } from './use-exam-log.ts';

export type Answer = { response: Response | null; certainty?: Certainty | undefined };
/** An answer with the milliseconds that its question was open until it was given. */
type Timed = Answer & { tookMs: number };

/** A number is typed digit by digit: it is kept when the hand rests. */
const REST_MS = 400;

type Waiting = { question: string; answer: Timed; atMs: number; timer: ReturnType<typeof setTimeout> };
type Writing = {
  /** Appends an event to the log of the sitting. */
  write: (event: Parameters<ExamLog['record']>[2], atMs: number) => Promise<void>;
  /** A moment later than every one before it, so that of two answers the new one counts. */
  stamp: () => number;
  /** Whether everything that was answered is in the log. */
  kept: 'nothing' | 'keeping' | 'kept';
  setKept: (kept: Writing['kept']) => void;
};

/** Writes events of a sitting, each at a moment of its own. */
export function useWriting(log: ExamLog, latest: { current: SittingState }, clock: () => number): Writing {
  const [kept, setKept] = useState<Writing['kept']>('nothing');
  const writes = useRef(0);
  const stamped = useRef(0);
  const write = useCallback<Writing['write']>(
    async (event, atMs) => {
      writes.current++;
      setKept('keeping');
      await log.record(latest.current.id, atMs, event);
      writes.current--;
      if (writes.current === 0) setKept('kept');
    },
    [log.record],
  );
  const stamp = useCallback(() => {
    stamped.current = Math.max(clock(), latest.current.latestMs + 1, stamped.current + 1);
    return stamped.current;
  }, [clock]);
  return { write, stamp, kept, setKept };
}

type Answering = {
  /** Keeps an answer; `isTyped` waits until the hand rests. */
  answer: (question: string, answer: Answer, isTyped: boolean) => void;
  /** Writes what still waits. */
  flush: () => Promise<void>;
};

/** Answers of a sitting: those that are typed are written once the hand rests, the others at once. */
export function useAnswering(
  { write, stamp, setKept }: Writing,
  latest: { current: SittingState },
  openTimes: () => OpenTimes,
): Answering {
  const waiting = useRef<Waiting>();
  const flush = useCallback(async () => {
    const typed = waiting.current;
    waiting.current = undefined;
    if (typed === undefined) return;
    clearTimeout(typed.timer);
    await write(answeredEvent(typed), typed.atMs);
  }, [write]);
  const answer: Answering['answer'] = (question, given, isTyped) => {
    const isRetyped = waiting.current?.question === question;
    if (isRetyped) clearTimeout(waiting.current?.timer);
    else void flush();
    waiting.current = undefined;
    if (isSame(latest.current.answers[question], given)) {
      // Typed back to what the log has.
      if (isRetyped) setKept('kept');
      return;
    }
    const atMs = stamp();
    const timed = { ...given, tookMs: Math.round(openTimes()[question] ?? 0) };
    if (!isTyped) return void write(answeredEvent({ question, answer: timed }), atMs);
    setKept('keeping');
    waiting.current = { question, answer: timed, atMs, timer: setTimeout(() => void flush(), REST_MS) };
  };
  return { answer, flush };
}

function answeredEvent({ question, answer }: { question: string; answer: Timed }) {
  const { response, certainty, tookMs } = answer;
  return { what: 'answered' as const, question, response, ...(certainty === undefined ? {} : { certainty }), tookMs };
}

function isSame(before: Answer | undefined, after: Answer): boolean {
  return (
    JSON.stringify(before?.response ?? null) === JSON.stringify(after.response) && before?.certainty === after.certainty
  );
}
