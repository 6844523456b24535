import type { Storey } from '../../simulator/storey.ts';

type Raw = Record<string, unknown>;

/** A storey as a file of its own, and the scenarios that ask for it. One that is asked for in vain begins nothing. */
type Part = { isAsked(world: Raw, events: unknown): boolean; load(): Promise<Storey> };

/** In the order of `STOREYS`, which is the order in which their controllers look; a test holds the two together. */
const PARTS: readonly Part[] = [
  {
    isAsked: (world, events) =>
      has(world, 'load', 'loadBalancers', 'securityGroups') ||
      says(world.images, 'cpu', 'memory') ||
      says(events, 'setLoad'),
    load: async () => (await import('../../simulator/ecs/traffic/traffic-storey.ts')).trafficStorey,
  },
  {
    isAsked: (world) => has(world, 'autoScalingGroups', 'capacityProviders'),
    load: async () => (await import('../../simulator/ecs/capacity/capacity-storey.ts')).capacityStorey,
  },
  {
    isAsked: (world) => says(world.capacityProviders, 'managedInstancesProvider'),
    load: async () => (await import('../../simulator/ecs/strategy/managed-storey.ts')).managedInstancesStorey,
  },
  {
    isAsked: (world, events) =>
      has(world, 'defaultCapacityProviderStrategy') || says([world, events], 'capacityProviderStrategy'),
    load: async () => (await import('../../simulator/ecs/strategy/strategy-storey.ts')).strategyStorey,
  },
  {
    isAsked: (_, events) => says(events, 'interruptSpot', 'setSpotCapacity'),
    load: async () => (await import('../../simulator/ecs/spot/spot-storey.ts')).spotStorey,
  },
  {
    isAsked: (world) => has(world, 'scalableTargets') || says(world.alarms, 'metric'),
    load: async () => (await import('../../simulator/ecs/scaling/scaling-storey.ts')).scalingStorey,
  },
  {
    isAsked: (world) => has(world, 'appRunnerServices'),
    load: async () => (await import('../../simulator/ecs/app-runner/app-runner-storey.ts')).appRunnerStorey,
  },
  {
    isAsked: (world) => has(world, 'queues'),
    load: async () => (await import('../../simulator/ecs/queues/queues-storey.ts')).queuesStorey,
  },
  {
    isAsked: (world) => has(world, 'rules', 'topics'),
    load: async () => (await import('../../simulator/ecs/rules/rules-storey.ts')).rulesStorey,
  },
  {
    isAsked: (world) => has(world, 'prices'),
    load: async () => (await import('../../simulator/ecs/cost/cost-storey.ts')).costStorey,
  },
];

/** The storeys that a scenario asks for, whatever its shape. */
export async function loadStoreys(scenario: unknown): Promise<Storey[]> {
  const { world, events } = (scenario ?? {}) as { world?: unknown; events?: unknown };
  const raw = (typeof world === 'object' && world !== null ? world : {}) as Raw;
  return Promise.all(PARTS.filter((part) => part.isAsked(raw, events)).map((part) => part.load()));
}

/** One of these keys is there and does not stand empty. */
function has(world: Raw, ...keys: string[]): boolean {
  return keys.some((key) => world[key] !== undefined && !(Array.isArray(world[key]) && world[key].length === 0));
}

/** One of these keys stands somewhere inside. */
function says(part: unknown, ...keys: string[]): boolean {
  const text = JSON.stringify(part) ?? '';
  return keys.some((key) => text.includes(`"${key}":`));
}
