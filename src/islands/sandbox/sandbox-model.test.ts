import { describe, expect, it } from 'vitest';
import { readScenario } from '../../simulator/scenario/scenario-schema.ts';
import { simulate } from '../../simulator/simulate.ts';
import { halfTheFleet } from '../lab/scenario.fixture.ts';
import { yardWorldOf } from '../lab/yard-world.ts';
import { type Draft, emptyDraft, runnable, worldOnly } from './draft.ts';
import { intervened } from './interventions.ts';
import { readClock } from './read-clock.ts';
import { beginSandbox, type SandboxState, stepSandbox } from './sandbox-model.ts';

let runs = 0;
function ranOf(draft: Draft) {
  const { scenario } = readScenario(runnable(draft));
  if (scenario === undefined) throw new Error('not read');
  const run = simulate(scenario);
  return {
    draft,
    graded: { grade: { ...run, goals: [], predictions: [] }, yard: yardWorldOf(scenario, run) },
    run: ++runs,
  };
}

/** The update with room to move: it ends at 2:04. */
const [service] = halfTheFleet.world.services ?? [];
const moving = { ...service, deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 110 } };
const world = worldOnly({
  ...halfTheFleet,
  world: { ...halfTheFleet.world, services: [moving as typeof service & object] },
});
const opened = (draft: Draft = world, from: SandboxState = beginSandbox()) =>
  stepSandbox(from, { do: 'opened', ...ranOf(draft) });
const at = (state: SandboxState, second: number) =>
  stepSandbox(state, { do: 'lab', action: { do: 'go-to-second', second } });

describe('the sandbox', () => {
  it('begins with the templates and nothing to undo', () => {
    expect(beginSandbox()).toMatchObject({ isNew: true, past: [], lab: { shown: null } });
  });

  it('shows a world that is opened at its beginning, with nothing behind it', () => {
    const state = opened();
    expect(state).toMatchObject({ isNew: false, past: [], draft: world, answered: world });
    expect(state.lab).toMatchObject({ second: 0, playing: false });
  });

  it('keeps the playhead where it stands when an intervention is run', () => {
    const edited = stepSandbox(at(opened(), 35), {
      do: 'edit',
      draft: intervened(world, 35, { do: 'stop-task', task: 'web-1' }),
    });
    expect(edited.lab.second).toBe(35);
    const state = stepSandbox(edited, { do: 'ran', ...ranOf(edited.draft) });
    expect(state.lab.second).toBe(35);
    expect(state.lab.shown?.graded.grade.entries[state.lab.entry]?.at).toBeLessThanOrEqual(35);
  });

  it('goes to an intervention that is later than the run was long', () => {
    const draft = intervened(world, 300, { do: 'stop-task', task: 'web-5' });
    const edited = stepSandbox(opened(), { do: 'edit', draft, at: 300 });
    expect(stepSandbox(edited, { do: 'ran', ...ranOf(draft) }).lab.second).toBe(300);
  });

  it('keeps what was picked as long as the run has it', () => {
    const picked = stepSandbox(opened(), { do: 'lab', action: { do: 'pick', task: 'web-5' } });
    expect(stepSandbox(picked, { do: 'ran', ...ranOf(world) }).lab.picked).toBe('web-5');
    expect(stepSandbox(picked, { do: 'ran', ...ranOf({ ...world, events: [] }) }).lab.picked).toBe(null);
  });

  it('undoes and redoes every change, also a world that was opened over another', () => {
    const second = opened(emptyDraft(), opened());
    const back = stepSandbox(second, { do: 'undo' });
    expect(back.draft).toBe(world);
    expect(stepSandbox(back, { do: 'redo' }).draft).toBe(second.draft);
    expect(stepSandbox(stepSandbox(back, { do: 'undo' }), { do: 'undo' }).draft).toBe(world);
  });

  it('keeps the last run when a draft is refused, and says why', () => {
    const state = opened();
    const faults = [{ path: 'world.services.0.desiredCount', message: 'is missing' }];
    const refused = stepSandbox(state, { do: 'refused', draft: state.draft, faults });
    expect(refused).toMatchObject({ faults, lab: { shown: state.lab.shown } });
    expect(stepSandbox(refused, { do: 'ran', ...ranOf(world) }).faults).toEqual([]);
  });

  it('loses nothing by a link that cannot be read', () => {
    const state = opened();
    const told = stepSandbox(state, { do: 'notice', notice: { kind: 'corrupt' } });
    expect(told).toMatchObject({ draft: world, notice: { kind: 'corrupt' } });
    expect(stepSandbox(told, { do: 'dismiss' }).notice).toBe(null);
  });
});

describe('a moment', () => {
  it.each([
    ['2:30', 150],
    ['150', 150],
    ['1:00:05', 3605],
    ['0:00', 0],
    [' 0:07 ', 7],
    ['', undefined],
    ['2:75', undefined],
    ['-1', undefined],
    ['1:2:3:4', undefined],
    ['soon', undefined],
  ])('written %j is %j seconds', (text, seconds) => {
    expect(readClock(text)).toBe(seconds);
  });
});
