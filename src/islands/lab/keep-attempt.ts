import type { AnswerSet } from '../../simulator/run.ts';

/** Appends a graded run to the learner's log. The store comes only when there is something to keep. */
export function keepAttempt(id: string, set: AnswerSet, goals: { id: string; met: boolean }[]): void {
  const attempt = {
    kind: 'scenario' as const,
    id,
    set,
    met: goals.every((goal) => goal.met),
    goals: goals.map((goal) => ({ id: goal.id, met: goal.met })),
    atMs: Date.now(),
  };
  // The store keeps what it can and never rejects; without its script (offline, first visit) the run still counts here.
  import('../progress-store.ts').then((store) => store.recordAttempt(attempt)).catch(() => undefined);
}
