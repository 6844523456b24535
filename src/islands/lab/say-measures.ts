import type { ParWords } from '../../i18n/par-messages.ts';
import type { Measure, Measures } from '../../simulator/scenario/par.ts';
import { clock } from './chart-model.ts';

/** `1 change, $0.4429, settled at 2:04`. */
export function sayMeasures(words: ParWords, { changes, usd, seconds }: Measures): string {
  return [
    words.changes(changes),
    ...(usd === undefined ? [] : [words.usd(String(usd))]),
    ...(seconds === undefined ? [] : [words.seconds(clock(seconds))]),
  ].join(', ');
}

export function sayMeasureNames(words: ParWords, measures: readonly Measure[]): string {
  const names = { changes: words.ofChanges, usd: words.ofUsd, seconds: words.ofSeconds };
  return measures.map((measure) => names[measure]).join(', ');
}
