import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../proof-cases.fixture.ts';
import type { Json } from '../run.ts';
import { simulate } from '../simulate.ts';
import { STOREY_FORMS as STOREYS } from '../storey-forms.ts';
import { CLUSTER_VERBS } from './event-schema.ts';
import { list } from './fault.ts';
import { readScenario, readScenarioFile } from './scenario-schema.ts';

/** A whole, good scenario file as plain data; each case breaks one thing in a copy. */
function good() {
  return {
    title: { en: 'Half', ko: '절반' },
    lesson: 'ecs-rolling-updates#floor',
    level: 1,
    model: 'ecs',
    world: {
      availabilityZones: ['z-a', 'z-c'],
      containerInstances: [{ name: 'a', count: 2, instanceType: 'm5.large', availabilityZone: 'z-a' }],
      taskDefinitions: [
        {
          family: 'web',
          revision: 1,
          containerDefinitions: [
            { name: 'web', image: 'web:v1', cpu: 256, memory: 512, portMappings: [{ containerPort: 80 }] },
          ],
        },
        { family: 'web', revision: 2, containerDefinitions: [{ name: 'web', image: 'web:v2', cpu: 256, memory: 512 }] },
      ],
      services: [
        {
          serviceName: 'web',
          taskDefinition: 'web:1',
          desiredCount: 4,
          deploymentConfiguration: { minimumHealthyPercent: 90, maximumPercent: 110 },
          placementStrategy: [{ type: 'spread', field: 'instanceId' }],
          placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.os-type == linux' }],
        },
      ],
      images: { 'web:v1': { pull: '4s' }, 'web:v2': { pull: '4s' } },
    },
    events: [{ at: '30s', updateService: { service: 'web', taskDefinition: 'web:2' } }],
    horizon: '30m',
    challenge: {
      brief: { en: 'Do it', ko: '해 보세요' },
      change: [{ path: '/services/0/deploymentConfiguration/minimumHealthyPercent', label: { en: 'min', ko: '최소' } }],
      goals: [
        {
          id: 'done',
          metric: 'services.web.deployment.completedAt',
          is: { atMost: '3m' },
          say: { en: 'done', ko: '끝' },
        },
      ],
      hints: [
        { en: '1', ko: '1' },
        { en: '2', ko: '2' },
        { en: '3', ko: '3' },
      ],
      solutions: [{ name: 'half', set: { '/services/0/deploymentConfiguration/minimumHealthyPercent': 50 } }],
      mistakes: [{ name: 'as-it-was', set: {}, fails: ['done'], why: { en: 'stuck', ko: '멈춤' } }],
      predict: [{ id: 'floor', ask: { en: 'How many?', ko: '몇 개?' }, metric: 'services.web.healthy', take: 'min' }],
    },
  };
}

const VERBS = [...CLUSTER_VERBS, ...STOREYS.flatMap(({ verbs }) => Object.keys(verbs))];

type Good = ReturnType<typeof good> & { [key: string]: unknown };

/** Writes `value` at a dotted path; undefined removes it. */
function set(target: Good, path: string, value: unknown): void {
  const keys = path.split('.');
  const last = keys.pop() as string;
  let at = target as unknown as Record<string, unknown>;
  for (const key of keys) at = at[key] as Record<string, unknown>;
  if (value === undefined) delete at[last];
  else at[last] = value;
}

function faultsAfter(path: string, value: unknown): string[] {
  const broken = good() as Good;
  set(broken, path, value);
  return (readScenarioFile(broken).faults ?? []).map((fault) => `${fault.path.join('.')}: ${fault.message}`);
}

test('the whole file is good', () => {
  expect(readScenarioFile(good()).faults).toBeUndefined();
});

const SERVICE = 'world.services.0';
const CONTAINER = 'world.taskDefinitions.0.containerDefinitions.0';

