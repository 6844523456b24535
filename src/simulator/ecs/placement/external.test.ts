import { describe, expect, test } from 'vitest';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, placements, run, scenarioWith, task } from '../../scenario.fixture.ts';
import { whyNotEligible } from '../rebalancing/eligibility.ts';

const MIXED = [
  { name: 'aws', count: 1, cpu: 2048, memory: 4096, availabilityZone: 'z' },
  { name: 'own', count: 2, cpu: 2048, memory: 4096, availabilityZone: 'z', external: true },
];
const service = (more: object = {}) => ({ serviceName: 'web', taskDefinition: 'web', desiredCount: 3, ...more });

describe('launch type EXTERNAL (1.1.2, ECS Anywhere)', () => {
  const parts = { instances: MIXED, tasks: [task()], begin: 'empty' as const };

  test('its tasks go to external instances only, all others to none of them', () => {
    const on = (launchType?: string) => {
      const result = run({ ...parts, services: [service(launchType === undefined ? {} : { launchType })] });
      return [...new Set(placements(result).map((line) => line.split(' ')[1]))].sort();
    };
    expect(on('EXTERNAL')).toEqual(['own-1', 'own-2']);
    expect([on('EC2'), on()]).toEqual([['aws-1'], ['aws-1']]);
  });

  test('RunTask, and a DAEMON service: one on each external instance', () => {
    const runTask = { taskDefinition: 'web', count: 2, launchType: 'EXTERNAL' };
    const result = run({ ...parts, services: [], events: [{ at: 5, runTask }] });
    expect(placements(result)).toEqual(['web-run-1 own-1', 'web-run-2 own-2']);
    const daemon = { serviceName: 'agent', taskDefinition: 'web', schedulingStrategy: 'DAEMON' };
    const daemons = (launchType: string) => placements(run({ ...parts, services: [{ ...daemon, launchType }] })).length;
    expect([daemons('EXTERNAL'), daemons('EC2')]).toEqual([2, 1]);
  });

  test('without an external instance it is not placed, and the attribute is the reason', () => {
    const result = run({ ...parts, instances: MIXED.slice(0, 1), services: [service({ launchType: 'EXTERNAL' })] });
    const [failure] = entriesOf(result, 'task-not-placed');
    expect(failure).toMatchObject({ reason: 'ATTRIBUTE' });
    expect(failure?.message).toContain('needs attribute ecs.capability.external');
  });

  test('StartTask names the instance, whichever it is', () => {
    const startTask = { taskDefinition: 'web', containerInstances: ['own-1', 'aws-1'] };
    expect(placements(run({ ...parts, services: [], events: [{ at: 5, startTask }] }))).toHaveLength(2);
  });
});

const awsvpc = { networkMode: 'awsvpc' };
const network = { awsvpcConfiguration: { subnets: ['subnet-1'] } };
const subnets = [{ subnetId: 'subnet-1', availabilityZone: 'z' }];

