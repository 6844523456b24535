import { describe, expect, it } from 'vitest';
import { abovePar, bestOf, measuresOf } from './par.ts';

const world = { services: [{ desiredCount: 4, deploymentConfiguration: { maximumPercent: 110 } }] };
const run = { series: {}, stopped: 'settled' as const, seconds: 124 };

describe('the measures of an answer', () => {
  it('count the paths that differ from the scenario, and the seconds until the run settled', () => {
    const set = { '/services/0/desiredCount': 4, '/services/0/deploymentConfiguration/maximumPercent': 150 };
    expect(measuresOf(run, set, world)).toEqual({ changes: 1, seconds: 124 });
  });

  it('have no seconds when the run was cut, and a cost only where it is modelled', () => {
    const cut = {
      series: { 'cost.usd': [[0, 0] as [number, number], [60, 0.123456] as [number, number]] },
      stopped: 'horizon' as const,
      seconds: 60,
    };
    expect(measuresOf(cut, {}, world)).toEqual({ changes: 0, usd: 0.1235 });
  });
});

describe('par', () => {
  it('is the best of each measure, which no single solution need reach', () => {
    expect(
      bestOf([
        { changes: 1, usd: 0.5, seconds: 90 },
        { changes: 2, usd: 0.4 },
      ]),
    ).toEqual({ changes: 1, usd: 0.4, seconds: 90 });
    expect(bestOf([])).toBeUndefined();
  });

  it('is reached in each measure that it has, and in no other', () => {
    expect(abovePar({ changes: 1, usd: 0.4, seconds: 90 }, { changes: 1, usd: 0.4 })).toEqual([]);
    expect(abovePar({ changes: 2, usd: 0.4 }, { changes: 1, usd: 0.4, seconds: 90 })).toEqual(['changes', 'seconds']);
  });
});
