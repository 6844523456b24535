import fc from 'fast-check';
import type { ScenarioEvent } from './scenario/event-schema.ts';
import { readScenario, type Scenario } from './scenario/scenario-schema.ts';

const ZONES = ['z1', 'z2', 'z3'];

const strategies = fc.oneof(
  { weight: 2, arbitrary: fc.constant(undefined) },
  {
    weight: 3,
    arbitrary: fc.array(
      fc.constantFrom(
        { type: 'spread', field: 'attribute:ecs.availability-zone' },
        { type: 'spread', field: 'instanceId' },
        { type: 'spread', field: 'attribute:stack' },
        { type: 'binpack', field: 'cpu' },
        { type: 'binpack', field: 'memory' },
        { type: 'random' },
      ),
      { minLength: 0, maxLength: 3 },
    ),
  },
);

const constraints = fc.subarray(
  [
    { type: 'distinctInstance' },
    { type: 'memberOf', expression: 'attribute:stack != test' },
    { type: 'memberOf', expression: 'attribute:ecs.availability-zone in [z1, z2]' },
    { type: 'memberOf', expression: 'not(task:group == service:s1)' },
  ],
  { maxLength: 2 },
);

const instances = fc.array(
  fc.record({
    count: fc.integer({ min: 0, max: 5 }),
    cpu: fc.constantFrom(512, 1024, 2048),
    memory: fc.constantFrom(1024, 2048, 4096),
    availabilityZone: fc.constantFrom(...ZONES),
    attributes: fc.constantFrom({}, { stack: 'prod' }, { stack: 'test' }),
    external: fc.constantFrom(false, false, false, true),
  }),
  { minLength: 1, maxLength: 4 },
);

const container = fc.record({
  cpu: fc.constantFrom(0, 128, 256, 512),
  memory: fc.constantFrom(128, 256, 512),
  hostPort: fc.constantFrom(0, 0, 80, 8080),
  image: fc.constantFrom('fast', 'slow', 'crashing', 'checked', 'fading', 'missing'),
  sidecar: fc.constantFrom('none', 'none', 'START', 'SUCCESS'),
  restart: fc.boolean(),
});

const percentages = fc
  .record({
    minimumHealthyPercent: fc.integer({ min: 0, max: 100 }),
    maximumPercent: fc.integer({ min: 100, max: 250 }),
  })
  .filter(({ minimumHealthyPercent, maximumPercent }) => minimumHealthyPercent < 100 || maximumPercent > 100);

const service = fc.record({
  desiredCount: fc.integer({ min: 0, max: 8 }),
  schedulingStrategy: fc.constantFrom('REPLICA', 'REPLICA', 'REPLICA', 'DAEMON'),
  deploymentConfiguration: percentages,
  placementStrategy: strategies,
  placementConstraints: constraints,
  isBalanced: fc.boolean(),
  launchType: fc.constantFrom('EC2', 'EC2', 'EC2', 'EXTERNAL'),
  healthCheckGracePeriodSeconds: fc.constantFrom(0, 0, 30, 90),
});

const event = fc.record({
  at: fc.integer({ min: 0, max: 900 }),
  verb: fc.constantFrom(
    'update',
    'update',
    'force',
    'desired',
    'run',
    'drain',
    'activate',
    'constrain',
    'stop',
    'lose',
    'zone',
  ),
  service: fc.nat(2),
  task: fc.nat(1),
  number: fc.integer({ min: 0, max: 9 }),
});

type Container = {
  cpu: number;
  memory: number;
  hostPort: number;
  image: string;
  sidecar: string;
  restart: boolean;
};

type Draft = {
  seed: number;
  begin: string;
  instances: { count: number; availabilityZone: string }[];
  containers: Container[];
  delay: number;
  services: { desiredCount: number; schedulingStrategy: string; [key: string]: unknown }[];
  events: { at: number; verb: string; service: number; task: number; number: number }[];
};

const draft: fc.Arbitrary<Draft> = fc.record({
  seed: fc.nat(1000),
  begin: fc.constantFrom('steady', 'empty'),
  delay: fc.constantFrom(0, 20, 300),
  instances,
  containers: fc.array(container, { minLength: 2, maxLength: 2 }),
  services: fc.array(service, { minLength: 1, maxLength: 3 }),
  events: fc.array(event, { maxLength: 5 }),
}) as fc.Arbitrary<Draft>;

