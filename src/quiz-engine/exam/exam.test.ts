import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sitting } from '../attempt.ts';
import { assembleExam, type BankEntry, proportionsOf } from './assemble.ts';
import { largestRemainder } from './largest-remainder.ts';
import { scoreExam } from './score.ts';
import { foldSitting, timeLeft } from './sitting.ts';
import { wilson } from './wilson.ts';

const DOMAINS = [
  { id: 'secure', weight: 30 },
  { id: 'resilient', weight: 26 },
  { id: 'fast', weight: 24 },
  { id: 'cheap', weight: 20 },
];
const bankOf = (perDomain: number, apart: (i: number) => string[] = () => []): BankEntry[] =>
  DOMAINS.flatMap(({ id }, d) =>
    Array.from({ length: perDomain }, (_, i) => ({ id: `q${d}-${i}`, domain: id, apart: apart(d * perDomain + i) })),
  );

describe('quotas', () => {
  it('of SAA-C03 are 15, 13, 12 and 10 of 50 scored questions', () => {
    expect(largestRemainder(50, [30, 26, 24, 20])).toEqual([15, 13, 12, 10]);
  });

  it('add up, and none is a whole place from its share', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.array(fc.nat(100), { minLength: 1, maxLength: 8 }), (total, weights) => {
        const sum = weights.reduce((a, b) => a + b, 0);
        const places = largestRemainder(total, weights);
        expect(places.reduce((a, b) => a + b, 0)).toBe(sum === 0 ? 0 : total);
        for (const [i, count] of places.entries())
          if (sum > 0) expect(Math.abs(count - (total * (weights[i] ?? 0)) / sum)).toBeLessThan(1);
      }),
    );
  });
});

describe('an exam', () => {
  it('of 65 questions has 15 unscored ones, 130 minutes and the quotas of its domains', () => {
    expect(proportionsOf(65)).toEqual({ unscored: 15, minutes: 130 });
    expect(proportionsOf(10)).toEqual({ unscored: 2, minutes: 20 });
    const plan = assembleExam(bankOf(30), { domains: DOMAINS, questions: 65, unscored: 15, seed: 3 });
    expect(plan.questions).toHaveLength(65);
    expect(plan.questions.filter(({ scored }) => !scored)).toHaveLength(15);
    expect(plan.quotas.map(({ given }) => given)).toEqual([15, 13, 12, 10]);
    expect(plan.missing).toBe(0);
  });

  it('is the same for the same seed, whatever the order of the bank, and another for another', () => {
    const order = { domains: DOMAINS, questions: 20, unscored: 5, seed: 7 };
    const bank = bankOf(30);
    expect(assembleExam([...bank].reverse(), order)).toEqual(assembleExam(bank, order));
    expect(assembleExam(bank, { ...order, seed: 8 })).not.toEqual(assembleExam(bank, order));
  });

  it('never asks two questions that give each other away, whichever of them says so', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 40 }), (seed, questions) => {
        const bank = bankOf(12, (i) => (i % 2 === 0 ? [`q${Math.floor((i + 1) / 12)}-${(i + 1) % 12}`] : []));
        const { questions: asked } = assembleExam(bank, { domains: DOMAINS, questions, unscored: 0, seed });
        const ids = new Set(asked.map(({ id }) => id));
        for (const { id, apart } of bank)
          if (ids.has(id)) for (const other of apart) expect(ids.has(other)).toBe(false);
        expect(ids.size).toBe(asked.length);
      }),
    );
  });

  it('says when a domain has too few questions, and fills its places from the others', () => {
    const bank = bankOf(10).filter(({ domain }, i) => domain !== 'secure' || i < 2);
    const plan = assembleExam(bank, { domains: DOMAINS, questions: 20, unscored: 0, seed: 1 });
    expect(plan.quotas[0]).toEqual({ domain: 'secure', wanted: 6, given: 2 });
    expect(plan).toMatchObject({ missing: 0 });
    expect(assembleExam(bank, { domains: DOMAINS, questions: 65, unscored: 15, seed: 1 }).missing).toBe(33);
  });
});

