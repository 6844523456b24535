import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDay } from '../../simulator/kernel/iso-day.ts';
import type { Attempt } from '../attempt.ts';
import { cardsBeforeExams, dayNumber, examDateId, examDaysOf, nextExam } from './exam-dates.ts';
import { planReviews } from './plan-reviews.ts';
import { type ReviewSetting, reviewDayOf } from './review-day.ts';

const DAY = 86_400_000;
const dayOf = (atMs: number) => Math.floor(atMs / DAY);
const answer = (id: string, day: number, correct = true): Attempt => ({
  kind: 'question',
  id,
  version: 'v',
  response: ['a'],
  correct,
  atMs: day * DAY + 1000,
});
const examOn = (family: string, day: string | undefined, atMs: number): Attempt => ({
  kind: 'mark',
  id: examDateId(family),
  atMs,
  ...(day === undefined ? {} : { day }),
});
const setting = (today: number, more: Partial<ReviewSetting> = {}): ReviewSetting => ({
  today,
  dayOf,
  perDay: 20,
  days: 7,
  familiesOf: () => ['SAA'],
  ...more,
});

describe('a calendar day', () => {
  it('is a number of days since 1970-01-01, and back', () => {
    expect(dayNumber('1970-01-01')).toBe(0);
    expect(dayNumber('2026-12-01')).toBe(20_788);
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 200_000 }), (day) => {
        expect(isoDay(day)).toBe(new Date(day * DAY).toISOString().slice(0, 10));
        expect(dayNumber(isoDay(day))).toBe(day);
      }),
    );
  });

  it.each(['2026-02-29', '2026-13-01', '2026-1-1', '', 'soon'])('%s is none', (text) => {
    expect(dayNumber(text)).toBeUndefined();
  });
});

describe('an exam date', () => {
  it('is the latest one that was set, whatever the order of the log; setting none takes it back', () => {
    const log = [
      examOn('SAA', '2026-12-24', 5),
      examOn('SAA', '2026-12-01', 3),
      examOn('DVA', '2026-11-30', 4),
      examOn('DVA', undefined, 6),
    ];
    expect(examDaysOf(log)).toEqual(new Map([['SAA', dayNumber('2026-12-24')]]));
    expect(examDaysOf([...log].reverse())).toEqual(examDaysOf(log));
  });

  it('counts for what its family asks, the first to come, not that of today or of yesterday', () => {
    const days = new Map([
      ['SAA', 30],
      ['DVA', 20],
      ['SOA', 10],
    ]);
    expect(nextExam(days, 10, ['SAA', 'DVA', 'SOA'])).toEqual({ family: 'DVA', day: 20 });
    expect(nextExam(days, 10, ['SOA'])).toBeUndefined();
  });

  it('caps only the cards of its family', () => {
    const reviews = new Map([
      ['question:mine', [{ day: 100, grade: 4 as const }]],
      ['question:other', [{ day: 100, grade: 4 as const }]],
    ]);
    const free = cardsBeforeExams(reviews, { today: 100, examDayOf: () => undefined });
    const capped = cardsBeforeExams(reviews, {
      today: 100,
      examDayOf: (id) => (id === 'question:mine' ? 104 : undefined),
    });
    expect(free.every(({ dueDay }) => dueDay > 104)).toBe(true);
    expect(capped.map(({ id, dueDay }) => [id, dueDay > 103])).toEqual([
      ['question:mine', false],
      ['question:other', true],
    ]);
  });
});

describe('the reviews of a day', () => {
  it('are those that are due, without what is gone', () => {
    const log = [answer('a', 100, false), answer('b', 100, false), answer('gone', 100, false)];
    const day = reviewDayOf(log, setting(101, { familiesOf: (id) => (id === 'question:gone' ? undefined : ['SAA']) }));
    expect(day.plan.days[0]).toEqual(['question:a', 'question:b']);
    expect(day).toMatchObject({ done: 0, gone: 1, exam: undefined });
  });

  it('are fewer by those that were done: what was enough for a day stays enough', () => {
    const ids = Array.from({ length: 30 }, (_, i) => `q${i}`);
    const learned = ids.map((id) => answer(id, 100, false));
    const before = reviewDayOf(learned, setting(110));
    expect(before.plan.days.map(({ length }) => length)).toEqual([20, 10, 0, 0, 0, 0, 0]);
    const first = before.plan.days[0] ?? [];
    const reviewed = first.map((id) => answer(id.replace('question:', ''), 110));
    const after = reviewDayOf([...learned, ...reviewed], setting(110));
    expect(after.done).toBe(20);
    expect(after.plan.days[0]).toEqual([]);
    expect(after.plan.days.flat().filter((id) => !first.includes(id))).toHaveLength(10);
  });

  it('do not count the first answers of today as reviews', () => {
    expect(reviewDayOf([answer('a', 100)], setting(100)).done).toBe(0);
  });

  it('are all done before the exam, and name it', () => {
    const log = Array.from({ length: 60 }, (_, i) => answer(`q${i}`, 100, false));
    const day = reviewDayOf([...log, examOn('SAA', isoDay(113), 1)], setting(110, { perDay: 10 }));
    expect(day.exam).toEqual({ family: 'SAA', day: 113 });
    expect(day.plan.days.map(({ length }) => length)).toEqual([20, 20, 20, 0, 0, 0, 0]);
  });

  it('are the same for the same log in another order', () => {
    const log = fc.array(
      fc.record({
        id: fc.constantFrom('a', 'b', 'c', 'd'),
        day: fc.integer({ min: 90, max: 110 }),
        right: fc.boolean(),
      }),
    );
    fc.assert(
      fc.property(log, (given) => {
        // One answer a day and question, as of several on one moment none is the first.
        const attempts = [...new Map(given.map((one) => [`${one.id}${one.day}`, one])).values()].map((one) =>
          answer(one.id, one.day, one.right),
        );
        expect(reviewDayOf([...attempts].reverse(), setting(111))).toEqual(reviewDayOf(attempts, setting(111)));
      }),
    );
  });
});

describe('a plan', () => {
  const due = (count: number, dueDay: number) =>
    Array.from({ length: count }, (_, i) => ({
      id: `q${dueDay}-${i}`,
      reviews: [],
      stability: 1 + i,
      difficulty: 5,
      lastDay: 90,
      dueDay,
    }));

  it('hands on what is too much for a day that is still to come', () => {
    const plan = planReviews([...due(45, 102)], { today: 100, perDay: 20, days: 7 });
    expect(plan.days.map(({ length }) => length)).toEqual([0, 0, 20, 20, 5, 0, 0]);
  });

  it('loses nothing, asks nothing twice, and asks no day but the last for more than its most', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ count: fc.nat(40), dueDay: fc.integer({ min: 95, max: 106 }) }), { maxLength: 6 }),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(30),
        (some, perDay, done) => {
          const cards = [...new Map(some.map((one) => [one.dueDay, one])).values()].flatMap((one) =>
            due(one.count, one.dueDay),
          );
          const plan = planReviews(cards, { today: 100, perDay, days: 7, done });
          const all = plan.days.flat();
          expect(new Set(all).size).toBe(all.length);
          expect(all.length).toBe(cards.length);
          for (const day of plan.days.slice(0, -1)) expect(day.length).toBeLessThanOrEqual(perDay);
        },
      ),
    );
  });
});
