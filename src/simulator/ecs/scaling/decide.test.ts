import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cooldownsAfter, decide, intoLimits, type Target, type Verdict, type Wish } from './decide.ts';
import { fractionOf } from './fraction.ts';
import { adjusted } from './step-scaling.ts';
import { trackedCapacity } from './target-tracking.ts';

const TARGET: Target = {
  desired: 6,
  running: 6,
  min: 1,
  max: 20,
  nowSeconds: 180,
  isDeploying: false,
  suspended: { in: false, out: false },
};

function tracking(running: number, metric: number, target: number, policy = 'cpu'): Wish {
  const need = trackedCapacity(running, fractionOf(metric), fractionOf(target));
  return { policy, kind: 'tracking', direction: metric > target ? 'out' : 'in', need, cooldownSeconds: 300 };
}

function step(running: number, change: number, policy = 'step'): Wish {
  const needFrom = (from: number) => adjusted(from, { adjustmentType: 'ChangeInCapacity' }, change);
  const direction = change > 0 ? 'out' : 'in';
  return { policy, kind: 'step', direction, need: needFrom(running), needFrom, cooldownSeconds: 300 };
}

const said = (verdict: Verdict | undefined) =>
  verdict === undefined ? 'nothing' : verdict.kind === 'scale' ? verdict.to : `${verdict.wish.policy}: ${verdict.by}`;

describe('several policies', () => {
  test.each<[string, Wish[], string[], number | string]>([
    ['one that asks is enough to scale out', [tracking(6, 75, 50)], ['memory'], 9],
    ['of two that ask the larger capacity wins', [tracking(6, 75, 50), tracking(6, 90, 50, 'memory')], [], 11],
    ['one that is not ready keeps the others from scaling in', [tracking(6, 20, 50)], ['memory'], 'cpu: policies'],
    ['when all agree the larger capacity wins', [tracking(6, 20, 50), tracking(6, 40, 50, 'memory')], [], 5],
    ['out wins over in', [step(6, -4), tracking(6, 75, 50)], [], 9],
    ['a step scales in although target tracking is not ready', [step(6, -2)], ['cpu'], 4],
    ['a step that takes less away wins over one that takes more', [step(6, -4), step(6, -1, 'gentle')], [], 5],
  ])('%s (4.1.6)', (_, wishes, undecided, expected) => {
    expect(said(decide(TARGET, wishes, undecided))).toBe(expected);
  });
});

describe('the limits', () => {
  test.each<[string, Partial<Target>, Wish, number | string]>([
    ['a scale-out stops at the maximum', { max: 8 }, tracking(6, 75, 50), 8],
    ['at the maximum it is held back', { desired: 8, running: 8, max: 8 }, tracking(8, 75, 50), 'cpu: max'],
    ['a scale-in stops at the minimum', { min: 4 }, tracking(6, 5, 50), 4],
    ['at the minimum nothing moves', { desired: 4, running: 4, min: 4 }, tracking(4, 5, 50), 'nothing'],
    ['from below the minimum a scale-out goes at least to it', { min: 10 }, step(6, 1), 10],
    ['from below the minimum a scale-in does nothing', { min: 10 }, step(6, -1), 'nothing'],
    ['from above the maximum a scale-in goes at least to it', { max: 4 }, step(6, -1), 4],
    ['from above the maximum a scale-out does nothing', { max: 4 }, step(6, 1), 'nothing'],
    ['tasks that do not run yet are not asked for twice', { desired: 9 }, tracking(6, 75, 50), 'nothing'],
  ])('%s (4.2)', (_, target, wish, expected) => {
    expect(said(decide({ ...TARGET, ...target }, [wish], []))).toBe(expected);
  });
});

describe('cooldowns', () => {
  const after2: Partial<Target> = {
    desired: 8,
    running: 8,
    outCooldown: { untilSeconds: 480, running: 6, policy: 'step' },
  };

  test.each<[string, Partial<Target>, Wish, number | string]>([
    ['the same step again adds nothing', after2, step(8, 2), 'step: cooldown'],
    ['a step of 3 after one of 2 adds the difference of 1', after2, step(8, 3), 9],
    ['when the cooldown is over the step counts from what runs', { ...after2, nowSeconds: 480 }, step(8, 2), 10],
    ['target tracking that wants no more than was added waits', after2, tracking(8, 62, 50), 'cpu: cooldown'],
    ['target tracking that wants more adds the difference (A61)', after2, tracking(8, 75, 50), 10],
    [
      'scale-in waits for its cooldown',
      { inCooldown: { untilSeconds: 181, policy: 'cpu' } },
      step(6, -1),
      'step: cooldown',
    ],
    ['and goes on when it is over', { inCooldown: { untilSeconds: 180, policy: 'cpu' } }, step(6, -1), 5],
    [
      'a scale-out does not wait for a scale-in cooldown',
      { inCooldown: { untilSeconds: 999, policy: 'cpu' } },
      step(6, 1),
      7,
    ],
    ['a scale-in does not wait for a scale-out cooldown', after2, step(8, -1), 7],
  ])('%s (4.2)', (_, target, wish, expected) => {
    expect(said(decide({ ...TARGET, ...target }, [wish], []))).toBe(expected);
  });

  test('a scale-out ends the cooldown of a scale-in and begins its own (4.2)', () => {
    const target = { ...TARGET, inCooldown: { untilSeconds: 999, policy: 'cpu' } };
    const verdict = decide(target, [step(6, 2)], []) as Extract<Verdict, { kind: 'scale' }>;
    expect(cooldownsAfter(target, verdict)).toEqual({
      outCooldown: { untilSeconds: 480, running: 6, policy: 'step' },
      inCooldown: undefined,
    });
  });

  test('what a larger need adds during a cooldown does not begin it anew (4.2, A62)', () => {
    const target = { ...TARGET, ...after2, nowSeconds: 240 };
    const verdict = decide(target, [step(8, 3)], []) as Extract<Verdict, { kind: 'scale' }>;
    expect(cooldownsAfter(target, verdict).outCooldown).toEqual({ untilSeconds: 480, running: 6, policy: 'step' });
  });
});

