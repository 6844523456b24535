// Scenario files with mistakes that people make with a keyboard: whatever comes of it, reading and running end.
import { loadYaml } from '../../src/disk/load-yaml.ts';
import { type Random, randomFrom } from '../../src/random/random.ts';
import { eventsOf } from '../../src/simulator/ecs/events/events-of.ts';
import { readScenarioFile } from '../../src/simulator/scenario/scenario-schema.ts';
import { simulate } from '../../src/simulator/simulate.ts';
import type { ScenarioFile } from './scenario-files.ts';

export type FuzzCount = { files: number; run: number; slowestMs: number; foreign: string[] };

const LIMITS = { events: 3000, instances: 200 };

/** Reads and runs `count` broken copies of the repository's scenarios; anything that throws is foreign. */
export function fuzzFiles(files: readonly ScenarioFile[], count: number, seed: number): FuzzCount {
  const result: FuzzCount = { files: 0, run: 0, slowestMs: 0, foreign: [] };
  for (let i = 0; i < count; i++) {
    const random = randomFrom('fuzzed file', seed, i);
    const { id, text } = files[i % files.length] as ScenarioFile;
    const { text: other } = files[random.below(files.length)] as ScenarioFile;
    const began = performance.now();
    try {
      if (readAndRun(broken(text, other.split('\n'), random), id)) result.run++;
    } catch (error) {
      result.foreign.push(`${id}, seed ${seed}, case ${i}: ${error}`);
    }
    result.files++;
    result.slowestMs = Math.max(result.slowestMs, performance.now() - began);
  }
  return result;
}

function readAndRun(text: string, id: string): boolean {
  const loaded = loadYaml(text, id);
  if (loaded.faults.length > 0) return false;
  const { scenario } = readScenarioFile(loaded.value, { limits: LIMITS });
  if (scenario === undefined) return false;
  eventsOf(simulate(scenario, { limits: LIMITS }), { epochSeconds: 0, region: 'us-east-1' });
  return true;
}

const VALUES = [
  '0',
  '-1',
  '1',
  '7',
  '99999999999',
  '1e99',
  '0.5',
  'null',
  'true',
  '[]',
  '{}',
  '""',
  'x',
  '5m',
  'web:1',
  '*',
  '&a',
  '{ ramp: { from: 0, to: 99, over: 60s } }',
  '[[0s, 10], [5m, 0]]',
  '[ { capacityProvider: FARGATE_SPOT, weight: 1 } ]',
  'rate(1 minute)',
  'services.web.cpu',
  'm5.large',
];

/**
 * One to three mistakes. Most touch a value only, so that many files can still be read and run; some bring a line from
 * another file: a key or an event that this one knows nothing of.
 */
function broken(text: string, other: readonly string[], random: Random): string {
  const lines = text.split('\n');
  for (let mistakes = 1 + random.below(3); mistakes > 0; mistakes--) {
    const at = random.below(lines.length);
    const line = lines[at] ?? '';
    const kind = random.below(10);
    if (kind === 0) lines.splice(at, 1);
    else if (kind === 1) lines.splice(at, 0, lines[random.below(lines.length)] ?? '');
    else if (kind === 2) lines[at] = ` ${line}`;
    else if (kind === 3) lines[at] = line.slice(0, random.below(line.length + 1));
    else if (kind === 4) lines.splice(at, 0, likeIt(line, other, random));
    else lines[at] = otherValue(line, random);
  }
  return lines.join('\n');
}

/** A line of the other file that stands as deep as this one, where there is one. */
function likeIt(line: string, other: readonly string[], random: Random): string {
  const depth = line.search(/\S/);
  const alike = other.filter((candidate) => candidate.search(/\S/) === depth);
  return alike[random.below(Math.max(1, alike.length))] ?? '';
}

/** Another value for one number of the line, or for what follows its first colon. */
function otherValue(line: string, random: Random): string {
  const numbers = [...line.matchAll(/\d+/g)];
  const value = VALUES[random.below(VALUES.length)] ?? '';
  const number = numbers[random.below(Math.max(1, numbers.length))];
  if (number && random.below(3) > 0) {
    const near = random.below(2) === 0 ? String(random.below(2 * Number(number[0]) + 2)) : value;
    return line.slice(0, number.index) + near + line.slice(number.index + number[0].length);
  }
  return line.replace(/: .*$/, `: ${value}`);
}
