import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { loadYaml } from '../src/disk/load-yaml.ts';
import { CHECKED_DRAWS } from '../src/library/check-draws.ts';
import type { AnswerSet, Grade } from '../src/simulator/run.ts';
import { answersNotAsSaid } from '../src/simulator/scenario/answers-as-said.ts';
import { drawsOf } from '../src/simulator/scenario/draw-scenario.ts';
import { countOf } from '../src/simulator/scenario/draws.ts';
import { gradeAnswer } from '../src/simulator/scenario/grade.ts';
import { readScenarioFile, type Scenario } from '../src/simulator/scenario/scenario-schema.ts';

const folder = fileURLToPath(new URL('../scenarios', import.meta.url));

const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.yaml'))
  .sort();

function read(file: string): Scenario {
  const loaded = loadYaml(readFileSync(join(folder, file), 'utf8'), file);
  expect(loaded.faults).toEqual([]);
  const result = readScenarioFile(loaded.value);
  expect(result.faults ?? []).toEqual([]);
  return result.scenario as Scenario;
}

function graded(scenario: Scenario, set: AnswerSet): Grade {
  const result = gradeAnswer(scenario, set);
  expect(result.faults ?? []).toEqual([]);
  return result.grade as Grade;
}

function missed(grade: Grade): string[] {
  return grade.goals.filter(({ met }) => !met).map(({ id }) => id);
}

test('there are scenarios to practise in', () => {
  expect(files.length).toBeGreaterThanOrEqual(6);
});

describe.each(files)('scenarios/%s', (file) => {
  const id = relative('.', file).split(sep).join('/');

  test('its solutions meet all goals', () => {
    const scenario = read(file);
    for (const { name, set } of scenario.challenge?.solutions ?? []) {
      expect({ id, name, missed: missed(graded(scenario, set)) }).toEqual({ id, name, missed: [] });
    }
  });

  test('its mistakes miss exactly the goals they name', () => {
    const scenario = read(file);
    for (const { name, set, fails } of scenario.challenge?.mistakes ?? []) {
      expect({ id, name, missed: missed(graded(scenario, set)).sort() }).toEqual({
        id,
        name,
        missed: [...fails].sort(),
      });
    }
  });

  test('its predictions have a value for every solution', () => {
    const scenario = read(file);
    for (const { name, set } of scenario.challenge?.solutions ?? []) {
      for (const { id: prediction, value } of graded(scenario, set).predictions) {
        expect({ id, name, prediction, value }).toEqual({ id, name, prediction, value: expect.any(Number) });
      }
    }
  });

  test('two runs and their verdicts are equal byte for byte', () => {
    const scenario = read(file);
    for (const { set } of scenario.challenge?.solutions ?? []) {
      expect(JSON.stringify(graded(scenario, set))).toBe(JSON.stringify(graded(scenario, set)));
    }
  });
});

/** The drawings of a file that are run: all of them, or the first twenty. */
const drawings = files.flatMap((file) => {
  const { value } = loadYaml(readFileSync(join(folder, file), 'utf8'), file);
  const count = drawsOf(value) === undefined ? 0 : Math.min(CHECKED_DRAWS, countOf(drawsOf(value)));
  return Array.from({ length: count }, (_, draw) => ({ file, draw, value }));
});

describe('a scenario with draws', () => {
  test.each(drawings)('scenarios/$file keeps its promises with --draw $draw', ({ value, draw }) => {
    const { scenario, faults = [] } = readScenarioFile(value, { draw });
    expect(faults).toEqual([]);
    expect(scenario && answersNotAsSaid(scenario)).toEqual([]);
  });

  test('exists in at least six topics, twelve times', () => {
    const drawn = [...new Set(drawings.map(({ file }) => file))];
    expect(drawn.length).toBeGreaterThanOrEqual(12);
    expect(new Set(drawn.map((file) => file.split(/[\\/]/)[0])).size).toBeGreaterThanOrEqual(6);
  });
});

describe('the example of the scenario contract', () => {
  const half = { '/services/0/deploymentConfiguration/minimumHealthyPercent': 50 };
  const grade = graded(read(join('rolling-update', 'half-the-fleet.yaml')), half);

  test('settles after 124 seconds: two tasks at 30, healthy at 77, the other two at 124', () => {
    expect([grade.stopped, grade.seconds]).toEqual(['settled', 124]);
    expect(grade.series['services.web.healthy']).toEqual([
      [0, 4],
      [30, 2],
      [124, 4],
    ]);
  });

  test('places the first new task, web-5, on a-1 at 30', () => {
    const placed = grade.entries.find((entry) => entry.type === 'task-placed' && entry.at > 0);
    expect(placed).toMatchObject({ at: 30, service: 'web', task: 'web-5', taskDefinition: 'web:2', instance: 'a-1' });
  });

  test('ends with four tasks of web:2, one on each instance', () => {
    expect(grade.final.services.web).toEqual({ running: 4, revisions: { 'web:2': 4 } });
    expect(grade.final.instances['a-1']).toEqual({ tasks: ['web-5'], cpu: 256, memory: 512 });
  });

  test('decides the goal on capacity at 30, leans on A1, and predicts a floor of 2', () => {
    expect(grade.goals.find(({ id }) => id === 'capacity')).toMatchObject({
      met: true,
      observed: 2,
      expected: { atLeast: 2 },
      at: 30,
    });
    expect(grade.assumptions).toEqual(['A1']);
    expect(grade.predictions).toContainEqual({ id: 'floor', value: 2 });
  });
});
