import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import type { Entry, Run } from '../../run.ts';
import { run, task } from '../../scenario.fixture.ts';
import { itemsOf, split } from './split.ts';

const ZONES = ['z-a', 'z-b'];
const SUBNETS = ZONES.map((availabilityZone) => ({ subnetId: `subnet-${availabilityZone}`, availabilityZone }));
const NETWORK = { networkConfiguration: { awsvpcConfiguration: { subnets: ZONES.map((zone) => `subnet-${zone}`) } } };
const DEFINITION = {
  ...task({ portMappings: [{ containerPort: 80 }] }),
  networkMode: 'awsvpc',
  cpu: 256,
  memory: 512,
  requiresCompatibilities: ['FARGATE'],
};

const strategy = fc
  .record({ base: fc.nat(3), on: fc.nat(1), weights: fc.tuple(fc.nat(4), fc.nat(4)) })
  .filter(({ weights }) => weights.some((weight) => weight > 0))
  .map(({ base, on, weights }) =>
    ['FARGATE', 'FARGATE_SPOT'].map((capacityProvider, i) => ({
      capacityProvider,
      weight: weights[i] as number,
      ...(i === on ? { base } : {}),
    })),
  );

const verb = fc.oneof(
  fc
    .record({ service: fc.constant('web'), count: fc.integer({ min: 1, max: 4 }) })
    .map((input) => ({ interruptSpot: input })),
  fc.constantFrom(...ZONES).map((availabilityZone) => ({ interruptSpot: { availabilityZone } })),
  fc
    .record({ tasks: fc.nat(4), availabilityZone: fc.constantFrom(...ZONES) })
    .map((input) => ({ setSpotCapacity: input })),
  fc.nat(9).map((desiredCount) => ({ setDesiredCount: { service: 'web', desiredCount } })),
  fc.constant({ updateService: { service: 'web', forceNewDeployment: true } }),
);

const world = fc.record({
  items: strategy,
  desired: fc.nat(9),
  room: fc.option(fc.tuple(fc.nat(4), fc.nat(4))),
  stop: fc.nat(150),
  events: fc.array(fc.record({ at: fc.nat(600), verb }), { maxLength: 6 }),
  begin: fc.constantFrom('steady' as const, 'empty' as const),
});

type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

function runOf({ items, desired, room, stop, events, begin }: World): Run {
  const web = {
    serviceName: 'web',
    taskDefinition: 'web:1',
    desiredCount: desired,
    capacityProviderStrategy: items,
    ...NETWORK,
  };
  return run({
    instances: [],
    tasks: [DEFINITION],
    services: [web],
    images: { web: { pull: 5, start: 5, stop } },
    events: events.map(({ at, verb: what }) => ({ at, ...what })),
    begin,
    horizon: '1h',
    world: {
      availabilityZones: ZONES,
      subnets: SUBNETS,
      ...(room === null ? {} : { spotCapacity: { 'z-a': room[0], 'z-b': room[1] } }),
    },
  });
}

const endOf = (result: Run, metric: string) => result.series[`services.web.${metric}`]?.at(-1)?.[1] ?? 0;
const shareOf = (result: Run) => [
  endOf(result, 'capacityProviders.FARGATE.tasks'),
  endOf(result, 'capacityProviders.FARGATE_SPOT.tasks'),
];

/** Spot tasks of each zone that are not STOPPED after each entry, against the room there is then. */
function overfull(result: Run, room: [number, number] | null): Entry[] {
  const limits = new Map(
    ZONES.map((zone, i) => [zone, room === null ? Number.POSITIVE_INFINITY : (room[i] as number)]),
  );
  const there = new Map<string, Set<string>>(ZONES.map((zone) => [zone, new Set()]));
  const wrong: Entry[] = [];
  for (const entry of result.entries) {
    const zone = entry.availabilityZone ?? '';
    const input =
      entry.verb === 'setSpotCapacity' ? (entry.input as { availabilityZone: string; tasks: number }) : undefined;
    if (input) limits.set(input.availabilityZone, input.tasks);
    if (entry.capacityProvider !== 'FARGATE_SPOT') continue;
    const limit = limits.get(zone) ?? 0;
    if (entry.type === 'task-placed') {
      if ((there.get(zone)?.size ?? 0) >= limit) wrong.push(entry);
      there.get(zone)?.add(entry.task ?? '');
    }
    if (entry.type === 'task-stopped') there.get(zone)?.delete(entry.task ?? '');
    if (entry.type === 'spot-interruption') limits.set(zone, Math.max(0, limit - 1));
  }
  return wrong;
}

const check = (property: (given: World) => void, runs: number) =>
  fc.assert(fc.property(world, property), cases('invariant', runs));

describe('whatever happens to a service on Fargate and Fargate Spot', () => {
  test('with room on Spot it ends with just the split of its strategy (5.1, A8, A9)', {
    timeout: PROOF_TIMEOUT,
  }, () => {
    check((given) => {
      const result = runOf({
        ...given,
        room: null,
        events: given.events.filter(({ verb: what }) => !('setSpotCapacity' in what)),
      });
      const desired = endOf(result, 'desired');
      expect(endOf(result, 'running')).toBe(desired);
      expect(shareOf(result)).toEqual(split(itemsOf(given.items), desired));
    }, 60);
  });

  test('no Spot task starts where there is no room (5.3)', { timeout: PROOF_TIMEOUT }, () => {
    check((given) => {
      expect(overfull(runOf(given), given.room)).toEqual([]);
    }, 60);
  });

  test('Fargate never takes what is Spot’s: no fallback (5.3)', { timeout: PROOF_TIMEOUT }, () => {
    check((given) => {
      const events = given.events.filter(({ verb: what }) => !('updateService' in what));
      const result = runOf({ ...given, events });
      const most = Math.max(...(result.series['services.web.desired'] ?? []).map(([, desired]) => desired));
      const share = split(itemsOf(given.items), most)[0] as number;
      const fargate = result.series['services.web.capacityProviders.FARGATE.tasks'] ?? [];
      // Rebalancing may have one task more for a moment.
      for (const [, tasks] of fargate) expect(tasks).toBeLessThanOrEqual(share + 1);
      expect(endOf(result, 'capacityProviders.FARGATE.tasks')).toBeLessThanOrEqual(share);
    }, 60);
  });

  test('an interrupted task is gone within two minutes, and the same run gives the same bytes', {
    timeout: PROOF_TIMEOUT,
  }, () => {
    check((given) => {
      const result = runOf(given);
      const notices = result.entries.filter(({ type }) => type === 'spot-interruption');
      for (const { at, task: name } of notices) {
        const gone = result.entries.find((entry) => entry.type === 'task-stopped' && entry.task === name);
        expect(gone?.at).toBeLessThanOrEqual(at + 120);
      }
      expect(JSON.stringify(runOf(given))).toBe(JSON.stringify(result));
    }, 40);
  });
});
