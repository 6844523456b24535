import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import { findDecidingEntry } from '../../scenario/deciding-entry.ts';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, run, task } from '../../scenario.fixture.ts';

const GROUP = { name: 'web', healthCheckIntervalSeconds: 10, deregistrationDelaySeconds: 60 };
const BALANCED = { loadBalancers: [{ targetGroupArn: 'web', containerName: 'app', containerPort: 80 }] };

type Parts = {
  image?: object;
  group?: object;
  service?: object;
  container?: Parameters<typeof task>[0];
} & Record<string, unknown>;

/** One service of one task behind one target group. */
function one({ image = {}, group = {}, service = {}, container = {}, ...parts }: Parts = {}): Run {
  return run({
    begin: 'empty',
    tasks: [task(container), task({ revision: 2 })],
    services: [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 1, ...BALANCED, ...service }],
    world: { targetGroups: [{ ...GROUP, ...group }] },
    images: { web: { pull: 4, start: 3, ...image } },
    horizon: '10m',
    ...parts,
  });
}

const story = (of: Run, name = 'web-1') =>
  of.entries.filter((entry) => entry.task === name).map(({ at, type }) => `${at} ${type}`);
const series = (of: Run, metric: string) => of.series[`targetGroups.web.${metric}`];

describe('a target of a target group (3.3)', () => {
  test('is registered before RUNNING, and one success makes it healthy, and its task with it (3.2, 10)', () => {
    const result = one();
    expect(story(result)).toEqual([
      '0 task-placed',
      '4 image-pulled',
      '7 task-activating',
      '7 task-running',
      '17 target-healthy',
      '17 task-healthy',
    ]);
    expect([series(result, 'initial'), series(result, 'healthy')]).toEqual([
      [
        [0, 0],
        [7, 1],
        [17, 0],
      ],
      [
        [0, 0],
        [17, 1],
      ],
    ]);
  });

  test('an application that answers late fails the threshold, and its task is replaced without end', () => {
    const result = one({ image: { healthy: '90s' }, horizon: '2m' });
    expect(story(result).slice(4, 6)).toEqual(['27 target-unhealthy', '27 task-unhealthy']);
    expect(entriesOf(result, 'task-healthy')).toEqual([]);
    expect(entriesOf(result, 'task-stopping')[0]?.stoppedReason).toBe(
      'Task failed ELB health checks in (target-group web)',
    );
  });

  test('the grace period gives it time: five successes make an unhealthy target healthy', () => {
    const result = one({ image: { healthy: '90s' }, service: { healthCheckGracePeriodSeconds: 150 } });
    expect(story(result).slice(4)).toEqual([
      '27 target-unhealthy',
      '27 health-ignored',
      '137 target-healthy',
      '137 task-healthy',
    ]);
  });

  test('a success in the very second in which the grace period ends still saves the task', () => {
    const result = one({ image: { healthy: '90s' }, service: { healthCheckGracePeriodSeconds: 130 } });
    expect(story(result).slice(-2)).toEqual(['137 target-healthy', '137 task-healthy']);
    expect(story(result)).not.toContain('137 task-unhealthy');
  });

  test('a grace period that ends before the target is healthy does not help', () => {
    const result = one({ image: { healthy: '90s' }, service: { healthCheckGracePeriodSeconds: 120 } });
    expect(story(result)).toContain('127 task-unhealthy');
  });

  test('with a container health check too, the later of both counts (3.2, A15)', () => {
    const container = { healthCheck: { interval: 25, retries: 3 } };
    const result = one({ container });
    expect(story(result).slice(-2)).toEqual(['17 target-healthy', '32 task-healthy']);
    expect(result.assumptions).toContain('A15');
  });

  test('with two target groups, both have to find it healthy, and the longer delay counts (3.3)', () => {
    const slow = { name: 'slow', healthCheckIntervalSeconds: 30, deregistrationDelaySeconds: 90 };
    const [first] = BALANCED.loadBalancers;
    const result = one({
      service: { loadBalancers: [first, { ...first, targetGroupArn: 'slow' }] },
      world: { targetGroups: [GROUP, slow] },
      events: [{ at: 100, setDesiredCount: { service: 'web', desiredCount: 0 } }],
    });
    expect(story(result).slice(-6)).toEqual([
      '17 target-healthy',
      '37 target-healthy',
      '37 task-healthy',
      '100 task-deactivating',
      '190 task-stopping',
      '190 task-stopped',
    ]);
  });

  test('an application that stops answering is unhealthy after unhealthyThresholdCount failures', () => {
    const result = one({ image: { unhealthyAfter: 95 }, group: { unhealthyThresholdCount: 4 }, horizon: '150s' });
    expect(story(result)).toContain(`${7 + 100 + 30} target-unhealthy`);
  });

  test('a task that stands at a steady beginning is healthy at 0', () => {
    const result = one({ begin: 'steady' });
    expect(series(result, 'healthy')).toEqual([[0, 1]]);
    expect(story(result)).toEqual(['0 task-placed']);
  });
});

