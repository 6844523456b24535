import type { Run } from './run.ts';
import { readScenario, type Scenario } from './scenario/scenario-schema.ts';
import { simulate } from './simulate.ts';

type Parts = {
  instances?: object[];
  tasks?: object[];
  services?: object[];
  images?: Record<string, object>;
  begin?: 'steady' | 'empty';
  events?: object[];
  seed?: number;
  horizon?: string;
  /** Further fields of the world. */
  world?: object;
};

/** A task definition of one container, `web:1` unless told otherwise. */
export function task(
  part: { family?: string; revision?: number; hostPort?: number; image?: string } & Record<string, unknown> = {},
) {
  const {
    family = 'web',
    revision = 1,
    hostPort = 0,
    image = 'web',
    cpu = 256,
    memory = 512,
    definition = {},
    ...rest
  } = part;
  const container = { name: 'app', image, cpu, memory, portMappings: [{ containerPort: 80, hostPort }], ...rest };
  return { family, revision, containerDefinitions: [container], ...(definition as object) };
}

/** Two instances in each of two zones, `web:1` and `web:2`, one service of four tasks; every part may be replaced. */
export function scenarioWith(parts: Parts = {}): Scenario {
  const value = {
    model: 'ecs',
    seed: parts.seed ?? 1,
    world: {
      containerInstances: parts.instances ?? [
        { name: 'a', count: 2, instanceType: 'm5.large', availabilityZone: 'z-a' },
        { name: 'c', count: 2, instanceType: 'm5.large', availabilityZone: 'z-c' },
      ],
      taskDefinitions: parts.tasks ?? [task(), task({ revision: 2 })],
      services: parts.services ?? [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 4 }],
      images: parts.images ?? { web: { pull: 4, start: 3 } },
      begin: parts.begin ?? 'steady',
      ...parts.world,
    },
    events: parts.events ?? [],
    horizon: parts.horizon ?? '30m',
  };
  const { scenario, faults } = readScenario(value);
  if (scenario === undefined) throw new Error(JSON.stringify(faults, null, 1));
  return scenario;
}

export function run(parts: Parts = {}): Run {
  return simulate(scenarioWith(parts));
}

/** `web-5 a-1` of every placement after the beginning, in order. */
export function placements(of: Run): string[] {
  return of.entries
    .filter(({ type, at }) => type === 'task-placed' && at >= 0)
    .map(({ task, instance }) => `${task} ${instance}`);
}

export function entriesOf(of: Run, type: string): Run['entries'] {
  return of.entries.filter((entry) => entry.type === type);
}
