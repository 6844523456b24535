import fc from 'fast-check';
import { createEmptyCard, fsrs, type Grade } from 'ts-fsrs';
import { describe, expect, it } from 'vitest';
import type { Attempt } from '../attempt.ts';
import { cardsOf, type Review, retrievability, reviewsOf } from './cards.ts';
import { planReviews } from './plan-reviews.ts';
import { gradeOfAnswer, gradeOfScenario } from './review-grade.ts';

const DAY = 86_400_000;
const dayOf = (atMs: number) => Math.floor(atMs / DAY);
const answer = (day: number, correct: boolean, more: object = {}): Attempt => ({
  kind: 'question',
  id: 'q',
  version: 'v',
  response: ['a'],
  correct,
  atMs: day * DAY + 1000,
  ...more,
});
const gaps = fc.array(fc.record({ gap: fc.integer({ min: 1, max: 90 }), grade: fc.integer({ min: 1, max: 4 }) }), {
  minLength: 1,
  maxLength: 12,
});
const sequence = (steps: { gap: number; grade: number }[]): Review[] => {
  const reviews: Review[] = [];
  for (const { gap, grade } of steps) {
    reviews.push({ day: (reviews.at(-1)?.day ?? 20_000) + gap, grade: grade as Review['grade'] });
  }
  return reviews;
};

describe('what an answer says about memory', () => {
  it.each<[string, Parameters<typeof gradeOfAnswer>, number]>([
    ['wrong is Again, however sure', [{ correct: false, certainty: 'sure' }, 9], 1],
    ['right and unsure is Hard', [{ correct: true, certainty: 'unsure' }, 9], 2],
    ['right is Good', [{ correct: true }, 9], 3],
    ['right, sure and faster than usual is Easy', [{ correct: true, certainty: 'sure', tookMs: 8 }, 9], 4],
    ['right, sure and slow is Good', [{ correct: true, certainty: 'sure', tookMs: 9 }, 9], 3],
    ['right, sure and fast without a median is Good', [{ correct: true, certainty: 'sure', tookMs: 1 }, undefined], 3],
  ])('%s', (_, args, grade) => {
    expect(gradeOfAnswer(...args)).toBe(grade);
  });

  it('of a scenario: solved by oneself Good, with hints Hard, with the solution in sight Again', () => {
    expect(
      [{ met: true }, { met: true, hints: 1 }, { met: true, sawSolution: true }, { met: false }].map(gradeOfScenario),
    ).toEqual([3, 2, 1, 1]);
  });
});

describe('reviews', () => {
  it('count the first answer of a day, and the best run of a scenario', () => {
    const run = (met: boolean, at: number): Attempt => ({
      kind: 'scenario',
      id: 's/x',
      set: {},
      met,
      goals: [],
      atMs: at,
    });
    const reviews = reviewsOf(
      [
        answer(5, false),
        answer(5, true, { atMs: 5 * DAY + 2000 }),
        answer(6, true),
        run(false, 7 * DAY),
        run(true, 7 * DAY + 9),
      ],
      dayOf,
    );
    expect(reviews.get('question:q')).toEqual([
      { day: 5, grade: 1 },
      { day: 6, grade: 3 },
    ]);
    expect(reviews.get('scenario:s/x')).toEqual([{ day: 7, grade: 3 }]);
  });
});

describe('cards', () => {
  it('stand where ts-fsrs, run directly, puts them', () => {
    const direct = fsrs({ enable_short_term: false, enable_fuzz: false, request_retention: 0.9 });
    fc.assert(
      fc.property(gaps, (steps) => {
        const reviews = sequence(steps);
        let card = createEmptyCard(new Date((reviews[0]?.day ?? 0) * DAY));
        for (const { day, grade } of reviews) card = direct.next(card, new Date(day * DAY), grade as Grade).card;
        const [ours] = cardsOf(new Map([['question:q', reviews]]), { today: 0 });
        expect(ours).toMatchObject({ stability: card.stability, difficulty: card.difficulty });
        expect((ours?.dueDay ?? 0) * DAY).toBe(card.due.getTime());
        const later = (reviews.at(-1)?.day ?? 0) + 17;
        expect(ours && retrievability(ours, later)).toBeCloseTo(
          direct.get_retrievability(card, new Date(later * DAY), false),
          6,
        );
      }),
      { numRuns: 200 },
    );
  });

  it('want 95 % in the last week before the exam, as ts-fsrs run directly has it', () => {
    const direct = fsrs({ enable_short_term: false, enable_fuzz: false, request_retention: 0.95 });
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 7 }), (steps, until) => {
        const reviews = sequence(steps);
        let card = createEmptyCard(new Date((reviews[0]?.day ?? 0) * DAY));
        for (const { day, grade } of reviews) card = direct.next(card, new Date(day * DAY), grade as Grade).card;
        const today = reviews.at(-1)?.day ?? 0;
        const [ours] = cardsOf(new Map([['question:q', reviews]]), { today, examDay: today + until });
        expect(ours?.dueDay).toBe(Math.min(card.due.getTime() / DAY, today + until - 1));
      }),
    );
  });

  it('are due before the exam, and sooner in its last week', () => {
    fc.assert(
      fc.property(gaps, fc.integer({ min: 1, max: 40 }), (steps, until) => {
        const reviews = sequence(steps);
        const today = reviews.at(-1)?.day ?? 0;
        const items = new Map([['question:q', reviews]]);
        const free = cardsOf(items, { today })[0]?.dueDay ?? 0;
        const [card] = cardsOf(items, { today, examDay: today + until });
        expect(card?.dueDay).toBeLessThanOrEqual(today + until - 1);
        expect(card?.dueDay).toBeLessThanOrEqual(free);
      }),
    );
  });
});

describe('a backlog', () => {
  const cards = (count: number, dueDay: number) =>
    Array.from({ length: count }, (_, i) => ({
      id: `q${i}`,
      reviews: [],
      stability: 1 + i,
      difficulty: 5,
      lastDay: 90,
      dueDay,
    }));

  it('is spread over days, the most forgotten first', () => {
    const plan = planReviews(cards(45, 95), { today: 100, perDay: 20, days: 7 });
    expect(plan.days.map(({ length }) => length)).toEqual([20, 20, 5, 0, 0, 0, 0]);
    expect(plan.days[0]?.slice(0, 3)).toEqual(['q0', 'q1', 'q2']);
    expect(plan.due).toBe(45);
  });

  it('is done before the exam, evenly', () => {
    const plan = planReviews(cards(45, 95), { today: 100, perDay: 10, days: 7, examDay: 103 });
    expect(plan.days.map(({ length }) => length)).toEqual([15, 15, 15, 0, 0, 0, 0]);
  });

  it('loses nothing and asks nothing twice', () => {
    fc.assert(
      fc.property(
        fc.nat(120),
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 14 }),
        (count, perDay, days) => {
          const plan = planReviews(cards(count, 99), { today: 100, perDay, days });
          const all = plan.days.flat();
          expect(all.length).toBe(count);
          expect(new Set(all).size).toBe(count);
        },
      ),
    );
  });
});
