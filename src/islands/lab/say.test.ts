import { describe, expect, it } from 'vitest';
import { labMessages } from '../../i18n/lab-messages.ts';
import { ENTRY_TYPES } from '../../simulator/entry-types.ts';
import type { Entry, GoalResult } from '../../simulator/run.ts';
import { readScenario, type Scenario } from '../../simulator/scenario/scenario-schema.ts';
import { simulate } from '../../simulator/simulate.ts';
import { halfTheFleetRun } from './run.fixture.ts';
import { grouped, sayEntry, sayEvidence, sayTest, sayValue, shortRule } from './say.ts';

const { en, ko } = labMessages;
const entry = (type: Entry['type'], more: Partial<Entry> = {}): Entry => ({
  at: 30,
  type,
  message: 'In English.',
  service: 'web',
  task: 'web-5',
  taskDefinition: 'web:2',
  instance: 'a-1',
  ...more,
});

/** Fields that any type may have, so that no sentence lacks one. */
const EVERY_FIELD: Partial<Entry> = {
  availabilityZone: 'z-a',
  autoScalingGroup: 'fleet',
  capacity: { needed: 3, instances: 2, reservation: 150, target: 100, waiting: 2, from: 2, to: 3 },
  capacityProvider: 'spot',
  container: 'app',
  count: 2,
  deployment: 2,
  detailType: 'ECS Task State Change',
  exitCode: 1,
  failures: { counted: 1, threshold: 3 },
  input: { state: 'ALARM', taskDefinition: 'web:2' },
  alarm: 'errors',
  message: 'In English with 2 tasks in z-a, for 5 min.',
  messageSeconds: 40,
  noticeSeconds: 120,
  queue: 'jobs',
  reason: 'why',
  rule: 'night',
  shares: [{ capacityProvider: 'FARGATE', base: 1, weight: 1, tasks: 3 }],
  requestFailures: [{ cause: 'lost', failed: 3, targetGroup: 'tg', tasks: ['web-1'] }],
  requests: { sent: 10, failed: 3 },
  seconds: 12,
  stage: 'BAKE_TIME',
  targetGroup: 'tg',
  topic: 'alerts',
  traffic: { 'web:2': 10, 'web:1': 90 },
  verb: 'runTask',
  visibilityTimeoutSeconds: 30,
  scaling: {
    policy: 'cpu',
    from: 6,
    to: 9,
    running: 6,
    minCapacity: 1,
    maxCapacity: 10,
    needed: 9,
    sum: '6 running × 75 % ÷ 50 % = 9',
  },
};

const EVERY_VERB = {
  model: 'ecs',
  world: {
    containerInstances: [
      { name: 'a', count: 2, instanceType: 'm5.large', availabilityZone: 'z-a' },
      { name: 'c', instanceType: 'm5.large', availabilityZone: 'z-c' },
    ],
    taskDefinitions: [1, 2].map((revision) => ({
      family: 'web',
      revision,
      containerDefinitions: [{ name: 'app', image: 'web', cpu: 256, memory: 512 }],
    })),
    services: [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 3 }],
    alarms: [{ name: 'errors' }],
  },
  events: [
    { at: 5, runTask: { taskDefinition: 'web:1', count: 2 } },
    { at: 6, startTask: { taskDefinition: 'web:1', containerInstances: ['a-1', 'a-2'] } },
    { at: 7, stopTask: { task: 'web-1' } },
    { at: 8, stopTask: { task: 'web-1' } },
    { at: 9, updateTaskProtection: { tasks: ['web-2'], protectionEnabled: true, expiresInMinutes: 5 } },
    { at: 100, setDesiredCount: { service: 'web', desiredCount: 4 } },
    { at: 200, setAlarm: { alarm: 'errors', state: 'ALARM' } },
    { at: 300, updateService: { service: 'web', taskDefinition: 'web:2' } },
    { at: 310, stopServiceDeployment: { service: 'web' } },
    { at: 700, stopServiceDeployment: { service: 'web' } },
    { at: 710, continueServiceDeployment: { service: 'web' } },
    { at: 720, drain: { instance: 'a-1' } },
    { at: 730, loseInstance: { instance: 'a-2' } },
    { at: 740, drain: { instance: 'a-2' } },
    { at: 750, failAvailabilityZone: { availabilityZone: 'z-c' } },
  ],
  horizon: '20m',
};

