import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sitting } from '../attempt.ts';
import { type BankLine, questionsFor, writePaper } from './bank.ts';
import { resultsOf } from './results.ts';
import { foldSitting, type SittingState } from './sitting.ts';

const line = (id: string, more: Partial<BankLine> = {}): BankLine => ({
  id,
  set: 's',
  kind: 'single',
  objective: 'o',
  domains: { SAA: 'secure', containers: 'tasks' },
  exams: ['SAA'],
  cognitive: 'apply',
  apart: [],
  version: `v-${id}`,
  ...more,
});
const SAA = {
  code: 'SAA-C03',
  exam: 'SAA',
  domains: [
    { id: 'secure', weight: 60 },
    { id: 'resilient', weight: 40 },
  ],
};

describe('the questions of an exam', () => {
  const bank = [
    line('one'),
    line('several', { kind: 'multiple' }),
    line('order', { kind: 'order' }),
    line('run', { kind: 'scenario' }),
    line('other-exam', { exams: ['DVA'] }),
    line('no-domain', { domains: { containers: 'tasks' } }),
  ];

  it('of AWS are those of its family that choose, with a domain', () => {
    expect(questionsFor(bank, 'SAA').map(({ id }) => id)).toEqual(['one', 'several']);
  });

  it('of our own are all that have a domain, those that a run decides included', () => {
    expect(questionsFor(bank, 'containers').map(({ id }) => id)).toEqual([
      'one',
      'several',
      'order',
      'run',
      'other-exam',
      'no-domain',
    ]);
  });
});

describe('a paper', () => {
  const bank = Array.from({ length: 24 }, (_, i) =>
    line(`q${i}`, { domains: { SAA: i % 3 === 0 ? 'resilient' : 'secure' }, apart: i % 4 === 0 ? [`q${i + 1}`] : [] }),
  );

  it('is as long as was asked, with two minutes a question and what each question was', () => {
    const paper = writePaper(bank, SAA, 10, 5);
    expect(paper).toMatchObject({ minutes: 20, plan: { missing: 0 } });
    expect(paper.questions).toHaveLength(10);
    expect(paper.paper.filter(({ scored }) => !scored)).toHaveLength(2);
    expect(paper.paper.map(({ version }) => version)).toEqual(paper.questions.map((id) => `v-${id}`));
  });

  it('is shorter where the bank is, in minutes too, and never empty without need', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 65 }), fc.nat(), (length, seed) => {
        const paper = writePaper(bank, SAA, length, seed);
        expect(paper.plan.missing).toBe(0);
        expect(paper.questions.length).toBeGreaterThan(0);
        expect(paper.questions.length).toBeLessThanOrEqual(length);
        expect(paper.minutes).toBe(paper.questions.length * 2);
        expect(new Set(paper.questions).size).toBe(paper.questions.length);
      }),
    );
    expect(writePaper([], SAA, 20, 1).questions).toEqual([]);
  });
});

describe('results', () => {
  const event = (atMs: number, what: Sitting['event']): Sitting => ({ kind: 'sitting', id: 's', atMs, event: what });
  const paper = (id: string, scored = true) => ({
    version: `v-${id}`,
    domain: id === 'd' ? 'resilient' : 'secure',
    scored,
  });
  const state = foldSitting([
    event(0, {
      what: 'began',
      blueprint: 'SAA-C03',
      seed: 1,
      questions: ['a', 'b', 'c', 'd', 'e', 'f'],
      minutes: 12,
      lang: 'en',
      paper: [paper('a'), paper('b'), paper('c'), paper('d'), paper('e'), paper('f', false)],
    }),
    event(1, { what: 'answered', question: 'a', response: ['x'], certainty: 'sure' }),
    event(2, { what: 'answered', question: 'b', response: ['y'], certainty: 'sure' }),
    event(3, { what: 'answered', question: 'd', response: ['x'] }),
    event(4, { what: 'answered', question: 'e', response: ['x'] }),
    event(5, { what: 'answered', question: 'f', response: ['x'] }),
    event(6, { what: 'flagged', question: 'b', flagged: true }),
    event(7, { what: 'submitted', by: 'learner' }),
  ]) as SittingState;
  const results = resultsOf(state, ['secure', 'resilient'], (id, response) =>
    id === 'd' ? undefined : { version: id === 'e' ? 'new' : `v-${id}`, correct: JSON.stringify(response) === '["x"]' },
  );

  it('say of each question how it stands, and count neither removed nor reworded nor unscored ones', () => {
    expect(results.lines.map((each) => each.state)).toEqual([
      'right',
      'wrong',
      'unanswered',
      'gone',
      'reworded',
      'right',
    ]);
    expect(results.lines.map(({ flagged }) => flagged)).toEqual([false, true, false, false, false, false]);
    expect(results.score).toMatchObject({ right: 1, of: 3, score: 400 });
    expect(results.score.domains).toMatchObject([
      { domain: 'secure', right: 1, of: 3 },
      { domain: 'resilient', of: 0 },
    ]);
  });

  it('give the points of every scheme for answers that said how sure they were', () => {
    expect(results.points).toMatchObject([
      { scheme: 'gardner-medwin', points: -3, most: 6, answers: 2 },
      { scheme: 'mild', points: -1, most: 8 },
      { scheme: 'brier' },
    ]);
    expect(results.points[2]?.points).toBeCloseTo(0.9975 + 0.0975, 12);
  });

  it('have no points where nobody said how sure', () => {
    const silent = { ...state, answers: {} };
    expect(resultsOf(silent, ['secure'], () => ({ version: 'v', correct: true })).points).toEqual([]);
  });
});