describe('one thing broken gives one message, at its place, that says what to write', () => {
  test.each<[string, unknown, string]>([
    ['model', 'kubernetes', 'model: the kubernetes model does not exist yet; write ecs'],
    ['model', 'nomad', 'model: is not a model; write ecs'],
    ['worl', {}, 'worl: unknown key "worl"; did you mean "world"?'],
    ['title.ko', undefined, 'title.ko: the Korean translation is missing; write ko: …'],
    ['title', 'Half', 'title: write a text in both languages: { en: …, ko: … }'],
    ['lesson', 'Somewhere else', 'lesson: is not a place in a lesson; write slug#anchor'],
    ['level', 4, 'level: is not a level; write 1, 2 or 3'],
    ['horizon', 'soon', 'horizon: is not a duration; write 90s, 5m, 1h2m3s or whole seconds (at most 115 days)'],
    [
      'events.0.at',
      '40m',
      'events.0.at: is after the horizon (30m), so it never happens; write an earlier time or a later horizon',
    ],
    [
      'events.0.updateService.service',
      'wob',
      'events.0.updateService.service: there is no service wob; did you mean web?',
    ],
    [
      'events.0.updateService.taskDefinition',
      'web:3',
      'events.0.updateService.taskDefinition: there is no task definition web:3; did you mean web:1?',
    ],
    [
      'events.0.drain',
      { instance: 'a-1' },
      `events.0: an event has exactly one verb; write one of ${list(VERBS, 'or')}`,
    ],
    [
      'events.0',
      { at: 5, drain: { instance: 'a-9' } },
      'events.0.drain.instance: there is no container instance a-9; did you mean a-1?',
    ],
    [
      'events.0',
      { at: 5, stopTask: { task: 'wep-1' } },
      'events.0.stopTask.task: no task is ever called wep-1; write web-1, web-2 …',
    ],
    [
      'events.0',
      { at: 5, runTask: { taskDefinition: 'web:1', count: 11 } },
      'events.0.runTask.count: AWS refuses count 11: one RunTask starts 1 to 10 tasks',
    ],
    [
      'world.containerInstances.0.instanceType',
      'm5.lage',
      'world.containerInstances.0.instanceType: there is no instance type m5.lage; did you mean m5.large?',
    ],
    [
      'world.containerInstances.0.cpu',
      1024,
      'world.containerInstances.0.instanceType: cpu and memory are given too; write either an instanceType or both amounts',
    ],
    [
      'world.containerInstances.0.availabilityZone',
      undefined,
      'world.containerInstances.0: the availabilityZone is missing; write z-a or z-c',
    ],
    [
      'world.containerInstances.0.count',
      20_000,
      'world.containerInstances: 20000 container instances are too many; write at most 10000',
    ],
    [
      'world.taskDefinitions.1.revision',
      1,
      'world.taskDefinitions.1: task definition web:1 is there twice; give each its own name',
    ],
    [
      `${CONTAINER}.memory`,
      undefined,
      `${CONTAINER}: AWS refuses container web: at least one of 'memory' or 'memoryReservation' must be specified`,
    ],
    [
      `${CONTAINER}.memoryReservation`,
      512,
      `${CONTAINER}.memory: AWS refuses memory 512: the hard limit must exceed memoryReservation 512`,
    ],
    [
      `${CONTAINER}.portMappings.0.hostPort`,
      70_000,
      `${CONTAINER}.portMappings.0.hostPort: AWS refuses hostPort 70000: a port is 1 to 65535, or 0 for a dynamic one`,
    ],
    [
      'world.taskDefinitions.0.networkMode',
      'none',
      `${CONTAINER}.portMappings: AWS refuses port mappings in network mode none: the container has no outside connectivity`,
    ],
    [
      'world.taskDefinitions.0.cpu',
      '128',
      'world.taskDefinitions.0.cpu: AWS refuses task cpu 128: its containers ask for 256 CPU units together',
    ],
    [
      'world.taskDefinitions.0.placementConstraints',
      [{ type: 'distinctInstance' }],
      'world.taskDefinitions.0.placementConstraints.0.type: AWS refuses distinctInstance in a task definition: it belongs to the service or to RunTask',
    ],
    [
      `${SERVICE}.taskDefinition`,
      'wbe:1',
      `${SERVICE}.taskDefinition: there is no task definition wbe:1; write web:1, web:2 or web`,
    ],
    [
      `${SERVICE}.desiredCount`,
      undefined,
      `${SERVICE}: AWS refuses a REPLICA service without desiredCount: write how many tasks it keeps`,
    ],
    [
      `${SERVICE}.desiredCount`,
      -1,
      `${SERVICE}.desiredCount: AWS refuses desiredCount -1: it is a whole number from 0 to 200000`,
    ],
    [
      `${SERVICE}.deploymentConfiguration.minimumHealthyPercent`,
      101,
      `${SERVICE}.deploymentConfiguration.minimumHealthyPercent: AWS refuses minimumHealthyPercent 101: it is a percentage of the desired count from 0 to 100`,
    ],
    [
      `${SERVICE}.deploymentConfiguration.maximumPercent`,
      90,
      `${SERVICE}.deploymentConfiguration.maximumPercent: AWS refuses maximumPercent 90: it is at least 100, the desired count itself`,
    ],
    [
      `${SERVICE}.deploymentConfiguration`,
      { minimumHealthyPercent: 100, maximumPercent: 100 },
      `${SERVICE}.deploymentConfiguration.maximumPercent: AWS refuses maximumPercent 100: Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments`,
    ],
    [
      `${SERVICE}.placementStrategy`,
      Array(6).fill({ type: 'random' }),
      `${SERVICE}.placementStrategy: AWS refuses 6 placement strategies: a service or RunTask takes at most 5`,
    ],
    [
      `${SERVICE}.placementStrategy.0.field`,
      'zone',
      `${SERVICE}.placementStrategy.0.field: AWS refuses spread with field "zone": spread takes instanceId, host or an attribute, for example attribute:ecs.availability-zone`,
    ],
    [
      `${SERVICE}.placementStrategy.0`,
      { type: 'binpack' },
      `${SERVICE}.placementStrategy.0: AWS refuses binpack with field nothing: binpack takes cpu or memory`,
    ],
    [
      `${SERVICE}.placementStrategy.0.type`,
      'stack',
      `${SERVICE}.placementStrategy.0.type: "stack" is not allowed; write binpack, spread or random`,
    ],
    [
      `${SERVICE}.placementConstraints.0.expression`,
      'attribute:stack = prod',
      `${SERVICE}.placementConstraints.0.expression: AWS refuses the expression at column 17: "=" is not an operator; did you mean "=="?`,
    ],
    [
      `${SERVICE}.schedulingStrategy`,
      'DAEMN',
      `${SERVICE}.schedulingStrategy: "DAEMN" is not allowed; write REPLICA or DAEMON`,
    ],
    ['world.images.web:v3', { pull: 1 }, 'world.images.web:v3: no container uses this image; the images are web:v1'],
    [
      'world.images.web:v1.pull',
      -5,
      'world.images.web:v1.pull: is not a duration; write 90s, 5m, 1h2m3s or whole seconds (at most 115 days)',
    ],
    ['world.targetGroups', [{}], 'world.targetGroups.0.name: is missing; write a text'],
    [
      'challenge.goals.0.metric',
      'services.web.helthy',
      'challenge.goals.0.metric: there is no metric services.web.helthy in this world; did you mean services.web.healthy?',
    ],
    [
      'challenge.goals.0.is',
      { atLeast: 1, atMost: 2 },
      'challenge.goals.0.is: a test is exactly one of atLeast, atMost, equals or between: [low, high]',
    ],
    [
      'challenge.goals.0.over',
      'allways',
      'challenge.goals.0.over: is not a window; write always, deployment, final or { from: …, to: … }',
    ],
    [
      'challenge.change.0.path',
      '/services/1/desiredCount',
      'challenge.change.0.path: /services/1/desiredCount leads nowhere in the world; write the path of a value that is there',
    ],
    [
      'challenge.solutions.0.set',
      { '/services/0/desiredCount': 2 },
      'challenge.solutions.0.set./services/0/desiredCount: is not a path of challenge.change; write /services/0/deploymentConfiguration/minimumHealthyPercent',
    ],
    ['challenge.mistakes.0.fails', ['dune'], 'challenge.mistakes.0.fails.0: there is no goal dune; did you mean done?'],
    [
      'challenge.hints',
      [{ en: '1', ko: '1' }],
      'challenge.hints: there are 1; write a ladder of three, the last shows the way and never the answer',
    ],
    [
      'challenge.predict',
      undefined,
      'challenge.predict: is missing; every file of scenarios/ needs it: write at least one prediction',
    ],
  ])('%s = %j', (path, value, message) => {
    expect(
      faultsAfter(path, value).filter(
        (fault) => !fault.includes('challenge.solutions.0.set') || message.includes('solutions'),
      ),
    ).toEqual([message]);
  });

  test.each([null, undefined, 5, 'text', [], true])('a file that holds %j', (value) => {
    expect(readScenario(value).faults).toHaveLength(1);
  });
});

