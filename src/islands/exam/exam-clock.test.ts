import { afterEach, describe, expect, test, vi } from 'vitest';
import { keepPlace, readPlace, steadyClock } from './exam-clock.ts';

afterEach(() => vi.useRealTimers());

function storage(): void {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
}

describe('the clock of an exam', () => {
  test('does not go back when the device’s clock does', () => {
    vi.useFakeTimers({ now: 1_000_000, toFake: ['Date', 'performance'] });
    const clock = steadyClock(0);
    vi.advanceTimersByTime(60_000);
    expect(clock()).toBe(1_060_000);
    vi.setSystemTime(500_000);
    vi.advanceTimersByTime(5000);
    expect(clock()).toBeGreaterThanOrEqual(1_065_000);
  });

  test('begins at the latest moment that is known, not before it', () => {
    vi.useFakeTimers({ now: 1000, toFake: ['Date', 'performance'] });
    expect(steadyClock(99_000)()).toBe(99_000);
  });

  test('remembers the latest moment of any tab, and the open question', () => {
    storage();
    keepPlace({ id: 's', latestMs: 50, at: 3, took: { a: 9, b: 1 } });
    keepPlace({ id: 's', latestMs: 20, at: 4, took: { b: 2 } });
    expect(readPlace('s')).toEqual({ id: 's', latestMs: 50, at: 4, took: { a: 9, b: 2 } });
    expect(readPlace('other')).toBeUndefined();
  });

  test('does without storage', () => {
    vi.stubGlobal('localStorage', undefined);
    keepPlace({ id: 's', latestMs: 50, at: 3, took: { a: 9, b: 1 } });
    expect(readPlace('s')).toBeUndefined();
  });
});
