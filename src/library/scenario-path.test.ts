import { describe, expect, it } from 'vitest';
import { nextOnPath, pathOf } from './scenario-path.ts';

const stations = [
  { id: 'b/two', topic: 'b', level: 2 },
  { id: 'a/three', topic: 'a', level: 3 },
  { id: 'z/one', topic: 'z', level: 1 },
  { id: 'a/two', topic: 'a', level: 2 },
  { id: 'b/one', topic: 'b', level: 1 },
  { id: 'b/three', topic: 'b', level: 3 },
  { id: 'a/one', topic: 'a', level: 1 },
  { id: 'a/bare', topic: 'a' },
];

describe('the path through the scenarios', () => {
  it('goes through every topic up to the exam, then beyond it; a topic without a place comes last', () => {
    expect(pathOf(stations, ['a', 'b']).map(({ id }) => id)).toEqual([
      'a/one',
      'a/two',
      'b/one',
      'b/two',
      'z/one',
      'a/bare',
      'a/three',
      'b/three',
    ]);
  });

  it('goes on with the first that is not solved, then with the first that has a star left', () => {
    const path = ['a', 'b', 'c'];
    const next = (counts: Record<string, number>) =>
      nextOnPath(path, (id) => ({ goals: (counts[id] ?? 0) > 0, count: counts[id] ?? 0 }));
    expect(next({})).toBe('a');
    expect(next({ a: 1, c: 3 })).toBe('b');
    expect(next({ a: 3, b: 2, c: 1 })).toBe('b');
    expect(next({ a: 3, b: 3, c: 3 })).toBeUndefined();
  });
});
