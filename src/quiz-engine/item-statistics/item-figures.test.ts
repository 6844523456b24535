import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceCorrected, effectiveWeights, type ItemFigures, itemFigures } from './item-figures.ts';
import { MARKS, PUBLISHED } from './moodle-quiz-00.fixture.ts';
import { type Scores, totalsOf, withRest } from './scores.ts';
import { lengthFor, spearmanBrown, testFigures } from './test-figures.ts';

/** Rows are learners; undefined is a question that was not answered. */
function scoresOf(rows: readonly (readonly (number | undefined)[])[], max = 1): Scores {
  const items = (rows[0] ?? []).map((_, column) => {
    const answered = rows.flatMap((row, who) => (row[column] === undefined ? [] : [{ who, score: row[column] }]));
    return {
      max,
      who: Int32Array.from(answered, ({ who }) => who),
      scores: Float64Array.from(answered, ({ score }) => score),
    };
  });
  return { learners: rows.length, items };
}

function figuresOf(rows: readonly (readonly (number | undefined)[])[], max = 1): ItemFigures[] {
  const scores = scoresOf(rows, max);
  const totals = totalsOf(scores);
  return scores.items.map((item) => itemFigures(item, withRest(item, totals)));
}

/** Six learners, four questions, worked out by hand; totals 4 3 2 2 1 0. */
const SIX = [
  [1, 1, 1, 1],
  [1, 1, 1, 0],
  [1, 1, 0, 0],
  [1, 0, 0, 1],
  [0, 1, 0, 0],
  [0, 0, 0, 0],
];

