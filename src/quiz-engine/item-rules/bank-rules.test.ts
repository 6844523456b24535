import { describe, expect, it } from 'vitest';
import type { Choice, Question } from '../question-schema.ts';
import { checkBank } from './check-items.ts';
import { independence } from './independence.ts';
import { itemOf } from './item.ts';
import { keyLength } from './key-length.ts';
import { keyPosition } from './key-position.ts';
import { choices, question } from './question.fixture.ts';

/** Questions of four choices with the right one at these positions. */
const bankWith = (...positions: number[]) => positions.map((position) => question({ choices: choices(4, position) }));
const times = (count: number, position: number): number[] => Array(count).fill(position);

describe('O3: right choices stand at every position about equally often', () => {
  it.each([
    ['an even bank', bankWith(...times(10, 0), ...times(10, 1), ...times(10, 2), ...times(10, 3)), 0],
    [
      'an uneven bank that chance explains',
      bankWith(...times(14, 0), ...times(8, 1), ...times(9, 2), ...times(9, 3)),
      0,
    ],
    ['a bank too small to tell', bankWith(...times(12, 0)), 0],
    [
      'a bank whose keys stand in the middle',
      bankWith(...times(3, 0), ...times(18, 1), ...times(16, 2), ...times(3, 3)),
      1,
    ],
    [
      'questions with several right choices, evenly',
      Array.from({ length: 20 }, (_, n) => question({ choices: choices(5, n % 5, (n + 2) % 5) })),
      0,
    ],
    [
      'questions with several right choices, always the first two',
      Array.from({ length: 20 }, () => question({ choices: choices(5, 0, 1) })),
      1,
    ],
  ] as [string, Question[], number][])('%s', (_, bank, faults) => {
    expect(keyPosition.check(bank.map(itemOf))).toHaveLength(faults);
  });

  it('says where they stand and what would be even', () => {
    expect(keyPosition.check(bankWith(...times(24, 1)).map(itemOf))).toEqual([
      'of the 24 questions with 4 choices, the right choice stands 0 times at position 1, 24 times at position 2, 0 times at position 3, 0 times at position 4, where 6.0 is even (χ², p = 0.0000); move right choices',
    ]);
  });
});

describe('O7-bank: a right choice is the longest no more often than chance makes it', () => {
  /** Choices of one length, but for the one at `longest`; the first is right. */
  const withLongest = (longest: number | undefined) =>
    question({
      choices: choices(4, 0).map((one, index) => ({
        ...one,
        text: { en: index === longest ? 'A longer text' : 'A text', ko: '글' },
      })),
    });
  const bank = (keys: number, others: number) => [
    ...Array(keys).fill(withLongest(0)),
    ...Array(others).fill(withLongest(2)),
  ];

  it.each([
    ['a bank as chance makes it', bank(5, 15), 0],
    ['a bank at the edge of chance: 9 of 20', bank(9, 11), 0],
    ['a bank beyond it: 10 of 20', bank(10, 10), 1],
    ['a bank whose choices are equally long', Array(20).fill(withLongest(undefined)), 0],
  ] as [string, Question[], number][])('%s', (_, questions, faults) => {
    expect(keyLength.check(questions.map(itemOf))).toHaveLength(faults);
  });

  it('names the language, the count and the chance', () => {
    expect(keyLength.check(bank(20, 0).map(itemOf))).toEqual([
      'in "en" the longest choice is right in 20 of 20 questions, by chance it would be in 5.0 (p = 0.0000); shorten right choices or lengthen wrong ones',
    ]);
  });

  it('leaves out a question that is excepted', () => {
    const excepted = bank(20, 0).map((one) => ({ ...one, exceptions: [{ rule: 'O7-bank', reason: 'figures' }] }));
    expect(checkBank(excepted).map((fault) => fault.rule)).toEqual(['O3']);
    expect(checkBank(bank(20, 0)).map((fault) => fault.rule)).toEqual(['O3', 'O7-bank']);
  });
});

describe('C4: questions are independent', () => {
  const [right, ...wrong] = choices(3, 0) as [Choice, ...Choice[]];
  const said = { ...right, text: { en: 'Spread over the zones', ko: '영역에 고르게 나누기' } };
  const asks = question({ id: 'asks', choices: [said, ...wrong] });
  const tells = question({ id: 'tells', stem: { en: 'A team uses spread over the zones. Why?', ko: '왜 그런가요?' } });

  it('says whose right choice stands in whose stem', () => {
    expect(independence.check([asks, tells, question()].map(itemOf))).toEqual([
      'the right choice of one of "asks" and "tells" stands in the stem of the other; reword one, or name it in "apart"',
    ]);
  });

  it.each([
    ['that are kept apart', [asks, { ...tells, apart: ['asks'] }]],
    ['of which none gives another away', [asks, question()]],
  ])('finds nothing in questions %s', (_, bank) => {
    expect(independence.check(bank.map(itemOf))).toEqual([]);
  });

  it('leaves out a question that is excepted, and is only a warning', () => {
    expect(checkBank([asks, tells]).map(({ rule, level }) => [rule, level])).toEqual([['C4', 'warning']]);
    expect(checkBank([asks, { ...tells, exceptions: [{ rule: 'C4', reason: 'by chance' }] }])).toEqual([]);
  });
});
