import type { Language } from '../../i18n/text.ts';
import type { Spread } from '../../live/frames.ts';
import type { AskedQuestion, QuestionKey } from '../../quiz-engine/asked/asked-question.ts';

/** One bar of a spread. `right`: whether it is the answer; absent where a bar is neither. */
export type SpreadLine = { id: string; label: string; html?: string; count: number; right?: boolean };

export type SpreadWords = { right: string; wrong: string };

/** How a class answered, as bars: choices in their order, numbers by count, everything else right and not right. */
export function spreadLines(asked: AskedQuestion, key: QuestionKey, spread: Spread, words: SpreadWords): SpreadLine[] {
  if ((asked.kind === 'single' || asked.kind === 'multiple') && spread.choices !== undefined) {
    const { choices } = spread;
    const right = key.grading && 'choices' in key.grading ? key.grading.choices : [];
    return asked.choices.map(({ id, html }, index) => ({
      id,
      label: String.fromCharCode(65 + index),
      html,
      count: choices[id] ?? 0,
      right: right.some((choice) => choice.id === id && choice.correct === true),
    }));
  }
  if (asked.kind === 'number' && spread.values !== undefined) {
    const grading = key.grading?.kind === 'number' ? key.grading : undefined;
    const isRight = (value: number) =>
      grading !== undefined && Math.abs(value - grading.value) <= (grading.tolerance ?? 0) + 1e-9;
    return spread.values.map(({ value, count }) => ({
      id: String(value),
      label: String(value),
      count,
      right: isRight(value),
    }));
  }
  return [
    { id: 'right', label: words.right, count: spread.right, right: true },
    { id: 'wrong', label: words.wrong, count: Math.max(0, spread.answered - spread.right), right: false },
  ];
}

/** The longest bar has the whole width; of a class that did not answer every bar is empty. */
export function shareOf(line: SpreadLine, lines: readonly SpreadLine[]): number {
  const most = Math.max(0, ...lines.map(({ count }) => count));
  return most === 0 ? 0 : line.count / most;
}

/** A share from 0 to 1 in whole per cent. */
export function percent(share: number): number {
  return Math.round(share * 100);
}

/** A number as its language writes it. */
export function showCount(lang: Language, count: number): string {
  return new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(count);
}
