import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Certainty } from '../../quiz-engine/attempt.ts';
import { type SittingState, timeLeft } from '../../quiz-engine/exam/sitting.ts';
import type { Response } from '../../quiz-engine/grade.ts';
import { keepPlace, readPlace, steadyClock } from './exam-clock.ts';
import { longer, type OpenTimes, useOpenTimes } from './open-time.ts';
import type { ExamLog } from './use-exam-log.ts';

export type Answer = { response: Response | null; certainty?: Certainty | undefined };
/** An answer with the milliseconds that its question was open until it was given. */
type Timed = Answer & { tookMs: number };

/** A number is typed digit by digit: it is kept when the hand rests. */
const REST_MS = 400;

export type SittingRoom = {
  leftMs: number;
  at: number;
  goTo: (at: number) => void;
  /** Keeps an answer; `isTyped` waits until the hand rests. */
  answer: (question: string, answer: Answer, isTyped: boolean) => void;
  flag: (question: string, flagged: boolean) => void;
  handIn: (by: 'learner' | 'bell') => Promise<void>;
  /** Whether everything that was answered is in the log. */
  kept: 'nothing' | 'keeping' | 'kept';
};

type Waiting = { question: string; answer: Timed; atMs: number; timer: ReturnType<typeof setTimeout> };

/**
 * A sitting that runs: its clock, its open question, and what is written into the log. Rings the bell by itself.
 * `isAsking` is false while the page shows no question.
 */
export function useSitting(state: SittingState, log: ExamLog, isAsking: boolean): SittingRoom {
  const { id, questions } = state;
  const place = useMemo(() => readPlace(id), [id]);
  const clock = useMemo(() => steadyClock(Math.max(state.latestMs, place?.latestMs ?? 0)), [id]);
  const [nowMs, setNow] = useState(clock);
  const [at, setAt] = useState(() => Math.min(place?.at ?? firstOpen(state), questions.length - 1));
  const [kept, setKept] = useState<SittingRoom['kept']>('nothing');
  const latest = useRef(state);
  latest.current = state;
  const waiting = useRef<Waiting>();
  const isOver = useRef(false);
  const writes = useRef(0);
  const openTimes = useOpenTimes(
    isAsking ? questions[at] : undefined,
    () => longer(place?.took ?? {}, tookOf(state)),
    clock,
  );
  const stamped = useRef(0);

  /** A moment later than every one before it, so that of two answers the new one counts. */
  const stamp = useCallback(() => {
    stamped.current = Math.max(clock(), latest.current.latestMs + 1, stamped.current + 1);
    return stamped.current;
  }, [clock]);

  const write = useCallback(
    async (event: Parameters<ExamLog['record']>[2], atMs: number) => {
      writes.current++;
      setKept('keeping');
      await log.record(id, atMs, event);
      writes.current--;
      if (writes.current === 0) setKept('kept');
    },
    [id, log.record],
  );

  const flush = useCallback(async () => {
    const typed = waiting.current;
    waiting.current = undefined;
    if (typed === undefined) return;
    clearTimeout(typed.timer);
    await write(answeredEvent(typed), typed.atMs);
  }, [write]);

  const answer: SittingRoom['answer'] = (question, given, isTyped) => {
    if (waiting.current?.question !== question) void flush();
    else if (waiting.current) clearTimeout(waiting.current.timer);
    waiting.current = undefined;
    if (isSame(latest.current.answers[question], given)) return;
    const atMs = stamp();
    const timed = { ...given, tookMs: Math.round(openTimes()[question] ?? 0) };
    if (!isTyped) return void write(answeredEvent({ question, answer: timed }), atMs);
    setKept('keeping');
    waiting.current = { question, answer: timed, atMs, timer: setTimeout(() => void flush(), REST_MS) };
  };

  const handIn = async (by: 'learner' | 'bell') => {
    if (isOver.current) return;
    isOver.current = true;
    await flush();
    await write({ what: 'submitted', by }, Math.min(stamp(), latest.current.endsMs));
  };

  const tick = () => {
    const now = clock();
    setNow(now);
    keepPlace({ id, latestMs: now, at, took: openTimes() });
    if (timeLeft(latest.current, now) === 0) void handIn('bell');
  };
  const ticking = useRef(tick);
  ticking.current = tick;
  useEffect(() => {
    const run = () => ticking.current();
    const leave = () => void flush();
    run();
    const timer = setInterval(run, 1000);
    addEventListener('visibilitychange', run);
    addEventListener('pagehide', leave);
    return () => {
      clearInterval(timer);
      removeEventListener('visibilitychange', run);
      removeEventListener('pagehide', leave);
      leave();
    };
  }, [id]);

  return {
    leftMs: timeLeft(state, nowMs),
    at,
    goTo: (next) => {
      void flush();
      const inside = Math.max(0, Math.min(next, questions.length - 1));
      setAt(inside);
      keepPlace({ id, latestMs: clock(), at: inside, took: openTimes() });
    },
    answer,
    flag: (question, flagged) => void write({ what: 'flagged', question, flagged }, stamp()),
    handIn,
    kept,
  };
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

/** What the log knows of the times, where the tab remembers nothing. */
function tookOf({ answers }: SittingState): OpenTimes {
  return Object.fromEntries(Object.entries(answers).map(([id, { tookMs = 0 }]) => [id, tookMs]));
}

/** Where an exam goes on when nothing remembers the place. */
function firstOpen({ questions, answers }: SittingState): number {
  const open = questions.findIndex((id) => (answers[id]?.response ?? null) === null);
  return Math.max(0, open);
}
