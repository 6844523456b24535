import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Certainty } from '../attempt.ts';
import { calibrationOf } from './calibration.ts';
import { type MarkingScheme, pointsOf } from './certainty-marking.ts';
import { abilityOf, chanceOf, fitDifficulties, nextItem } from './elo.ts';

const LEVELS: Certainty[] = ['unsure', 'fairly', 'sure'];

describe('marking by certainty', () => {
  it.each<[MarkingScheme, number[]]>([
    ['gardner-medwin', [1, 0, 2, -2, 3, -6]],
    ['mild', [1, 0, 3, -2, 4, -5]],
    ['brier', [0.75, 0.75, 0.9375, 0.4375, 0.9975, 0.0975]],
  ])('%s gives these points, right and wrong', (scheme, points) => {
    const given = LEVELS.flatMap((level) => [pointsOf(scheme, level, true), pointsOf(scheme, level, false)]);
    for (const [i, value] of given.entries()) expect(value).toBeCloseTo(points[i] ?? 0, 12);
  });

  it.each<[MarkingScheme, number, Certainty]>([
    ['gardner-medwin', 0.6, 'unsure'],
    ['gardner-medwin', 0.7, 'fairly'],
    ['gardner-medwin', 0.81, 'sure'],
    ['mild', 0.49, 'unsure'],
    ['mild', 0.6, 'fairly'],
    ['mild', 0.76, 'sure'],
    ['brier', 0.5, 'unsure'],
    ['brier', 0.75, 'fairly'],
    ['brier', 0.95, 'sure'],
  ])('with %s and a chance of %d it pays best to say %s', (scheme, p, best) => {
    const expected = (level: Certainty) => p * pointsOf(scheme, level, true) + (1 - p) * pointsOf(scheme, level, false);
    const top = LEVELS.reduce((one, other) => (expected(other) > expected(one) ? other : one));
    expect(top).toBe(best);
  });
});

describe('calibration', () => {
  it('has bias, error and Brier score by hand', () => {
    const answers = [
      { certainty: 'sure' as const, correct: true },
      { certainty: 'sure' as const, correct: false },
      { certainty: 'unsure' as const, correct: true },
      { certainty: 'unsure' as const, correct: false },
    ];
    const report = calibrationOf(answers);
    expect(report?.bias).toBeCloseTo((0.95 + 0.95 + 0.5 + 0.5) / 4 - 0.5, 12);
    expect(report?.error).toBeCloseTo(0.5 * 0.45, 12);
    expect(report?.brier).toBeCloseTo((0.0025 + 0.9025 + 0.25 + 0.25) / 4, 12);
    expect(calibrationOf([])).toBeUndefined();
  });
});

describe('the Elo rule', () => {
  it('has a guess as its floor', () => {
    expect(chanceOf(-50, 0, 4)).toBeCloseTo(0.25, 9);
    expect(chanceOf(0, 0, 4)).toBeCloseTo(0.625, 12);
    expect(chanceOf(50, 0, 4)).toBeCloseTo(1, 9);
  });

  it('raises ability with a right answer and lowers it with a wrong one', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            difficulty: fc.double({ min: -3, max: 3, noNaN: true }),
            choices: fc.constantFrom(3, 4, 5),
            correct: fc.boolean(),
          }),
        ),
        (answers) => {
          const before = abilityOf(answers);
          const next = { difficulty: 0, choices: 4 };
          expect(abilityOf([...answers, { ...next, correct: true }])).toBeGreaterThan(before);
          expect(abilityOf([...answers, { ...next, correct: false }])).toBeLessThan(before);
        },
      ),
    );
  });

  it('finds that what more learners miss is harder, and asks what three of four get right', () => {
    const answers = Array.from({ length: 40 }, (_, i) => [
      { learner: `l${i}`, item: 'easy', choices: 4, correct: i % 10 !== 0 },
      { learner: `l${i}`, item: 'hard', choices: 4, correct: i % 3 === 0 },
    ]).flat();
    const fitted = fitDifficulties(answers);
    expect(fitted.get('hard')?.difficulty).toBeGreaterThan(fitted.get('easy')?.difficulty ?? 0);
    const items = [-4, -0.7, 0, 3].map((difficulty) => ({ id: `d${difficulty}`, difficulty, choices: 4 }));
    expect(nextItem(0, items)?.difficulty).toBe(-0.7);
    expect(nextItem(0, [])).toBeUndefined();
  });
});
