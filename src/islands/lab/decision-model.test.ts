import { describe, expect, it } from 'vitest';
import type { Graded } from '../simulation/protocol.ts';
import { placementAsked } from './decision-model.ts';
import { beginLab, type LabAction, stepLab } from './lab-model.ts';
import { halfTheFleetYard, halfTheFleetRun as run } from './run.fixture.ts';
import { halfTheFleet } from './scenario.fixture.ts';

const lab = { id: 'x', source: halfTheFleet, yard: halfTheFleetYard, still: [] };
const graded: Graded = { grade: { ...run, goals: [], predictions: [] }, yard: halfTheFleetYard };
const asked = (...actions: LabAction[]) =>
  placementAsked(
    [{ do: 'run-graded', graded, run: 1, set: {}, play: false } as LabAction, ...actions].reduce(
      stepLab,
      beginLab(lab),
    ),
  );
const placed = run.entries.findIndex((entry) => entry.type === 'task-placed' && entry.task === 'web-5');

describe('why here?', () => {
  it('has nothing to explain before a run, or at an entry that places nothing', () => {
    expect(placementAsked(beginLab(lab))).toBeUndefined();
    expect(asked()).toBeUndefined();
  });

  it('is about the placement at the current entry', () => {
    expect(asked({ do: 'go-to-entry', entry: placed })).toBe(placed);
  });

  it('is about the picked task, wherever the playhead stands', () => {
    expect(asked({ do: 'pick', task: 'web-5' })).toBe(placed);
    expect(asked({ do: 'pick', task: 'web-5' }, { do: 'go-to-second', second: 40 })).toBe(placed);
  });

  it('still knows the placement of a task that is gone', () => {
    expect(asked({ do: 'pick', task: 'web-1' })).toBe(run.entries.findIndex((entry) => entry.task === 'web-1'));
  });
});