describe('the figures of a question', () => {
  it("equal Moodle's published ones in all 63 cells", () => {
    const figures = figuresOf(MARKS);
    const weights = effectiveWeights(figures.map(({ totalCovariance }) => totalCovariance));
    const cells = figures.map((one, i) => [
      one.facility,
      one.sd,
      weights[i],
      one.covariance,
      one.variance,
      one.restVariance,
      one.discrimination,
      one.largestCovariance,
      one.efficiency,
    ]);
    let count = 0;
    for (const [row, published] of PUBLISHED.entries()) {
      for (const [column, value] of published.entries()) {
        // Moodle's marks have seven decimals, so its figures agree to about as many digits.
        expect(Math.abs((cells[row]?.[column] ?? Number.NaN) / value - 1), `cell ${row}, ${column}`).toBeLessThan(1e-7);
        count++;
      }
    }
    expect(count).toBe(63);
    expect(testFigures(scoresOf(MARKS))?.alpha).toBeCloseTo(-0.872, 3);
  });

  it('equal a table worked out by hand to 1e-9', () => {
    const [first] = figuresOf(SIX);
    // Item 1: 1 1 1 1 0 0; rest 3 2 1 1 1 0; total 4 3 2 2 1 0.
    expect(first).toMatchObject({ n: 6, nRest: 6, scaled: false });
    near(first?.facility, 2 / 3);
    near(first?.sd, Math.sqrt(4 / 15));
    near(first?.variance, 4 / 15);
    near(first?.restVariance, (16 - 64 / 6) / 5);
    near(first?.covariance, (7 - (4 * 8) / 6) / 5);
    near(first?.discrimination, (100 * (5 / 3)) / Math.sqrt((4 / 3) * (16 / 3)));
    // Sorted: 0 0 1 1 1 1 with 0 1 1 1 2 3.
    near(first?.largestCovariance, (7 - 16 / 3) / 5);
    near(first?.efficiency, 100);
    // M₁ = 11/4, M₀ = 1/2, s_T² = 34/6 − 4 = 5/3, pq = 2/9.
    const r = ((11 / 4 - 1 / 2) / Math.sqrt(5 / 3)) * Math.sqrt(2 / 9);
    near(first?.pointBiserial, r);
    near(first?.corrected, 5 / 3 / Math.sqrt((4 / 3) * (16 / 3)));
    near(first?.totalCovariance, 1 / 3 + 4 / 15);
    // 27 % of six are two: 1, 1 above; 0, 0 below.
    near(first?.upperLower, 1);
    // The roots of (p − π)² = z² π(1 − π)/n for 4 of 6 (Wilson 1927).
    const z = 1.959963984540054;
    const root = z * Math.sqrt(z * z + (4 * 4 * 2) / 6);
    near(first?.low, (2 * 4 + z * z - root) / (2 * (6 + z * z)));
    near(first?.high, (2 * 4 + z * z + root) / (2 * (6 + z * z)));
    near(chanceCorrected(2 / 3, 1 / 4), 5 / 9);
  });

  it('share the last places of a group among those who tie, so that order means nothing', () => {
    // Groups of two; the totals 1 1 1 tie for the last place of the lower one: 0 and a third of 0 + 1 + 1.
    const rows = [
      [1, 1, 1],
      [1, 1, 0],
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0, 0, 0],
    ];
    near(figuresOf(rows)[0]?.upperLower, (2 - 1 / 3) / 2);
    near(figuresOf([...rows].reverse())[0]?.upperLower, (2 - 1 / 3) / 2);
  });

  it('are undefined where nothing varies, never NaN', () => {
    for (const one of figuresOf([
      [1, 1],
      [1, 0],
      [1, 1],
    ])) {
      for (const value of Object.values(one)) expect(value).not.toBeNaN();
    }
    expect(
      figuresOf([
        [1, 1],
        [1, 0],
        [1, 1],
      ])[0],
    ).toMatchObject({
      facility: 1,
      discrimination: undefined,
      pointBiserial: undefined,
      efficiency: undefined,
      covariance: 0,
    });
    expect(figuresOf([[1]])[0]).toMatchObject({ n: 1, nRest: 0, sd: undefined, upperLower: undefined });
  });

  it('keep their digits when scores are huge and differ little', () => {
    const huge = MARKS.map((row) => row.map((mark) => 1e9 + mark));
    const [small, large] = [figuresOf(MARKS), figuresOf(huge, 1e9 + 1)];
    for (const [i, one] of small.entries()) {
      expect(large[i]?.variance).toBeCloseTo(one.variance ?? 0, 6);
      expect(large[i]?.covariance).toBeCloseTo(one.covariance ?? 0, 5);
    }
  });

  it('scale the rest of learners who were asked less', () => {
    const [first] = figuresOf([
      [1, 1, 1],
      [0, 1, undefined],
      [1, 0, 0],
    ]);
    // The second got 1 of 1 elsewhere: 2 of 2.
    expect(first?.scaled).toBe(true);
    near(first?.covariance, (2 - (2 * 4) / 3) / 2);
  });
});

describe('an item that works against the total', () => {
  it('weighs nothing', () => {
    const weights = effectiveWeights([4, -1, 9, undefined]);
    near(weights[0], 40);
    expect(weights[1]).toBe(0);
    near(weights[2], 60);
    expect(weights[3]).toBeUndefined();
  });
});

describe('the figures of a test', () => {
  it('equal a table worked out by hand to 1e-9', () => {
    const test = testFigures(scoresOf(SIX));
    // Item variances · 6/5 … Σ pq = 2/9 + 2/9 + 2/9 + 2/9 and σ_T² = 5/3, all with n.
    const alpha = (4 / 3) * (1 - 8 / 9 / (5 / 3));
    expect(test).toMatchObject({ n: 6, k: 4, max: 4 });
    near(test?.mean, 2);
    near(test?.sd, Math.sqrt(2));
    near(test?.alpha, alpha);
    near(test?.kr20, alpha);
    near(test?.errorRatio, 100 * Math.sqrt(1 - alpha));
    near(test?.sem, Math.sqrt(2) * Math.sqrt(1 - alpha));
    near(spearmanBrown(alpha, 2), (2 * alpha) / (1 + alpha));
    near(spearmanBrown(alpha, lengthFor(alpha, 0.75) ?? 0), 0.75);
    expect(lengthFor(-0.2, 0.75)).toBeUndefined();
  });

  it('come from learners and questions without a gap, as many answers as there are', () => {
    const test = testFigures(
      scoresOf([
        [1, 0, undefined],
        [1, 1, 1],
        [0, 1, undefined],
        [undefined, undefined, 1],
      ]),
    );
    expect(test).toMatchObject({ n: 3, k: 2, items: [0, 1] });
    expect(
      testFigures(
        scoresOf([
          [1, undefined],
          [undefined, 1],
        ]),
      ),
    ).toBeUndefined();
    expect(testFigures(scoresOf([]))).toBeUndefined();
  });
});

