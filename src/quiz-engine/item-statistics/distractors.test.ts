import { describe, expect, it } from 'vitest';
import type { Response } from '../grade.ts';
import { type KnownQuestion, kindOfResponses, optionsIn } from './answer-options.ts';
import { answerTable } from './distractors.ts';
import { momentsOf } from './moments.ts';
import type { ItemWithRest } from './scores.ts';

function restOf(own: number[], total: number[]): ItemWithRest {
  return {
    own: Float64Array.from(own),
    total: Float64Array.from(total),
    rest: Float64Array.from(total, (sum, i) => sum - (own[i] as number)),
    places: Int32Array.from(own.keys()),
    scaled: false,
  };
}

/** Every learner with a response of their own. */
function tableOf(responses: readonly Response[], own: number[], total: number[], known?: KnownQuestion) {
  const item = { responses, gave: Int32Array.from(responses.keys()), scores: Float64Array.from(own), max: 1 };
  const rest = restOf(own, total);
  return answerTable(item, rest, { all: momentsOf(rest.total), known });
}

const CHOICES = ['a', 'b', 'c', 'd'].map((id) => ({ id, correct: id === 'a' }));

describe('the table of answers', () => {
  // Ten learners, key a; the strongest take b. Totals 10, 9, … 1.
  const taken = ['b', 'b', 'a', 'a', 'a', 'b', 'c', 'c', 'a', ''];
  const own = taken.map((id) => (id === 'a' ? 1 : 0));
  const total = taken.map((_, i) => 10 - i);
  const responses: Response[] = taken.map((id) => (id === '' ? [] : [id]));
  const known = { version: 'v', kind: 'single' as const, choices: CHOICES };

  it('equals one worked out by hand to 1e-9', () => {
    const { options, open, more } = tableOf(responses, own, total, known);
    expect([options.map(({ id }) => id), open, more]).toEqual([['a', 'b', 'c', 'd'], 1, 0]);
    const [a, b, c, d] = options;
    expect(a).toMatchObject({ correct: true, chosen: 4, share: 0.4, adjusted: undefined, working: undefined });
    expect(b).toMatchObject({ correct: false, chosen: 3, share: 0.3, working: true, inverted: true });
    expect(b?.adjusted).toBeCloseTo(0.5, 12);
    // b: totals 10, 9, 5; the others 31 in seven; s_T² = 8.25.
    expect(b?.pointBiserial).toBeCloseTo(((8 - 31 / 7) / Math.sqrt(8.25)) * Math.sqrt(0.3 * 0.7), 12);
    // c: totals 4, 3; the others 48 in eight.
    expect(c?.pointBiserial).toBeCloseTo(((3.5 - 6) / Math.sqrt(8.25)) * Math.sqrt(0.2 * 0.8), 12);
    expect(c).toMatchObject({ working: true, inverted: false });
    expect(d).toMatchObject({ chosen: 0, share: 0, adjusted: 0, working: false, workingByShare: false });
    expect(d?.pointBiserial).toBeUndefined();
  });

  it('without the question at hand is the same but for what nobody chose', () => {
    const withKey = tableOf(responses, own, total, known);
    const without = tableOf(responses, own, total);
    expect(without.options).toEqual(withKey.options.slice(0, 3));
  });

  it('counts a distractor as working by both rules apart', () => {
    const many = Array.from({ length: 100 }, (_, i) => (i < 96 ? 'a' : i < 99 ? 'b' : 'c'));
    const scores = many.map((id) => (id === 'a' ? 1 : 0));
    const table = tableOf(
      many.map((id) => [id]),
      scores,
      scores,
      known,
    );
    // Three of a hundred are 75 % of those who were wrong: it works, though the older rule asks for five.
    expect(table.options[1]).toMatchObject({ share: 0.03, working: true, workingByShare: false });
    expect(table.options[2]).toMatchObject({ share: 0.01, working: false, workingByShare: false });
  });

  it('shows the usual ones of many different answers and counts the rest', () => {
    const numbers = Array.from({ length: 30 }, (_, i) => (i < 10 ? 7 : i));
    const scores = numbers.map((value) => (value === 7 ? 1 : 0));
    const table = tableOf(numbers, scores, scores);
    expect(table).toMatchObject({ kind: 'number', more: 9 });
    expect(table.options[0]).toMatchObject({ id: '7', correct: true, chosen: 10 });
  });
});

describe('a response', () => {
  it.each<[string, Response[], string]>([
    ['one choice each', [['a'], ['b'], []], 'single'],
    ['several choices', [['a', 'b'], ['b']], 'multiple'],
    [
      'the same things in different orders',
      [
        ['a', 'b', 'c'],
        ['b', 'a', 'c'],
      ],
      'order',
    ],
    ['pairs', [{ l: 'r' }, { l: 's' }], 'match'],
    ['numbers', [4, 5, null], 'number'],
    ['parts', [{ one: ['a'], two: 3 }], 'case'],
    ['nothing', [], 'single'],
  ])('is read by what it holds: %s', (_, responses, kind) => {
    expect(kindOfResponses(responses)).toBe(kind);
  });

  it.each<[Response, Parameters<typeof optionsIn>[1], string[]]>([
    [['a', 'a', 'b'], 'multiple', ['a', 'b']],
    [['c', 'a'], 'order', ['c › a']],
    [{ l: 'r' }, 'match', ['l → r']],
    [{ two: 3, one: ['a'] }, 'case', ['one: ["a"], two: 3']],
    [4.5, 'number', ['4.5']],
    [null, 'single', []],
    ['', 'single', []],
    [{}, 'case', []],
    [['x'.repeat(200)], 'single', [`${'x'.repeat(79)}…`]],
  ])('%j of kind %s names what was chosen', (response, kind, options) => {
    expect(optionsIn(response, kind)).toEqual(options);
  });
});
