import type { Attempt } from './attempt.ts';

/** Where a learner stands, folded from the log. */
export type Progress = {
  questions: Record<string, { tries: number; everCorrect: boolean; lastCorrect: boolean; lastAtMs: number }>;
  scenarios: Record<string, { runs: number; solved: boolean; lastAtMs: number }>;
};

/** Folds attempts in any order into the same progress: the latest by clock decides, ties by what is kinder. */
export function foldProgress(attempts: readonly Attempt[]): Progress {
  const progress: Progress = { questions: {}, scenarios: {} };
  for (const attempt of attempts) {
    if (attempt.kind === 'question') {
      const seen = progress.questions[attempt.id] ?? { tries: 0, everCorrect: false, lastCorrect: false, lastAtMs: -1 };
      const later = attempt.atMs > seen.lastAtMs;
      const tie = attempt.atMs === seen.lastAtMs;
      progress.questions[attempt.id] = {
        tries: seen.tries + 1,
        everCorrect: seen.everCorrect || attempt.correct,
        lastCorrect: later ? attempt.correct : tie ? seen.lastCorrect || attempt.correct : seen.lastCorrect,
        lastAtMs: Math.max(seen.lastAtMs, attempt.atMs),
      };
    } else if (attempt.kind === 'scenario') {
      const seen = progress.scenarios[attempt.id] ?? { runs: 0, solved: false, lastAtMs: -1 };
      progress.scenarios[attempt.id] = {
        runs: seen.runs + 1,
        solved: seen.solved || attempt.met,
        lastAtMs: Math.max(seen.lastAtMs, attempt.atMs),
      };
    }
  }
  return progress;
}
