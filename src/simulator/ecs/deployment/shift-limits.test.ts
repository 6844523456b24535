import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, scenarioWith, task } from '../../scenario.fixture.ts';
import { simulate } from '../../simulate.ts';

const UPDATE = { at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } };
const BLUE_GREEN = { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 5 };
const ADVANCED = { alternateTargetGroupArn: 'green', productionListenerRule: 'rule-1' };
const balancer = (more: object = {}) => ({ targetGroupArn: 'blue', containerName: 'app', containerPort: 80, ...more });

type Parts = { configuration?: object; service?: object; world?: object; events?: object[]; horizon?: string };

function read({ configuration = BLUE_GREEN, service, world, events = [UPDATE], horizon = '3h' }: Parts) {
  const base = scenarioWith({ horizon });
  const web = { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 2, deploymentConfiguration: configuration };
  const targetGroups = ['blue', 'green'].map((name) => ({ name, deregistrationDelaySeconds: 0 }));
  return readScenario({
    ...base,
    world: { ...base.world, targetGroups, services: [{ ...web, ...service }], ...world },
    events,
  });
}

function shift(parts: Parts): Run {
  const { scenario, faults } = read(parts);
  if (scenario === undefined) throw new Error(JSON.stringify(faults, null, 1));
  return simulate(scenario);
}

const moment = (of: Run, name: string) => of.series[`services.web.deployment.${name}`]?.at(-1)?.[1];
const said = (of: Run, type: string) => entriesOf(of, type).map(({ at, message }) => `${at} ${message}`);
const faultsOf = (parts: Parts) => (read(parts).faults ?? []).map(({ message }) => message).join(' | ');

describe('the two target groups of a service that shifts traffic (3.7)', () => {
  const loadBalancers = [balancer({ advancedConfiguration: ADVANCED })];

  test('green registers with the alternate target group; the next deployment with the first one again', () => {
    const again = { at: '20m', updateService: { service: 'web', taskDefinition: 'web:1' } };
    const result = shift({ service: { loadBalancers }, events: [UPDATE, again] });
    const healthy = (group: string, at: number) =>
      result.series[`targetGroups.${group}.healthy`]?.findLast(([from]) => from <= at)?.[1];
    expect([healthy('blue', 0), healthy('green', 0)]).toEqual([2, 0]);
    expect([healthy('blue', 200), healthy('green', 200)]).toEqual([2, 2]);
    expect([healthy('blue', 1000), healthy('green', 1000)]).toEqual([0, 2]);
    expect([healthy('blue', 3000), healthy('green', 3000)]).toEqual([2, 0]);
  });

  test('test traffic goes to green from TEST_TRAFFIC_SHIFT until its deployment ends, where a test listener rule routes it', () => {
    const tested = [balancer({ advancedConfiguration: { ...ADVANCED, testListenerRule: 'rule-2' } })];
    const result = shift({ service: { loadBalancers: tested } });
    const shifted = entriesOf(result, 'deployment-stage').find(({ message }) => message.includes('TEST_TRAFFIC_SHIFT'));
    expect(shifted?.message).toContain('all test traffic goes to web:2');
    expect(result.series['services.web.testTraffic.web:2']).toEqual([
      [30, 0],
      [shifted?.at, 100],
      [moment(result, 'completedAt'), 0],
    ]);
    expect(shift({ service: { loadBalancers } }).series['services.web.testTraffic.web:2']).toBeUndefined();
  });

  test.each<[string, Parts, string]>([
    [
      'a load balancer without advancedConfiguration',
      { service: { loadBalancers: [balancer()] } },
      'advancedConfiguration field is required for all loadBalancers when using a non-ROLLING deployment strategy',
    ],
    [
      'LINEAR with nothing that shifts traffic',
      { configuration: { strategy: 'LINEAR' } },
      'AWS refuses strategy LINEAR: a load balancer or Service Connect shifts the traffic, and the service has neither',
    ],
    [
      'CANARY by an update',
      {
        configuration: {},
        events: [{ at: 1, updateService: { service: 'web', deploymentConfiguration: { strategy: 'CANARY' } } }],
      },
      'AWS refuses strategy CANARY',
    ],
    [
      'advancedConfiguration on some',
      { configuration: {}, service: { loadBalancers: [...loadBalancers, balancer({ targetGroupArn: 'third' })] } },
      'Either all or none of the provided loadBalancers must have advancedConfiguration defined',
    ],
    [
      'one group on both sides',
      {
        service: {
          loadBalancers: [balancer({ advancedConfiguration: { ...ADVANCED, alternateTargetGroupArn: 'blue' } })],
        },
      },
      'Duplicate targetGroupArn found: blue',
    ],
    [
      'an alternate group that is not there',
      {
        service: {
          loadBalancers: [balancer({ advancedConfiguration: { ...ADVANCED, alternateTargetGroupArn: 'gren' } })],
        },
      },
      'did you mean green?',
    ],
    [
      'a Classic Load Balancer with advancedConfiguration',
      {
        service: {
          loadBalancers: [
            { loadBalancerName: 'old', containerName: 'app', containerPort: 80, advancedConfiguration: ADVANCED },
          ],
        },
      },
      'advancedConfiguration field is not allowed with ELBv1 loadBalancers',
    ],
    [
      'both kinds of load balancers',
      {
        configuration: {},
        service: {
          loadBalancers: [balancer(), { loadBalancerName: 'old', containerName: 'app', containerPort: 80 }],
        },
      },
      'All loadBalancers must be strictly either ELBv1',
    ],
    [
      'two Classic Load Balancers (3.8)',
      {
        configuration: {},
        service: {
          loadBalancers: ['a', 'b'].map((loadBalancerName) => {
            return { loadBalancerName, containerName: 'app', containerPort: 80 };
          }),
        },
      },
      'AWS refuses 2 Classic Load Balancers: a service takes 1',
    ],
  ])('AWS refuses %s (3.7)', (_, parts, message) => {
    expect(faultsOf(parts)).toContain(message);
  });

  test('BLUE_GREEN without load balancer and Service Connect is taken: nothing manages its traffic (3.7)', () => {
    expect(read({}).faults).toBeUndefined();
  });
});