describe('whatever a file holds', { timeout: PROOF_TIMEOUT }, () => {
  const leaves = fc.oneof(
    fc.constantFrom<Json>(null, '', -1, 0, 1e99, 0.5, true, [], {}, 'x'.repeat(300), '__proto__', 'web:1', '5m'),
    fc.string({ maxLength: 8 }),
    fc.integer(),
  );

  /** Every path of a value, as keys. */
  function paths(value: unknown, at: string[] = []): string[][] {
    if (typeof value !== 'object' || value === null) return [at];
    return [at, ...Object.entries(value).flatMap(([key, item]) => paths(item, [...at, key]))];
  }

  const places = paths(good()).filter((path) => path.length > 0);
  const edit = fc.record({
    at: fc.nat(places.length - 1),
    leaf: fc.option(leaves, { nil: undefined }),
    key: fc.constantFrom('', 'x', '__proto__', 'constructor'),
  });

  test('reading never throws, and what it accepts runs to an end within its limits', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 4 }), (edits) => {
        const value = JSON.parse(JSON.stringify(good())) as Record<string, unknown>;
        for (const { at, leaf, key } of edits) {
          let parent: unknown = value;
          const path = places[at] as string[];
          for (const step of path.slice(0, -1)) parent = (parent as Record<string, unknown> | null | undefined)?.[step];
          if (typeof parent !== 'object' || parent === null) continue;
          const last = path.at(-1) as string;
          Object.defineProperty(parent, key === '' ? last : key, {
            value: structuredClone(leaf),
            enumerable: true,
            configurable: true,
            writable: true,
          });
        }
        const limits = { events: 3000, instances: 200 };
        const { scenario, faults } = readScenario(value, { limits });
        if (scenario) expect(simulate(scenario, { limits }).entries.length).toBeLessThan(20_000);
        for (const fault of faults ?? []) {
          expect(fault.message.length).toBeGreaterThan(5);
          expect(fault.message).not.toMatch(/undefined|\[object|Invalid input/);
        }
      }),
      cases('fuzz', 400),
    );
  });
});

test('a file that was read reads again as itself', () => {
  const { scenario } = readScenarioFile(good());
  expect(readScenarioFile(JSON.parse(JSON.stringify(scenario))).scenario).toEqual(scenario);
});
