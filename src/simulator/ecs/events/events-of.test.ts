import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import { anyScenario } from '../../random-scenario.fixture.ts';
import type { Run } from '../../run.ts';
import { run, task } from '../../scenario.fixture.ts';
import { simulate } from '../../simulate.ts';
import type { EventBridgeEvent } from './event-bridge.ts';
import { type EntryEvents, eventsOf } from './events-of.ts';
import { namesOf, regionOf } from './names.ts';

const OPTIONS = { epochSeconds: 1_767_225_600, region: 'ap-northeast-2' };
const names = namesOf(1, OPTIONS.region);
const ARN = 'arn:aws:ecs:ap-northeast-2:123456789012';

function events(of: Run): EntryEvents[] {
  return eventsOf(of, OPTIONS);
}

function sent(of: Run, detailType: EventBridgeEvent['detail-type']): EventBridgeEvent[] {
  return events(of).flatMap((entry) => entry.events.filter((event) => event['detail-type'] === detailType));
}

const update = { at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } };
const alone = { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 1 };
const subnets = [{ subnetId: 'subnet-a', availabilityZone: 'z-a' }];
const networkConfiguration = { awsvpcConfiguration: { subnets: ['subnet-a'] } };

describe('ECS Task State Change (10/2)', () => {
  test('a task that starts and is replaced: one event for each state, versions count up', () => {
    const changes = sent(run({ services: [alone], begin: 'empty', events: [update] }), 'ECS Task State Change');
    expect(
      changes
        .filter(({ resources }) => resources[0] === names.taskArn('web-1'))
        .map(({ time, detail }) => [time.slice(14, 19), detail.lastStatus, detail.desiredStatus, detail.version]),
    ).toEqual([
      ['00:00', 'PENDING', 'RUNNING', 1],
      ['00:07', 'RUNNING', 'RUNNING', 2],
      ['01:17', 'STOPPING', 'STOPPED', 3],
      ['01:17', 'STOPPED', 'STOPPED', 4],
    ]);
  });

  test('the fields of a task are those of AWS, times are those of the run', () => {
    const stopped = sent(run({ services: [alone], events: [update] }), 'ECS Task State Change').find(
      ({ detail }) => detail.lastStatus === 'STOPPED',
    );
    expect(stopped).toMatchObject({
      version: '0',
      'detail-type': 'ECS Task State Change',
      source: 'aws.ecs',
      account: '123456789012',
      time: '2026-01-01T00:01:17Z',
      region: 'ap-northeast-2',
      resources: [names.taskArn('web-1')],
      detail: {
        attachments: [],
        clusterArn: `${ARN}:cluster/default`,
        containerInstanceArn: names.containerInstanceArn('a-1'),
        containers: [{ name: 'app', lastStatus: 'STOPPED', exitCode: 0, cpu: '256', memory: '512' }],
        cpu: '256',
        memory: '512',
        group: 'service:web',
        launchType: 'EC2',
        startedBy: names.deploymentId('web', 1),
        stopCode: 'ServiceSchedulerInitiated',
        stoppedReason: `Scaling activity initiated by (deployment ${names.deploymentId('web', 2)})`,
        stoppingAt: '2026-01-01T00:01:17Z',
        stoppedAt: '2026-01-01T00:01:17Z',
        taskDefinitionArn: `${ARN}:task-definition/web:1`,
      },
    });
  });

  test('an image that cannot be pulled: TaskFailedToStart, the container with its error and no exit code', () => {
    const failed = run({
      services: [alone],
      begin: 'empty',
      images: { web: { pull: 5, fails: 'pull' } },
      horizon: '20s',
    });
    const last = sent(failed, 'ECS Task State Change').find(({ detail }) => detail.lastStatus === 'STOPPED');
    expect(last?.detail).toMatchObject({
      stopCode: 'TaskFailedToStart',
      containers: [{ lastStatus: 'STOPPED', reason: expect.stringContaining('CannotPullContainerError') }],
    });
    expect(last?.detail.startedAt).toBeUndefined();
    expect(JSON.stringify(last)).not.toContain('exitCode');
  });

  test('an awsvpc task has its interface as an attachment, from PRECREATED to DELETED', () => {
    const definition = { networkMode: 'awsvpc' };
    const tasks = [task({ hostPort: 80, definition }), task({ hostPort: 80, revision: 2, definition })];
    const services = [{ ...alone, networkConfiguration }];
    const changes = sent(
      run({ tasks, services, begin: 'empty', events: [update], world: { subnets } }),
      'ECS Task State Change',
    ).filter(({ resources }) => resources[0] === names.taskArn('web-1'));
    expect(
      changes.map(({ detail }) => [detail.lastStatus, (detail.attachments as { status: string }[])[0]?.status]),
    ).toEqual([
      ['PROVISIONING', 'PRECREATED'],
      ['PENDING', 'ATTACHED'],
      ['RUNNING', 'ATTACHED'],
      ['STOPPING', 'ATTACHED'],
      ['DEPROVISIONING', 'DELETED'],
      ['STOPPED', 'DELETED'],
    ]);
    expect(changes[1]?.detail.attachments).toMatchObject([
      { type: 'eni', details: [{ name: 'subnetId', value: 'subnet-a' }, {}, {}, {}] },
    ]);
  });

  test('a Fargate task has no container instance, a platform version and 20 GiB', () => {
    const definition = { networkMode: 'awsvpc', requiresCompatibilities: ['FARGATE'], cpu: '256', memory: '512' };
    const [first] = sent(
      run({
        instances: [],
        tasks: [task({ hostPort: 80, definition })],
        services: [{ ...alone, launchType: 'FARGATE', networkConfiguration }],
        begin: 'empty',
        world: { availabilityZones: ['z-a'], subnets },
      }),
      'ECS Task State Change',
    );
    expect(first?.detail).toMatchObject({
      launchType: 'FARGATE',
      platformVersion: '1.4.0',
      ephemeralStorage: { sizeInGiB: 20 },
    });
    expect(first?.detail.containerInstanceArn).toBeUndefined();
  });

  test('a standalone task is of the group that RunTask names, and nobody started it', () => {
    const events = [{ at: 5, runTask: { taskDefinition: 'web:1', group: 'nightly' } }];
    const [first] = sent(run({ services: [], events }), 'ECS Task State Change');
    expect(first?.detail.group).toBe('nightly');
    expect(first?.detail.startedBy).toBeUndefined();
  });
});

