import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import { cpuPolicy, runScaling, scaled } from './cpu-work.fixture.ts';

const messages = (run: Run) =>
  run.entries.filter(({ type }) => type === 'scheduled-action').map(({ at, message }) => `${at} ${message}`);

describe('scheduled actions in a run', () => {
  const action = (schedule: string, minCapacity?: number, maxCapacity?: number) => ({
    scheduledActionName: 'rush',
    schedule,
    scalableTargetAction: { minCapacity, maxCapacity },
  });

  test('move the capacity into their limits whatever cooldown runs (4.4, A64)', () => {
    const run = runScaling({
      work: [[0, 450]],
      desiredCount: 6,
      target: { scalingPolicies: [cpuPolicy()], scheduledActions: [action('at(2026-01-01T00:04:00)', 12)] },
    });
    expect(scaled(run).slice(0, 2)).toEqual(['180 6→9', '240 9→12']);
    expect(messages(run)).toEqual([
      '240 (service web) scheduled action rush: minCapacity 12, maxCapacity 20, so it scales from 9 to 12.',
    ]);
    expect(run.series['services.web.scaling.minCapacity']).toEqual([
      [0, 1],
      [240, 12],
    ]);
  });

  test('come at the time of day, and the world says when it begins (4.4)', () => {
    const run = runScaling({
      target: { scheduledActions: [action('cron(0 9 * * ? *)', 8)] },
      world: { startsAt: '2026-03-02T08:50:00Z' },
    });
    expect(scaled(run)).toEqual(['600 4→8']);
    expect(run.stopped).toBe('horizon');
  });

  test('do nothing while scheduled scaling is suspended (RegisterScalableTarget)', () => {
    const suspendedState = { scheduledScalingSuspended: true };
    const run = runScaling({ target: { suspendedState, scheduledActions: [action('at(2026-01-01T00:04:00)', 8)] } });
    expect(scaled(run)).toEqual([]);
    expect(messages(run)).toEqual([
      '240 (service web) scheduled action rush does nothing, because scheduled scaling is suspended.',
    ]);
  });

  test('whose limits would cross fail (4.4, A66)', () => {
    const run = runScaling({ target: { scheduledActions: [action('at(2026-01-01T00:04:00)', 30)] } });
    expect(messages(run)).toEqual([
      '240 (service web) scheduled action rush fails, because minCapacity 30 would be above maxCapacity 20.',
    ]);
    expect(run.series['services.web.scaling.minCapacity']).toEqual([[0, 1]]);
  });
});
