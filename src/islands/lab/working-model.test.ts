import { describe, expect, it } from 'vitest';
import { ENTRY_TYPES } from '../../simulator/entry-types.ts';
import type { Bounds, Entry, EntryType } from '../../simulator/run.ts';
import { clock } from './chart-model.ts';
import { assumedBy, boundsSaid, lastWeighed, otherFigures, scalingFigures } from './working-model.ts';

const bounds = (over: Partial<Bounds>): Bounds => ({
  desired: 5,
  minimumHealthyPercent: 50,
  maximumPercent: 100,
  floor: 3,
  cap: 5,
  healthy: 5,
  tasks: 5,
  ...over,
});

describe('a step of a rolling update', () => {
  it('writes out both bounds, the floor rounded up', () => {
    expect(boundsSaid(bounds({})).lines).toEqual([
      { bound: 'floor', sum: 'ceil(5 × 50 / 100) = 3', room: 2 },
      { bound: 'cap', sum: 'floor(5 × 100 / 100) = 5', room: 0 },
    ]);
  });

  it('says which bound lets it go on', () => {
    const outcome = (over: Partial<Bounds>) => boundsSaid(bounds(over)).outcome;
    expect(outcome({})).toBe('stop');
    expect(outcome({ floor: 5, cap: 7 })).toBe('start');
    expect(outcome({ cap: 7 })).toBe('both');
    expect(outcome({ healthy: 3, tasks: 5 })).toBe('wait');
    expect(outcome({ floor: 5, healthy: 5 })).toBe('stuck');
  });

  it('never speaks of less than none', () => {
    expect(boundsSaid(bounds({ healthy: 1, tasks: 9 })).lines.map(({ room }) => room)).toEqual([0, 0]);
  });
});

describe('a step of scaling', () => {
  const entry: Entry = {
    at: 60,
    type: 'service-scaled',
    message: '',
    scaling: {
      policy: 'cpu',
      from: 4,
      to: 7,
      running: 4,
      minCapacity: 2,
      maxCapacity: 10,
      needed: 7,
      sum: '4 running × 133.33 % ÷ 80 % = 7',
      metric: 'services.web.cpu',
      value: 133.33,
      target: 80,
      cooldownUntil: 360,
    },
  };

  it('has metric, formula, limits, counts and the end of the cooldown', () => {
    expect(scalingFigures(entry, clock)).toEqual([
      { name: 'policyName', value: 'cpu' },
      { name: 'services.web.cpu', value: '133.33' },
      { name: 'TargetValue', value: '80' },
      { name: 'formula', value: '4 running × 133.33 % ÷ 80 % = 7' },
      { name: 'limits', value: 'min(10, max(2, 7)) = 7' },
      { name: 'desiredCount', value: '4 → 7' },
      { name: 'cooldown', value: '6:00' },
    ]);
  });

  it('keeps silent about a cooldown that is over at once', () => {
    const over = { ...entry, scaling: entry.scaling && { ...entry.scaling, cooldownUntil: 60 } };
    expect(scalingFigures(over, clock).map(({ name }) => name)).not.toContain('cooldown');
  });

  it('writes out the arithmetic of managed scaling', () => {
    const capacity = { needed: 3, instances: 2, reservation: 150, target: 100, waiting: 2, from: 2, to: 3 };
    expect(otherFigures({ at: 0, type: 'capacity-scaled', message: '', capacity })[0]?.value).toBe(
      'M ÷ N × 100 = 3 ÷ 2 × 100 = 150 %',
    );
  });

  it('finds the last entry that was worked out', () => {
    const plain: Entry = { at: 61, type: 'task-placed', message: '' };
    expect(lastWeighed([plain, entry, plain], 2)).toBe(entry);
    expect(lastWeighed([plain], 0)).toBeUndefined();
  });
});

describe('an assumption', () => {
  it('is marked where it can have decided, of those that the run leaned on', () => {
    expect(assumedBy('task-placed', ['A1', 'A62'])).toEqual(['A1']);
    expect(assumedBy('service-scaled', ['A1', 'A62'])).toEqual(['A62']);
    expect(assumedBy('task-healthy', ['A1', 'A62'])).toEqual([]);
  });

  it('is looked for under every type of entry without a fault', () => {
    for (const type of Object.keys(ENTRY_TYPES)) expect(assumedBy(type as EntryType, [])).toEqual([]);
  });
});
