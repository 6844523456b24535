import type { AnswerSet, Grade } from '../../simulator/run.ts';
import { measuresOf } from '../../simulator/scenario/par.ts';

export type GradedAnswer = {
  id: string;
  set: AnswerSet;
  grade: Grade;
  /** Hints that were open. */
  hints?: number;
  /** Which drawing of the scenario it was; 0 as it was written. */
  draw?: number;
  /** A solution had been looked at. */
  sawSolution?: boolean;
};

/** Appends a graded run to the learner's log, with what it took. The store comes only when there is something to keep. */
export function keepAttempt({ id, set, grade, hints, draw = 0, sawSolution }: GradedAnswer): void {
  const { goals } = grade;
  const { changes: _, ...took } = measuresOf(grade, set, grade.input.world);
  const attempt = {
    kind: 'scenario' as const,
    id,
    set,
    met: goals.every((goal) => goal.met),
    goals: goals.map((goal) => ({ id: goal.id, met: goal.met })),
    atMs: Date.now(),
    ...took,
    ...(hints === undefined ? {} : { hints }),
    ...(draw > 0 ? { seed: draw } : {}),
    ...(sawSolution ? { sawSolution } : {}),
  };
  // The store keeps what it can and never rejects; without its script (offline, first visit) the run still counts here.
  import('../progress-store.ts').then((store) => store.recordAttempt(attempt)).catch(() => undefined);
}
