import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Curve, nextChange, valueAt } from './load-curve.ts';
import { readCurve } from './read-curve.ts';

function curve(spec: unknown): Curve {
  const { curve: read, faults } = readCurve(spec);
  expect(faults ?? []).toEqual([]);
  return read as Curve;
}

function valuesAt(spec: unknown, seconds: number[]): number[] {
  return seconds.map((second) => valueAt(curve(spec), second));
}

/** Every second with another value than the one before, by looking at each. */
function changes(of: Curve, until: number): number[] {
  const found: number[] = [];
  for (let at = nextChange(of, 0); at !== undefined && at <= until; at = nextChange(of, at)) found.push(at);
  return found;
}

describe('a load curve', () => {
  test('that is a number stays', () => {
    expect(valuesAt(25, [0, 1, 100_000])).toEqual([25, 25, 25]);
    expect(nextChange(curve(25), 0)).toBeUndefined();
  });

  test('of steps holds each rate until the next, and is 0 before the first', () => {
    expect(
      valuesAt(
        [
          ['10s', 5],
          ['5m', 100],
        ],
        [0, 9, 10, 299, 300, 9999],
      ),
    ).toEqual([0, 0, 5, 5, 100, 100]);
    expect(
      changes(
        curve([
          ['10s', 5],
          ['5m', 100],
        ]),
        9999,
      ),
    ).toEqual([10, 300]);
  });

  test('that is a ramp rises in a straight line, rounded down, and is level before and after', () => {
    const ramp = { ramp: { from: 10, to: 20, begin: '10s', over: '40s' } };
    expect(valuesAt(ramp, [0, 10, 13, 14, 17, 18, 49, 50, 1000])).toEqual([10, 10, 10, 11, 11, 12, 19, 20, 20]);
    expect(changes(curve(ramp), 99)).toEqual([14, 18, 22, 26, 30, 34, 38, 42, 46, 50]);
  });

  test('that falls is rounded down too', () => {
    const ramp = { ramp: { from: 3, to: 0, over: 6 } };
    expect(valuesAt(ramp, [0, 1, 2, 3, 4, 5, 6])).toEqual([3, 2, 2, 1, 1, 0, 0]);
  });

  test('of a day joins its points by lines, over midnight too, and comes back the next day', () => {
    const daily = {
      daily: [
        ['6h', 0],
        ['12h', 60],
        ['18h', 120],
      ],
    };
    expect(valuesAt(daily, [6 * 3600, 9 * 3600, 12 * 3600, 18 * 3600])).toEqual([0, 30, 60, 120]);
    expect(valuesAt(daily, [0, 24 * 3600, 21 * 3600, 3 * 3600, 30 * 3600])).toEqual([60, 60, 90, 30, 0]);
  });

  test('that is a spike goes up, holds and comes down', () => {
    expect(valuesAt({ spike: { base: 10, peak: 100, at: '1m', for: '30s' } }, [0, 59, 60, 89, 90])).toEqual([
      10, 10, 100, 100, 10,
    ]);
    const soft = { spike: { base: 10, peak: 20, at: 10, rise: 10, for: 5, fall: 2 } };
    expect(valuesAt(soft, [9, 10, 11, 19, 20, 24, 25, 26, 27])).toEqual([10, 10, 11, 19, 20, 20, 20, 15, 10]);
  });

  test('from CSV text holds each line until the next; a heading and empty lines are passed over', () => {
    expect(valuesAt({ csv: 'second,perSecond\n0,10\n\n60,200\n2m;5\n' }, [0, 59, 60, 119, 120])).toEqual([
      10, 10, 200, 200, 5,
    ]);
  });

  test('finds its next change as a look at every second does', () => {
    const rates = fc.nat(40);
    const times = fc.uniqueArray(fc.nat(300), { minLength: 1, maxLength: 6 }).map((all) => all.sort((a, b) => a - b));
    const stepped = times.chain((at) => fc.tuple(...at.map((second) => fc.tuple(fc.constant(second), rates))));
    const forms = fc.oneof(
      rates,
      stepped,
      fc.record({ ramp: fc.record({ from: rates, to: rates, begin: fc.nat(50), over: fc.nat(200) }) }),
      fc.record({ daily: stepped.map((all) => all.map(([at, value]) => [at * 280, value])) }),
      fc.record({
        spike: fc.record({
          base: rates,
          peak: rates,
          at: fc.nat(50),
          rise: fc.nat(20),
          for: fc.nat(50),
          fall: fc.nat(20),
        }),
      }),
    );
    fc.assert(
      fc.property(forms, (spec) => {
        const read = curve(spec);
        const expected: number[] = [];
        for (let at = 1; at <= 700; at++) if (valueAt(read, at) !== valueAt(read, at - 1)) expected.push(at);
        expect(changes(read, 700)).toEqual(expected);
      }),
      { numRuns: 100 },
    );
  });
});

describe('a curve that is wrong says', () => {
  test.each([
    ['which value', 'many', [{ path: [], message: /"many" is not a curve; write a whole number/ }]],
    [
      'that a part of a request does not exist',
      0.5,
      [{ path: [], message: /0.5 is not a rate; write a whole number a second/ }],
    ],
    [
      'which step',
      [
        [0, 1],
        ['1m', -2],
      ],
      [{ path: [1, 1], message: /-2 is not a rate/ }],
    ],
    [
      'that times go up',
      [
        [60, 1],
        [0, 2],
      ],
      [{ path: [1, 0], message: /not after the time before it/ }],
    ],
    [
      'what is missing',
      { ramp: { from: 1, to: 2 } },
      [{ path: ['ramp', 'over'], message: /is missing; write from, to and over/ }],
    ],
    ['what was meant', { rampe: { from: 1 } }, [{ path: [], message: /did you mean ramp\?/ }]],
    [
      'which key',
      { spike: { peak: 1, at: 1, for: 2, hight: 3 } },
      [{ path: ['spike', 'hight'], message: /unknown key "hight"/ }],
    ],
    [
      'that a day has 24 hours',
      {
        daily: [
          [0, 1],
          ['24h', 2],
        ],
      },
      [{ path: ['daily', 1, 0], message: /less than 24h/ }],
    ],
    [
      'the line of a CSV text',
      { csv: '0,1\n60;x\n30,2\n90,1,1' },
      [
        { path: ['csv'], message: /^line 2: "x" is not a rate/ },
        { path: ['csv'], message: /^line 4: "90,1,1" has 3 columns/ },
      ],
    ],
    [
      'the line of a CSV text that goes back',
      { csv: 'at,rate\n60,1\n30,2' },
      [{ path: ['csv'], message: /^line 3: "30" is not after the line before it/ }],
    ],
    [
      'that a CSV text is empty',
      { csv: 'second,perSecond\n' },
      [{ path: ['csv'], message: /holds no line of numbers/ }],
    ],
  ])('%s', (_, spec, faults) => {
    expect(readCurve(spec).faults).toEqual(
      faults.map(({ path, message }) => ({ path, message: expect.stringMatching(message) })),
    );
  });
});
