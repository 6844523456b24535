import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Graded } from '../simulation/protocol.ts';
import type { SimulationClient } from '../simulation/simulation-client.ts';
import type { FragmentReading } from './answer-fragment.ts';
import { beginLab, currentMoment, isStale, jsonText, type LabAction, type LabState, stepLab } from './lab-model.ts';
import { openDraw } from './open-draw.ts';
import { halfTheFleetRun, halfTheFleetYard } from './run.fixture.ts';
import { halfTheFleet, MAX, MIN } from './scenario.fixture.ts';

const still = halfTheFleetRun.entries.filter((entry) => entry.at === 0);
const lab = { id: 'rolling-update/half-the-fleet', source: halfTheFleet, yard: halfTheFleetYard, still };
const graded: Graded = { grade: { ...halfTheFleetRun, goals: [], predictions: [] }, yard: halfTheFleetYard };

const after = (...actions: LabAction[]): LabState => actions.reduce(stepLab, beginLab(lab));
const set = (path: string, value: number): LabAction => {
  const control = beginLab(lab).controls.find((one) => one.path === path);
  if (control === undefined) throw new Error(`no control for ${path}`);
  return { do: 'set', control, value };
};
const run = (answer = {}): LabAction => ({ do: 'run-graded', graded, run: 1, set: answer, play: true });

describe('another drawing of the scenario', () => {
  const drawn = { ...lab, source: { ...halfTheFleet, title: { en: 'Drawn', ko: '뽑음' } } };
  const draw = (reading: FragmentReading): LabAction => ({ do: 'drawn', draw: 3, lab: drawn, reading });

  it('begins anew, with the answer that its link brought and the view that was chosen', () => {
    const state = after(set(MIN, 50), run({ [MIN]: 50 }), { do: 'view', view: 'table' }, draw({ kind: 'none' }));
    expect(state).toMatchObject({ draw: 3, answer: {}, shown: null, past: [], view: 'table' });
    expect(state.lab.source.title?.en).toBe('Drawn');
    expect(after(draw({ kind: 'answer', set: { [MIN]: 50 } })).answer).toEqual({ [MIN]: 50 });
    expect(after(draw({ kind: 'corrupt' })).notice).toEqual({ kind: 'corrupt' });
  });

  it('that cannot be made leaves everything as it is, and says so', () => {
    const state = after(set(MIN, 50), { do: 'not-drawn' });
    expect(state).toMatchObject({ draw: 0, answer: { [MIN]: 50 }, notice: { kind: 'not-drawn' } });
  });
});

describe('what a link opens', () => {
  const drawable = { ...lab, drawings: 4 };
  const parts = { source: halfTheFleet, yard: halfTheFleetYard, still: [], solutions: [], par: { changes: 1 } };
  const asked: number[] = [];
  const simulation =
    (fails = false) =>
    () =>
      ({
        draw: ({ draw }: { draw: number }) => {
          asked.push(draw);
          return Promise.resolve(fails ? { kind: 'faults', faults: [] } : { kind: 'drawn', lab: parts });
        },
      }) as unknown as SimulationClient;

  beforeEach(() => vi.stubGlobal('fetch', () => Promise.resolve(Response.json({ draws: {} }))));
  afterEach(() => vi.unstubAllGlobals());

  it.each<[string, typeof drawable | typeof lab, FragmentReading, number, object]>([
    ['the drawing on show', drawable, { kind: 'none', draw: 3 }, 3, { do: 'open-fragment' }],
    [
      'another one',
      drawable,
      { kind: 'none', draw: 3 },
      0,
      { do: 'drawn', draw: 3, lab: { still: [], drawings: 4, par: { changes: 1 } } },
    ],
    ['none: as it was written', drawable, { kind: 'none' }, 3, { do: 'drawn', draw: 0, lab: drawable }],
    ['one that is the first again', drawable, { kind: 'none', draw: 8 }, 3, { do: 'drawn', draw: 8, lab: drawable }],
    ['one of a scenario that draws nothing', lab, { kind: 'none', draw: 3 }, 0, { do: 'open-fragment' }],
  ])('%s', async (_, which, reading, now, action) => {
    expect(await openDraw(which, { now, reading }, simulation())).toMatchObject(action);
  });

  it('is said when the worker cannot make it', async () => {
    const opened = openDraw(drawable, { now: 0, reading: { kind: 'none', draw: 2 } }, simulation(true));
    expect(await opened).toEqual({ do: 'not-drawn' });
    expect(asked).toEqual([3, 2]);
  });
});

describe('an answer', () => {
  it('is empty at first, and holds only what differs from the scenario', () => {
    expect(after().answer).toEqual({});
    expect(after(set(MIN, 50)).answer).toEqual({ [MIN]: 50 });
    expect(after(set(MIN, 50), set(MIN, 90)).answer).toEqual({});
  });

  it('can be undone, redone and reset', () => {
    const two = [set(MIN, 50), set(MAX, 150)];
    expect(after(...two, { do: 'undo' }).answer).toEqual({ [MIN]: 50 });
    expect(after(...two, { do: 'undo' }, { do: 'redo' }).answer).toEqual({ [MIN]: 50, [MAX]: 150 });
    expect(after(...two, { do: 'reset' }).answer).toEqual({});
    expect(after(...two, { do: 'reset' }, { do: 'undo' }).answer).toEqual({ [MIN]: 50, [MAX]: 150 });
    expect(after({ do: 'undo' }, { do: 'redo' }).answer).toEqual({});
  });

  it('can be written as JSON; a text that is not JSON stays with its fault and leaves the answer alone', () => {
    const good = after({ do: 'write-json', text: `{"${MIN}": 50}` });
    expect(good.answer).toEqual({ [MIN]: 50 });
    const bad = stepLab(good, { do: 'write-json', text: `{"${MIN}": }` });
    expect(bad.answer).toEqual({ [MIN]: 50 });
    expect(bad.draft?.fault).toMatchObject({ line: 1, what: { kind: 'syntax' } });
    expect(jsonText(bad)).toBe(`{"${MIN}": }`);
  });

  it('marks the verdict as old when it changes after the run', () => {
    expect(isStale(after(set(MIN, 50), run({ [MIN]: 50 })))).toBe(false);
    expect(isStale(after(set(MIN, 50), run({ [MIN]: 50 }), set(MIN, 40)))).toBe(true);
  });
});

