import { describe, expect, it } from 'vitest';
import { beginLab, currentMoment, stepLab, yardOf } from '../lab/lab-model.ts';
import { pictureOf } from '../lab/picture.ts';
import { halfTheFleetRun, halfTheFleetYard } from '../lab/run.fixture.ts';
import { halfTheFleet } from '../lab/scenario.fixture.ts';
import { piersOf, type StillRun, stillRunOf } from './still-run.ts';

const lab = { id: 'rolling-update/half-the-fleet', source: halfTheFleet, yard: halfTheFleetYard, still: [] };
const graded = { grade: { ...halfTheFleetRun, goals: [], predictions: [] }, yard: halfTheFleetYard };
const state = [
  { do: 'run-graded', graded, run: 1, set: {}, play: false } as const,
  { do: 'go-to-second', second: 40 } as const,
].reduce(stepLab, beginLab(lab));

describe('the picture of a run', () => {
  it('is the same yard after it has been a file', () => {
    const read = JSON.parse(JSON.stringify(stillRunOf(state))) as StillRun;
    expect(piersOf(read)).toEqual(
      JSON.parse(JSON.stringify(pictureOf(yardOf(state), currentMoment(state), state.size))),
    );
    expect(read).toMatchObject({ second: 40, seconds: halfTheFleetRun.seconds, chart: { service: 'web' } });
    expect(read.entry?.at).toBeLessThanOrEqual(40);
  });

  it('says nothing of an entry before the first event', () => {
    expect(stillRunOf(stepLab(state, { do: 'go-to-second', second: 0 })).entry).toBeUndefined();
  });
});
