import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases } from '../../proof-cases.fixture.ts';
import { INSTANCE_TYPES } from '../instance-types.ts';
import { Bill, fargateRate, rateOf } from './bill.ts';
import { EC2_PRICES, EPHEMERAL_STORAGE_PRICE, FARGATE_PRICES, LOAD_BALANCER_PRICES, PRICE_SOURCES } from './prices.ts';

const M5_LARGE = rateOf(EC2_PRICES.get('m5.large') ?? 0);

function fargate(cpuUnits: number, memoryMib: number, extraStorageGib = 0): bigint {
  const price = { ...FARGATE_PRICES['on-demand'].X86_64, storage: EPHEMERAL_STORAGE_PRICE };
  return fargateRate({ cpuUnits, memoryMib, extraStorageGib }, price);
}

describe('the price table (cost/1)', () => {
  test('every instance type of the simulator has a price, and nothing else has', () => {
    expect([...EC2_PRICES.keys()].sort()).toEqual([...INSTANCE_TYPES.keys()].sort());
  });

  test('inside a family the price goes with the size', () => {
    const perVcpu = (family: string) =>
      new Set(
        [...EC2_PRICES]
          .filter(([type]) => type.startsWith(`${family}.`))
          .map(([type, price]) => price / (INSTANCE_TYPES.get(type)?.vcpu ?? 1)),
      ).size;
    expect(['m5', 'm6i', 'm7g', 'c5', 'c6i', 'r5'].map(perVcpu)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('every source says where it is, what day it is of, and when it was looked up', () => {
    for (const { url, of, checked } of PRICE_SOURCES) {
      expect(url).toMatch(/^https:\/\//);
      expect(of).toMatch(/\b20\d\d\b/);
      expect(checked).toBe('2026-11-21');
    }
  });

  test.each([
    ['m5.large', 0.096],
    ['t3.nano', 0.0052],
    ['m7g.medium', 0.0408],
    ['c5.9xlarge', 1.53],
    ['r5.24xlarge', 6.048],
    ['c6i.32xlarge', 5.44],
  ])('an hour of %s costs %d dollars', (type, dollars) => {
    expect(Number(EC2_PRICES.get(type)) / 1e9).toBe(dollars);
  });
});

describe('a bill (cost/2)', () => {
  test('two m5.large for half an hour: 2 × 0.096 ÷ 2', () => {
    const bill = new Bill();
    bill.begin('a-1', M5_LARGE, 0, true);
    bill.begin('a-2', M5_LARGE, 0, true);
    expect([bill.dollarsAt(1800), bill.dollarsPerHour()]).toEqual([0.096, 0.192]);
  });

  test('a Fargate task of .25 vCPU and 0.5 GB for an hour: 0.04048 ÷ 4 + 0.004445 ÷ 2', () => {
    const bill = new Bill();
    bill.begin('t', fargate(256, 512), 0, true);
    expect([bill.dollarsAt(3600), bill.dollarsPerHour()]).toEqual([0.012342, 0.012342]);
    expect(bill.dollarsAt(36_000)).toBe(0.123425);
  });

  test('30 GB of storage beyond the first 20 cost 0.000111 each', () => {
    const bill = new Bill();
    bill.begin('t', fargate(1024, 2048, 30), 0, true);
    expect(bill.dollarsAt(3600)).toBe(0.0527);
  });

  test('what goes before its first minute is over is billed for 60 seconds; after it by the second', () => {
    const [short, long] = [new Bill(), new Bill()];
    for (const bill of [short, long]) bill.begin('a', M5_LARGE, 100);
    short.end('a', 110);
    long.end('a', 161);
    expect([short.dollarsAt(110), short.dollarsAt(5000), long.dollarsAt(161)]).toEqual([0.0016, 0.0016, 0.001626]);
  });

  test('what stands at the beginning was there before and has no minimum (A95)', () => {
    const bill = new Bill();
    bill.begin('a', M5_LARGE, 0, true);
    bill.end('a', 10);
    expect(bill.dollarsAt(10)).toBe(0.000266);
  });

  test('a load balancer costs each hour that has begun (A94)', () => {
    const bill = new Bill();
    bill.addHourly(rateOf(LOAD_BALANCER_PRICES.application));
    expect([0, 1, 3600, 3601, 7200].map((second) => bill.dollarsAt(second))).toEqual([
      0.0225, 0.0225, 0.0225, 0.045, 0.045,
    ]);
  });

  test('Spot at 35 % of On-Demand', () => {
    expect(rateOf(96_000_000, 35)).toBe(rateOf(33_600_000));
  });

  test('an unknown thing that goes costs nothing', () => {
    const bill = new Bill();
    bill.end('nobody', 5);
    expect(bill.dollarsAt(5)).toBe(0);
  });

  test('over random comings and goings it is the sum of what each thing costs alone', () => {
    const item = fc.record({ from: fc.nat(500), seconds: fc.nat(500), cpu: fc.constantFrom(256, 1024, 4096) });
    fc.assert(
      fc.property(fc.array(item, { maxLength: 20 }), (items) => {
        const events = items.flatMap(({ from, seconds, cpu }, i) => [
          { at: from, order: i, act: (bill: Bill) => bill.begin(`${i}`, fargate(cpu, 2 * cpu), from) },
          { at: from + seconds, order: i, act: (bill: Bill) => bill.end(`${i}`, from + seconds) },
        ]);
        const bill = new Bill();
        for (const { act } of events.sort((a, b) => a.at - b.at || a.order - b.order)) act(bill);
        let parts = 0n;
        for (const { seconds, cpu } of items) parts += fargate(cpu, 2 * cpu) * BigInt(Math.max(60, seconds));
        expect(bill.dollarsAt(2000)).toBe(Number(parts / (1000n * 1024n * 3600n)) / 1_000_000);
      }),
      cases('oracle', 100),
    );
  });
});