describe('ECS Container Instance State Change (10/1)', () => {
  test('each task that comes or goes changes what remains; ports are those that are taken', () => {
    const tasks = [task({ hostPort: 8080 })];
    const [first] = sent(run({ tasks, services: [alone], begin: 'empty' }), 'ECS Container Instance State Change');
    expect(first?.detail).toMatchObject({ agentConnected: true, status: 'ACTIVE', version: 2 });
    const remaining = first?.detail.remainingResources as {
      name: string;
      integerValue?: number;
      stringSetValue?: string[];
    }[];
    expect(remaining.map(({ name, integerValue, stringSetValue }) => [name, integerValue ?? stringSetValue])).toEqual([
      ['CPU', 2048 - 256],
      ['MEMORY', 7680 - 512],
      ['PORTS', ['22', '2375', '2376', '8080', '51678', '51679', '51680']],
      ['PORTS_UDP', []],
    ]);
  });

  test('DRAINING and the loss of an instance are events of the instance', () => {
    const events = [
      { at: 5, drain: { instance: 'a-1' } },
      { at: 5, loseInstance: { instance: 'c-1' } },
    ];
    const changes = sent(run({ services: [], events }), 'ECS Container Instance State Change');
    expect(changes.map(({ detail }) => [detail.ec2InstanceId, detail.status, detail.agentConnected])).toEqual([
      [names.ec2InstanceId('a-1'), 'DRAINING', true],
      [names.ec2InstanceId('c-1'), 'INACTIVE', false],
    ]);
  });
});

const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } };
const bad = {
  tasks: [task(), task({ revision: 2, image: 'bad' })],
  images: { web: { pull: 4, start: 3 }, bad: { pull: 5, fails: 'pull' } },
  services: [{ ...alone, deploymentConfiguration: breaker }],
  events: [update],
};