describe('deregistration (3.3, 3.4)', () => {
  const stopped = (group: object = {}, image: object = {}) =>
    one({ begin: 'steady', group, image, events: [{ at: 100, setDesiredCount: { service: 'web', desiredCount: 0 } }] });

  test('DEACTIVATING for the deregistration delay, then SIGTERM (A13)', () => {
    const result = stopped({}, { stop: 5 });
    expect(story(result).slice(1)).toEqual(['100 task-deactivating', '160 task-stopping', '165 task-stopped']);
    expect(series(result, 'draining')).toEqual([
      [0, 0],
      [100, 1],
      [160, 0],
    ]);
    expect(result.assumptions).toContain('A13');
  });

  test('the delay is 300 s unless it is set; 0 stops at once', () => {
    expect(story(stopped({ deregistrationDelaySeconds: undefined }))).toContain('400 task-stopped');
    expect(story(stopped({ deregistrationDelaySeconds: 0 }))).toContain('100 task-stopped');
  });

  test('a draining task counts no more, and keeps its resources: a full cluster waits for it', () => {
    const result = one({
      begin: 'steady',
      instances: [{ name: 'a', cpu: 256, memory: 512 }],
      service: { deploymentConfiguration: { minimumHealthyPercent: 0, maximumPercent: 100 } },
      events: [{ at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } }],
    });
    expect(result.series['services.web.running']?.slice(0, 2)).toEqual([
      [0, 1],
      [30, 0],
    ]);
    expect(story(result, 'web-2')[0]).toBe('90 task-placed');
  });

  test('a task whose essential container exited does not wait (A42)', () => {
    const result = one({ image: { crashes: { after: 50 } }, horizon: '60s' });
    expect(story(result).slice(-2)).toEqual(['57 task-stopping', '57 task-stopped']);
    expect(series(result, 'draining')).toEqual([[0, 0]]);
    expect(result.assumptions).toContain('A42');
  });

  test('a lost instance takes its targets with it', () => {
    const result = one({ begin: 'steady', events: [{ at: 10, loseInstance: { instance: 'a-1' } }], horizon: '20s' });
    expect(series(result, 'healthy')).toEqual([
      [0, 1],
      [10, 0],
    ]);
  });
});

describe('all states of a task, in order (10)', () => {
  const network = { networkConfiguration: { awsvpcConfiguration: { subnets: ['s-a'] } } };
  const part = (definition: object, service: object): Parts => ({
    tasks: [{ ...task(), networkMode: 'awsvpc', ...definition }, task({ revision: 2 })].map((each) => {
      const [container] = each.containerDefinitions;
      return each.revision === 1
        ? { ...each, containerDefinitions: [{ ...container, portMappings: [{ containerPort: 80 }] }] }
        : each;
    }),
    service: { ...network, ...service },
    world: {
      subnets: [{ subnetId: 's-a', availabilityZone: 'z-a' }],
      targetGroups: [{ ...GROUP, targetType: 'ip' }],
    },
    events: [{ at: 100, setDesiredCount: { service: 'web', desiredCount: 0 } }],
  });
  const states = (of: Run) => of.entries.flatMap(({ task: name, state }) => (name === 'web-1' ? (state ?? []) : []));

  test.each([
    ['EC2', part({}, {})],
    ['Fargate', part({ requiresCompatibilities: ['FARGATE'], cpu: 256, memory: 512 }, { launchType: 'FARGATE' })],
  ])('with an interface and a target on %s', (_, parts) => {
    const result = one(parts);
    expect([...new Set(states(result))]).toEqual([
      'PROVISIONING',
      'PENDING',
      'ACTIVATING',
      'RUNNING',
      'DEACTIVATING',
      'STOPPING',
      'DEPROVISIONING',
      'STOPPED',
    ]);
    expect(result.assumptions).toContain('A41');
  });
});

