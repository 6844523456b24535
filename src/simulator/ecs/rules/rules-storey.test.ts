import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import { STOREYS } from '../../storeys.ts';
import { scalingStorey } from '../scaling/scaling-storey.ts';
import { faultsOf, runWith } from '../storeys.fixture.ts';
import { rulesStorey } from './rules-storey.ts';

type Parts = {
  rules?: object[];
  topics?: object[];
  events?: object[];
  images?: object;
  world?: object;
  horizon?: string;
};

const taskOf = (family: string) => ({
  family,
  containerDefinitions: [{ name: 'app', image: family, cpu: 256, memory: 256 }],
});

function parts({
  rules = [],
  topics = [{ name: 'ops' }],
  events = [],
  images = {},
  world = {},
  horizon = '10m',
}: Parts) {
  return {
    world: {
      containerInstances: [{ name: 'a', count: 2, instanceType: 'm5.large' }],
      taskDefinitions: [taskOf('web'), taskOf('job')],
      services: [{ serviceName: 'web', taskDefinition: 'web', desiredCount: 1 }],
      images: {
        web: { pull: 2, start: 1 },
        job: { pull: 1, start: 1, crashes: { after: 30, exitCode: 0 } },
        ...images,
      },
      rules,
      topics,
      ...world,
    },
    events,
    horizon,
  };
}

function run(given: Parts): Run {
  return runWith([scalingStorey, rulesStorey], { ...parts(given), limit: 5000 });
}

const stopped = (detail: object = {}) => ({
  source: ['aws.ecs'],
  'detail-type': ['ECS Task State Change'],
  detail: { lastStatus: ['STOPPED'], ...detail },
});
const failed = stopped({ containers: { exitCode: [{ 'anything-but': 0 }] } });
const notify = { sns: 'ops' };

function entries(of: Run, type: string): Run['entries'] {
  return of.entries.filter((entry) => entry.type === type);
}

