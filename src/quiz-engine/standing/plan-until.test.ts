import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planUntil } from './plan-until.ts';

describe('the days until an exam', () => {
  it('have the reviews that are known, and new questions evenly, none on the last day', () => {
    const plan = planUntil({ today: 100, examDay: 104, reviews: [5, 2], fresh: 7 });
    expect(plan).toEqual([
      { day: 100, reviews: 5, fresh: 3 },
      { day: 101, reviews: 2, fresh: 2 },
      { day: 102, reviews: 0, fresh: 2 },
      { day: 103, reviews: 0, fresh: 0 },
    ]);
    expect(planUntil({ today: 100, examDay: 101, reviews: [5], fresh: 7 })).toEqual([
      { day: 100, reviews: 5, fresh: 7 },
    ]);
    expect(planUntil({ today: 100, examDay: 100, reviews: [5], fresh: 7 })).toEqual([]);
  });

  it('ask every new question once, and no day for two more than another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 90 }), fc.nat(300), (days, fresh) => {
        const counts = planUntil({ today: 0, examDay: days, reviews: [], fresh }).map((day) => day.fresh);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(fresh);
        const learning = counts.slice(0, Math.max(1, days - 1));
        expect(Math.max(...learning) - Math.min(...learning)).toBeLessThanOrEqual(1);
      }),
    );
  });
});
