import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cpuSharesOf, shareOutCpu } from './cpu-shares.ts';
import { flowHash, targetOfFlow } from './flow-hash.ts';
import { isCrossZone, type Registered, rotationOf } from './rotation.ts';
import { slowStartWeight, startsSlowly } from './slow-start.ts';
import { byWeight, FIRST_TURN, leastOutstanding, roundRobin, type Split, type Turn } from './split.ts';

/** What each gets over several seconds. */
function over(seconds: number, split: (turn: Turn) => Split): number[] {
  let turn = FIRST_TURN;
  let sum: number[] = [];
  for (let second = 0; second < seconds; second++) {
    const { counts, next } = split(turn);
    sum = counts.map((count, i) => count + (sum[i] ?? 0));
    turn = next;
  }
  return sum;
}

function total(counts: readonly number[]): number {
  return counts.reduce((sum, count) => sum + count, 0);
}

describe('round robin (6/4)', () => {
  test('goes on in the next second where it stopped', () => {
    expect(roundRobin(3, 10, FIRST_TURN)).toEqual({ counts: [4, 3, 3], next: { ...FIRST_TURN, turn: 1 } });
    expect(over(3, (turn) => roundRobin(3, 10, turn))).toEqual([10, 10, 10]);
    expect(over(8, (turn) => roundRobin(4, 1, turn))).toEqual([2, 2, 2, 2]);
  });

  test('over nobody sends nothing', () => {
    expect(roundRobin(0, 5, FIRST_TURN).counts).toEqual([]);
  });
});

describe('weights (6/3)', () => {
  test.each([
    { weights: [90, 10], requests: 10, seconds: 1, expected: [9, 1] },
    { weights: [95, 5], requests: 10, seconds: 2, expected: [19, 1] },
    { weights: [999, 1], requests: 1, seconds: 1000, expected: [999, 1] },
    { weights: [1, 0], requests: 7, seconds: 1, expected: [7, 0] },
    { weights: [1, 1, 1], requests: 1, seconds: 3, expected: [1, 1, 1] },
  ])('$weights of $requests a second give $expected in $seconds s', ({ weights, requests, seconds, expected }) => {
    expect(over(seconds, (turn) => byWeight(weights, requests, turn))).toEqual(expected);
  });

  test('all 0 share evenly', () => {
    expect(byWeight([0, 0], 4, FIRST_TURN).counts).toEqual([2, 2]);
  });

  test('give whole numbers that add up, and over time each his share to within one request', () => {
    const weights = fc.array(fc.nat(999), { minLength: 1, maxLength: 5 }).filter((all) => total(all) > 0);
    fc.assert(
      fc.property(weights, fc.array(fc.nat(50), { minLength: 1, maxLength: 40 }), (shares, rates) => {
        let turn = FIRST_TURN;
        const sums = shares.map(() => 0);
        for (const rate of rates) {
          const { counts, next } = byWeight(shares, rate, turn);
          expect(counts.every((count) => Number.isInteger(count) && count >= 0)).toBe(true);
          expect(total(counts)).toBe(rate);
          for (const [i, count] of counts.entries()) sums[i] = (sums[i] ?? 0) + count;
          turn = next;
        }
        for (const [i, sum] of sums.entries()) {
          const ideal = (total(rates) * (shares[i] ?? 0)) / total(shares);
          expect(Math.abs(sum - ideal)).toBeLessThan(shares.length);
        }
      }),
    );
  });

  test('that change carry what is owed over', () => {
    const first = byWeight([1, 1], 1, FIRST_TURN);
    expect(first.counts).toEqual([1, 0]);
    expect(byWeight([3, 3], 1, first.next).counts).toEqual([0, 1]);
  });
});

describe('least outstanding requests (6/4)', () => {
  test.each([
    { under: [0, 0, 0], requests: 4, counts: [2, 1, 1] },
    { under: [5, 0, 0], requests: 4, counts: [0, 2, 2] },
    { under: [5, 0, 2], requests: 4, counts: [0, 3, 1] },
    { under: [1, 9], requests: 0, counts: [0, 0] },
  ])('$under under way and $requests more: $counts', ({ under, requests, counts }) => {
    expect(leastOutstanding(under, requests, FIRST_TURN).counts).toEqual(counts);
  });

  test('does what one request after the other would do', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(12), { minLength: 1, maxLength: 6 }), fc.nat(40), (under, requests) => {
        const naive = [...under];
        for (let i = 0; i < requests; i++) naive[naive.indexOf(Math.min(...naive))] = Math.min(...naive) + 1;
        const { counts } = leastOutstanding(under, requests, FIRST_TURN);
        expect(total(counts)).toBe(requests);
        expect(under.map((count, i) => count + (counts[i] ?? 0)).sort()).toEqual(naive.sort());
      }),
    );
  });
});

describe('slow start (6/5)', () => {
  test('grows in a straight line to the full share', () => {
    expect([0, 15, 30, 59, 60, 90].map((s) => slowStartWeight(60, 0, s))).toEqual([0, 15, 30, 59, 60, 60]);
    expect([slowStartWeight(60, undefined, 5), slowStartWeight(0, undefined, 5)]).toEqual([60, 1]);
  });

  test('begins only where another healthy target is not in slow start itself', () => {
    expect(startsSlowly(30, [{ slowSince: undefined }])).toBe(true);
    expect([
      startsSlowly(30, []),
      startsSlowly(30, [{ slowSince: 3 }]),
      startsSlowly(0, [{ slowSince: undefined }]),
    ]).toEqual([false, false, false]);
  });
});