describe('rules that match events of the cluster (rules/1)', () => {
  test('a stopped task that matches publishes to the topic, in the same second', () => {
    const given = {
      rules: [{ name: 'gone', eventPattern: stopped(), targets: [notify] }],
      events: [{ at: 50, stopTask: { task: 'web-1' } }],
    };
    const of = run(given);
    expect(of.series['rules.gone.matched']).toEqual([
      [0, 0],
      [50, 1],
    ]);
    expect(of.series['topics.ops.notifications']).toEqual([
      [0, 0],
      [50, 1],
    ]);
    expect(entries(of, 'rule-matched')[0]).toMatchObject({
      at: 50,
      rule: 'gone',
      detailType: 'ECS Task State Change',
      service: 'web',
      task: 'web-1',
      message: '(rule gone) matches the ECS Task State Change of web-1 (lastStatus STOPPED, stopCode UserInitiated).',
    });
    expect(entries(of, 'topic-notified')[0]).toMatchObject({ at: 50, topic: 'ops', rule: 'gone' });
    expect(of.assumptions).toContain('A90');
  });

  test('only what the pattern asks for matches: a job that ends with 0 does not, one that fails does', () => {
    const rules = [{ name: 'failed', eventPattern: failed, targets: [notify] }];
    const events = [{ at: 10, runTask: { taskDefinition: 'job' } }];
    expect(run({ rules, events }).series['rules.failed.matched']).toEqual([[0, 0]]);
    const images = { job: { crashes: { after: 30, exitCode: 3 } } };
    expect(run({ rules, events, images }).series['rules.failed.matched']).toEqual([
      [0, 0],
      [40, 1],
    ]);
  });

  test('every event counts: a task that starts sends PENDING and RUNNING', () => {
    const rules = [{ name: 'all', eventPattern: { 'detail-type': ['ECS Task State Change'] }, targets: [notify] }];
    const of = run({ rules, events: [{ at: 10, runTask: { taskDefinition: 'job' } }], horizon: '20s' });
    expect(entries(of, 'rule-matched').map(({ at, message }) => `${at} ${message}`)).toEqual([
      '10 (rule all) matches the ECS Task State Change of job-run-1 (lastStatus PENDING).',
      '12 (rule all) matches the ECS Task State Change of job-run-1 (lastStatus RUNNING).',
    ]);
  });

  test('what stands when the run begins has sent nothing', () => {
    const rules = [{ name: 'all', eventPattern: { source: ['aws.ecs'] }, targets: [notify] }];
    expect(run({ rules }).series['rules.all.matched']).toEqual([[0, 0]]);
  });

  test('a rule that is DISABLED matches nothing', () => {
    const rules = [{ name: 'gone', state: 'DISABLED', eventPattern: stopped(), targets: [notify] }];
    const of = run({ rules, events: [{ at: 50, stopTask: { task: 'web-1' } }] });
    expect(of.series['rules.gone.matched']).toEqual([[0, 0]]);
  });

  test('an ECS target runs tasks as RunTask does, with its group, and the run says whose they are', () => {
    const eventPattern = stopped({ group: ['service:web'] });
    const rules = [
      { name: 'repair', eventPattern, targets: [{ ecs: { taskDefinition: 'job', count: 2, group: 'repairs' } }] },
    ];
    const of = run({ rules, events: [{ at: 50, stopTask: { task: 'web-1' } }] });
    expect(
      entries(of, 'task-placed')
        .filter(({ at }) => at === 50)
        .map(({ task }) => task),
    ).toEqual(['job-run-1', 'job-run-2', 'web-2']);
    expect(of.entries.find(({ rule, verb }) => rule === 'repair' && verb === 'runTask')).toMatchObject({
      input: { group: 'repairs' },
    });
  });

  test('tasks of a rule carry its group in the events that they send', () => {
    const rules = [
      {
        name: 'repair',
        eventPattern: stopped({ group: ['service:web'] }),
        targets: [{ ecs: { taskDefinition: 'job', group: 'repairs' } }],
      },
      { name: 'repaired', eventPattern: stopped({ group: ['repairs'] }), targets: [notify] },
    ];
    const of = run({ rules, events: [{ at: 50, stopTask: { task: 'web-1' } }] });
    expect(of.series['topics.ops.notifications']).toEqual([
      [0, 0],
      [82, 1],
    ]);
  });

  test('a target may run on Fargate Spot, by a capacity provider strategy', () => {
    const job = {
      ...taskOf('job'),
      networkMode: 'awsvpc',
      requiresCompatibilities: ['FARGATE'],
      cpu: '256',
      memory: '512',
    };
    const ask = (capacityProvider: string) => ({
      taskDefinition: 'job',
      networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } },
      capacityProviderStrategy: [{ capacityProvider, weight: 1 }],
    });
    const world = {
      taskDefinitions: [taskOf('web'), job],
      availabilityZones: ['z'],
      subnets: [{ subnetId: 'subnet-a', availabilityZone: 'z' }],
      containerInstances: [{ name: 'a', instanceType: 'm5.large', availabilityZone: 'z' }],
    };
    const on = (capacityProvider: string) =>
      parts({
        world,
        rules: [{ name: 'tick', scheduleExpression: 'rate(1 minute)', targets: [{ ecs: ask(capacityProvider) }] }],
        horizon: '90s',
      });
    const of = runWith(STOREYS, on('FARGATE_SPOT'));
    expect(entries(of, 'task-placed').at(-1)).toMatchObject({
      at: 60,
      task: 'job-run-1',
      capacityProvider: 'FARGATE_SPOT',
    });
    expect(faultsOf(on('nobody')).join()).toContain('world/rules/0/targets/0/ecs/capacityProviderStrategy');
  });

  test('a rule whose task makes it match again goes on for ever, at the pace of the task', () => {
    const rules = [
      {
        name: 'again',
        eventPattern: stopped({ group: ['family:job'] }),
        targets: [{ ecs: { taskDefinition: 'job' } }],
      },
    ];
    const of = run({ rules, events: [{ at: 8, runTask: { taskDefinition: 'job' } }] });
    expect([of.stopped, of.series['rules.again.matched']?.at(-1)]).toEqual(['horizon', [584, 18]]);
  });

  test('one that takes no time ends at the event limit, and the run says so', () => {
    const rules = [
      {
        name: 'again',
        eventPattern: stopped({ group: ['family:job'] }),
        targets: [{ ecs: { taskDefinition: 'job' } }],
      },
    ];
    const images = { job: { crashes: { after: 0, exitCode: 0 } } };
    const of = run({ rules, images, events: [{ at: 5, runTask: { taskDefinition: 'job' } }] });
    expect([of.stopped, of.seconds]).toEqual(['event-limit', 5]);
  });
});