describe('a score', () => {
  it('is 100 for nothing, 1,000 for everything, 720 at 69 %, with Wilson’s interval', () => {
    const answers = (right: number) => Array.from({ length: 50 }, (_, i) => ({ domain: 'a', correct: i < right }));
    expect(scoreExam(answers(0), ['a'])).toMatchObject({ score: 100, low: 100 });
    expect(scoreExam(answers(50), ['a'])).toMatchObject({ score: 1000, high: 1000 });
    expect(scoreExam(answers(35), ['a', 'b'])).toMatchObject({
      score: 730,
      domains: [
        { right: 35, of: 50 },
        { of: 0, low: 0, high: 1 },
      ],
    });
    // Newcombe 1998, table I: 81 of 263 gives 0.2553 to 0.3662.
    expect(wilson(81, 263).low).toBeCloseTo(0.2553, 4);
    expect(wilson(81, 263).high).toBeCloseTo(0.3662, 4);
  });
});

describe('a sitting', () => {
  const at = (atMs: number, event: Sitting['event']): Sitting => ({ kind: 'sitting', id: 's1', atMs, event });
  const began = at(1000, { what: 'began', blueprint: 'SAA', seed: 1, questions: ['a', 'b'], minutes: 1, lang: 'ko' });
  const answered = (atMs: number, question: string, response: string[]) =>
    at(atMs, { what: 'answered', question, response });

  it('keeps the later of two answers, and none after the bell', () => {
    const state = foldSitting([
      answered(70_000, 'a', ['z']),
      answered(3000, 'a', ['y']),
      began,
      answered(2000, 'a', ['x']),
    ]);
    expect(state?.answers).toEqual({ a: { response: ['y'], certainty: undefined } });
    expect(state?.endsMs).toBe(61_000);
  });

  it('keeps with an answer how long its question had been open', () => {
    const event = { what: 'answered' as const, question: 'a', response: { '/x': 1 }, tookMs: 900 };
    expect(foldSitting([began, at(2000, event)])?.answers.a).toMatchObject({ response: { '/x': 1 }, tookMs: 900 });
  });

  it('is closed once it is handed in', () => {
    const state = foldSitting([began, at(4000, { what: 'submitted', by: 'learner' }), answered(5000, 'a', ['x'])]);
    expect(state).toMatchObject({ answers: {}, submitted: { atMs: 4000, by: 'learner' } });
  });

  it('gives no time back when the clock is set back', () => {
    const state = foldSitting([began, answered(50_000, 'a', ['x'])]);
    expect(state && timeLeft(state, 2000)).toBe(11_000);
    expect(state && timeLeft(state, 99_000)).toBe(0);
  });

  it('is the same whatever the order of its events, and with copies of them', () => {
    const event = fc.oneof(
      fc.record({
        what: fc.constant('answered' as const),
        question: fc.constantFrom('a', 'b', 'c'),
        response: fc.constant<string[]>(['x']),
      }),
      fc.record({ what: fc.constant('flagged' as const), question: fc.constantFrom('a', 'b'), flagged: fc.boolean() }),
      fc.record({ what: fc.constant('submitted' as const), by: fc.constantFrom('learner' as const, 'bell' as const) }),
    );
    const events = fc.array(fc.tuple(fc.nat(70_000), event).map(([atMs, what]) => at(atMs, what)));
    fc.assert(
      fc.property(events, (log) => {
        const one = foldSitting([began, ...log]);
        expect(foldSitting([...log].reverse().concat(began, log))).toEqual(one);
      }),
    );
  });

  it('without a beginning is none', () => {
    expect(foldSitting([answered(1, 'a', ['x'])])).toBeUndefined();
  });
});
