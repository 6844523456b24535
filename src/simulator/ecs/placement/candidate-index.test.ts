import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import { buildCluster, constraintsOf, shapeNamed, strategiesOf } from '../build-cluster.ts';
import { type Cluster, groupOf, type Instance, type PlacementRequest, type Task } from '../cluster.ts';
import { leaveActive, occupy, release } from '../occupancy.ts';
import { CandidateIndex } from './candidate-index.ts';
import { chooseByScan } from './place.ts';

/** Strategies as AWS writes them, so that the naive model reads nothing but the request. */
type Spec = { type: 'spread' | 'binpack'; field: string };

const fields: Spec[] = [
  { type: 'spread', field: 'attribute:ecs.availability-zone' },
  { type: 'spread', field: 'instanceId' },
  { type: 'spread', field: 'attribute:stack' },
  { type: 'binpack', field: 'cpu' },
  { type: 'binpack', field: 'memory' },
];

const world = fc.record({
  groups: fc.array(
    fc.record({
      count: fc.integer({ min: 1, max: 6 }),
      cpu: fc.constantFrom(512, 1024, 2048),
      memory: fc.constantFrom(1024, 2048, 4096),
      availabilityZone: fc.constantFrom('z1', 'z2', 'z3'),
      attributes: fc.constantFrom<Record<string, string>>({}, { stack: 'prod' }, { stack: 'test' }),
    }),
    { minLength: 1, maxLength: 5 },
  ),
  shapes: fc.array(
    fc.record({
      cpu: fc.constantFrom(64, 128, 256),
      memory: fc.constantFrom(64, 256, 512),
      hostPort: fc.constantFrom(0, 0, 80, 8080),
    }),
    { minLength: 2, maxLength: 2 },
  ),
  strategies: fc.array(fc.array(fc.constantFrom(...fields), { maxLength: 3 }), { minLength: 2, maxLength: 2 }),
  distinct: fc.array(fc.boolean(), { minLength: 2, maxLength: 2 }),
  queries: fc.array(fc.constantFrom(undefined, 'attribute:stack != test', 'runningTasksCount < 2'), {
    minLength: 2,
    maxLength: 2,
  }),
  steps: fc.array(fc.record({ service: fc.nat(1), release: fc.boolean(), pick: fc.nat(1000) }), { maxLength: 80 }),
});

/** The naive model: arrays and filter passes, written from the rules and sharing no code with the engine. */
function naiveChoice(
  cluster: Cluster,
  request: PlacementRequest,
  specs: readonly Spec[],
  query: string | undefined,
): string | undefined {
  const mine = (instance: Instance) => [...instance.tasks].filter((task) => task.group === request.group);
  const active = (instance: Instance) => mine(instance).filter((task) => task.state !== 'STOPPING').length;
  const used = (instance: Instance, key: 'cpuUnits' | 'memoryMib') =>
    [...instance.tasks].reduce((sum, task) => sum + task.shape.need[key], 0);
  const free = (instance: Instance, key: 'cpuUnits' | 'memoryMib') => instance.registered[key] - used(instance, key);
  let left = cluster.instances
    .filter(
      (i) => free(i, 'cpuUnits') >= request.shape.need.cpuUnits && free(i, 'memoryMib') >= request.shape.need.memoryMib,
    )
    .filter((i) => [...i.tasks].every((task) => !task.shape.ports.some((port) => request.shape.ports.includes(port))))
    .filter((i) => query !== 'attribute:stack != test' || i.attributes.stack === 'prod')
    .filter(
      (i) => query !== 'runningTasksCount < 2' || [...i.tasks].filter((task) => task.state === 'RUNNING').length < 2,
    )
    .filter((i) => !request.distinctInstance || active(i) === 0);
  const chain = specs.length > 0 ? specs : fields.slice(0, 2);
  for (const { type, field } of chain) {
    const rank = (instance: Instance): number => {
      if (type === 'binpack') return free(instance, field === 'cpu' ? 'cpuUnits' : 'memoryMib');
      if (field === 'instanceId') return active(instance);
      const name = field.slice('attribute:'.length);
      const same = cluster.instances.filter((other) => other.attributes[name] === instance.attributes[name]);
      return same.reduce((sum, other) => sum + active(other), 0);
    };
    const best = Math.min(...left.map(rank));
    left = left.filter((instance) => rank(instance) === best);
  }
  return left[0]?.name;
}

test(
  'index, scan and a naive model choose the same instance, placement by placement and through releases',
  () => {
    fc.assert(
      fc.property(world, ({ groups, shapes, strategies, distinct, queries, steps }) => {
        const cluster = buildCluster({
          containerInstances: groups.map((group, i) => ({ name: `i${i}`, ...group })),
          taskDefinitions: shapes.map(({ hostPort, ...rest }, i) => ({
            family: `t${i}`,
            containerDefinitions: [{ name: 'c', image: 'x', ...rest, portMappings: [{ containerPort: 80, hostPort }] }],
          })),
        });
        const requests = shapes.map((_, i): PlacementRequest => {
          const { strategies: chain, isDefaultStrategy } = strategiesOf(strategies[i]);
          const expression = queries[i];
          return {
            shape: shapeNamed(cluster, `t${i}`),
            group: groupOf(cluster, `service:s${i}`),
            strategies: chain,
            isDefault: isDefaultStrategy,
            queries: constraintsOf(expression === undefined ? [] : [{ type: 'memberOf', expression }]).queries,
            distinctInstance: distinct[i] as boolean,
          };
        });
        const indexes = requests.map((request) => new CandidateIndex(cluster, request));
        const none = { below: () => 0 };
        for (const step of steps) {
          const tasks = cluster.tasks.filter(({ state }) => state !== 'STOPPED');
          const victim = tasks[step.pick % Math.max(1, tasks.length)];
          if (step.release && victim) {
            stop(cluster, victim);
            continue;
          }
          const request = requests[step.service] as PlacementRequest;
          const byIndex = (indexes[step.service] as CandidateIndex).choose();
          const byScan = chooseByScan(cluster, request, none);
          const naive = naiveChoice(cluster, request, strategies[step.service] ?? [], queries[step.service]);
          expect([byIndex.instance?.name, byScan.instance?.name]).toEqual([naive, naive]);
          expect(byIndex.tied > 1).toBe(byScan.tied > 1);
          if (byIndex.instance) start(cluster, request, byIndex.instance);
        }
      }),
      cases('oracle', 400),
    );
  },
  PROOF_TIMEOUT,
);

function start(cluster: Cluster, request: PlacementRequest, instance: Instance): void {
  const task: Task = {
    index: cluster.tasks.length,
    name: `t-${cluster.tasks.length}`,
    group: request.group,
    service: undefined,
    deployment: undefined,
    shape: request.shape,
    instance,
    state: 'RUNNING',
    healthy: true,
    unhealthy: false,
    stopCode: undefined,
    failure: undefined,
    detail: undefined,
  };
  cluster.tasks.push(task);
  occupy(cluster, task);
}

/** RUNNING → STOPPING → STOPPED, one step a call. */
function stop(cluster: Cluster, task: Task): void {
  if (task.state === 'RUNNING') {
    task.state = 'STOPPING';
    leaveActive(cluster, task);
  } else {
    task.state = 'STOPPED';
    release(cluster, task);
  }
}