test.each<[string, object, string]>([
  [
    'a load balancer',
    {
      targetGroups: [{ name: 'tg' }],
      services: [
        service({
          launchType: 'EXTERNAL',
          loadBalancers: [{ targetGroupArn: 'tg', containerName: 'app', containerPort: 80 }],
        }),
      ],
    },
    "AWS refuses loadBalancers with launchType EXTERNAL: Service load balancing isn't supported",
  ],
  [
    'awsvpc',
    {
      subnets,
      taskDefinitions: [task({ definition: awsvpc, portMappings: [] })],
      services: [service({ launchType: 'EXTERNAL', networkConfiguration: network })],
    },
    'Task definition does not support launch_type EXTERNAL.',
  ],
  [
    'awsvpc for EXTERNAL',
    {
      taskDefinitions: [task({ definition: { ...awsvpc, requiresCompatibilities: ['EXTERNAL'] }, portMappings: [] })],
      services: [],
    },
    "The awsvpc network mode isn't supported",
  ],
  [
    'Service Connect',
    { services: [service({ launchType: 'EXTERNAL', serviceConnectConfiguration: { enabled: true } })] },
    "external instances aren't supported with Service Connect",
  ],
  [
    'zone rebalancing (1.7)',
    { services: [service({ launchType: 'EXTERNAL', availabilityZoneRebalancing: 'ENABLED' })] },
    'external instances are not balanced',
  ],
  [
    'a platform version',
    { services: [service({ launchType: 'EXTERNAL', platformVersion: '1.4.0' })] },
    'The platform version must be null when specifying an EXTERNAL launch type.',
  ],
  [
    'an instance type',
    { containerInstances: [{ name: 'own', instanceType: 'm5.large', external: true }] },
    'it is a server of your own; write cpu and memory',
  ],
  [
    'the attribute by hand',
    {
      containerInstances: [{ name: 'own', cpu: 1024, memory: 1024, attributes: { 'ecs.capability.external': 'true' } }],
    },
    'is filled in by the cluster; remove it',
  ],
])('EXTERNAL takes no %s', (_, world, message) => {
  const base = scenarioWith({ instances: MIXED, tasks: [task()], services: [service()] });
  const { faults = [] } = readScenario({ ...base, world: { ...base.world, ...world } });
  expect(faults.map((fault) => fault.message).join()).toContain(message);
});

test('zone rebalancing leaves a service with a Classic Load Balancer alone (1.7)', () => {
  const spec = { launchType: 'EC2', isClassic: true, maximumPercent: 200, firstStrategy: undefined, expressions: [] };
  expect(whyNotEligible(spec)).toBe('it does not work with a Classic Load Balancer');
  expect(whyNotEligible({ ...spec, isClassic: false })).toBeUndefined();
});

describe('UpdateContainerInstancesState back to ACTIVE (3.1.10)', () => {
  const drainThen = (...events: object[]) => {
    return run({ events: [{ at: 10, drain: { instance: 'a-1' } }, ...events] });
  };

  test('the instance takes tasks again, and no more of its tasks leave', () => {
    const services = [service({ desiredCount: 8 })];
    const tasks = [task({ memory: 1800 })];
    const parts = { services, tasks, events: [{ at: 10, drain: { instance: 'a-1' } }] };
    const stuck = run(parts);
    const back = run({ ...parts, events: [...parts.events, { at: 15, activate: { instance: 'a-1' } }] });
    expect(entriesOf(back, 'instance-active')).toMatchObject([{ at: 15, instance: 'a-1' }]);
    expect(back.final.instances['a-1']?.tasks.length).toBeGreaterThan(stuck.final.instances['a-1']?.tasks.length ?? 0);
    expect(back.series['cluster.instances.draining']?.at(-1)).toEqual([15, 0]);
  });

  test('one that is ACTIVE or lost stays as it is', () => {
    const active = drainThen({ at: 20, activate: { instance: 'a-2' } });
    expect(entriesOf(active, 'event')[0]).toMatchObject({ reason: 'MISSING', verb: 'activate' });
    const lost = drainThen({ at: 20, loseInstance: { instance: 'a-1' } }, { at: 30, activate: { instance: 'a-1' } });
    expect(entriesOf(lost, 'instance-active')).toEqual([]);
  });
});

describe('replicas whose constraints no longer hold (1.4.4)', () => {
  const constrained = (expression: string, more: object = {}) => {
    const placementConstraints = [{ type: 'memberOf', expression }];
    return run({ events: [{ at: 10, updateService: { service: 'web', placementConstraints, ...more } }] });
  };

  test('stay where they are, and the run says so (A18)', () => {
    const result = constrained('attribute:ecs.availability-zone == z-a');
    expect(entriesOf(result, 'task-stopping')).toEqual([]);
    expect(result.assumptions).toContain('A18');
  });

  test('nothing is said where every replica still fits, or where a deployment moves them all', () => {
    expect(constrained('attribute:ecs.os-type == linux').assumptions).not.toContain('A18');
    expect(
      constrained('attribute:ecs.availability-zone == z-a', { forceNewDeployment: true }).assumptions,
    ).not.toContain('A18');
  });
});