function eventOf(item: Draft['events'][number], { services, instances: groups }: Draft): object | undefined {
  const at = item.at;
  const index = item.service % services.length;
  const name = `s${index}`;
  const isDaemon = services[index]?.schedulingStrategy === 'DAEMON';
  const group = item.number % groups.length;
  const instance = `i${group}-1`;
  const hasInstance = (groups[group]?.count ?? 0) > 0;
  switch (item.verb) {
    case 'update':
      return { at, updateService: { service: name, taskDefinition: `t:${item.task + 1}` } };
    case 'force':
      return { at, updateService: { service: name, forceNewDeployment: true } };
    case 'desired':
      return isDaemon ? undefined : { at, setDesiredCount: { service: name, desiredCount: item.number } };
    case 'run':
      return { at, runTask: { taskDefinition: `t:${item.task + 1}`, count: item.number + 1 } };
    case 'stop':
      return { at, stopTask: { task: `${name}-${item.number + 1}` } };
    case 'constrain': {
      const placementConstraints = [{ type: 'memberOf', expression: 'attribute:stack != test' }];
      return { at, updateService: { service: name, placementConstraints } };
    }
    case 'zone':
      return { at, failAvailabilityZone: { availabilityZone: groups[group]?.availabilityZone } };
    default:
      return hasInstance ? { at, [item.verb === 'lose' ? 'loseInstance' : item.verb]: { instance } } : undefined;
  }
}

function scenarioOf(from: Draft): Scenario {
  const value = {
    model: 'ecs',
    seed: from.seed,
    world: {
      availabilityZones: ZONES,
      containerInstances: from.instances.map((group, i) => ({ name: `i${i}`, ...group })),
      taskDefinitions: from.containers.map((draft, i) => ({
        family: 't',
        revision: i + 1,
        containerDefinitions: containersOf(draft),
      })),
      targetGroups: [{ name: 'tg', healthCheckIntervalSeconds: 10, deregistrationDelaySeconds: from.delay }],
      services: from.services.map((spec, i) => serviceOf(spec, i)),
      images: imagesOf(from.containers),
      begin: from.begin,
    },
    events: from.events.flatMap((item) => eventOf(item, from) ?? []) as ScenarioEvent[],
  };
  const { scenario, faults } = readScenario(JSON.parse(JSON.stringify(value)));
  if (scenario === undefined) throw new Error(`the generator made a world with faults: ${JSON.stringify(faults)}`);
  return scenario;
}

/** One container that serves, and perhaps one beside it that it waits for. */
function containersOf({ hostPort, sidecar, restart, ...rest }: Container): object[] {
  const serving = {
    name: 'c',
    ...rest,
    ...(rest.image === 'checked' ? { healthCheck: { interval: 10, retries: 2 } } : {}),
    ...(restart ? { restartPolicy: { enabled: true, restartAttemptPeriod: 60 } } : {}),
    portMappings: [{ containerPort: 80, hostPort }],
  };
  if (sidecar === 'none') return [serving];
  const beside = { name: 'beside', image: `beside-${sidecar}`, cpu: 10, memory: 16, essential: false };
  return [{ ...serving, dependsOn: [{ containerName: 'beside', condition: sidecar }] }, beside];
}

function serviceOf(spec: Draft['services'][number], i: number): object {
  const { desiredCount, placementStrategy, placementConstraints, deploymentConfiguration, isBalanced, ...rest } = spec;
  const loadBalancers =
    isBalanced && spec.launchType === 'EC2' ? [{ targetGroupArn: 'tg', containerName: 'c', containerPort: 80 }] : [];
  const named = { serviceName: `s${i}`, taskDefinition: 't:1', loadBalancers, ...rest };
  if (spec.schedulingStrategy === 'DAEMON') return { ...named, deploymentConfiguration: { minimumHealthyPercent: 50 } };
  return { ...named, desiredCount, placementStrategy, placementConstraints, deploymentConfiguration };
}

function imagesOf(containers: readonly Container[]): Record<string, object> {
  const all: Record<string, object> = {
    fast: { pull: 1, start: 1 },
    slow: { pull: 20, start: 10, stop: 15 },
    crashing: { pull: 2, start: 1, crashes: { after: 50 } },
    checked: { pull: 2, start: 1, healthy: 15, stop: 5 },
    fading: { pull: 2, start: 1, unhealthyAfter: 200, crashes: { after: 300 }, stop: 40 },
    missing: { pull: 5, fails: 'pull' },
    'beside-START': { start: 3, stop: 2 },
    'beside-SUCCESS': { start: 1, crashes: { after: 7, exitCode: 0 } },
  };
  const used = containers.flatMap(({ image, sidecar }) =>
    sidecar === 'none' ? [image] : [image, `beside-${sidecar}`],
  );
  return Object.fromEntries([...new Set(used)].map((image) => [image, all[image] as object]));
}

/** Small random scenarios that AWS would take: every strategy, constraint, kind of port, image and event. */
export const anyScenario: fc.Arbitrary<Scenario> = draft.map(scenarioOf);
