import type { Attempt } from '../../quiz-engine/attempt.ts';
import type { BankLine } from '../../quiz-engine/exam/bank.ts';
import { answersInOrder } from '../../quiz-engine/standing/first-answers.ts';
import { randomFrom, shuffle } from '../../random/random.ts';

/** What is practised, as the address says it: a reload, the back button and a bookmark know it too. */
export type Choice =
  | { by: 'all' }
  | { by: 'lesson' | 'objective' | 'exam'; id: string }
  | { by: 'ids'; ids: readonly string[] };

/** `#lesson=…`, `#objective=…`, `#exam=SAA`, `#ids=a,b`, `#all`; undefined for any other fragment. */
export function readChoice(hash: string): Choice | undefined {
  if (hash === '#all') return { by: 'all' };
  const [, by, text = ''] = /^#(lesson|objective|exam|ids)=([\w.,-]{1,4000})$/.exec(hash) ?? [];
  if (by === undefined) return undefined;
  if (by === 'ids') return { by, ids: text.split(',').filter((id) => id !== '') };
  return { by: by as 'lesson' | 'objective' | 'exam', id: text };
}

export function writeChoice(choice: Choice): string {
  if (choice.by === 'all') return '#all';
  return choice.by === 'ids' ? `#ids=${choice.ids.join(',')}` : `#${choice.by}=${choice.id}`;
}

/** The questions of a choice. A question that is gone is left out. */
export function questionsOf(bank: readonly BankLine[], choice: Choice): BankLine[] {
  return bank.filter((line) => {
    if (choice.by === 'all') return true;
    if (choice.by === 'ids') return choice.ids.includes(line.id);
    if (choice.by === 'exam') return line.exams.includes(choice.id);
    return choice.by === 'lesson' ? line.set === choice.id : line.objective === choice.id;
  });
}

/** The question at a place of an endless practice: each round asks all of them, in an order of its own. */
export function questionAt<T extends { id: string }>(
  questions: readonly T[],
  seed: number,
  place: number,
): T | undefined {
  return orderOf(questions, seed, Math.floor(place / questions.length))[place % questions.length];
}

/** The last of a round is not the first of the next, where there is another. */
function orderOf<T extends { id: string }>(questions: readonly T[], seed: number, round: number): T[] {
  const sorted = questions.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  let order = shuffle(sorted, randomFrom('practice', seed, 0));
  for (let each = 1; each <= round; each++) {
    const [first, second, ...others] = shuffle(sorted, randomFrom('practice', seed, each));
    const isRepeated = first !== undefined && first === order.at(-1);
    order =
      isRepeated && second ? [second, first, ...others] : [first, second, ...others].filter((one) => one !== undefined);
  }
  return order;
}

/** The seed of the next asking of each question: one more than it ever had, so that no drawing comes twice before all came. */
export function nextSeeds(attempts: readonly Attempt[]): Map<string, number> {
  const seeds = new Map<string, number>();
  for (const attempt of attempts) {
    if (attempt.kind !== 'question') continue;
    seeds.set(attempt.id, Math.max(seeds.get(attempt.id) ?? 1, (attempt.seed ?? 0) + 1));
  }
  return seeds;
}

/** Questions of the bank whose latest answer was wrong. */
export function lastWrong(attempts: readonly Attempt[], bank: readonly BankLine[]): string[] {
  const last = new Map(answersInOrder(attempts).map(({ id, correct }) => [id, correct]));
  return bank.filter(({ id }) => last.get(id) === false).map(({ id }) => id);
}
