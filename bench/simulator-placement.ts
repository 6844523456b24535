// Placement: the index of the product against the naive scan (arrays of objects, filter passes, every instance for
// every task), side by side in one run, choosing the same instances. Then the whole life of 100,000 tasks, and scale-ins.
// usage: node tools/run.mjs bench/simulator-placement.ts
import { buildCluster, shapeNamed, strategiesOf } from '../src/simulator/ecs/build-cluster.ts';
import { type Cluster, groupOf, type PlacementRequest, type Task } from '../src/simulator/ecs/cluster.ts';
import { occupy } from '../src/simulator/ecs/occupancy.ts';
import { CandidateIndex } from '../src/simulator/ecs/placement/candidate-index.ts';
import { chooseByScan } from '../src/simulator/ecs/placement/place.ts';
import type { PlacementStrategy, World } from '../src/simulator/scenario/world-schema.ts';
import { simulate } from '../src/simulator/simulate.ts';

const CHAINS: PlacementStrategy[][] = [
  [{ type: 'binpack', field: 'memory' }],
  [
    { type: 'spread', field: 'attribute:ecs.availability-zone' },
    { type: 'spread', field: 'instanceId' },
  ],
  [
    { type: 'spread', field: 'attribute:ecs.availability-zone' },
    { type: 'binpack', field: 'cpu' },
  ],
  [],
];
const NO_CHANCE = { below: () => 0 };

function world(instances: number, services: World['services'] = []): World {
  const zones = ['a', 'b', 'c'];
  return {
    containerInstances: zones.map((zone, i) => ({
      name: zone,
      count: Math.floor((instances + 2 - i) / 3),
      cpu: 8192,
      memory: 32_768,
      availabilityZone: zone,
    })),
    taskDefinitions: [{ family: 'web', containerDefinitions: [{ name: 'web', image: 'web', cpu: 256, memory: 512 }] }],
    services,
    images: { web: { pull: 4, start: 3 } },
    begin: 'empty',
  };
}

function requestsOf(cluster: Cluster): PlacementRequest[] {
  return CHAINS.map((chain, i) => {
    const { strategies, isDefaultStrategy } = strategiesOf(chain);
    const group = groupOf(cluster, `service:s${i}`);
    const shape = shapeNamed(cluster, 'web');
    return { shape, group, strategies, isDefault: isDefaultStrategy, queries: [], distinctInstance: false };
  });
}

/** Places `tasks` in turn for four services and returns CPU ms, and a hash of who went where. */
function place(instances: number, tasks: number, how: 'index' | 'scan') {
  const cluster = buildCluster(world(instances));
  const requests = requestsOf(cluster);
  const before = process.cpuUsage();
  const indexes = how === 'index' ? requests.map((request) => new CandidateIndex(cluster, request)) : [];
  let hash = 0;
  for (let n = 0; n < tasks; n++) {
    const request = requests[n % requests.length] as PlacementRequest;
    const choice = indexes[n % requests.length]?.choose() ?? chooseByScan(cluster, request, NO_CHANCE);
    const { instance } = choice;
    if (!instance) break;
    hash = (Math.imul(hash, 31) + instance.index) | 0;
    const name = '';
    const owner = { service: undefined, deployment: undefined };
    const task: Task = {
      index: n,
      name,
      group: request.group,
      ...owner,
      shape: request.shape,
      instance,
      state: 'RUNNING',
      healthy: true,
      unhealthy: false,
      stopCode: undefined,
      failure: undefined,
      detail: undefined,
    };
    occupy(cluster, task);
  }
  const { user, system } = process.cpuUsage(before);
  return { cpuMs: (user + system) / 1000, hash };
}

function row(instances: number, tasks: number, withScan: boolean): void {
  const index = place(instances, tasks, 'index');
  const scan = withScan ? place(instances, tasks, 'scan') : undefined;
  const each = ((index.cpuMs * 1000) / tasks).toFixed(2);
  const ratio = scan
    ? `scan ${scan.cpuMs.toFixed(0)} ms = ${(scan.cpuMs / index.cpuMs).toFixed(0)} × index, same choices: ${scan.hash === index.hash}`
    : 'scan not run';
  console.log(
    `${String(instances).padStart(6)} instances ${String(tasks).padStart(7)} tasks  index ${index.cpuMs.toFixed(0)} ms CPU (${each} µs a task)  ${ratio}`,
  );
}

console.log('placement, four services in turn (binpack · zone+instance · zone+binpack · default)');
place(1000, 2000, 'index');
row(100, 1_000, true);
row(1_000, 10_000, true);
row(10_000, 10_000, true);
row(10_000, 100_000, false);

const services = CHAINS.map((placementStrategy, i) => ({
  serviceName: `s${i}`,
  taskDefinition: 'web',
  desiredCount: 25_000,
  placementStrategy,
}));
const before = process.cpuUsage();
const run = simulate({ world: world(10_000, services) }, { limits: { events: 2_000_000, instances: 10_000 } });
const { user, system } = process.cpuUsage(before);
console.log(
  `whole run: 100,000 tasks placed, started, healthy on 10,000 instances: ${((user + system) / 1000).toFixed(0)} ms CPU, ${run.entries.length} entries, ${run.stopped}`,
);

/** One service of `from` tasks on `instances` instances goes down to a tenth at 10 s; the second with and without. */
function scaleIn(instances: number, from: number, placementStrategy: PlacementStrategy[]): string {
  const service = { serviceName: 's', taskDefinition: 'web', desiredCount: from, placementStrategy };
  const standing = { world: { ...world(instances, [service]), begin: 'steady' as const } };
  const limits = { limits: { events: 2_000_000, instances: 10_000 } };
  const events = [{ at: 10, setDesiredCount: { service: 's', desiredCount: from / 10 } }];
  const cpu = [standing, { ...standing, events }].map((input) => {
    const start = process.cpuUsage();
    simulate(input, limits);
    const used = process.cpuUsage(start);
    return (used.user + used.system) / 1000;
  });
  return `${((cpu[1] ?? 0) - (cpu[0] ?? 0)).toFixed(0)} ms CPU (the tasks standing: ${(cpu[0] ?? 0).toFixed(0)} ms)`;
}

for (const chain of CHAINS) {
  const name = chain.map(({ type, field }) => `${type}(${field})`).join(' ') || 'default';
  console.log(`scale-in of 45,000 of 50,000 tasks on 10,000 instances, ${name}: ${scaleIn(10_000, 50_000, chain)}`);
}