describe('a target whose container is restarted (3.2, 3.3)', () => {
  const restarted = (start: number) =>
    one({
      begin: 'steady',
      container: { restartPolicy: { enabled: true, restartAttemptPeriod: 60 } },
      image: { start, crashes: { after: 75 } },
      horizon: '140s',
    });

  test('stays healthy when one check is missed', () => {
    expect(story(restarted(10)).slice(1)).toEqual(['75 container-exited', '75 container-restarted']);
  });

  test('is unhealthy, and its task is replaced, when the threshold is reached before it answers', () => {
    expect(story(restarted(30))).toContain('90 task-unhealthy');
  });
});

test('a metric of a target group names the entry that decided it', () => {
  const result = one({ begin: 'steady', image: { unhealthyAfter: 95 }, horizon: '150s' });
  const entryAt = (metric: string, at: number) => {
    const index = findDecidingEntry(result, `targetGroups.web.${metric}`, at);
    return index === undefined ? undefined : result.entries[index]?.type;
  };
  expect(entryAt('unhealthy', 110)).toBe('target-unhealthy');
  expect(entryAt('initial', 117)).toBe('task-activating');
  expect(entryAt('healthy', 110)).toBe('target-unhealthy');
  expect(entryAt('draining', 127)).toBe('task-deactivating');
});

describe('what ELB and ECS refuse (3.2, 3.3)', () => {
  const faultsOf = ({ events = [], ...world }: { events?: object[] }) =>
    readScenario({
      model: 'ecs',
      events,
      world: {
        containerInstances: [{ name: 'a', instanceType: 'm5.large' }],
        taskDefinitions: [task()],
        services: [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 1, ...BALANCED }],
        targetGroups: [GROUP],
        ...world,
      },
    }).faults?.map(({ message }) => message) ?? [];
  const service = (part: object) => ({
    services: [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 1, ...BALANCED, ...part }],
  });
  const balancer = (part: object) => service({ loadBalancers: [{ ...BALANCED.loadBalancers[0], ...part }] });

  test.each<[string, object, string]>([
    ['nothing', {}, ''],
    ['an interval of 4 s', { targetGroups: [{ name: 'web', healthCheckIntervalSeconds: 4 }] }, 'it is 5 to 300'],
    ['a threshold of 1', { targetGroups: [{ name: 'web', unhealthyThresholdCount: 1 }] }, 'it is 2 to 10'],
    [
      'a timeout as long as the interval',
      { targetGroups: [{ ...GROUP, healthCheckTimeoutSeconds: 10 }] },
      'it is smaller than the interval, 10',
    ],
    ['an hour and a second', { targetGroups: [{ name: 'web', deregistrationDelaySeconds: 3601 }] }, 'it is 0 to 3600'],
    ['an unknown group', balancer({ targetGroupArn: 'wep' }), 'web'],
    ['an unknown container', balancer({ containerName: 'nginx' }), 'does not exist in the task definition web:1'],
    ['a port that is not mapped', balancer({ containerPort: 8080 }), 'did not have a container port 8080 defined'],
    [
      'target type ip in bridge mode',
      { targetGroups: [{ ...GROUP, targetType: 'ip' }] },
      'incompatible with the bridge network mode',
    ],
    [
      'an update to a definition without the container',
      {
        taskDefinitions: [task(), task({ revision: 2, name: 'other' })],
        events: [{ at: 1, updateService: { service: 'web', taskDefinition: 'web:2' } }],
      },
      'does not exist in the task definition web:2',
    ],
    ['a negative grace period', service({ healthCheckGracePeriodSeconds: -1 }), 'it is 0 to 2147483647'],
  ])('%s', (_, world, says) => {
    expect(faultsOf(world).join('\n')).toContain(says);
    expect(faultsOf(world).length).toBe(says === '' ? 0 : 1);
  });
});