const table = fc
  .tuple(fc.integer({ min: 2, max: 12 }), fc.integer({ min: 2, max: 6 }))
  .chain(([n, k]) =>
    fc.array(fc.array(fc.constantFrom(0, 1), { minLength: k, maxLength: k }), { minLength: n, maxLength: n }),
  );

describe('always', () => {
  it('α equals KR-20 for items of 0 and 1', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const test = testFigures(scoresOf(rows));
        if (test?.alpha !== undefined) near(test.kr20, test.alpha);
        expect(test?.kr20 === undefined).toBe(test?.alpha === undefined);
      }),
    );
  });

  it('the corrected point-biserial is the item–rest correlation, within −1 and 1', () => {
    fc.assert(
      fc.property(table, (rows) => {
        for (const { corrected, discrimination, pointBiserial, efficiency } of figuresOf(rows)) {
          if (corrected !== undefined && discrimination !== undefined) near(100 * corrected, discrimination, 1e-6);
          for (const r of [corrected, pointBiserial]) expect(Math.abs(r ?? 0)).toBeLessThanOrEqual(1 + 1e-9);
          expect(efficiency ?? 0).toBeLessThanOrEqual(100 + 1e-9);
        }
      }),
    );
  });

  it('the order of learners changes nothing', () => {
    fc.assert(
      fc.property(table, fc.nat(), (rows, turn) => {
        const cut = turn % rows.length;
        const turned = [...rows.slice(cut), ...rows.slice(0, cut)].reverse();
        expectSame(figuresOf(turned), figuresOf(rows));
        near(testFigures(scoresOf(turned))?.alpha ?? 9, testFigures(scoresOf(rows))?.alpha ?? 9);
      }),
    );
  });

  it('a question that everybody gets right changes no discrimination', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const before = figuresOf(rows);
        const after = figuresOf(rows.map((row) => [...row, 1]));
        expect(after.at(-1)).toMatchObject({ discrimination: undefined, variance: 0 });
        for (const [i, one] of before.entries()) {
          expectClose(after[i]?.discrimination, one.discrimination);
          expectClose(after[i]?.covariance, one.covariance);
          expectClose(after[i]?.upperLower, one.upperLower);
        }
      }),
    );
  });

  it('counting twice as many points for everything changes no ratio', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const doubled = figuresOf(
          rows.map((row) => row.map((score) => 2 * score)),
          2,
        );
        for (const [i, one] of figuresOf(rows).entries()) {
          for (const key of ['facility', 'discrimination', 'pointBiserial', 'upperLower', 'efficiency'] as const)
            expectClose(doubled[i]?.[key], one[key]);
        }
      }),
    );
  });
});

function near(value: number | undefined, expected: number, within = 1e-9): void {
  expect(Math.abs((value ?? Number.NaN) - expected), `${value} beside ${expected}`).toBeLessThan(within);
}

function expectClose(value: number | undefined, expected: number | undefined): void {
  if (expected === undefined) expect(value).toBeUndefined();
  else near(value, expected);
}

function expectSame(ours: readonly ItemFigures[], theirs: readonly ItemFigures[]): void {
  for (const [i, one] of theirs.entries()) {
    for (const [key, value] of Object.entries(one)) {
      const mine = ours[i]?.[key as keyof ItemFigures];
      if (typeof value === 'number') near(mine as number | undefined, value);
      else expect(mine).toBe(value);
    }
  }
}
