import { describe, expect, it } from 'vitest';
import { readScenario } from '../../simulator/scenario/scenario-schema.ts';
import { simulate } from '../../simulator/simulate.ts';
import { halfTheFleet } from '../lab/scenario.fixture.ts';
import { type Draft, emptyDraft, worldOnly } from './draft.ts';
import { tellEvent } from './intervene-model.ts';
import { deployable, type Intervention, intervened, loadTargets, movedEvent, withoutEvent } from './interventions.ts';

const world = worldOnly(halfTheFleet);

/** The run of a draft that AWS takes. */
function runOf(draft: Draft) {
  const { scenario, faults } = readScenario(draft);
  expect(faults).toBeUndefined();
  return simulate(scenario as NonNullable<typeof scenario>);
}

const events = (draft: Draft) => draft.events ?? [];

describe('an intervention', () => {
  it.each<[Intervention, object]>([
    [{ do: 'stop-task', task: 'web-2' }, { stopTask: { task: 'web-2' } }],
    [{ do: 'lose-instance', instance: 'a-1' }, { loseInstance: { instance: 'a-1' } }],
    [{ do: 'drain', instance: 'a-1' }, { drain: { instance: 'a-1' } }],
    [{ do: 'fail-zone', zone: 'ap-northeast-2c' }, { failAvailabilityZone: { availabilityZone: 'ap-northeast-2c' } }],
    [{ do: 'set-desired', service: 'web', desiredCount: 6 }, { setDesiredCount: { service: 'web', desiredCount: 6 } }],
    [
      { do: 'deploy', service: 'web', taskDefinition: 'web:2' },
      { updateService: { service: 'web', taskDefinition: 'web:2' } },
    ],
  ])('%o is an event at its second, and the run is still one', (what, event) => {
    const draft = intervened(world, 10, what);
    expect(events(draft)).toContainEqual({ at: 10, ...event });
    expect(runOf(draft).entries.some(({ at, verb }) => at === 10 && verb !== undefined)).toBe(true);
    expect(events(world)).toHaveLength(1);
  });

  it('changes nothing of the run before its second', () => {
    const before = runOf(world);
    const after = runOf(intervened(world, 35, { do: 'stop-task', task: 'web-1' }));
    const until = (run: typeof before) => run.entries.filter(({ at }) => at < 35);
    expect(until(after)).toEqual(until(before));
    expect(after.entries.length).toBeGreaterThan(before.entries.length);
  });

  it('with a broken image is one more revision whose tasks exit, again and again', () => {
    const draft = intervened(world, 60, { do: 'break-image', service: 'web', how: 'exits' });
    expect(draft.world.taskDefinitions.map(({ revision }) => revision)).toEqual([1, 2, 3]);
    expect(events(draft).at(-1)).toEqual({ at: 60, updateService: { service: 'web', taskDefinition: 'web:3' } });
    const withRoom = {
      ...draft,
      world: { ...draft.world, services: [{ ...draft.world.services?.[0], deploymentConfiguration: {} }] },
    };
    const exits = runOf(withRoom as Draft).entries.filter(({ type, at }) => type === 'task-stopped' && at > 70);
    expect(exits.length).toBeGreaterThan(2);
  });

  it('with an image that fails health checks gets a health check where there is none', () => {
    const draft = intervened(world, 0, { do: 'break-image', service: 'web', how: 'unhealthy' });
    expect(draft.world.taskDefinitions.at(-1)?.containerDefinitions[0]).toMatchObject({
      healthCheck: { interval: 10 },
    });
    const withRoom = {
      ...draft,
      world: { ...draft.world, services: [{ ...draft.world.services?.[0], deploymentConfiguration: {} }] },
    };
    expect(runOf(withRoom as Draft).entries.some(({ type }) => type === 'task-unhealthy')).toBe(true);
  });

  it('that breaks an image twice names two images', () => {
    const once = intervened(world, 10, { do: 'break-image', service: 'web', how: 'exits' });
    const twice = intervened(once, 20, { do: 'break-image', service: 'web', how: 'exits' });
    expect(Object.keys(twice.world.images ?? {})).toEqual(['web:v1', 'web:v2', 'web:broken', 'web:broken-2']);
    expect(twice.world.taskDefinitions.at(-1)?.revision).toBe(4);
  });

  it('turns up load where there is some, and where there was none', () => {
    expect(loadTargets(world)).toEqual([{ target: 'service/web', name: 'web' }]);
    const draft = intervened(world, 100, { do: 'set-load', target: 'service/web', perSecond: 80 });
    expect(draft.world.load).toEqual([{ service: 'web', perSecond: 0 }]);
    const again = intervened(draft, 110, { do: 'set-load', target: 'service/web', perSecond: 90 });
    expect(again.world.load).toHaveLength(1);
    expect(runOf(again).series['services.web.requests.sent']).toEqual(
      expect.arrayContaining([
        [100, 80],
        [110, 90],
      ]),
    );
  });

  it('on what is not there changes nothing', () => {
    const empty = emptyDraft();
    expect(intervened(empty, 0, { do: 'break-image', service: 'web', how: 'exits' })).toBe(empty);
    expect(intervened(empty, 0, { do: 'set-load', target: 'nothing', perSecond: 1 })).toBe(empty);
  });

  it('that deploys the revision in place again is a forced deployment', () => {
    const draft = intervened(world, 5, { do: 'deploy', service: 'web', taskDefinition: 'web:1' });
    expect(events(draft)[0]).toMatchObject({ updateService: { forceNewDeployment: true } });
    expect(deployable(world, 'web')).toEqual(['web:2', 'web:1']);
  });
});

describe('the list of what happens', () => {
  const two = intervened(world, 10, { do: 'stop-task', task: 'web-1' });

  it('stands in the order of time, whatever came first', () => {
    expect(events(two).map(({ at }) => at)).toEqual([10, 30]);
    expect(events(movedEvent(two, 0, 99)).map(({ at }) => at)).toEqual([30, 99]);
  });

  it('loses one without the others', () => {
    expect(events(withoutEvent(two, 1))).toEqual([{ at: 10, stopTask: { task: 'web-1' } }]);
  });

  it('is told by verb, subject and value', () => {
    expect(events(two).map(tellEvent)).toEqual([
      { verb: 'stopTask', subject: 'web-1', value: '' },
      { verb: 'updateService', subject: 'web', value: 'web:2' },
    ]);
    expect(tellEvent({ at: 1, setLoad: { service: 'web', perSecond: 80 } })).toEqual({
      verb: 'setLoad',
      subject: 'web',
      value: '80',
    });
  });
});
