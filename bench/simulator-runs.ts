// Every scenario of the repository, run and judged with every solution and mistake; an hour of a million requests;
// worlds with every controller at once; and the event queue.
// usage: node tools/run.mjs bench/simulator-runs.ts
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { loadYaml } from '../src/disk/load-yaml.ts';
import { EventQueue } from '../src/simulator/kernel/event-queue.ts';
import { gradeAnswer } from '../src/simulator/scenario/grade.ts';
import { readScenario, type Scenario } from '../src/simulator/scenario/scenario-schema.ts';
import { simulate } from '../src/simulator/simulate.ts';
import { anyWorld } from '../src/simulator/whole-world/whole-world.fixture.ts';

// CPU time, so that a busy machine measures the same.
function cpuMs(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

const TARGET_P95_MS = 50;
const folder = fileURLToPath(new URL('../scenarios', import.meta.url));
const times: { ms: number; what: string }[] = [];
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.yaml'),
)) {
  const { scenario } = readScenario(loadYaml(readFileSync(join(folder, file), 'utf8'), file).value);
  const challenge = scenario?.challenge;
  if (scenario === undefined || challenge === undefined) continue;
  for (const { name, set } of [...(challenge.solutions ?? []), ...(challenge.mistakes ?? [])]) {
    const before = process.cpuUsage();
    gradeAnswer(scenario, set);
    times.push({ ms: cpuMs(before), what: `${file} ${name}` });
  }
}
times.sort((a, b) => a.ms - b.ms);
const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))];
const p95 = at(0.95)?.ms ?? 0;
console.log(
  `${times.length} answers set, checked, run and judged: median ${at(0.5)?.ms.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (target ${TARGET_P95_MS}), slowest ${at(1)?.ms.toFixed(1)} ms (${at(1)?.what})`,
);

/** Six tasks behind a target group, requests of 20 s, 278 a second, and a rolling update ten minutes in. */
function millionRequests(): Scenario {
  const [steady, last] = [278, 277];
  const { scenario, faults } = readScenario({
    model: 'ecs',
    world: {
      containerInstances: [{ name: 'a', count: 4, instanceType: 'm5.large', availabilityZone: 'z-a' }],
      taskDefinitions: [1, 2].map((revision) => ({
        family: 'web',
        revision,
        containerDefinitions: [
          { name: 'web', image: 'web', cpu: 256, memory: 512, portMappings: [{ containerPort: 80, hostPort: 0 }] },
        ],
      })),
      targetGroups: [{ name: 'web', healthCheckIntervalSeconds: 10, deregistrationDelaySeconds: 10 }],
      services: [
        {
          serviceName: 'web',
          taskDefinition: 'web:1',
          desiredCount: 6,
          loadBalancers: [{ targetGroupArn: 'web', containerName: 'web', containerPort: 80 }],
        },
      ],
      images: { web: { pull: 4, start: 3, requestSeconds: 20, requestsPerSecond: 60 } },
      load: [
        {
          service: 'web',
          perSecond: [
            [0, steady],
            [3599, last],
          ],
        },
      ],
      begin: 'steady',
    },
    events: [{ at: 600, updateService: { service: 'web', taskDefinition: 'web:2' } }],
    horizon: 3600,
  });
  if (scenario === undefined) throw new Error(JSON.stringify(faults));
  return scenario;
}

/** The least event limit that a run does not reach: the events that it takes. */
function eventsOf(scenario: Scenario): number {
  let [low, high] = [1, 200_000];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const { stopped } = simulate(scenario, { limits: { events: middle, instances: 10_000 } });
    if (stopped === 'event-limit') low = middle + 1;
    else high = middle;
  }
  return low;
}

/** CPU ms of one run, the median of several. */
function runMs(scenario: Scenario, times = 9): number {
  const taken = Array.from({ length: times }, () => {
    const before = process.cpuUsage();
    simulate(scenario);
    return cpuMs(before);
  });
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? 0;
}

