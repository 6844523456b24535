import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Random, randomFrom } from '../../../random/random.ts';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import { buildCluster, shapeNamed } from '../build-cluster.ts';
import type { Cluster, Service, Task } from '../cluster.ts';
import { leaveActive, occupy, release } from '../occupancy.ts';
import { VictimPicker } from './scale-in.ts';

type Spec = { type: 'spread' | 'binpack' | 'random'; field?: string };

const world = fc.record({
  /** Racks in turn: one for all, a few, or so many that the picker does not pool by them. */
  racks: fc.constantFrom(1, 3, 40),
  groups: fc.array(
    fc.record({
      availabilityZone: fc.constantFrom('z1', 'z2', 'z3'),
      memory: fc.constantFrom(4096, 8192),
      tasks: fc.array(fc.record({ shape: fc.nat(1), other: fc.integer({ min: 0, max: 4 }) }), { maxLength: 4 }),
    }),
    { minLength: 1, maxLength: 45 },
  ),
  chain: fc.array(
    fc.constantFrom<Spec>(
      { type: 'spread', field: 'attribute:ecs.availability-zone' },
      { type: 'spread', field: 'attribute:rack' },
      { type: 'spread', field: 'instanceId' },
      { type: 'binpack', field: 'memory' },
      { type: 'binpack', field: 'cpu' },
      { type: 'random' },
    ),
    { maxLength: 3 },
  ),
  draws: fc.boolean(),
  lingers: fc.boolean(),
  seed: fc.nat(1000),
});

/** The naive model: counts everything again for every victim, and shares no code with the picker. */
class NaivePicker {
  readonly #cluster: Cluster;
  readonly #piles: Task[][] = [];
  readonly #chain: readonly Spec[];
  readonly #random: Random | undefined;

  constructor(cluster: Cluster, candidates: readonly Task[], chain: readonly Spec[], random: Random | undefined) {
    this.#cluster = cluster;
    this.#chain = chain.length > 0 ? chain : DEFAULT;
    const draws = chain.some(({ type }) => type !== 'binpack');
    this.#random = draws ? random : undefined;
    for (const task of [...candidates].sort((a, b) => a.instance.index - b.instance.index || a.index - b.index)) {
      const pile = this.#piles.find(([one]) => one?.instance === task.instance && one.shape === task.shape);
      if (pile) pile.push(task);
      else this.#piles.push([task]);
    }
  }

  next(): { task: Task; drawn: boolean; tied: boolean } | undefined {
    let left = this.#piles.flat();
    if (left.length === 0) return undefined;
    for (const spec of this.#chain) {
      const scores = left.map((task) => this.#score(spec, task));
      const most = Math.max(...scores);
      left = left.filter((_, i) => scores[i] === most);
    }
    if (this.#random === undefined || left.length === 1) {
      const first = Math.min(...left.map(({ instance }) => instance.index));
      const there = left.filter(({ instance }) => instance.index === first);
      // What was drawn before may have changed the order inside a pile: its first one goes.
      const heads = this.#piles.flatMap(([one]) => (one && there.includes(one) ? [one] : []));
      const [task] = heads.sort((a, b) => a.index - b.index);
      return { ...this.#take(task as Task), tied: left.length > 1 };
    }
    const task = left[this.#random.below(left.length)] as Task;
    return { ...this.#take(task), drawn: true };
  }

  #score({ type, field = '' }: Spec, { instance, shape, group }: Task): number {
    const count = (on: (of: Task['instance']) => boolean) =>
      this.#cluster.tasks.filter((task) => task.group === group && task.state === 'RUNNING' && on(task.instance))
        .length;
    if (type === 'random') return 0;
    if (type === 'binpack' && field === 'cpu') return instance.free.cpuUnits + shape.need.cpuUnits;
    if (type === 'binpack') return instance.free.memoryMib + shape.need.memoryMib;
    if (field === 'instanceId') return count((of) => of === instance);
    const name = field.slice('attribute:'.length);
    return count((of) => of.attributes[name] === instance.attributes[name]);
  }

  /** The task leaves its pile; the first of the pile moves into its place. */
  #take(task: Task): { task: Task; drawn: boolean; tied: boolean } {
    const pile = this.#piles.find((each) => each.includes(task)) as Task[];
    pile[pile.indexOf(task)] = pile[0] as Task;
    pile.shift();
    if (pile.length === 0) this.#piles.splice(this.#piles.indexOf(pile), 1);
    return { task, drawn: false, tied: false };
  }
}

const DEFAULT: Spec[] = [
  { type: 'spread', field: 'attribute:ecs.availability-zone' },
  { type: 'spread', field: 'instanceId' },
];

/** Two copies of one cluster, so that both pickers stop their own tasks. */
function clusterOf({ racks, groups, chain }: { racks: number; groups: Groups; chain: readonly Spec[] }) {
  const cluster = buildCluster({
    containerInstances: groups.map(({ availabilityZone, memory }, i) => {
      return { name: `i${i}`, cpu: 8192, memory, availabilityZone, attributes: { rack: `r${i % racks}` } };
    }),
    taskDefinitions: [1, 2].map((revision) => ({
      family: 't',
      revision,
      containerDefinitions: [{ name: 'c', image: 'x', cpu: 128 * revision, memory: 256 }],
    })),
    services: ['web', 'other'].map((serviceName) => {
      return { serviceName, taskDefinition: 't:1', desiredCount: 0, placementStrategy: [...chain] };
    }),
  });
  const [web, other] = cluster.services as [Service, Service];
  for (const [i, { tasks }] of groups.entries()) {
    for (const { shape, other: owner } of tasks) run(cluster, owner === 0 ? other : web, i, `t:${shape + 1}`);
  }
  return { cluster, web, candidates: cluster.tasks.filter(({ service }) => service === web) };
}

type Groups = readonly {
  availabilityZone: string;
  memory: number;
  tasks: readonly { shape: number; other: number }[];
}[];

function run(cluster: Cluster, service: Service, instance: number, shape: string): void {
  const task: Task = {
    index: cluster.tasks.length,
    name: `t-${cluster.tasks.length}`,
    group: service.group,
    service,
    deployment: undefined,
    shape: shapeNamed(cluster, shape),
    instance: cluster.instances[instance] as Task['instance'],
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

function stop(cluster: Cluster, task: Task, lingers: boolean): void {
  task.state = lingers ? 'STOPPING' : 'STOPPED';
  leaveActive(cluster, task);
  if (!lingers) release(cluster, task);
}

test(
  'the picker and a naive model stop the same tasks in the same order, draws included (1.3.1 to 1.3.4, A1, A7)',
  () => {
    fc.assert(
      fc.property(world, ({ draws, lingers, seed, ...parts }) => {
        const [one, two] = [clusterOf(parts), clusterOf(parts)];
        const random = () => (draws ? randomFrom('placement', seed) : undefined);
        const picker = new VictimPicker(one.cluster, one.web, one.candidates, random());
        const naive = new NaivePicker(two.cluster, two.candidates, parts.chain, random());
        for (let n = 0; n <= one.candidates.length; n++) {
          const [victim, expected] = [picker.next(), naive.next()];
          expect({ ...victim, task: victim?.task.name }).toEqual({ ...expected, task: expected?.task.name });
          if (victim === undefined || expected === undefined) return;
          stop(one.cluster, victim.task, lingers);
          stop(two.cluster, expected.task, lingers);
        }
      }),
      cases('oracle', 200),
    );
  },
  PROOF_TIMEOUT,
);
