import { describe, expect, it } from 'vitest';
import { gradeAnswer } from '../../simulator/scenario/grade.ts';
import { readScenario } from '../../simulator/scenario/scenario-schema.ts';
import { countAt, goalsOfBoth, measuresOfShown, settingsApart } from './compare-model.ts';
import { beginLab, type LabScenario, type LabState, type Shown, stepLab } from './lab-model.ts';
import { spanOf } from './playhead.ts';
import { halfTheFleetYard } from './run.fixture.ts';
import { halfTheFleet, MAX, MIN } from './scenario.fixture.ts';

const source = readScenario(halfTheFleet).scenario as LabScenario['source'];
const lab: LabScenario = { id: 'rolling-update/half-the-fleet', source, yard: halfTheFleetYard, still: [] };

function ranWith(state: LabState, set: Shown['set'], run: number): LabState {
  const { grade } = gradeAnswer(source, set);
  if (grade === undefined) throw new Error('the answer is refused');
  return stepLab(state, { do: 'run-graded', graded: { grade, yard: halfTheFleetYard }, run, set, play: false });
}

describe('two runs beside each other', () => {
  const kept = stepLab(ranWith(beginLab(lab), {}, 1), { do: 'keep' });
  const both = ranWith(stepLab(kept, { do: 'take', values: { [MIN]: 50 } }), { [MIN]: 50 }, 2);
  const [before, after] = [both.kept as Shown, both.shown as Shown];

  it('differ in what was set, in goals and in measures', () => {
    expect(settingsApart(both.controls, before, after).map(({ control, ...rest }) => [control.path, rest])).toEqual([
      [MIN, { kept: '90', now: '50' }],
    ]);
    expect(goalsOfBoth(before, after).map(({ id, kept, now }) => [id, kept.met, now.met])).toEqual([
      ['capacity', true, true],
      ['done', false, true],
    ]);
    expect(measuresOfShown(lab, after)).toEqual({ changes: 1, seconds: 124 });
  });

  it('share one scrubber that reaches over the longer of them; the shorter one stays as it ended', () => {
    const short = ranWith({ ...beginLab(lab), kept: after }, {}, 3);
    expect(spanOf(short)).toBe(124);
    expect(stepLab(short, { do: 'go-to-second', second: 100 }).second).toBe(100);
    expect(stepLab(short, { do: 'go-to-second', second: 999 }).second).toBe(124);
    expect(countAt(before, 'services.web.healthy', 31)).toBe(4);
    expect(countAt(after, 'services.web.healthy', 31)).toBe(2);
    expect(countAt(before, 'services.web.healthy', 9999)).toBe(4);
  });

  it('end when the learner stops comparing, and the kept answer comes back on request, to be undone', () => {
    const back = stepLab(both, { do: 'take-back' });
    expect(back.answer).toEqual({});
    expect(stepLab(back, { do: 'undo' }).answer).toEqual({ [MIN]: 50 });
    expect(stepLab(both, { do: 'drop-kept' }).kept).toBeNull();
  });

  it('values from commands go only where the scenario lets them, and those it has already say nothing', () => {
    const taken = stepLab(beginLab(lab), {
      do: 'take',
      values: { [MIN]: 90, [MAX]: 150, '/services/0/desiredCount': 9 },
    });
    expect(taken.answer).toEqual({ [MAX]: 150 });
  });
});
