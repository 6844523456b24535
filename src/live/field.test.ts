import { describe, expect, it } from 'vitest';
import type { Response } from '../quiz-engine/grade.ts';
import { fieldOf } from './field.ts';
import { ALL_KINDS, answered, closed, created, given, joined, opened, revealed } from './room.fixture.ts';
import type { Outcome } from './room-events.ts';
import { spreadOf } from './spread.ts';

const GOALS = ['up', 'cheap', 'fast'];
/** An outcome that missed these goals. */
function missed(...ids: string[]): Outcome {
  return { correct: ids.length === 0, goals: GOALS.map((id) => ({ id, passed: !ids.includes(id) })) };
}
const sent = (response: Response, outcome: Outcome, count = 1) =>
  Array.from({ length: count }, () => ({ response, outcome }));

describe('the field of a simulator task', () => {
  it('takes equal sets together, whatever the order of their paths', () => {
    const field = fieldOf([...sent({ '/a': 1, '/b': 2 }, missed()), ...sent({ '/b': 2, '/a': 1 }, missed())]);
    expect(field.sets).toEqual([{ set: { '/a': 1, '/b': 2 }, count: 2, outcome: missed() }]);
  });

  it('names as best what keeps all goals with the fewest changes, not what is commonest', () => {
    const field = fieldOf([...sent({ '/a': 1, '/b': 2 }, missed(), 5), ...sent({ '/a': 2 }, missed())]);
    expect(field.sets[field.best as number]?.set).toEqual({ '/a': 2 });
  });

  it('names as most instructive the commonest of those that missed the fewest goals', () => {
    const field = fieldOf([
      ...sent({ '/a': 1 }, missed('up', 'cheap'), 9),
      ...sent({ '/a': 2 }, missed('cheap')),
      ...sent({ '/a': 3 }, missed('fast'), 2),
      ...sent({ '/a': 4 }, { correct: false, goals: [], refused: ['no'] }, 20),
    ]);
    expect(field.sets[field.instructive as number]?.set).toEqual({ '/a': 3 });
    expect(field).not.toHaveProperty('best');
  });

  it('shows what was refused when nothing else failed', () => {
    const field = fieldOf(sent({ '/a': 4 }, { correct: false, goals: [], refused: ['no'] }));
    expect(field).toMatchObject({ instructive: 0 });
  });

  it('of a thousand different sets shows sixty, with the best and the most instructive, and counts the rest', () => {
    const many = Array.from({ length: 1_000 }, (_, i) => sent({ '/a': i }, missed('up', 'fast'), 2)).flat();
    const field = fieldOf([...many, ...sent({ '/z': 1 }, missed()), ...sent({ '/y': 1 }, missed('up'))]);
    expect([field.sets.length, field.more]).toEqual([62, 1_880]);
    expect([field.sets[field.best as number]?.set, field.sets[field.instructive as number]?.set]).toEqual([
      { '/z': 1 },
      { '/y': 1 },
    ]);
  });
});

describe('the spread', () => {
  const of = (question: number, responses: readonly Response[], outcomes: readonly Outcome[] = []) => {
    const seats = responses.map((_, i) => `s${i}`);
    const { room } = given(
      created({}, ALL_KINDS),
      ...seats.map((seat) => joined(seat)),
      [20, opened(question)],
      ...responses.map(
        (response, i) =>
          [
            20,
            answered(`s${i}`, { question, response, at: 1_020_000, ...(outcomes[i] ? { outcome: outcomes[i] } : {}) }),
          ] as const,
      ),
      [21, closed(question)],
      [22, revealed(question)],
    );
    return spreadOf(room, room.questions[question] as never, room.asked[question]?.rounds[0] as never);
  };

  it.each<[string, number, Response[], object]>([
    [
      'of single choices is by choice, those that nobody took too',
      0,
      [['a'], ['a'], ['c']],
      { answered: 3, right: 2, choices: { a: 2, b: 0, c: 1, d: 0 } },
    ],
    [
      'of several choices counts each',
      1,
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
      { answered: 2, right: 1, choices: { a: 2, b: 1, c: 1, d: 0 } },
    ],
    [
      'of orders is right and wrong',
      2,
      [
        ['b', 'a', 'c', 'd'],
        ['a', 'b', 'c', 'd'],
      ],
      { answered: 2, right: 1 },
    ],
    ['of pairs is right and wrong', 3, [{ l: 'r', m: 's' }, { l: 's' }], { answered: 2, right: 1 }],
    [
      'of numbers is the commonest first',
      4,
      [3, 77031, 3],
      {
        answered: 3,
        right: 1,
        values: [
          { value: 3, count: 2 },
          { value: 77031, count: 1 },
        ],
      },
    ],
    ['of cases is right and wrong', 6, [{ one: ['a'], two: 3 }, { one: ['a'] }], { answered: 2, right: 1 }],
  ])('%s', (_, question, responses, spread) => {
    expect(of(question, responses)).toEqual(spread);
  });

  it('of simulator tasks is by goal, with the field', () => {
    expect(of(5, [{ '/a': 1 }, { '/a': 2 }], [missed(), missed('up')])).toMatchObject({
      answered: 2,
      right: 1,
      goals: [
        { id: 'up', passed: 1 },
        { id: 'cheap', passed: 2 },
        { id: 'fast', passed: 2 },
      ],
      field: { best: 0, instructive: 1 },
    });
  });

  it('leaves out who was barred', () => {
    const { room } = given(created(), joined('s1'), joined('s2'), opened(), answered('s1'), answered('s2'));
    const spread = () => spreadOf(room, room.questions[0] as never, room.asked[0]?.rounds[0] as never);
    expect(spread().answered).toBe(2);
    const after = given(created(), joined('s1'), joined('s2'), opened(), answered('s1'), answered('s2'), {
      t: 'barred',
      seats: ['s1'],
    }).room;
    expect(spreadOf(after, after.questions[0] as never, after.asked[0]?.rounds[0] as never).answered).toBe(1);
  });
});
