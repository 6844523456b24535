/** The scores of one item: `scores[i]`, 0 to `max`, is what learner `who[i]` got on the first attempt. */
export type ItemScores = { max: number; who: Int32Array; scores: Float64Array };

/** Everything that was scored. Learners are numbers from 0; who did not answer an item is not in its list. */
export type Scores = { learners: number; items: readonly ItemScores[] };

/** What each learner got of what was asked of them, and the most that anyone was asked for. */
export type Totals = { got: Float64Array; asked: Float64Array; most: number };

export function totalsOf({ learners, items }: Scores): Totals {
  const got = new Float64Array(learners);
  const asked = new Float64Array(learners);
  for (const { max, who, scores } of items) {
    for (let i = 0; i < who.length; i++) {
      const learner = who[i] as number;
      got[learner] = (got[learner] as number) + (scores[i] as number);
      asked[learner] = (asked[learner] as number) + max;
    }
  }
  return { got, asked, most: asked.reduce((most, one) => Math.max(most, one), 0) };
}

/** An item beside the rest of the test, for those learners who answered something else too. */
export type ItemWithRest = {
  /** Their scores on the item, on the rest, and on both together. */
  own: Float64Array;
  rest: Float64Array;
  total: Float64Array;
  /** Where each stands in the item's own list. */
  places: Int32Array;
  /** Some were asked less than others: their rest is scaled up to the same number of points. */
  scaled: boolean;
};

/** Room for an item with its rest, used again for the next item. */
export function roomFor(learners: number): Omit<ItemWithRest, 'scaled'> {
  const list = () => new Float64Array(learners);
  return { own: list(), rest: list(), total: list(), places: new Int32Array(learners) };
}

/**
 * The rest is the total without the item, so that the item is not compared with itself. A learner who was asked less than
 * the most counts with the share got of the rest, scaled to its points: with a full table nothing is scaled.
 * The result stands in `room` and is gone with the next item.
 */
export function withRest(
  { max, who, scores }: ItemScores,
  { got, asked, most }: Totals,
  room: Omit<ItemWithRest, 'scaled'> = roomFor(who.length),
): ItemWithRest {
  const { own, rest, total, places } = room;
  let count = 0;
  let scaled = false;
  for (let i = 0; i < who.length; i++) {
    const learner = who[i] as number;
    const points = asked[learner] as number;
    if (points <= max) continue;
    const score = scores[i] as number;
    const others = (got[learner] as number) - score;
    const left = points === most ? others : (others * (most - max)) / (points - max);
    if (points !== most) scaled = true;
    own[count] = score;
    rest[count] = left;
    total[count] = score + left;
    places[count] = i;
    count++;
  }
  return {
    own: own.subarray(0, count),
    rest: rest.subarray(0, count),
    total: total.subarray(0, count),
    places: places.subarray(0, count),
    scaled,
  };
}