describe('an entry in words', () => {
  it("is the simulator's sentence in English", () => {
    expect(sayEntry('en', entry('task-placed'))).toBe('In English.');
  });

  it.each([
    [entry('task-placed', { state: 'PENDING' }), 'web-5(web:2) 태스크를 a-1에 배치했어요.'],
    [entry('task-running'), 'web-5 태스크가 a-1에서 RUNNING이 되었어요.'],
    [
      entry('task-not-placed', { reason: 'RESOURCE:MEMORY' }),
      'web 서비스의 태스크를 배치할 곳이 없어요 (RESOURCE:MEMORY).',
    ],
    [entry('deployment-completed'), 'web 서비스의 web:2 배포가 끝났어요.'],
  ])('is written from its fields in Korean', (given, sentence) => {
    expect(sayEntry('ko', given)).toBe(sentence);
  });

  it('has a Korean sentence for every entry of a run', () => {
    for (const each of halfTheFleetRun.entries) expect(sayEntry('ko', each)).toMatch(/[가-힣]|사건/);
  });

  it.each(Object.keys(ENTRY_TYPES) as Entry['type'][])('has a Korean sentence for %s, without a gap', (type) => {
    const said = sayEntry('ko', entry(type, EVERY_FIELD));
    expect(said).toMatch(/[가-힣]/);
    expect(said).not.toMatch(/undefined|null|NaN|\[object|\(\)| \.|In English/);
  });

  it.each<[Entry, string]>([
    [
      entry('service-updated', {
        changes: [
          { what: 'desiredCount', from: 4, to: 6 },
          { what: 'taskDefinition', from: 'web:1', to: 'web:2' },
          { what: 'placementStrategy', to: [{ type: 'random' }] },
          { what: 'forceNewDeployment', to: true },
        ],
      }),
      'web 서비스의 설정이 바뀌었어요: 원하는 태스크 수 4 → 6, 태스크 정의 web:1 → web:2, placementStrategy, forceNewDeployment true.',
    ],
    [
      entry('deployment-started', { replaces: 'web:1' }),
      'web 서비스가 web:2 배포를 시작했어요. 지금은 web:1 태스크가 돌고 있어요.',
    ],
    [
      entry('circuit-breaker', { failures: { counted: 1, threshold: 3 } }),
      'web-5 태스크가 실패했어요. web 서비스의 배포 회로 차단기가 센 실패는 1개, 기준은 3개예요.',
    ],
    [
      entry('launch-throttled', { waitSeconds: 60 }),
      'web 서비스의 태스크가 계속 시작하지 못해서, 1분 뒤에 다시 시작해 봐요.',
    ],
    [
      entry('deployment-failed', {
        message: '(service web) (deployment ecs-svc/2) deployment failed: alarm detected. …',
      }),
      'web 서비스의 web:2 배포가 실패했어요. 경보가 울렸어요.',
    ],
    [
      entry('zone-rebalancing', {
        reason: 'SERVICE_REBALANCING_STARTED',
        message: '(service web) is not AZ balanced with 0 tasks in z-c, 5 tasks in z-a. AZ Rebalancing in progress.',
      }),
      'web 서비스의 가용 영역 재조정: 영역이 고르지 않아요(z-c 0개, z-a 5개). 옮기기 시작해요.',
    ],
    [
      entry('event', { verb: 'runTask', input: { taskDefinition: 'job', count: 3 } }),
      'RunTask 호출: job 태스크 3개를 시작해요.',
    ],
    [
      entry('event', { verb: 'stopTask', input: { task: 'web-9' }, reason: 'MISSING' }),
      'StopTask 호출: 실행 중인 web-9 태스크가 없어요.',
    ],
    [entry('event', { verb: 'setLoad', input: { load: 'day', perSecond: 20 } }), '사건: setLoad day · 20'],
  ])('says in Korean what changed, with the numbers of the fields', (given, sentence) => {
    expect(sayEntry('ko', given)).toBe(sentence);
  });

  it('says of every entry of every verb what was asked for', () => {
    const { scenario } = readScenario({ ...EVERY_VERB });
    const { entries } = simulate(scenario as Scenario);
    for (const each of entries) expect(sayEntry('ko', each)).not.toMatch(/undefined|null|NaN|\[object|\(\)| \./);
    expect(entries.filter(({ verb }) => verb !== undefined).map((each) => sayEntry('ko', each))).toMatchInlineSnapshot(`
      [
        "RunTask 호출: web:1 태스크 2개를 시작해요.",
        "StartTask 호출: web:1 태스크를 a-1, a-2에서 시작해요.",
        "StopTask 호출: web-1 태스크를 멈춰요.",
        "StopTask 호출: 실행 중인 web-1 태스크가 없어요.",
        "web-2 태스크가 5분 동안 축소로부터 보호돼요.",
        "web 서비스의 설정이 바뀌었어요: 원하는 태스크 수 3 → 4.",
        "CloudWatch 경보 errors의 상태가 바뀌었어요: ALARM",
        "web 서비스의 설정이 바뀌었어요: 태스크 정의 web:1 → web:2.",
        "web 서비스의 web:2 배포가 실패했어요. StopServiceDeployment를 호출했어요.",
        "StopServiceDeployment 호출: web 서비스에 진행 중인 배포가 없어요.",
        "ContinueServiceDeployment 호출: web 서비스에 일시 중지된 배포가 없어요.",
        "a-1 인스턴스가 DRAINING이 되었어요.",
        "a-2 인스턴스가 태스크와 함께 사라졌어요.",
        "a-2 인스턴스가 없어서 아무 일도 일어나지 않아요.",
        "가용 영역 z-c에 장애가 났어요.",
      ]
    `);
  });
});

describe('a value in words', () => {
  it('is a clock for seconds of the run, a number for counts, "never" for nothing', () => {
    expect(sayValue(en, 'services.web.deployment.completedAt', 124)).toBe('2:04');
    expect(sayValue(en, 'services.web.healthy', 2)).toBe('2');
    expect(sayValue(en, 'services.web.healthy', 3.4199)).toBe('3.42');
    expect(sayValue(ko, 'services.web.deployment.completedAt', null)).toBe('끝내 없음');
  });

  it('stands against its test', () => {
    expect(sayTest('services.web.healthy', { atLeast: 2 })).toBe('≥ 2');
    expect(sayTest('services.web.deployment.completedAt', { atMost: 180 })).toBe('≤ 3:00');
    expect(sayTest('services.web.tasks', { between: [1, 3] })).toBe('1–3');
  });

  it('says how it came about and when', () => {
    const result: GoalResult = { id: 'x', met: true, observed: 2, expected: { atLeast: 2 }, at: 30, because: '' };
    expect(sayEvidence(en, { metric: 'services.web.healthy', take: 'min' }, result)).toEqual({
      text: 'lowest, from',
      at: '0:30',
    });
    expect(sayEvidence(en, { metric: 'services.web.deployment.completedAt' }, { ...result, observed: null })).toEqual({
      text: 'never happened in this run',
      at: null,
    });
  });

  it('keeps AWS names, shortened where AWS prefixes them', () => {
    expect(['RESOURCE:MEMORY', 'memberOf', 'distinctInstance'].map(shortRule)).toEqual([
      'memory',
      'memberOf',
      'distinctInstance',
    ]);
  });

  it('parts thousands', () => {
    expect([7, 1024, 1_234_567].map(grouped)).toEqual(['7', '1,024', '1,234,567']);
  });
});