describe('alarms that publish (rules/3)', () => {
  const world = {
    alarms: [
      {
        name: 'errors',
        alarmActions: ['ops'],
        metric: 'services.web.running',
        statistic: 'Average',
        period: 60,
        evaluationPeriods: 1,
        threshold: 0,
        comparisonOperator: 'LessThanThreshold',
      },
    ],
  };
  const set = (at: number, state: string) => ({ at, setAlarm: { alarm: 'errors', state } });

  test('an alarm that goes to ALARM publishes to the topic that its actions name, each time', () => {
    const of = run({ world, events: [set(10, 'ALARM'), set(20, 'ALARM'), set(30, 'OK'), set(40, 'ALARM')] });
    expect(of.series['topics.ops.notifications']).toEqual([
      [0, 0],
      [10, 1],
      [40, 2],
    ]);
    expect(entries(of, 'topic-notified')[0]).toMatchObject({
      topic: 'ops',
      alarm: 'errors',
      message: '(alarm errors) publishes to (topic ops).',
    });
  });
});

describe('rules that are due (rules/2)', () => {
  test('rate: the first time one period after the beginning (A65)', () => {
    const rules = [
      { name: 'nightly', scheduleExpression: 'rate(2 minutes)', targets: [{ ecs: { taskDefinition: 'job' } }] },
    ];
    const of = run({ rules, horizon: '5m' });
    expect(entries(of, 'rule-due').map(({ at, message }) => [at, message])).toEqual([
      [120, '(rule nightly) is due: rate(2 minutes).'],
      [240, '(rule nightly) is due: rate(2 minutes).'],
    ]);
    expect(
      entries(of, 'task-placed')
        .filter(({ at }) => at > 0)
        .map(({ at, task }) => [at, task]),
    ).toEqual([
      [120, 'job-run-1'],
      [240, 'job-run-2'],
    ]);
    expect(of.assumptions).toContain('A65');
  });

  test('cron, in UTC, from the time of day at which the run begins', () => {
    const rules = [{ name: 'morning', scheduleExpression: 'cron(0 9 * * ? *)', targets: [notify] }];
    const of = run({ rules, world: { startsAt: '2026-11-21T08:57:30Z' }, horizon: '5m' });
    expect(of.series['rules.morning.matched']).toEqual([
      [0, 0],
      [150, 1],
    ]);
  });

  test('a schedule runs its task again while the last one still runs', () => {
    const images = { job: { pull: 0, start: 0, crashes: { after: 150, exitCode: 0 } } };
    const rules = [
      { name: 'report', scheduleExpression: 'rate(1 minute)', targets: [{ ecs: { taskDefinition: 'job' } }] },
    ];
    const of = run({ rules, images, horizon: '4m' });
    const ends = entries(of, 'task-stopped').map(({ task, at }) => [task, at]);
    expect(ends).toEqual([['job-run-1', 210]]);
  });
});

describe('what a rule is refused for', () => {
  const rule = (part: object) => ({
    rules: [{ name: 'r', eventPattern: { source: ['aws.ecs'] }, targets: [notify], ...part }],
  });
  test.each([
    [
      rule({ eventPattern: { source: 'aws.ecs' } }),
      'world/rules/0/eventPattern/source: AWS refuses this event pattern: Event pattern is not valid. Reason: "source" must be an object or an array',
    ],
    [
      rule({ eventPattern: { source: ['x'.repeat(2100)] } }),
      'world/rules/0/eventPattern: AWS refuses an event pattern of 2115 characters: it has at most 2048',
    ],
    [
      rule({ scheduleExpression: 'rate(1 minutes)' }),
      'world/rules/0/scheduleExpression: AWS refuses "rate(1 minutes)": rate writes 1 with the singular and more with the plural, not "1 minutes"',
    ],
    [rule({ targets: [{ sns: 'opz' }] }), 'world/rules/0/targets/0/sns: there is no topic opz; did you mean ops?'],
    [
      rule({ targets: [{ ecs: { taskDefinition: 'jbo' } }] }),
      'world/rules/0/targets/0/ecs/taskDefinition: there is no task definition jbo; write web:1, job:1, web or job',
    ],
    [
      rule({ targets: [{ ecs: { taskDefinition: 'job', count: 11 } }] }),
      'world/rules/0/targets/0/ecs/count: AWS refuses count 11: one RunTask starts 1 to 10 tasks',
    ],
    [
      rule({ targets: Array.from({ length: 6 }, () => notify) }),
      'world/rules/0/targets: AWS refuses 6 targets: a rule has at most 5',
    ],
    [
      { rules: [{ name: 'r', targets: [notify] }] },
      'world/rules/0: a rule needs an eventPattern or a scheduleExpression; write one of them',
    ],
    [rule({ targets: [{}] }), 'world/rules/0/targets/0: a target is one of ecs: { taskDefinition: … } or sns: <topic>'],
  ] as [Parts, string][])('%j', (given, fault) => expect(faultsOf(parts(given))).toEqual([fault]));
});
