import { useCallback, useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Attempt, QuestionAttempt, Sitting } from '../../quiz-engine/attempt.ts';
import { foldSitting, type SittingState } from '../../quiz-engine/exam/sitting.ts';
import { type Keeping, readLog, recordAttempt } from '../progress-store.ts';
import { type ExamMessage, openChannel } from './exam-channel.ts';

export type ExamLog = {
  /** False until the log was read. */
  ready: boolean;
  /** Every exam of this device, the latest first. */
  sittings: SittingState[];
  /** Answers that exams left in the log. */
  graded: readonly QuestionAttempt[];
  /** Appends an event: shown at once, in the log when the promise ends, told to the other tabs. */
  record: (id: string, atMs: number, event: Sitting['event']) => Promise<void>;
  keeping: Keeping | undefined;
  /** Events of a sitting that other tabs wrote. */
  foreign: readonly Sitting[];
  /** Another tab shows this sitting. */
  isElsewhere: (id: string) => boolean;
  /** Says to the other tabs that this one shows a sitting; returns how to take it back. */
  show: (id: string) => () => void;
};

/** The exams in the learner's log, followed while other tabs go on with them. */
export function useExamLog(): ExamLog {
  const [events, setEvents] = useState<readonly Sitting[]>();
  const [graded, setGraded] = useState<readonly QuestionAttempt[]>([]);
  const [foreign, setForeign] = useState<readonly Sitting[]>([]);
  const [keeping, setKeeping] = useState<Keeping>();
  const [elsewhere, setElsewhere] = useState<readonly string[]>([]);
  const channel = useRef<ReturnType<typeof openChannel>>();
  const shown = useRef<string>();

  useEffect(() => {
    const read = async () => {
      const { attempts, keeping: where } = await readLog();
      const stored = attempts.filter((attempt) => attempt.kind === 'sitting');
      // What came over the line meanwhile is in both; the fold does not mind.
      setEvents((before = []) => [...stored, ...before]);
      setGraded(attempts.filter((attempt) => attempt.kind === 'question').filter(ofExam));
      setKeeping(where);
    };
    const forget = () => {
      setEvents([]);
      setGraded([]);
    };
    const note = ({ detail }: CustomEvent<Attempt>) => {
      if (detail.kind === 'question' && ofExam(detail)) setGraded((before) => [...before, detail]);
    };
    const hear = (message: ExamMessage) => {
      if (message.say === 'event') {
        setEvents((before = []) => [...before, message.event]);
        setForeign((before) => [...before, message.event]);
      } else if (message.say === 'here') {
        setElsewhere((before) => (before.includes(message.sitting) ? before : [...before, message.sitting]));
        if (message.asks && shown.current === message.sitting)
          channel.current?.tell({ say: 'here', sitting: message.sitting, asks: false });
      } else {
        setElsewhere((before) => before.filter((id) => id !== message.sitting));
      }
    };
    channel.current = openChannel(hear);
    void read();
    addEventListener('drydock:deleted', forget);
    addEventListener('drydock:attempt', note as EventListener);
    return () => {
      channel.current?.close();
      removeEventListener('drydock:deleted', forget);
      removeEventListener('drydock:attempt', note as EventListener);
    };
  }, []);

  const record = useCallback(async (id: string, atMs: number, event: Sitting['event']) => {
    const attempt: Sitting = { kind: 'sitting', id, atMs, event };
    setEvents((before = []) => [...before, attempt]);
    setKeeping(await recordAttempt(attempt));
    channel.current?.tell({ say: 'event', event: attempt });
  }, []);

  const show = useCallback((id: string) => {
    shown.current = id;
    const leave = () => channel.current?.tell({ say: 'gone', sitting: id });
    channel.current?.tell({ say: 'here', sitting: id, asks: true });
    addEventListener('pagehide', leave);
    return () => {
      shown.current = undefined;
      removeEventListener('pagehide', leave);
      leave();
    };
  }, []);

  const sittings = useMemo(() => foldAll(events ?? []), [events]);
  return {
    ready: events !== undefined,
    sittings,
    graded,
    record,
    keeping,
    foreign,
    isElsewhere: (id) => elsewhere.includes(id),
    show,
  };
}

function ofExam({ sitting }: QuestionAttempt): boolean {
  return sitting !== undefined;
}

function foldAll(events: readonly Sitting[]): SittingState[] {
  const own = new Map<string, Sitting[]>();
  for (const event of events) {
    const before = own.get(event.id);
    if (before) before.push(event);
    else own.set(event.id, [event]);
  }
  return [...own.values()]
    .flatMap((each) => foldSitting(each) ?? [])
    .sort((a, b) => b.beganMs - a.beganMs || (a.id < b.id ? -1 : 1));
}
