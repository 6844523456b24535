import type { Reading } from '../../simulator/scenario/scenario-schema.ts';
import { readGuess } from './guess-model.ts';
import { isMoment } from './say.ts';

/** Where a guess lies on the chart: at a second, or at a count of tasks. */
export type GuessLine = { id: string; at: number } | { id: string; count: number };

const COUNTS = /^services\.([^.]+)\.(desired|running|healthy|tasks|pending)$/;

/** The guesses that the chart of a service has an axis for: counts of its tasks, and seconds of the run. */
export function guessLines(
  predict: readonly (Reading & { id: string })[],
  guesses: Readonly<Record<string, string>>,
  service: string,
): GuessLine[] {
  return predict.flatMap(({ id, metric }): GuessLine[] => {
    const guess = readGuess(guesses[id] ?? '');
    if (guess === undefined || guess < 0) return [];
    if (isMoment(metric)) return [{ id, at: guess }];
    return COUNTS.exec(metric)?.[1] === service ? [{ id, count: guess }] : [];
  });
}
