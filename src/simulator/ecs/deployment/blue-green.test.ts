import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, scenarioWith } from '../../scenario.fixture.ts';
import { simulate } from '../../simulate.ts';
import { stagesOf, trafficSteps } from './shift-plan.ts';

type Parts = { world?: object; events?: object[]; horizon?: string; desired?: number; service?: object };

const UPDATE = { at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } };

function read(deploymentConfiguration: object, parts: Parts = {}) {
  const base = scenarioWith({ horizon: parts.horizon ?? '3h' });
  const service = {
    serviceName: 'web',
    taskDefinition: 'web:1',
    desiredCount: parts.desired ?? 4,
    deploymentConfiguration,
    serviceConnectConfiguration: { enabled: true },
    ...parts.service,
  };
  const world = { ...base.world, services: [service], ...parts.world };
  return readScenario({ ...base, world, events: parts.events ?? [UPDATE] });
}

function shift(configuration: object, parts: Parts = {}): Run {
  const { scenario, faults } = read(configuration, parts);
  if (scenario === undefined) throw new Error(JSON.stringify(faults, null, 1));
  return simulate(scenario);
}

const metric = (of: Run, name: string) => of.series[`services.web.${name}`];
const moment = (of: Run, name: string) => metric(of, `deployment.${name}`)?.at(-1)?.[1];
const messages = (of: Run, type: string) => entriesOf(of, type).map(({ message }) => message);
const BLUE_GREEN = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 };

