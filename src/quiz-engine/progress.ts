import type { Attempt } from './attempt.ts';

/** Where a learner stands, folded from the log. */
export type Progress = {
  questions: Record<string, { tries: number; everCorrect: boolean; lastCorrect: boolean; lastAtMs: number }>;
  scenarios: Record<string, { runs: number; solved: boolean; lastAtMs: number }>;
};

/** Folds attempts in any order into the same progress: the latest by clock decides, ties by what is kinder. */
export function foldProgress(attempts: readonly Attempt[]): Progress {
  // Maps, for an id may come from a file: "toString" is one like any other.
  const questions = new Map<string, Progress['questions'][string]>();
  const scenarios = new Map<string, Progress['scenarios'][string]>();
  for (const attempt of attempts) {
    if (attempt.kind === 'question') {
      const seen = questions.get(attempt.id) ?? { tries: 0, everCorrect: false, lastCorrect: false, lastAtMs: -1 };
      const later = attempt.atMs > seen.lastAtMs;
      const tie = attempt.atMs === seen.lastAtMs;
      questions.set(attempt.id, {
        tries: seen.tries + 1,
        everCorrect: seen.everCorrect || attempt.correct,
        lastCorrect: later ? attempt.correct : tie ? seen.lastCorrect || attempt.correct : seen.lastCorrect,
        lastAtMs: Math.max(seen.lastAtMs, attempt.atMs),
      });
    } else if (attempt.kind === 'scenario') {
      const seen = scenarios.get(attempt.id) ?? { runs: 0, solved: false, lastAtMs: -1 };
      scenarios.set(attempt.id, {
        runs: seen.runs + 1,
        // Who saw the solution has not solved it.
        solved: seen.solved || (attempt.met && !attempt.sawSolution),
        lastAtMs: Math.max(seen.lastAtMs, attempt.atMs),
      });
    }
  }
  return { questions: Object.fromEntries(questions), scenarios: Object.fromEntries(scenarios) };
}