describe('ECS Service Action and ECS Deployment State Change (10/6)', () => {
  test('a deployment that succeeds: IN_PROGRESS, COMPLETED, then SERVICE_STEADY_STATE', () => {
    const good = run({ events: [update] });
    const id = names.deploymentId('web', 2);
    expect(
      sent(good, 'ECS Deployment State Change').map(({ detail }) => [
        detail.eventType,
        detail.eventName,
        detail.reason,
      ]),
    ).toEqual([
      ['INFO', 'SERVICE_DEPLOYMENT_IN_PROGRESS', `ECS deployment ${id} in progress.`],
      ['INFO', 'SERVICE_DEPLOYMENT_COMPLETED', `ECS deployment ${id} completed.`],
    ]);
    expect(sent(good, 'ECS Service Action').at(-1)).toMatchObject({
      resources: [`${ARN}:service/default/web`],
      detail: { eventType: 'INFO', eventName: 'SERVICE_STEADY_STATE', clusterArn: names.clusterArn },
    });
  });

  test('the circuit breaker: FAILED, a second IN_PROGRESS that rolls back, COMPLETED; starts are impaired on the way', () => {
    const failed = run(bad);
    const changes = sent(failed, 'ECS Deployment State Change');
    expect(changes.map(({ detail }) => [detail.eventType, detail.eventName, detail.deploymentId])).toEqual([
      ['INFO', 'SERVICE_DEPLOYMENT_IN_PROGRESS', names.deploymentId('web', 2)],
      ['ERROR', 'SERVICE_DEPLOYMENT_FAILED', names.deploymentId('web', 2)],
      ['INFO', 'SERVICE_DEPLOYMENT_IN_PROGRESS', names.deploymentId('web', 1)],
      ['INFO', 'SERVICE_DEPLOYMENT_COMPLETED', names.deploymentId('web', 1)],
    ]);
    expect(changes[1]?.detail.reason).toBe('ECS deployment circuit breaker: tasks failed to start.');
    expect(changes[2]?.detail.reason).toMatch(
      /^ECS deployment circuit breaker: rolling back to deploymentId ecs-svc\/\d{19}\.$/,
    );
    expect(sent(failed, 'ECS Service Action').map(({ detail }) => `${detail.eventType} ${detail.eventName}`)).toContain(
      'WARN SERVICE_TASK_START_IMPAIRED',
    );
  });

  test('an alarm that ends a deployment is not called the circuit breaker', () => {
    const alarms = { alarmNames: ['errors'], enable: true, rollback: true };
    const services = [{ ...alone, deploymentConfiguration: { ...breaker, alarms } }];
    const events = [update, { at: 31, setAlarm: { alarm: 'errors', state: 'ALARM' } }];
    const changes = sent(
      run({ services, events, world: { alarms: [{ name: 'errors' }] } }),
      'ECS Deployment State Change',
    );
    expect(changes.slice(1, 3).map(({ detail }) => detail.reason)).toEqual([
      'ECS deployment: alarm detected.',
      `ECS deployment: rolling back to deploymentId ${names.deploymentId('web', 1)}.`,
    ]);
  });

  test('a task that the scheduler stops is one TASKS_STOPPED', () => {
    const actions = sent(run({ services: [alone], events: [update] }), 'ECS Service Action');
    expect(actions.map(({ detail }) => `${detail.eventType} ${detail.eventName}`)).toEqual([
      'INFO TASKS_STOPPED',
      'INFO SERVICE_STEADY_STATE',
    ]);
  });

  test.each([
    ['memory', { tasks: [task({ memory: 9000 })] }, 'RESOURCE:MEMORY'],
    [
      'a port',
      { instances: [{ name: 'a', instanceType: 'm5.large' }], tasks: [task({ hostPort: 22 })] },
      'RESOURCE:PORTS',
    ],
    [
      'an instance that the constraint admits',
      { services: [{ ...alone, placementConstraints: [{ type: 'memberOf', expression: 'attribute:stack == x' }] }] },
      'MemberOf placement constraint unsatisfied.',
    ],
  ])('without %s a placement fails, and reason says so in the words of AWS', (_, parts, reason) => {
    const [failure] = sent(run({ services: [alone], begin: 'empty', ...parts }), 'ECS Service Action');
    expect(failure?.detail).toMatchObject({ eventType: 'ERROR', eventName: 'SERVICE_TASK_PLACEMENT_FAILURE', reason });
  });

  test('a person who changes the desired count sends no SERVICE_DESIRED_COUNT_UPDATED', () => {
    const events = [{ at: 5, setDesiredCount: { service: 'web', desiredCount: 5 } }];
    const actions = sent(run({ events }), 'ECS Service Action').map(({ detail }) => detail.eventName);
    expect(new Set(actions)).toEqual(new Set(['SERVICE_STEADY_STATE']));
  });
});

describe('over random runs (10/3)', { timeout: PROOF_TIMEOUT }, () => {
  test('ids are unique, versions of a resource count up by one, the same run gives the same bytes, and all is JSON', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const of = simulate(scenario);
        const all = events(of);
        const bytes = JSON.stringify(all);
        expect(all.every(({ entry }, i) => entry === i) && all.length === of.entries.length).toBe(true);
        expect(bytes === JSON.stringify(events(of))).toBe(true);
        expect(bytes).not.toMatch(/undefined|null|NaN/);
        const envelopes = all.flatMap((entry) => entry.events);
        expect(new Set(envelopes.map(({ id }) => id)).size).toBe(envelopes.length);
        const versions = new Map<string, number>();
        for (const { resources, detail } of envelopes) {
          if (typeof detail.version !== 'number') continue;
          const before = versions.get(resources[0] ?? '') ?? detail.version - 1;
          if (detail.version !== before + 1)
            throw new Error(`${resources[0]}: ${before} is followed by ${detail.version}`);
          versions.set(resources[0] ?? '', detail.version);
        }
      }),
      cases('invariant', 40),
    );
  });
});

test('a region is the one the zones lie in, unless the world names another', () => {
  const world = { containerInstances: [], taskDefinitions: [] };
  expect(regionOf({ ...world, availabilityZones: ['eu-west-1b'] })).toBe('eu-west-1');
  expect(regionOf({ ...world, availabilityZones: ['eu-west-1b'], region: 'eu-west-2' })).toBe('eu-west-2');
  expect(regionOf({ ...world, availabilityZones: ['z-a'] })).toBe('us-east-1');
});
