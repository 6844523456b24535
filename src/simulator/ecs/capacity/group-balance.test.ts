import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countByZone, type GroupMember, nextToTerminate, zoneToLaunchIn } from './group-balance.ts';

function members(...specs: [zone: string, launchedAt?: number, isProtected?: boolean][]): GroupMember[] {
  return specs.map(([availabilityZone, launchedAtSeconds = 0, isProtected = false], index) => ({
    index,
    availabilityZone,
    launchedAtSeconds,
    isProtected,
  }));
}

const up = () => true;

describe('a group launches where it has the fewest instances', () => {
  test.each([
    { here: ['a'], zone: 'b' },
    { here: ['a', 'b'], zone: 'c' },
    { here: ['c', 'b', 'b', 'c'], zone: 'a' },
    { here: [], zone: 'a' },
  ])('with $here it launches in $zone', ({ here, zone }) => {
    const there = here.map((availabilityZone) => ({ availabilityZone }));
    expect(zoneToLaunchIn(['a', 'b', 'c'], countByZone(there), up)?.zone).toBe(zone);
  });

  test('a zone that failed gets none', () => {
    expect(zoneToLaunchIn(['a', 'b'], new Map([['b', 1]]), (zone) => zone !== 'a')?.zone).toBe('b');
    expect(zoneToLaunchIn(['a', 'b'], new Map(), () => false)).toBeUndefined();
  });

  test('launched one by one, zones differ by at most one', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.nat(40), (count, launches) => {
        const zones = Array.from({ length: count }, (_, i) => `z-${i}`);
        const there: { availabilityZone: string }[] = [];
        for (let n = 0; n < launches; n++)
          there.push({ availabilityZone: zoneToLaunchIn(zones, countByZone(there), up)?.zone ?? '' });
        const sizes = zones.map((zone) => there.filter(({ availabilityZone }) => availabilityZone === zone).length);
        expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe('the default termination policy', () => {
  test('takes from the zone with the most instances', () => {
    expect(nextToTerminate(members(['a'], ['b'], ['b'], ['c']), 0)?.index).toBe(1);
  });

  test('in it, the instance closest to its next billing hour', () => {
    expect(nextToTerminate(members(['a', 0], ['a', 1200], ['a', 600]), 3900)?.index).toBe(2);
  });

  test('a zone whose instances are all protected is passed over, though it has the most', () => {
    expect(nextToTerminate(members(['a', 0, true], ['a', 0, true], ['b']), 60)?.index).toBe(2);
  });

  test('balanced zones are looked at together', () => {
    expect(nextToTerminate(members(['a', 100], ['b', 40], ['c', 70]), 600)?.index).toBe(1);
  });

  test('nothing goes when everything is protected', () => {
    expect(nextToTerminate(members(['a', 0, true], ['b', 0, true]), 60)).toBeUndefined();
  });
});
