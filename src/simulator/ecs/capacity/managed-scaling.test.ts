import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  againstTarget,
  type CapacityView,
  DEFAULT_MANAGED_SCALING,
  type ManagedScaling,
  neededInstances,
  reservationPercent,
  scaleInTo,
  scaleOutTo,
  steadyInstances,
} from './managed-scaling.ts';

const ANY = { minSize: 0, maxSize: 1000 };

function scaling(part: Partial<ManagedScaling> = {}): ManagedScaling {
  return { ...DEFAULT_MANAGED_SCALING, ...part };
}

describe('CapacityProviderReservation = M ÷ N × 100 (5.2.1, 5.2.2)', () => {
  test.each([
    { needed: 4, instances: 4, percent: 100 },
    { needed: 5, instances: 4, percent: 125 },
    { needed: 2, instances: 3, percent: 66.66 },
    { needed: 0, instances: 3, percent: 0 },
    { needed: 0, instances: 0, percent: 100 },
    { needed: 1, instances: 0, percent: 200 },
    { needed: 40, instances: 0, percent: 200 },
  ])('M $needed, N $instances: $percent', ({ needed, instances, percent }) => {
    expect(reservationPercent(needed, instances)).toBe(percent);
  });
});

describe('M lies from N + minimum step to N + maximum step while tasks wait (5.2.3, 5.2.6)', () => {
  test.each([
    { wanted: 3, least: 1, most: 10_000, needed: 8 },
    { wanted: 1, least: 4, most: 10_000, needed: 9 },
    { wanted: 7, least: 1, most: 2, needed: 7 },
    { wanted: 0, least: 4, most: 10, needed: 3 },
  ])('5 instances, 3 busy, $wanted wanted, steps $least to $most: M $needed', ({ wanted, least, most, needed }) => {
    const steps = scaling({ minimumScalingStepSize: least, maximumScalingStepSize: most });
    expect(neededInstances({ instances: 5, busy: 3, wanted }, steps)).toBe(needed);
  });
});

describe('steady is ceil(M ÷ (T ÷ 100)) (5.2.5)', () => {
  test.each([
    { needed: 9, target: 75, steady: 12 },
    { needed: 9, target: 100, steady: 9 },
    { needed: 10, target: 75, steady: 14 },
    { needed: 1, target: 75, steady: 2 },
    { needed: 7, target: 70, steady: 10 },
    { needed: 0, target: 75, steady: 0 },
  ])('M $needed at $target %: $steady', ({ needed, target, steady }) => {
    expect(steadyInstances(needed, target)).toBe(steady);
  });
});

describe('above the target the group scales out to the steady number (5.2.5, 5.2.7)', () => {
  test.each([
    { view: { instances: 3, busy: 3, wanted: 2 }, target: 100, to: 5 },
    { view: { instances: 12, busy: 12, wanted: 1 }, target: 75, to: 18 },
    { view: { instances: 4, busy: 4, wanted: 0 }, target: 75, to: 6 },
    { view: { instances: 4, busy: 4, wanted: 0 }, target: 100, to: undefined },
    { view: { instances: 4, busy: 3, wanted: 0 }, target: 75, to: undefined },
    { view: { instances: 0, busy: 0, wanted: 1 }, target: 100, to: 2 },
    { view: { instances: 0, busy: 0, wanted: 30 }, target: 100, to: 2 },
    { view: { instances: 0, busy: 0, wanted: 1 }, target: 75, to: 3 },
    { view: { instances: 0, busy: 0, wanted: 0 }, target: 75, to: undefined },
    { view: { instances: 999, busy: 999, wanted: 5 }, target: 100, to: 1000 },
    { view: { instances: 1000, busy: 1000, wanted: 5 }, target: 100, to: undefined },
  ])('$view at $target %: $to', ({ view, target, to }) => {
    expect(scaleOutTo(view, scaling({ targetCapacity: target }), ANY)).toBe(to);
  });
});