describe('lifecycle hooks (3.7/8)', () => {
  const lambda = (hookTargetArn: string, more: object = {}) => {
    return { hookTargetArn, lifecycleStages: ['POST_SCALE_UP'], ...more };
  };
  const hooked = (lifecycleHooks: object[], lambdas: object = {}, more: Parts = {}) =>
    shift({ configuration: { ...BLUE_GREEN, lifecycleHooks }, world: { lambdas }, ...more });

  test('hooks of one stage run side by side: the slowest decides', () => {
    const result = hooked([lambda('a'), lambda('b')], { a: { after: 60 }, b: { after: 100 } });
    expect(said(result, 'deployment-hook').map((line) => line.replace(/\(.*?\) /g, ''))).toEqual([
      '77 POST_SCALE_UP: the Lambda function a is called.',
      '77 POST_SCALE_UP: the Lambda function b is called.',
      '137 POST_SCALE_UP: the Lambda function a answered hookStatus SUCCEEDED.',
      '177 POST_SCALE_UP: the Lambda function b answered hookStatus SUCCEEDED.',
    ]);
  });

  test('each pause of a stage needs its own ContinueServiceDeployment', () => {
    const pause = { targetType: 'PAUSE', lifecycleStages: ['POST_SCALE_UP'] };
    const go = (at: number) => ({ at, continueServiceDeployment: { service: 'web' } });
    const result = hooked([pause, pause], {}, { events: [UPDATE, go(100), go(200)] });
    expect(result.series['services.web.traffic.web:2']?.at(-1)).toEqual([200, 100]);
  });

  test('IN_PROGRESS: the function is called again after 30 s, or after the callBackDelay it answers', () => {
    const ends = (answer: object) => {
      const result = hooked([lambda('a')], { a: answer });
      return said(result, 'deployment-hook')
        .at(-1)
        ?.replace(/\(.*?\) /g, '');
    };
    expect(ends({ after: 5, inProgress: 3 })).toBe(
      `${77 + 3 * 35 + 5} POST_SCALE_UP: the Lambda function a answered hookStatus SUCCEEDED after 3 × IN_PROGRESS, called again 30 s later each time.`,
    );
    expect(ends({ inProgress: 2, callBackDelay: 60, hookStatus: 'FAILED' })).toMatch(
      /^197 .* hookStatus FAILED after 2/,
    );
  });

  test('a function that stays IN_PROGRESS runs into the timeout; one that gives no answer in 15 minutes fails', () => {
    const failed = (lifecycleHooks: object[], answer: object, horizon: string) => {
      return moment(hooked(lifecycleHooks, { a: answer }, { horizon }), 'failedAt');
    };
    expect(failed([lambda('a')], { hookStatus: 'IN_PROGRESS' }, '30h')).toBe(77 + 86_400);
    const short = lambda('a', { timeoutConfiguration: { timeoutInMinutes: 2 } });
    expect(failed([short], { hookStatus: 'IN_PROGRESS' }, '30h')).toBe(77 + 120);
    expect(failed([lambda('a')], { after: '16m' }, '30h')).toBe(77 + 900);
  });

  test.each<[object, string]>([
    [
      { targetType: 'PAUSE', lifecycleStages: ['TEST_TRAFFIC_SHIFT'] },
      'Invalid lifecycle stage provided for Pause Hook',
    ],
    [lambda('a', { timeoutConfiguration: { timeoutInMinutes: 1441 } }), 'it is 1 to 1440'],
  ])('AWS refuses %j', (hook, message) => {
    const configuration = { ...BLUE_GREEN, lifecycleHooks: [hook] };
    expect(faultsOf({ configuration, world: { lambdas: { a: {} } } })).toContain(message);
  });

  test('at most 10 hooks of a type; none with ROLLING, by an update either', () => {
    const many = { ...BLUE_GREEN, lifecycleHooks: Array(11).fill(lambda('a')) };
    expect(faultsOf({ configuration: many, world: { lambdas: { a: {} } } })).toContain('a service takes at most 10');
    const deploymentConfiguration = { strategy: 'ROLLING' };
    const back = { at: 10, updateService: { service: 'web', deploymentConfiguration } };
    const one = { ...BLUE_GREEN, lifecycleHooks: [lambda('a')] };
    const world = { lambdas: { a: {} } };
    expect(faultsOf({ configuration: one, world, events: [back] })).toContain(
      'hooks of rolling updates are not simulated',
    );
    const without = {
      at: 10,
      updateService: { service: 'web', deploymentConfiguration: { ...deploymentConfiguration, lifecycleHooks: [] } },
    };
    expect(faultsOf({ configuration: one, world, events: [without] })).toBe('');
  });
});

