import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type SittingState, timeLeft } from '../../quiz-engine/exam/sitting.ts';
import { keepPlace, readPlace, steadyClock } from './exam-clock.ts';
import { longer, type OpenTimes, useOpenTimes } from './open-time.ts';
import { type Answer, useAnswering, useWriting } from './use-answers.ts';
import type { ExamLog } from './use-exam-log.ts';

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
  const latest = useRef(state);
  latest.current = state;
  const isOver = useRef(false);
  const openTimes = useOpenTimes(
    isAsking ? questions[at] : undefined,
    () => longer(place?.took ?? {}, tookOf(state)),
    clock,
  );
  const writing = useWriting(log, latest, clock);
  const { write, stamp, kept } = writing;
  const { answer, flush } = useAnswering(writing, latest, openTimes);

  const handIn = async (by: 'learner' | 'bell') => {
    if (isOver.current) return;
    isOver.current = true;
    await flush();
    await write({ what: 'submitted', by }, Math.min(stamp(), latest.current.endsMs));
  };

  useTicking(id, {
    tick: () => {
      const now = clock();
      setNow(now);
      keepPlace({ id, latestMs: now, at, took: openTimes() });
      if (timeLeft(latest.current, now) === 0) void handIn('bell');
    },
    leave: () => void flush(),
  });

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

/** Every second, and whenever the page is seen or left; `leave` also when nothing shows the sitting any more. */
function useTicking(id: string, does: { tick: () => void; leave: () => void }): void {
  const ticking = useRef(does);
  ticking.current = does;
  useEffect(() => {
    const run = () => ticking.current.tick();
    const leave = () => ticking.current.leave();
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
