import { describe, expect, test } from 'vitest';
import type { Asking } from '../../quiz-engine/asked/drawing.ts';
import type { Attempt } from '../../quiz-engine/attempt.ts';
import { foldSitting, type SittingState } from '../../quiz-engine/exam/sitting.ts';
import { cardsOn, type ExamCard, mostOf } from './exam-card.ts';
import type { Material } from './exam-material.ts';
import { minutesToSay, sayTime } from './say-time.ts';
import { missingAttempts } from './settle.ts';
import { readHash } from './use-exam-hash.ts';

const card = (more: Partial<ExamCard>) => ({ questions: 65, has: 99, ...more }) as ExamCard;

describe('exams to choose', () => {
  test('are those that are not over, the one that comes included', () => {
    const cards = [card({ code: 'DVA-C02', until: '2026-11-30' }), card({ code: 'DVA-C03', from: '2026-12-01' })];
    expect(cardsOn(cards, '2026-11-30').map(({ code }) => code)).toEqual(['DVA-C02', 'DVA-C03']);
    expect(cardsOn(cards, '2026-12-01').map(({ code }) => code)).toEqual(['DVA-C03']);
  });

  test('are as long as the real one, or as the bank', () => {
    expect([mostOf(card({})), mostOf(card({ has: 12 }))]).toEqual([65, 12]);
  });
});

describe('time left', () => {
  test.each([
    [7_200_000, '2:00:00'],
    [4_900_000, '1:21:40'],
    [599_001, '10:00'],
    [65_000, '1:05'],
    [1, '0:01'],
    [0, '0:00'],
  ])('of %i ms is shown as %s', (ms, said) => {
    expect(sayTime(ms)).toBe(said);
  });

  test('is worth a word at 30, 10, 5 and 1 minutes of a longer exam', () => {
    expect(minutesToSay(31 * 60_000, 130)).toBeUndefined();
    expect(minutesToSay(30 * 60_000, 130)).toBe(30);
    expect(minutesToSay(4.5 * 60_000, 130)).toBe(5);
    expect(minutesToSay(4.5 * 60_000, 4)).toBeUndefined();
    expect(minutesToSay(0, 130)).toBeUndefined();
  });
});

test('an address says what the room shows; a strange one shows the choice', () => {
  expect(readHash('')).toEqual({ view: 'choose' });
  expect(readHash('#sitting')).toEqual({ view: 'sitting' });
  expect(readHash('#results-a-1')).toEqual({ view: 'results', id: 'a-1' });
  expect(readHash('#redo-x')).toEqual({ view: 'redo', id: 'x' });
  expect(readHash('#results-<b>')).toEqual({ view: 'choose' });
});

describe('the answers of an exam that was handed in', () => {
  const asking = (id: string, version = 'v1'): [string, Asking] => [
    id,
    {
      asked: { id, set: 's', kind: 'number', stemHtml: '' },
      key: { version, grading: { kind: 'number', value: 1 }, whyHtml: {}, lesson: '', lessonTitle: '', objective: '' },
    },
  ];
  const at = (atMs: number, event: object): Attempt => ({ kind: 'sitting', id: 's1', atMs, event }) as Attempt;
  const line = { version: 'v1', domain: 'd', scored: true };
  const events = [
    at(0, {
      what: 'began',
      blueprint: 'SAA-C03',
      seed: 7,
      questions: ['right', 'empty', 'gone', 'reworded'],
      minutes: 8,
      lang: 'ko',
      paper: [line, line, line, line],
    }),
    at(1, { what: 'answered', question: 'right', response: 1, certainty: 'sure', tookMs: 4200 }),
    at(2, { what: 'answered', question: 'reworded', response: 1 }),
    at(9, { what: 'submitted', by: 'learner' }),
  ];
  const state = foldSitting(events as never) as SittingState;
  const material: Material = new Map([asking('right'), asking('empty'), asking('reworded', 'v2')]);

  test('are one attempt a question; what was removed or reworded is left out', () => {
    expect(missingAttempts(state, material, events)).toEqual([
      {
        kind: 'question',
        id: 'right',
        version: 'v1',
        response: 1,
        correct: true,
        certainty: 'sure',
        tookMs: 4200,
        atMs: 9,
        behaviour: 'exam',
        seed: 7,
        lang: 'ko',
        sitting: 's1',
      },
      expect.objectContaining({ id: 'empty', response: null, correct: false }),
    ]);
  });

  test('are written once, also after a tab was killed in the middle', () => {
    const all = missingAttempts(state, material, events);
    expect(missingAttempts(state, material, [...events, ...all.slice(0, 1)])).toEqual(all.slice(1));
    expect(missingAttempts(state, material, [...events, ...all])).toEqual([]);
  });
});
