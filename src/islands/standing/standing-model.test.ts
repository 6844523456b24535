import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../quiz-engine/attempt.ts';
import type { BankLine } from '../../quiz-engine/exam/bank.ts';
import { examDateId } from '../../quiz-engine/review/exam-dates.ts';
import { isoDay } from '../../simulator/kernel/iso-day.ts';
import { type ExamInfo, examOn, examStandingOf, reviewsToday, standingOf } from './standing-model.ts';

const DAY = 86_400_000;
const dayOf = (atMs: number) => Math.floor(atMs / DAY);
const when = { today: 100, dayOf };
const bank = Array.from(
  { length: 20 },
  (_, i): BankLine => ({
    id: `q${i}`,
    set: 's',
    kind: 'single',
    objective: i < 10 ? 'one' : 'two',
    domains: { SAA: 'secure', containers: 'tasks' },
    exams: ['SAA'],
    cognitive: 'apply',
    apart: [],
    version: 'v',
  }),
);
const answer = (id: string, day: number, correct: boolean, more: object = {}): Attempt => ({
  kind: 'question',
  id,
  version: 'v',
  response: ['a'],
  correct,
  atMs: day * DAY,
  ...more,
});
const info = (code: string, more: Partial<ExamInfo> = {}): ExamInfo => ({
  exam: code.split('-')[0] ?? code,
  code,
  title: code,
  pass: 720,
  domains: [{ id: 'secure', weight: 100 }],
  ...more,
});
const exams = [info('SAA-C03'), info('DVA-C02', { until: '2026-11-30' }), info('DVA-C03', { from: '2026-12-01' })];

describe('the exam of a day', () => {
  test('is the version that is sat then', () => {
    expect(examOn(exams, 'DVA', '2026-11-30')?.code).toBe('DVA-C02');
    expect(examOn(exams, 'DVA', '2026-12-01')?.code).toBe('DVA-C03');
    expect(examOn(exams, 'SOA', '2026-12-01')).toBeUndefined();
  });
});

describe('where one stands', () => {
  test('of someone new is nothing but a question to begin with', () => {
    const standing = standingOf([], bank, when);
    expect(standing).toMatchObject({ sure: [], calibration: undefined, answered: 0 });
    expect(standing.next?.id).toBe('q0');
    expect(standing.review.plan.days.flat()).toEqual([]);
  });

  test('leads with mistakes that one was sure of, and forgets what is no longer asked', () => {
    const log = [answer('q3', 99, false, { certainty: 'sure' }), answer('gone', 99, false, { certainty: 'sure' })];
    expect(standingOf(log, bank, when).sure.map(({ id }) => id)).toEqual(['q3']);
  });

  test('counts scenarios that are due, where they still exist', () => {
    const run: Attempt = { kind: 'scenario', id: 'x/y', set: {}, met: false, goals: [], atMs: 90 * DAY };
    expect(reviewsToday([run], bank, when).plan.days[0]).toEqual(['scenario:x/y']);
    expect(reviewsToday([run], bank, { ...when, scenarios: new Set() }).plan.days[0]).toEqual([]);
  });
});

describe('before an exam', () => {
  const ten = bank.slice(0, 10).map(({ id }) => answer(id, 99, true));
  const dated: Attempt = { kind: 'mark', id: examDateId('SAA'), atMs: 1, day: isoDay(110) };

  test('without a day the forecast is for today, and there is no plan', () => {
    const standing = examStandingOf(ten, bank, { ...when, exams, exam: 'SAA' });
    expect(standing).toMatchObject({ examDay: undefined, plan: [], answered: 10, questions: 20, record: [] });
    expect(standing?.forecast?.answered).toBe(10);
  });

  test('with a day every new question has its day, and the reviews theirs', () => {
    const standing = examStandingOf([...ten, dated], bank, { ...when, exams, exam: 'SAA' });
    expect(standing?.plan.map(({ day }) => day)).toEqual([100, 101, 102, 103, 104, 105, 106, 107, 108, 109]);
    expect(standing?.plan.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(10);
    expect(standing?.plan.reduce((sum, { reviews }) => sum + reviews, 0)).toBe(10);
  });

  test('that is over, it is as if no day were set', () => {
    const over: Attempt = { kind: 'mark', id: examDateId('SAA'), atMs: 1, day: isoDay(99) };
    expect(examStandingOf([over], bank, { ...when, exams, exam: 'SAA' })?.examDay).toBeUndefined();
  });
});
