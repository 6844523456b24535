/** One provider of a capacity provider strategy, with the defaults of AWS filled in (5.1). */
export type StrategyItem = { capacityProvider: string; base: number; weight: number };

/** Which provider comes next, by its place in the strategy; `tied` when the order of the list had the last word. */
export type Pick = { index: number; tied: boolean };

/** The strategy as it was written, with `base` and `weight` 0 where nothing is said. */
export function itemsOf(
  specs: readonly { capacityProvider: string; base?: number | undefined; weight?: number | undefined }[],
): StrategyItem[] {
  return specs.map(({ capacityProvider, base = 0, weight = 0 }) => ({ capacityProvider, base, weight }));
}

/**
 * The provider that the next task starts on (5.1): the base first, then the provider that is furthest behind its share
 * of what lies above the base (A8), ties by the order of the list. Whole numbers only: share and placed are compared as
 * weight × tasks and placed × weights. Undefined when the base is full and every weight is 0.
 */
export function nextStart(items: readonly StrategyItem[], placed: readonly number[]): Pick | undefined {
  const based = items.findIndex(({ base }, i) => (placed[i] ?? 0) < base);
  if (based >= 0) return { index: based, tied: false };
  const above = aboveBase(items, placed);
  const total = sum(above) + 1;
  const weights = sum(items.map(({ weight }) => weight));
  const deficits = items.map(({ weight }, i) =>
    weight > 0 ? weight * total - (above[i] as number) * weights : Number.NEGATIVE_INFINITY,
  );
  const best = Math.max(...deficits);
  if (best === Number.NEGATIVE_INFINITY) return undefined;
  return { index: deficits.indexOf(best), tied: deficits.indexOf(best) !== deficits.lastIndexOf(best) };
}

/**
 * The provider that the next task stops on (A9, the reverse of A8): the one that has most above what the strategy gives
 * it of one task fewer, ties by the reverse order of the list. After undisturbed starts that is the provider that came
 * last. Only providers that `may` have one stopped count. Undefined when there is none.
 */
export function nextStop(
  items: readonly StrategyItem[],
  placed: readonly number[],
  may: (item: StrategyItem) => boolean = () => true,
): Pick | undefined {
  const wanted = split(items, sum(placed) - 1);
  const excess = items.map((item, i) => {
    const have = placed[i] ?? 0;
    return have > 0 && may(item) ? have - (wanted[i] as number) : Number.NEGATIVE_INFINITY;
  });
  const best = Math.max(...excess);
  if (best === Number.NEGATIVE_INFINITY) return undefined;
  const index = excess.lastIndexOf(best);
  return { index, tied: excess.indexOf(best) !== index };
}

/**
 * How many of `count` tasks each provider gets when nothing stands in the way. Above the base the order of A8 comes
 * round: whenever as many tasks are placed as the weights add up to, each provider has just its weight of them.
 */
export function split(items: readonly StrategyItem[], count: number): number[] {
  const divisor = items.reduce((common, { weight }) => greatestDivisor(common, weight), 0);
  const round = divisor === 0 ? 0 : sum(items.map(({ weight }) => weight)) / divisor;
  const bases = sum(items.map(({ base }) => base));
  const rounds = round === 0 ? 0 : Math.floor(Math.max(0, count - bases) / round);
  const placed = items.map(({ weight, base }) => (rounds > 0 ? base + (rounds * weight) / divisor : 0));
  for (let n = sum(placed); n < count; n++) {
    const next = nextStart(items, placed);
    if (next === undefined) break;
    placed[next.index] = (placed[next.index] as number) + 1;
  }
  return placed;
}

/** The arithmetic of a split, written out: `FARGATE base 1 + (5 − 1) × 1 ÷ 4 = 2, FARGATE_SPOT (5 − 1) × 3 ÷ 4 = 3`. */
export function sayShares(items: readonly StrategyItem[], count: number): string {
  const shares = split(items, count);
  const bases = Math.min(count, sum(items.map(({ base }) => base)));
  const weights = sum(items.map(({ weight }) => weight));
  const rest = bases > 0 ? `(${count} − ${bases})` : String(count);
  return items
    .map(({ capacityProvider, base, weight }, i) => {
      const own = Math.min(base, count);
      const share = (count - bases) * weight;
      const exact = own * weights + share === (shares[i] as number) * weights;
      const sums = `${own > 0 ? `base ${own} + ` : ''}${rest} × ${weight} ÷ ${weights} = ${sayRatio(own * weights + share, weights)}`;
      return `${capacityProvider} ${sums}${exact ? '' : `, so ${shares[i]}`}`;
    })
    .join('; ');
}

/** A ratio to two places, rounded down, without trailing zeros. */
function sayRatio(part: number, whole: number): string {
  return String(Math.floor((part * 100) / whole) / 100);
}

function aboveBase(items: readonly StrategyItem[], placed: readonly number[]): number[] {
  return items.map(({ base }, i) => Math.max(0, (placed[i] ?? 0) - base));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}