const million = millionRequests();
console.log(
  `an hour of 1,000,000 requests of 20 s, with a rolling update: ${eventsOf(million)} events, ${runMs(million).toFixed(1)} ms CPU`,
);

const worlds = fc.sample(anyWorld, { numRuns: 60, seed: 1 });
const each = worlds.map((world) => ({ ms: runMs(world, 3), entries: simulate(world).entries.length }));
each.sort((a, b) => a.ms - b.ms);
const [half, most] = [each[Math.floor(each.length / 2)], each[Math.floor(each.length * 0.95)]];
console.log(
  `${each.length} worlds with every controller at once, 25 minutes each: median ${half?.ms.toFixed(1)} ms CPU (${half?.entries} entries), p95 ${most?.ms.toFixed(1)} ms (${most?.entries} entries)`,
);

type Queue = Pick<EventQueue, 'push' | 'pop'>;

/** What one writes first: a binary heap of objects, ordered by (second, sequence). */
class NaiveQueue implements Queue {
  readonly #heap: { atSeconds: number; sequence: number; kind: number; payload: number }[] = [];
  #pushed = 0;

  push(atSeconds: number, kind: number, payload: number): void {
    const heap = this.#heap;
    heap.push({ atSeconds, sequence: this.#pushed++, kind, payload });
    for (let i = heap.length - 1, up = (i - 1) >> 1; i > 0 && this.#before(i, up); i = up, up = (i - 1) >> 1)
      this.#swap(i, up);
  }

  pop() {
    const heap = this.#heap;
    if (heap.length === 0) return undefined;
    this.#swap(0, heap.length - 1);
    const first = heap.pop();
    for (let i = 0, child = 1; child < heap.length; child = 2 * i + 1) {
      if (child + 1 < heap.length && this.#before(child + 1, child)) child++;
      if (this.#before(i, child)) break;
      this.#swap(i, child);
      i = child;
    }
    return first;
  }

  #before(a: number, b: number): boolean {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (!one || !other) return false;
    return one.atSeconds - other.atSeconds < 0 || (one.atSeconds === other.atSeconds && one.sequence < other.sequence);
  }

  #swap(a: number, b: number): void {
    const [one, other] = [this.#heap[a], this.#heap[b]];
    if (one && other) [this.#heap[a], this.#heap[b]] = [other, one];
  }
}

/** The hold model: pop the next event, push it again up to `range` seconds later, with this many pending. */
function hold(queue: Queue, { pending, operations, range }: { pending: number; operations: number; range: number }) {
  let state = 1;
  let hash = 0;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return (state >>> 8) % range;
  };
  for (let i = 0; i < pending; i++) queue.push(next(), 0, i);
  const before = process.cpuUsage();
  for (let i = 0; i < operations; i++) {
    const event = queue.pop();
    if (!event) break;
    hash = (Math.imul(hash, 31) + event.payload) | 0;
    queue.push(event.atSeconds + next(), 0, event.payload);
  }
  return { millions: operations / cpuMs(before) / 1000, hash };
}

const TARGET_MILLIONS = 5;
for (const Kind of [EventQueue, NaiveQueue]) hold(new Kind(), { pending: 1000, operations: 300_000, range: 1000 });
for (const range of [1000, 100_000]) {
  for (const pending of [100, 10_000, 100_000]) {
    const parts = { pending, operations: 1_000_000, range };
    const [ours, naive] = [hold(new EventQueue(), parts), hold(new NaiveQueue(), parts)];
    const target = pending === 10_000 && range === 1000 ? ` (target ${TARGET_MILLIONS})` : '';
    console.log(
      `event queue, ${pending} pending, up to ${range} s ahead: ${ours.millions.toFixed(1)} M pop+push a second${target}, naive heap ${naive.millions.toFixed(1)}, same order: ${ours.hash === naive.hash}`,
    );
  }
}