describe('how long it may last (3.7/8)', () => {
  test('a stage fails after 24 hours and rolls back; a pause may take longer (A43)', () => {
    const containerInstances = [{ name: 'a', count: 3, cpu: 256, memory: 512 }];
    const stuck = shift({ world: { containerInstances }, horizon: '30h' });
    expect(said(stuck, 'deployment-failed')[0]).toContain('stage SCALE_UP took longer than 24 hours');
    expect(moment(stuck, 'failedAt')).toBe(30 + 86_400);
    const pause = {
      targetType: 'PAUSE',
      lifecycleStages: ['POST_SCALE_UP'],
      timeoutConfiguration: { timeoutInMinutes: 2880 },
    };
    const paused = shift({ configuration: { ...BLUE_GREEN, lifecycleHooks: [pause] }, horizon: '60h' });
    expect(moment(paused, 'failedAt')).toBe(77 + 2 * 86_400);
    expect(paused.assumptions).toContain('A43');
  });

  test('a deployment fails after 30 days', () => {
    const pauses = ['PRE_SCALE_UP', 'POST_SCALE_UP', 'POST_TEST_TRAFFIC_SHIFT'].map((stage) => {
      const timeoutConfiguration = { timeoutInMinutes: 20_160, action: 'CONTINUE' };
      return { targetType: 'PAUSE', lifecycleStages: [stage], timeoutConfiguration };
    });
    const result = shift({ configuration: { ...BLUE_GREEN, lifecycleHooks: pauses }, horizon: '800h' });
    expect(moment(result, 'failedAt')).toBe(30 + 30 * 86_400);
    expect(said(result, 'deployment-failed')[0]).toContain('it took longer than 30 days');
  });
});

describe('scale-in protection while traffic shifts (1.3.5)', () => {
  const protect = (at: number, name: string) => {
    return { at, updateTaskProtection: { tasks: [name], protectionEnabled: true, expiresInMinutes: 20 } };
  };

  test('CLEAN_UP leaves a protected task of blue alone until its protection ends', () => {
    const result = shift({ events: [UPDATE, protect(60, 'web-1')] });
    expect(moment(result, 'completedAt')).toBe(60 + 1200);
    expect(entriesOf(result, 'scale-in-blocked')).toHaveLength(1);
  });

  test('RECONCILE_SERVICE leaves a protected task alone; the deployment goes on (A44)', () => {
    const newer = { at: 120, updateService: { service: 'web', taskDefinition: 'web:1', forceNewDeployment: true } };
    const result = shift({ events: [UPDATE, protect(100, 'web-3'), newer] });
    const stops = entriesOf(result, 'task-stopping');
    expect(stops.find(({ task: name }) => name === 'web-4')?.at).toBe(120);
    expect(stops.find(({ task: name }) => name === 'web-3')?.at).toBe(1300);
    expect(result.series['services.web.traffic.web:1']?.at(-1)?.[1]).toBe(100);
    expect(result.assumptions).toContain('A44');
  });
});

describe('UpdateService with a networkConfiguration (2.2)', () => {
  const subnets = ['z-a', 'z-c'].map((availabilityZone) => ({
    subnetId: `subnet-${availabilityZone}`,
    availabilityZone,
  }));
  const network = (zone: string) => ({ awsvpcConfiguration: { subnets: [`subnet-${zone}`] } });
  const world = {
    subnets,
    taskDefinitions: [task({ definition: { networkMode: 'awsvpc' }, portMappings: [{ containerPort: 80 }] })],
  };
  const update = (zone: string) => ({ at: 30, updateService: { service: 'web', networkConfiguration: network(zone) } });
  const parts = { configuration: {}, service: { networkConfiguration: network('z-a') }, world };

  test('another network starts a deployment; the tasks move to the zones of its subnets', () => {
    const result = shift({ ...parts, events: [update('z-c')] });
    expect(moment(result, 'startedAt')).toBe(30);
    const zones = entriesOf(result, 'task-placed').map(({ at, availabilityZone }) => `${at} ${availabilityZone}`);
    expect([...new Set(zones)]).toEqual(['0 z-a', '30 z-c']);
  });

  test('the same network again starts none', () => {
    expect(moment(shift({ ...parts, events: [update('z-a')] }), 'startedAt')).toBeUndefined();
  });

  test('subnets that do not exist are refused', () => {
    expect(faultsOf({ ...parts, events: [update('z-d')] })).toContain('did you mean subnet-z-a?');
  });
});
