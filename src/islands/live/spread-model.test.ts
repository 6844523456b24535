import { describe, expect, it } from 'vitest';
import type { QuestionKey } from '../../quiz-engine/asked/asked-question.ts';
import { SINGLE } from './player/player-frames.fixture.ts';
import { shareOf, spreadLines } from './spread-model.ts';

const WORDS = { right: 'right', wrong: 'not right' };
const key = (grading: QuestionKey['grading']): QuestionKey => ({
  version: 'v',
  ...(grading ? { grading } : {}),
  whyHtml: {},
  lesson: '/l/',
  lessonTitle: 'l',
  objective: 'o',
});

describe('how a class answered', () => {
  it('is one bar for each choice, in the order of the question, also for those that nobody took', () => {
    const lines = spreadLines(
      SINGLE,
      key({ kind: 'single', choices: [{ id: 'a' }, { id: 'b', correct: true }] }),
      { answered: 5, right: 2, choices: { a: 3, b: 2 } },
      WORDS,
    );
    expect(lines.map(({ label, count, right }) => [label, count, right])).toEqual([
      ['A', 3, false],
      ['B', 2, true],
      ['C', 0, false],
      ['D', 0, false],
    ]);
    expect(lines.map((line) => shareOf(line, lines))).toEqual([1, 2 / 3, 0, 0]);
  });

  it('is the commonest numbers, those within the tolerance right', () => {
    const lines = spreadLines(
      { id: 'n', set: 's', kind: 'number', stemHtml: '' },
      key({ kind: 'number', value: 4, tolerance: 0.5 }),
      {
        answered: 3,
        right: 2,
        values: [
          { value: 4.5, count: 2 },
          { value: 5, count: 1 },
        ],
      },
      WORDS,
    );
    expect(lines.map(({ label, right }) => [label, right])).toEqual([
      ['4.5', true],
      ['5', false],
    ]);
  });

  it('is right and not right of everything else', () => {
    const lines = spreadLines(
      { id: 'o', set: 's', kind: 'order', stemHtml: '', steps: [] },
      key(undefined),
      { answered: 7, right: 3 },
      WORDS,
    );
    expect(lines.map(({ label, count }) => [label, count])).toEqual([
      ['right', 3],
      ['not right', 4],
    ]);
  });

  it('has empty bars where nobody answered', () => {
    const lines = spreadLines(SINGLE, key(undefined), { answered: 0, right: 0, choices: {} }, WORDS);
    expect(lines.map((line) => shareOf(line, lines))).toEqual([0, 0, 0, 0]);
  });
});
