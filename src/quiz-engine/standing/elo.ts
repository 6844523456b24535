/** An answer as the Elo rule sees it: how hard the item is, how many choices a guess has, and what came of it. */
export type EloAnswer = { difficulty: number; choices: number; correct: boolean };

/** The chance of a right answer: a guess, and above it the logistic curve of ability minus difficulty. */
export function chanceOf(ability: number, difficulty: number, choices: number): number {
  const guess = choices > 0 ? 1 / choices : 0;
  return guess + (1 - guess) / (1 + Math.exp(difficulty - ability));
}

/** How far one more answer moves an estimate that rests on n answers (Pelánek 2016). */
function uncertainty(n: number): number {
  return 1 / (1 + 0.05 * n);
}

/** A learner's ability from answers in order, from 0; items keep the difficulty they came with. */
export function abilityOf(answers: readonly EloAnswer[]): number {
  return answers.reduce(
    (ability, { difficulty, choices, correct }, n) =>
      ability + uncertainty(n) * ((correct ? 1 : 0) - chanceOf(ability, difficulty, choices)),
    0,
  );
}

/** Fits difficulties from pooled answers of many learners, in order of time; both sides move. */
export function fitDifficulties(
  answers: readonly { learner: string; item: string; choices: number; correct: boolean }[],
): Map<string, { difficulty: number; n: number }> {
  const learners = new Map<string, { value: number; n: number }>();
  const items = new Map<string, { difficulty: number; n: number }>();
  for (const { learner, item, choices, correct } of answers) {
    const who = learners.get(learner) ?? { value: 0, n: 0 };
    const what = items.get(item) ?? { difficulty: 0, n: 0 };
    const surprise = (correct ? 1 : 0) - chanceOf(who.value, what.difficulty, choices);
    learners.set(learner, { value: who.value + uncertainty(who.n) * surprise, n: who.n + 1 });
    items.set(item, { difficulty: what.difficulty - uncertainty(what.n) * surprise, n: what.n + 1 });
  }
  return items;
}

/** The item whose chance of a right answer is nearest to `target` (three of four, by default): neither dull nor hopeless. */
export function nextItem<T extends { id: string; difficulty: number; choices: number }>(
  ability: number,
  items: readonly T[],
  target = 0.75,
): T | undefined {
  const distance = ({ difficulty, choices }: T) => Math.abs(chanceOf(ability, difficulty, choices) - target);
  return [...items].sort((a, b) => distance(a) - distance(b) || (a.id < b.id ? -1 : 1))[0];
}