describe('below the target it scales in by at least one and less than half a minute (5.2.7)', () => {
  test.each([
    { view: { instances: 10, busy: 2, wanted: 0 }, target: 100, to: 6 },
    { view: { instances: 9, busy: 2, wanted: 0 }, target: 100, to: 5 },
    { view: { instances: 4, busy: 3, wanted: 0 }, target: 100, to: 3 },
    { view: { instances: 2, busy: 0, wanted: 0 }, target: 100, to: 1 },
    { view: { instances: 1, busy: 0, wanted: 0 }, target: 100, to: 0 },
    { view: { instances: 13, busy: 9, wanted: 0 }, target: 75, to: 12 },
    { view: { instances: 2, busy: 1, wanted: 0 }, target: 75, to: undefined },
    { view: { instances: 4, busy: 4, wanted: 0 }, target: 100, to: undefined },
  ])('$view at $target %: $to', ({ view, target, to }) => {
    expect(scaleInTo(view, scaling({ targetCapacity: target }), ANY)).toBe(to);
  });

  test('the minimum size holds', () => {
    expect(scaleInTo({ instances: 3, busy: 0, wanted: 0 }, scaling(), { minSize: 3, maxSize: 9 })).toBeUndefined();
  });
});

const views = fc
  .record({ instances: fc.nat(60), busy: fc.nat(60), wanted: fc.nat(20) })
  .map((view): CapacityView => ({ ...view, busy: Math.min(view.busy, view.instances) }));

const settings = fc
  .record({ target: fc.integer({ min: 1, max: 100 }), least: fc.integer({ min: 1, max: 5 }), more: fc.nat(20) })
  .map(({ target, least, more }) =>
    scaling({ targetCapacity: target, minimumScalingStepSize: least, maximumScalingStepSize: least + more }),
  );

const limits = fc
  .record({ minSize: fc.nat(10), more: fc.nat(80) })
  .map(({ minSize, more }) => ({ minSize, maxSize: minSize + more }));

test('what the alarms ask for lies within the limits of the group, and never both at once', () => {
  fc.assert(
    fc.property(views, settings, limits, (view, managed, size) => {
      const [out, back] = [scaleOutTo(view, managed, size), scaleInTo(view, managed, size)];
      expect(out === undefined || back === undefined).toBe(true);
      if (out !== undefined) expect(out <= size.maxSize && out > view.instances).toBe(true);
      if (back !== undefined) expect(back >= size.minSize && back < view.instances).toBe(true);
    }),
  );
});

test('more waiting tasks never ask for fewer instances', () => {
  fc.assert(
    fc.property(views, settings, limits, fc.nat(20), (view, managed, size, more) => {
      const to = (wanted: number) => scaleOutTo({ ...view, wanted }, managed, size) ?? view.instances;
      fc.pre(view.wanted > 0);
      expect(to(view.wanted + more)).toBeGreaterThanOrEqual(to(view.wanted));
    }),
  );
});

test('at the steady number neither alarm asks for anything: nothing oscillates', () => {
  fc.assert(
    fc.property(fc.nat(500), fc.integer({ min: 1, max: 100 }), (busy, target) => {
      const managed = scaling({ targetCapacity: target });
      const view = { instances: steadyInstances(busy, target), busy, wanted: 0 };
      const size = { minSize: 0, maxSize: 1_000_000 };
      expect([scaleOutTo(view, managed, size), scaleInTo(view, managed, size)]).toEqual([undefined, undefined]);
    }),
  );
});

test('minute by minute a group that nobody uses shrinks to its minimum, by less than half each time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 3, max: 2000 }), fc.nat(5), (start, minSize) => {
      let instances = start;
      for (let minute = 0; minute < 2000; minute++) {
        const to = scaleInTo({ instances, busy: 0, wanted: 0 }, scaling(), { minSize, maxSize: start });
        if (to === undefined) break;
        expect(instances <= 2 || (instances - to) * 2 < instances).toBe(true);
        instances = to;
      }
      expect(instances).toBe(Math.min(minSize, start));
    }),
  );
});

test('the reservation is compared exactly', () => {
  fc.assert(
    fc.property(views, settings, (view, managed) => {
      fc.pre(view.instances > 0);
      const needed = BigInt(neededInstances(view, managed)) * 100n;
      const target = BigInt(managed.targetCapacity) * BigInt(view.instances);
      const expected = needed > target ? 'above' : needed < target ? 'below' : 'at';
      expect(againstTarget(view, managed)).toBe(expected);
    }),
  );
});