describe('the steps of traffic (3.7)', () => {
  test('BLUE_GREEN shifts everything at once', () => {
    expect(trafficSteps({ strategy: 'BLUE_GREEN' })).toEqual([{ percent: 100, bakeSeconds: 0 }]);
  });

  test('CANARY: 5 % and 10 minutes by default, then the rest', () => {
    expect(trafficSteps({ strategy: 'CANARY' })).toEqual([
      { percent: 5, bakeSeconds: 600 },
      { percent: 100, bakeSeconds: 0 },
    ]);
  });

  test('LINEAR: 10 steps of 10 % with 6 minutes between them by default, none after 100 %', () => {
    const steps = trafficSteps({ strategy: 'LINEAR' });
    expect(steps.map(({ percent }) => percent)).toEqual([10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
    expect(steps.map(({ bakeSeconds }) => bakeSeconds)).toEqual([...Array(9).fill(360), 0]);
  });

  test('the last step of LINEAR is what is left (A11), in exact tenths', () => {
    const percents = (stepPercent: number) =>
      trafficSteps({ strategy: 'LINEAR', linearConfiguration: { stepPercent } }).map(({ percent }) => percent);
    expect(percents(30)).toEqual([30, 60, 90, 100]);
    expect(percents(33.3)).toEqual([33.3, 66.6, 99.9, 100]);
    expect(percents(100)).toEqual([100]);
  });

  test('the shift of production traffic and the stage before it come once a step, the stage after it once (3.7/7)', () => {
    const stages = stagesOf({ strategy: 'CANARY' }).map(({ stage }) => stage);
    const times = (name: string) => stages.filter((stage) => stage === name).length;
    expect([times('PRE_PRODUCTION_TRAFFIC_SHIFT'), times('PRODUCTION_TRAFFIC_SHIFT')]).toEqual([2, 2]);
    expect(times('POST_PRODUCTION_TRAFFIC_SHIFT')).toBe(1);
    expect(stages[0]).toBe('RECONCILE_SERVICE');
    expect(stages.slice(-2)).toEqual(['BAKE_TIME', 'CLEAN_UP']);
  });
});

describe('a blue/green deployment (3.7)', () => {
  test('scales green to 100 % beside blue, shifts, bakes, and removes blue', () => {
    const result = shift(BLUE_GREEN);
    expect(metric(result, 'tasks')).toEqual([
      [0, 4],
      [30, 8],
      [377, 4],
    ]);
    expect(metric(result, 'traffic.web:1')).toEqual([
      [0, 100],
      [77, 0],
    ]);
    expect(metric(result, 'traffic.web:2')).toEqual([
      [30, 0],
      [77, 100],
    ]);
    expect([moment(result, 'completedAt'), result.stopped]).toEqual([77 + 300, 'settled']);
    expect(messages(result, 'deployment-stage').map((message) => /stage (\w+)/.exec(message)?.[1])).toEqual(
      stagesOf(BLUE_GREEN as { strategy: 'BLUE_GREEN' })
        .map(({ stage }) => stage)
        .slice(1),
    );
    expect(messages(result, 'deployment-stage')[1]).toContain('2 × 4 = 8 run at once');
    expect(result.final.services.web?.revisions).toEqual({ 'web:2': 4 });
  });

  test('without room for both revisions stands still, and says how much is missing', () => {
    const containerInstances = [{ name: 'a', count: 6, cpu: 256, memory: 512, availabilityZone: 'z' }];
    const result = shift(BLUE_GREEN, { world: { containerInstances } });
    expect(messages(result, 'deployment-blocked')).toEqual([
      '(service web) is unable to make progress: SCALE_UP needs 2 × 4 = 8 tasks, 6 exist, and no container instance has room for 2 more.',
    ]);
    expect(metric(result, 'traffic.web:1')).toEqual([[0, 100]]);
    expect([moment(result, 'completedAt'), result.stopped]).toEqual([undefined, 'settled']);
  });

  test('an alarm while it bakes sends the traffic back to blue at once', () => {
    const alarms = { alarmNames: ['errors'], enable: true, rollback: true };
    const result = shift(
      { ...BLUE_GREEN, alarms },
      {
        world: { alarms: [{ name: 'errors' }] },
        events: [UPDATE, { at: 200, setAlarm: { alarm: 'errors', state: 'ALARM' } }],
      },
    );
    expect(metric(result, 'traffic.web:1')).toEqual([
      [0, 100],
      [77, 0],
      [200, 100],
    ]);
    expect([moment(result, 'failedAt'), moment(result, 'rolledBackAt')]).toEqual([200, 200]);
    expect(Math.min(...(metric(result, 'revision.web:1.healthy') ?? []).map(([, value]) => value))).toBe(4);
    expect(result.final.services.web?.revisions).toEqual({ 'web:1': 4 });
  });

  test('StopServiceDeployment rolls back what is under way', () => {
    const result = shift(BLUE_GREEN, { events: [UPDATE, { at: 50, stopServiceDeployment: { service: 'web' } }] });
    expect([moment(result, 'failedAt'), moment(result, 'rolledBackAt')]).toEqual([50, 50]);
    expect(result.final.services.web?.revisions).toEqual({ 'web:1': 4 });
  });

  test('a newer deployment takes the place of one under way', () => {
    const newer = { at: 100, updateService: { service: 'web', taskDefinition: 'web:1', forceNewDeployment: true } };
    const result = shift(BLUE_GREEN, { events: [UPDATE, newer] });
    expect(messages(result, 'deployment-stage').filter((message) => message.includes('RECONCILE'))).toHaveLength(1);
    expect(result.final.services.web?.revisions).toEqual({ 'web:1': 4 });
    expect(moment(result, 'completedAt')).toBe(100 + 47 + 300);
    expect(metric(result, 'traffic.web:2')).toEqual([
      [30, 0],
      [77, 100],
      [100, 0],
    ]);
  });

  test('a task of either revision that is lost is replaced by its own revision', () => {
    const result = shift(BLUE_GREEN, { events: [UPDATE, { at: 100, stopTask: { task: 'web-1' } }] });
    expect(entriesOf(result, 'task-placed').at(-1)).toMatchObject({ at: 100, taskDefinition: 'web:1' });
  });

  test('scaling out applies to both revisions', () => {
    const result = shift(BLUE_GREEN, {
      events: [UPDATE, { at: 100, setDesiredCount: { service: 'web', desiredCount: 6 } }],
    });
    expect(metric(result, 'tasks')?.find(([at]) => at === 100)).toEqual([100, 12]);
    expect(result.final.services.web?.revisions).toEqual({ 'web:2': 6 });
  });
});

test('a canary gets its share, bakes, then the rest follows (3.7)', () => {
  const canaryConfiguration = { canaryPercent: 10, canaryBakeTimeInMinutes: 5 };
  const result = shift({ strategy: 'CANARY', canaryConfiguration });
  expect(metric(result, 'traffic.web:2')).toEqual([
    [30, 0],
    [77, 10],
    [377, 100],
  ]);
  expect(messages(result, 'traffic-shifted')[0]).toBe('(service web) production traffic: 10 % web:2, 90 % web:1.');
  expect(moment(result, 'completedAt')).toBe(377);
});

test('a linear deployment bakes after each step but the last (3.7, A11)', () => {
  const linearConfiguration = { stepPercent: 40, stepBakeTimeInMinutes: 1 };
  const result = shift({ strategy: 'LINEAR', linearConfiguration, bakeTimeInMinutes: 2 });
  expect(metric(result, 'traffic.web:2')).toEqual([
    [30, 0],
    [77, 40],
    [137, 80],
    [197, 100],
  ]);
  expect(moment(result, 'completedAt')).toBe(197 + 120);
  expect(result.assumptions).toContain('A11');
});

describe('lifecycle hooks (3.7/8)', () => {
  const hooked = (hook: object, parts: Parts = {}) => shift({ ...BLUE_GREEN, lifecycleHooks: [hook] }, parts);
  const test1 = { hookTargetArn: 'smoke', lifecycleStages: ['POST_TEST_TRAFFIC_SHIFT'] };

  test('a Lambda function that succeeds lets the deployment go on after its answer', () => {
    const result = hooked(test1, { world: { lambdas: { smoke: { after: '30s' } } } });
    expect(metric(result, 'traffic.web:2')?.at(-1)).toEqual([107, 100]);
  });

  test('one that fails rolls back before production traffic moves', () => {
    const result = hooked(test1, { world: { lambdas: { smoke: { after: '30s', hookStatus: 'FAILED' } } } });
    expect(metric(result, 'traffic.web:1')).toEqual([[0, 100]]);
    expect(messages(result, 'deployment-failed')[0]).toContain('smoke answered hookStatus FAILED');
    expect([moment(result, 'failedAt'), moment(result, 'rolledBackAt')]).toEqual([107, 107]);
  });

  const pause = (timeoutConfiguration?: object) => ({
    targetType: 'PAUSE',
    lifecycleStages: ['PRE_PRODUCTION_TRAFFIC_SHIFT'],
    ...(timeoutConfiguration ? { timeoutConfiguration } : {}),
  });

  test('a pause ends with ContinueServiceDeployment', () => {
    const result = hooked(pause(), { events: [UPDATE, { at: 500, continueServiceDeployment: { service: 'web' } }] });
    expect(metric(result, 'traffic.web:2')?.at(-1)).toEqual([500, 100]);
    const back = { at: 500, continueServiceDeployment: { service: 'web', action: 'ROLLBACK' } };
    expect(moment(hooked(pause(), { events: [UPDATE, back] }), 'rolledBackAt')).toBe(500);
  });

  test('a pause that times out rolls back, or goes on when its action is CONTINUE', () => {
    expect(moment(hooked(pause({ timeoutInMinutes: 10 })), 'failedAt')).toBe(677);
    const result = hooked(pause({ timeoutInMinutes: 10, action: 'CONTINUE' }));
    expect(metric(result, 'traffic.web:2')?.at(-1)).toEqual([677, 100]);
  });

  test('a pause of a day outlasts a shorter run', () => {
    expect(hooked(pause(), { horizon: '30m' }).stopped).toBe('horizon');
    expect(moment(hooked(pause(), { horizon: '30h' }), 'failedAt')).toBe(77 + 86_400);
  });
});

test.each([
  [{ strategy: 'BLUE_GREEN' }, 'AWS refuses BLUE_GREEN without bakeTimeInMinutes'],
  [{ strategy: 'LINEAR', linearConfiguration: { stepPercent: 2.9 } }, 'a multiple of 0.1 from 3.0 to 100.0'],
  [{ strategy: 'CANARY', canaryConfiguration: { canaryPercent: 0.05 } }, 'a multiple of 0.1 from 0.1 to 100.0'],
  [{ strategy: 'CANARY', canaryConfiguration: { canaryBakeTimeInMinutes: 1441 } }, 'it is 0 to 1440 minutes'],
  [{ strategy: 'CANARY', linearConfiguration: {} }, 'it belongs to LINEAR'],
  [{ ...BLUE_GREEN, lifecycleHooks: [{ lifecycleStages: ['PRE_SCALE_UP'] }] }, 'without hookTargetArn'],
  [{ ...BLUE_GREEN, lifecycleHooks: [{ hookTargetArn: 'x', lifecycleStages: ['PRE_SCALE_UP'] }] }, 'world.lambdas'],
])('AWS refuses what does not fit together (3.7) %#', (configuration, message) => {
  expect((read(configuration).faults ?? []).map((fault) => fault.message).join()).toContain(message);
});
