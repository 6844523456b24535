// Every scenario of the repository, run and judged with every solution and mistake; and the event queue.
// usage: node tools/run.mjs bench/simulator-runs.ts
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadYaml } from '../src/disk/load-yaml.ts';
import { EventQueue } from '../src/simulator/kernel/event-queue.ts';
import { gradeAnswer } from '../src/simulator/scenario/grade.ts';
import { readScenario } from '../src/simulator/scenario/scenario-schema.ts';

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
