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

/** The hold model: pop the next event, push it again a little later, with this many pending. */
function hold(pending: number, operations: number): number {
  const queue = new EventQueue();
  let state = 1;
  const next = () => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    return state % 1000;
  };
  for (let i = 0; i < pending; i++) queue.push(next(), 0, i);
  const before = process.cpuUsage();
  for (let i = 0; i < operations; i++) {
    const event = queue.pop();
    if (event) queue.push(event.atSeconds + next(), 0, event.payload);
  }
  return operations / cpuMs(before) / 1000;
}
hold(1000, 200_000);
for (const pending of [100, 10_000, 100_000])
  console.log(`event queue, ${pending} pending: ${hold(pending, 1_000_000).toFixed(1)} M pop+push a second`);