describe('scale-in', () => {
  test('is off while a deployment is under way, and scale-out is not (4.1.9)', () => {
    const target = { ...TARGET, isDeploying: true };
    expect(said(decide(target, [tracking(6, 20, 50)], []))).toBe('cpu: deployment');
    expect(said(decide(target, [tracking(6, 75, 50)], []))).toBe(9);
  });

  test('and scale-out can be suspended each by itself (RegisterScalableTarget)', () => {
    const target = { ...TARGET, suspended: { in: true, out: false } };
    expect(said(decide(target, [tracking(6, 20, 50)], []))).toBe('cpu: suspended');
    expect(said(decide(target, [tracking(6, 75, 50)], []))).toBe(9);
  });
});

describe('over any wishes', () => {
  const limits = fc.tuple(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 })).map(([a, b]) => ({
    min: Math.min(a, b),
    max: Math.max(a, b),
  }));
  const wishOf = (running: number) =>
    fc.oneof(
      fc
        .integer({ min: -9, max: 9 })
        .filter((n) => n !== 0)
        .map((change) => step(running, change)),
      fc
        .integer({ min: 0, max: 400 })
        .filter((n) => n !== 50)
        .map((metric) => tracking(running, metric, 50)),
    );

  test('what is decided lies within the limits, and at least at 1 where the minimum is', () => {
    const cases = fc
      .integer({ min: 0, max: 30 })
      .chain((running) =>
        fc.tuple(
          limits,
          fc.constant(running),
          fc.integer({ min: 0, max: 30 }),
          fc.array(wishOf(running), { maxLength: 5 }),
        ),
      );
    fc.assert(
      fc.property(cases, fc.boolean(), ([bounds, running, desired, wishes], isCooling) => {
        const outCooldown = isCooling
          ? { untilSeconds: 999, running: Math.min(running, desired), policy: 'x' }
          : undefined;
        const verdict = decide({ ...TARGET, ...bounds, running, desired, outCooldown }, wishes, []);
        if (verdict?.kind !== 'scale') return;
        expect(verdict.to).toBeGreaterThanOrEqual(bounds.min);
        expect(verdict.to).toBeLessThanOrEqual(bounds.max);
        if (bounds.min >= 1) expect(verdict.to).toBeGreaterThanOrEqual(1);
      }),
    );
  });

  test('a constant metric moves the capacity in one direction only, and then it rests', () => {
    const constant = fc.record({ metric: fc.integer({ min: 0, max: 300 }), start: fc.integer({ min: 1, max: 20 }) });
    fc.assert(
      fc.property(constant, limits, ({ metric, start }, bounds) => {
        const moves: number[] = [];
        let target: Target = { ...TARGET, ...bounds, desired: start, running: start };
        for (let minute = 3; minute < 400; minute++) {
          target = { ...target, nowSeconds: minute * 60 };
          const isOut = metric > 50;
          if (!isOut && metric >= 45) break;
          const verdict = decide(
            target,
            [{ ...tracking(target.running, metric, 50), direction: isOut ? 'out' : 'in' }],
            [],
          );
          if (verdict?.kind !== 'scale') continue;
          moves.push(Math.sign(verdict.to - target.desired));
          target = { ...target, ...cooldownsAfter(target, verdict), desired: verdict.to, running: verdict.to };
        }
        expect(new Set(moves).size).toBeLessThanOrEqual(1);
        expect(moves.length).toBeLessThanOrEqual(60);
      }),
    );
  });

  test('a higher metric never leads to a smaller capacity, without cooldowns', () => {
    const metric = fc.integer({ min: 51, max: 400 });
    fc.assert(
      fc.property(metric, metric, fc.integer({ min: 1, max: 20 }), limits, (a, b, running, bounds) => {
        const after = (value: number) => {
          const verdict = decide(
            { ...TARGET, ...bounds, running, desired: running },
            [tracking(running, value, 50)],
            [],
          );
          return verdict?.kind === 'scale' ? verdict.to : running;
        };
        expect(after(Math.min(a, b))).toBeLessThanOrEqual(after(Math.max(a, b)));
      }),
    );
  });
});

test('a scheduled action moves the capacity into its limits (4.4)', () => {
  expect([intoLimits(2, 5, 10), intoLimits(7, 5, 10), intoLimits(12, 5, 10)]).toEqual([5, 7, 10]);
});