describe('a link', () => {
  it('brings its answer', () => {
    expect(after({ do: 'open-fragment', reading: { kind: 'answer', set: { [MIN]: 50 } } }).answer).toEqual({
      [MIN]: 50,
    });
  });

  it('keeps the scenario usable and says why, when it cannot be read', () => {
    const state = after({ do: 'open-fragment', reading: { kind: 'corrupt' } });
    expect(state.notice).toEqual({ kind: 'corrupt' });
    expect(state.answer).toEqual({});
    expect(stepLab(state, { do: 'dismiss' }).notice).toBeNull();
  });

  it('loses only the paths that this scenario does not let a learner set', () => {
    const reading = { kind: 'answer' as const, set: { [MIN]: 50, '/services/0/desiredCount': 1 } };
    const state = after({ do: 'open-fragment', reading });
    expect(state.answer).toEqual({ [MIN]: 50 });
    expect(state.notice).toEqual({ kind: 'paths', paths: ['/services/0/desiredCount'] });
  });
});

describe('time', () => {
  it('stands at second 0 before a run, with the yard as it begins', () => {
    expect(after().second).toBe(0);
    expect(currentMoment(after()).tasks).toHaveLength(4);
    expect(after({ do: 'play' }).playing).toBe(false);
  });

  it('begins to play with a run, or stands at its end where nothing may move', () => {
    expect(after(run())).toMatchObject({ playing: true, second: 0, entry: 7 });
    expect(after({ ...run(), play: false } as LabAction)).toMatchObject({ playing: false, second: 124 });
  });

  it('moves by entries, by seconds, and stops at both ends', () => {
    expect(after(run(), { do: 'next' })).toMatchObject({ entry: 8, second: 30, playing: false });
    expect(after(run(), { do: 'previous' })).toMatchObject({ entry: 7, second: 0 });
    expect(after(run(), { do: 'go-to-second', second: 60 }).second).toBe(60);
    expect(after(run(), { do: 'go-to-second', second: 1e9 }).second).toBe(124);
    expect(after(run(), { do: 'go-to-entry', entry: 1e9 }).entry).toBe(halfTheFleetRun.entries.length - 1);
  });

  it('plays until the end, and from the beginning when played again there', () => {
    const beats = (count: number): LabAction[] => Array.from({ length: count }, () => ({ do: 'beat' }));
    const reached = after(run(), { do: 'tick', seconds: 60 });
    expect(reached).toMatchObject({ second: 30, entry: 7, playing: true });
    expect(stepLab(reached, { do: 'beat' })).toMatchObject({ second: 30, entry: 8 });
    const there = halfTheFleetRun.entries.filter((entry) => entry.at === 124).length;
    const end = after(
      run(),
      { do: 'go-to-second', second: 123 },
      { do: 'play' },
      { do: 'tick', seconds: 5 },
      ...beats(there),
    );
    expect(end).toMatchObject({ second: 124, playing: false });
    expect(stepLab(end, { do: 'play' })).toMatchObject({ second: 0, playing: true });
    expect(stepLab(end, { do: 'tick', seconds: 5 })).toBe(end);
  });
});

describe('a run', () => {
  it('stays on show when the next one is refused', () => {
    const state = after(run(), { do: 'run-started' }, { do: 'run-refused', faults: [{ path: MIN, message: 'no' }] });
    expect(state.shown?.run).toBe(1);
    expect(state).toMatchObject({ running: false, faults: [{ path: MIN, message: 'no' }] });
  });

  it('stays at the log when a container is picked there: the log tells its life', () => {
    expect(after(run(), { do: 'tab', tab: 'log' }, { do: 'pick', task: 'web-1' })).toMatchObject({
      picked: 'web-1',
      tab: 'log',
    });
    expect(after(run(), { do: 'pick', task: 'web-1' }, { do: 'pick', task: 'web-1', toggle: true }).picked).toBeNull();
  });

  it('remembers that the solution had been seen when it was started', () => {
    expect(after(run()).shown?.sawSolution).toBe(false);
    expect(after(run(), { do: 'see-solution' }).shown?.sawSolution).toBe(false);
    expect(after({ do: 'see-solution' }, run()).shown?.sawSolution).toBe(true);
  });

  it('pauses when a container is picked, and shows why it is there', () => {
    expect(after(run(), { do: 'tab', tab: 'now' }, { do: 'pick', task: 'web-1' })).toMatchObject({
      playing: false,
      picked: 'web-1',
      tab: 'here',
    });
  });

  it('gives one hint at a time, up to the last', () => {
    const hint: LabAction = { do: 'hint' };
    expect(after(hint, hint).hints).toBe(2);
    expect(after(hint, hint, hint, hint).hints).toBe(3);
  });
});
