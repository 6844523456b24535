import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { longer, stopwatch } from './open-time.ts';
import { forgetStrikes, keepStrikes, readStrikes, withStrike } from './strikes.ts';

beforeEach(() => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  });
});

describe('how long a question was open', () => {
  it('is the sum of all visits, without the time that none was', () => {
    const watch = stopwatch({ a: 100 });
    watch.look('a', 1000);
    watch.look('b', 1500);
    watch.look(undefined, 1700);
    watch.look('a', 9000);
    expect(watch.read(9250)).toEqual({ a: 850, b: 200 });
    expect(watch.read(9300)).toEqual({ a: 900, b: 200 });
  });

  it('adds up to the whole time while a question is always open', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(5000)), { minLength: 1 }), (visits) => {
        const watch = stopwatch({});
        let atMs = 7;
        for (const [question, stayedMs] of visits) {
          watch.look(question, atMs);
          atMs += stayedMs;
        }
        const total = Object.values(watch.read(atMs)).reduce((sum, ms) => sum + ms, 0);
        expect(total).toBe(atMs - 7);
      }),
    );
  });

  it('is the longer one where two tabs know of it', () => {
    expect(longer({ a: 1, b: 5 }, { b: 2, c: 3 })).toEqual({ a: 1, b: 5, c: 3 });
  });
});

describe('choices that were struck out', () => {
  it('are remembered for the sitting that runs, and for no other', () => {
    keepStrikes('one', withStrike(withStrike([], 'q/a'), 'q/b'));
    expect(readStrikes('one')).toEqual(['q/a', 'q/b']);
    expect(readStrikes('another')).toEqual([]);
    forgetStrikes();
    expect(readStrikes('one')).toEqual([]);
  });

  it('are struck out no more when they are struck again', () => {
    expect(withStrike(['q/a', 'q/b'], 'q/a')).toEqual(['q/b']);
  });

  it.each(['no JSON', 'null', '{"id":"one"}', '{"id":"one","struck":[1,{}]}'])('are none where %s was kept', (text) => {
    localStorage.setItem('drydock-exam-struck', text);
    expect(readStrikes('one')).toEqual([]);
  });

  it('are none where the browser refuses storage, and nothing breaks', () => {
    vi.stubGlobal('localStorage', undefined);
    keepStrikes('one', ['q/a']);
    forgetStrikes();
    expect(readStrikes('one')).toEqual([]);
  });
});
