import { FLAGS, type Flag } from '../../quiz-engine/item-statistics/flags.ts';
import type { QuestionStatistics } from '../../quiz-engine/item-statistics/item-statistics.ts';

export type Column = 'question' | 'n' | 'right' | 'd' | 'r' | 'delta' | 'flags';
export type Order = { column: Column; isDescending: boolean };

/** What is shown: everything, whatever has a flag that is about the question, or one flag. */
export type Filter = 'all' | 'any' | Flag;

/** These say that there are few learners, not that the question is at fault. */
const ABOUT_N: readonly Flag[] = ['few-for-r', 'too-few'];

export function isFlagged({ flags }: QuestionStatistics): boolean {
  return flags.some((flag) => !ABOUT_N.includes(flag));
}

/** The flags that occur, the gravest first, with how many questions have them. */
export function countFlags(questions: readonly QuestionStatistics[]): { flag: Flag; count: number }[] {
  return FLAGS.map((flag) => ({
    flag,
    count: questions.filter(({ flags }) => flags.includes(flag)).length,
  })).filter(({ count }) => count > 0);
}

export function filtered(questions: readonly QuestionStatistics[], filter: Filter): QuestionStatistics[] {
  if (filter === 'all') return [...questions];
  return questions.filter((question) => (filter === 'any' ? isFlagged(question) : question.flags.includes(filter)));
}

/** A question in a version. */
export function nameOf({ id, version }: Pick<QuestionStatistics, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

/** What a column is sorted by; undefined, which comes last either way. */
const VALUES: Readonly<Record<Column, (question: QuestionStatistics) => number | undefined>> = {
  question: () => 0,
  n: ({ n }) => n,
  right: ({ facility }) => facility,
  d: ({ upperLower }) => upperLower,
  r: ({ corrected }) => corrected,
  delta: ({ difference }) => (difference.delta === undefined ? undefined : Math.abs(difference.delta)),
  // The gravest flag first, then the number of flags.
  flags: ({ flags }) => {
    const [gravest] = flags;
    return gravest === undefined ? 0 : (FLAGS.length - FLAGS.indexOf(gravest)) * 100 + flags.length;
  },
};

export function ordered(
  questions: readonly QuestionStatistics[],
  { column, isDescending }: Order,
): QuestionStatistics[] {
  const sortedBy = VALUES[column];
  const turn = isDescending ? -1 : 1;
  const byName = (a: QuestionStatistics, b: QuestionStatistics) =>
    a.id === b.id ? (a.version < b.version ? -1 : 1) : a.id < b.id ? -1 : 1;
  return [...questions].sort((a, b) => {
    const [x, y] = [sortedBy(a), sortedBy(b)];
    if (x !== y) {
      if (x === undefined) return 1;
      if (y === undefined) return -1;
      return turn * (x - y);
    }
    return (column === 'question' ? turn : 1) * byName(a, b);
  });
}

/** A number as it is read: two places, a real minus, and a dash for what cannot be computed. */
export function show(value: number | undefined, places = 2): string {
  if (value === undefined) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const text = Math.abs(value).toFixed(places);
  return value < 0 && Number(text) !== 0 ? `−${text}` : text;
}

export function percent(share: number | undefined): string {
  return share === undefined ? '–' : `${show(100 * share, 0)} %`;
}