describe('the rotation (6/6, 6/7)', () => {
  const zones = ['a', 'c'];
  const target = (zone: string, health: Registered['health']): Registered => ({ zone, health });
  const sizes = (targets: Registered[], crossZone = true) =>
    rotationOf(targets, { zones, crossZone }).pools.map(({ length }) => length);

  test('takes healthy targets only', () => {
    expect(
      sizes([target('a', 'healthy'), target('a', 'initial'), target('c', 'unhealthy'), target('c', 'draining')]),
    ).toEqual([1]);
  });

  test('fails open: where none is healthy every registered target gets requests, draining ones never', () => {
    const all = [target('a', 'unhealthy'), target('c', 'initial'), target('c', 'draining')];
    expect(rotationOf(all, { zones, crossZone: true })).toEqual({ pools: [[all[0], all[1]]], failOpen: true });
    expect(sizes([target('a', 'draining')])).toEqual([]);
  });

  test('without cross-zone gives every zone with a healthy target the same share', () => {
    const uneven = [target('a', 'healthy'), target('c', 'healthy'), target('c', 'healthy'), target('c', 'healthy')];
    expect(sizes(uneven, false)).toEqual([1, 3]);
    expect(sizes([target('a', 'unhealthy'), target('c', 'healthy')], false)).toEqual([1]);
  });

  test('leaves out zones without a node', () => {
    expect(sizes([target('b', 'healthy'), target('a', 'healthy')])).toEqual([1]);
  });

  test('cross-zone: application on, network and classic off, a target group may say otherwise', () => {
    expect([
      isCrossZone('application', { balancer: false }),
      isCrossZone('network', {}),
      isCrossZone('network', { balancer: true }),
      isCrossZone('application', { group: false }),
    ]).toEqual([true, false, true, false]);
  });
});

describe('flow hashing (6/8)', () => {
  const tuple = {
    protocol: 'TCP' as const,
    sourceIp: '198.51.100.1',
    sourcePort: 1024,
    destinationIp: '10.0.0.5',
    destinationPort: 443,
  };

  test('the same connection always hashes to the same number, another port to another', () => {
    expect(flowHash(tuple)).toBe(flowHash({ ...tuple }));
    expect(flowHash(tuple)).not.toBe(flowHash({ ...tuple, sourcePort: 1025 }));
    expect(flowHash(tuple)).not.toBe(flowHash({ ...tuple, protocol: 'UDP' }));
  });

  test('many connections spread over the targets', () => {
    const counts = [0, 0, 0, 0];
    for (let port = 1024; port < 9024; port++) {
      const chosen = targetOfFlow({ ...tuple, sourcePort: port }, [0, 1, 2, 3]) ?? 0;
      counts[chosen] = (counts[chosen] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(1800);
    expect(targetOfFlow(tuple, [])).toBeUndefined();
  });
});

describe('CPU shares (2.1.7)', () => {
  test('null, 0 and 1 are 2, and 262144 is the most', () => {
    expect([undefined, 0, 1, 2, 512, 300_000].map(cpuSharesOf)).toEqual([2, 2, 2, 2, 512, 262_144]);
  });

  test.each([
    {
      name: 'enough for all',
      capacity: 2048,
      claims: [
        { shares: 256, wants: 900 },
        { shares: 256, wants: 100 },
      ],
      given: [900, 100],
    },
    {
      name: 'shares decide',
      capacity: 1000,
      claims: [
        { shares: 300, wants: 2000 },
        { shares: 100, wants: 2000 },
      ],
      given: [750, 250],
    },
    {
      name: 'what one leaves goes to the others',
      capacity: 1000,
      claims: [
        { shares: 300, wants: 100 },
        { shares: 100, wants: 2000 },
      ],
      given: [100, 900],
    },
    {
      name: 'two shares against 512',
      capacity: 2048,
      claims: [
        { shares: 2, wants: 2048 },
        { shares: 512, wants: 2048 },
      ],
      given: [7, 2040],
    },
  ])('$name', ({ capacity, claims, given }) => {
    expect(shareOutCpu(capacity, claims)).toEqual(given);
  });

  test('never give more than there is or than somebody wants', () => {
    const claim = fc.record({ shares: fc.integer({ min: 2, max: 4096 }), wants: fc.nat(4096) });
    fc.assert(
      fc.property(fc.nat(8192), fc.array(claim, { maxLength: 8 }), (capacity, claims) => {
        const given = shareOutCpu(capacity, claims);
        expect(total(given)).toBeLessThanOrEqual(capacity);
        for (const [i, amount] of given.entries()) expect(amount).toBeLessThanOrEqual(claims[i]?.wants ?? 0);
        const short = given.some((amount, i) => amount < (claims[i]?.wants ?? 0));
        if (short) expect(total(given)).toBeGreaterThan(capacity - claims.length);
      }),
    );
  });
});
