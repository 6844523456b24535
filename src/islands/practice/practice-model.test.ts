import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../../quiz-engine/attempt.ts';
import type { BankLine } from '../../quiz-engine/exam/bank.ts';
import { lastWrong, nextSeeds, questionAt, questionsOf, readChoice, writeChoice } from './practice-model.ts';

const line = (id: string, more: Partial<BankLine> = {}): BankLine => ({
  id,
  set: 'ecs-launch-types',
  kind: 'single',
  objective: 'compute.launch-types',
  domains: {},
  exams: ['SAA'],
  cognitive: 'apply',
  apart: [],
  version: 'v',
  ...more,
});
const answered = (id: string, atMs: number, correct: boolean, seed?: number): Attempt => ({
  kind: 'question',
  id,
  version: 'v',
  response: ['a'],
  correct,
  atMs,
  ...(seed === undefined ? {} : { seed }),
});

describe('the address', () => {
  it.each(['#all', '#lesson=ecs-launch-types', '#objective=deploy.rolling-update', '#exam=SAA', '#ids=one,two'])(
    '%s is read and written',
    (hash) => {
      const choice = readChoice(hash);
      expect(choice && writeChoice(choice)).toBe(hash);
    },
  );

  it.each(['', '#', '#topics', '#lesson=', '#ids=<script>', '#q-one'])('%j names nothing', (hash) => {
    expect(readChoice(hash)).toBeUndefined();
  });
});

describe('the questions of a choice', () => {
  const bank = [line('one'), line('two', { set: 'other', exams: ['DVA'] }), line('three', { objective: 'o' })];

  it.each([
    ['#all', ['one', 'two', 'three']],
    ['#lesson=other', ['two']],
    ['#objective=o', ['three']],
    ['#exam=SAA', ['one', 'three']],
    ['#ids=three,gone', ['three']],
  ])('%s', (hash, ids) => {
    const choice = readChoice(hash);
    expect(choice && questionsOf(bank, choice).map(({ id }) => id)).toEqual(ids);
  });
});

describe('an endless practice', () => {
  it('asks each question once a round, and none twice in a row', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 9 }), fc.nat(1000), (count, seed) => {
        const bank = Array.from({ length: count }, (_, n) => line(`q${n}`));
        const ids = Array.from({ length: count * 4 }, (_, place) => questionAt(bank, seed, place)?.id);
        for (let round = 0; round < 4; round++) {
          expect(new Set(ids.slice(round * count, (round + 1) * count)).size).toBe(count);
        }
        if (count > 1) expect(ids.some((id, place) => place > 0 && id === ids[place - 1])).toBe(false);
      }),
    );
  });

  it('asks the same in the same order whatever the order of the bank', () => {
    const bank = [line('a'), line('b'), line('c')];
    const asked = (lines: BankLine[]) => [0, 1, 2, 3, 4].map((place) => questionAt(lines, 5, place)?.id);
    expect(asked(bank.toReversed())).toEqual(asked(bank));
  });

  it('has nothing to ask without questions', () => {
    expect(questionAt([], 1, 0)).toBeUndefined();
  });
});

describe('the log', () => {
  it('says the next seed of each question, one that it never had', () => {
    const seeds = nextSeeds([answered('a', 1, true, 4), answered('a', 2, true, 2), answered('b', 3, false)]);
    expect([seeds.get('a'), seeds.get('b'), seeds.get('c')]).toEqual([5, 1, undefined]);
  });

  it('says which questions were wrong the last time', () => {
    const attempts = [
      answered('a', 1, false),
      answered('b', 1, false),
      answered('b', 2, true),
      answered('gone', 1, false),
    ];
    expect(lastWrong(attempts, [line('a'), line('b'), line('c')])).toEqual(['a']);
  });
});
