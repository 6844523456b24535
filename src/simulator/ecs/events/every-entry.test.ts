import { describe, expect, test } from 'vitest';
import { ENTRY_TYPES } from '../../entry-types.ts';
import type { EntryType, Run } from '../../run.ts';
import { run, task } from '../../scenario.fixture.ts';
import { eventsOf } from './events-of.ts';

/**
 * Entries for which AWS neither lists a service event nor sends an event, and why. Every other type of entry has at least
 * one of the two somewhere in a run.
 */
const SILENT: { readonly [type in EntryType]?: string } = {
  'deployment-step': 'the arithmetic of a step; its starts and stops have events',
  'circuit-breaker': 'ECS keeps its count to itself until the deployment fails',
  'deployment-stage': 'a stage shows in DescribeServiceDeployments (lifecycleStage); no event is documented',
  'deployment-hook': 'ECS invokes the function; no event is documented',
  'traffic-shifted': 'Elastic Load Balancing is told; no event is documented',
  'launch-quota': 'no message of its own is documented; the rest starts later',
  'task-protection': 'a response of UpdateTaskProtection',
  'service-updated': 'a response of UpdateService; a person who changes the desired count sends no event',
  'task-healthy': 'health is no change of state where no container has a health check',
  'task-health-lost': 'health is no change of state where no container has a health check',
  'health-ignored': 'the grace period ignores it',
  'image-pulled': 'pullStoppedAt of the next event of the task',
  'target-healthy': 'Elastic Load Balancing knows; no event of ECS is documented',
  alarm: 'CloudWatch sends its own event (aws.cloudwatch), which is not simulated',
  'capacity-alarm': 'CloudWatch sends its own event (aws.cloudwatch), which is not simulated',
  'capacity-scaled': 'a call to the Auto Scaling group',
  'capacity-held': 'nothing happens',
  'instance-launching': 'Amazon EC2 Auto Scaling sends its own event (aws.autoscaling), which is not simulated',
  'instance-launch-blocked': 'Amazon EC2 Auto Scaling sends its own event (aws.autoscaling), which is not simulated',
  'instance-terminating': 'Amazon EC2 Auto Scaling sends its own event; draining has one of the container instance',
  'instance-stands': 'what stands when the run begins changed nothing',
  'service-scaled': 'Application Auto Scaling calls UpdateService, as a person would',
  'scaling-held': 'nothing happens',
  'scheduled-action': 'Application Auto Scaling changes its own limits',
  'app-runner-scaled': 'App Runner documents no event for it',
  'tasks-shared-out': 'the starts that follow have events',
  'messages-returned': 'Amazon SQS sends no event',
  'rule-matched': 'the rule is what gets the event',
  'rule-due': 'the rule calls its targets',
  'topic-notified': 'Amazon SNS delivers; no event of ECS',
  'requests-failing': 'requests show in metrics and access logs',
  'requests-recovered': 'requests show in metrics and access logs',
  'requests-cut': 'requests show in metrics and access logs',
  'target-gone': 'Elastic Load Balancing knows; no event of ECS is documented',
  'target-drained': 'Elastic Load Balancing knows; no event of ECS is documented',
  'load-changed': 'users do',
  event: 'the call of a person, or what broke; what follows has events',
};

const service = { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 2 };
const toTwo = { at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } };
const breaker = { deploymentCircuitBreaker: { enable: true, rollback: true } };
const check = { command: ['CMD', 'true'], interval: 10, retries: 2 };
const sidecar = {
  family: 'web',
  revision: 1,
  containerDefinitions: [
    { name: 'app', image: 'web', cpu: 256, memory: 256, healthCheck: check },
    {
      name: 'log',
      image: 'log',
      cpu: 64,
      memory: 64,
      essential: false,
      restartPolicy: { enabled: true, restartAttemptPeriod: 60 },
    },
    { name: 'seed', image: 'bad', cpu: 64, memory: 64, essential: false },
  ],
};
const fleet = {
  availabilityZones: ['z-a', 'z-c'],
  autoScalingGroups: [{ autoScalingGroupName: 'fleet', minSize: 1, maxSize: 3, instanceType: 'm5.large' }],
  capacityProviders: [
    { name: 'cp', autoScalingGroupProvider: { autoScalingGroup: 'fleet', managedScaling: { status: 'ENABLED' } } },
  ],
};

/** Runs in which every entry that has an event comes up. */
const RUNS: Run[] = [
  run({
    services: [{ ...service, loadBalancers: [{ targetGroupArn: 'tg', containerName: 'app', containerPort: 80 }] }],
    images: { web: { pull: 4, start: 3, unhealthyAfter: 200 } },
    world: { targetGroups: [{ name: 'tg' }] },
    begin: 'empty',
    horizon: '8m',
  }),
  run({
    tasks: [sidecar],
    services: [service],
    begin: 'empty',
    images: {
      web: { pull: 4, start: 3, healthy: 20, unhealthyAfter: 100 },
      log: { crashes: { after: 70 } },
      bad: { fails: 'start' },
    },
    horizon: '8m',
  }),
  run({
    tasks: [
      task({ hostPort: 80, definition: { networkMode: 'awsvpc' } }),
      task({ hostPort: 80, revision: 2, definition: { networkMode: 'awsvpc' } }),
    ],
    services: [{ ...service, networkConfiguration: { awsvpcConfiguration: { subnets: ['s'] } } }],
    world: { subnets: [{ subnetId: 's', availabilityZone: 'z-a' }] },
    events: [toTwo],
  }),
  run({
    tasks: [task(), task({ revision: 2, image: 'bad' })],
    images: { web: { pull: 4 }, bad: { fails: 'pull' } },
    services: [{ ...service, deploymentConfiguration: breaker }],
    events: [toTwo],
  }),
  run({
    services: [{ ...service, deploymentConfiguration: { minimumHealthyPercent: 90, maximumPercent: 110 } }],
    events: [toTwo],
  }),
  run({ tasks: [task({ memory: 9000 })], services: [service], begin: 'empty' }),
  run({
    services: [service],
    events: [
      { at: 10, updateTaskProtection: { tasks: ['web-1', 'web-2'], protectionEnabled: true, expiresInMinutes: 5 } },
      { at: 20, setDesiredCount: { service: 'web', desiredCount: 0 } },
      { at: 30, drain: { instance: 'a-1' } },
      { at: 40, loseInstance: { instance: 'c-1' } },
    ],
  }),
  run({
    instances: [
      { name: 'a', cpu: 4096, memory: 8192, availabilityZone: 'z-a' },
      { name: 'c', cpu: 4096, memory: 8192, availabilityZone: 'z-c', status: 'DRAINING' },
    ],
    services: [service],
    events: [{ at: 100, activate: { instance: 'c-1' } }],
  }),
  run({
    instances: [],
    services: [{ ...service, capacityProviderStrategy: [{ capacityProvider: 'cp', weight: 1 }] }],
    tasks: [task({ memory: 3000 }), task({ revision: 2 })],
    world: fleet,
    events: [
      { at: 60, setDesiredCount: { service: 'web', desiredCount: 5 } },
      { at: 400, setDesiredCount: { service: 'web', desiredCount: 1 } },
    ],
    horizon: '90m',
  }),
];

/** z-c has room for web from 100 s on; then a Fargate Spot task is taken back. */
RUNS.push(
  run({
    instances: [
      { name: 'a', cpu: 4096, memory: 8192, availabilityZone: 'z-a' },
      { name: 'c', cpu: 4096, memory: 8192, availabilityZone: 'z-c' },
    ],
    tasks: [task(), task({ family: 'other', cpu: 4096, memory: 8192 })],
    services: [
      {
        serviceName: 'other',
        taskDefinition: 'other',
        desiredCount: 1,
        placementConstraints: [{ type: 'memberOf', expression: 'attribute:ecs.availability-zone == z-c' }],
      },
      service,
    ],
    events: [{ at: 100, setDesiredCount: { service: 'other', desiredCount: 0 } }],
  }),
  run({
    instances: [],
    tasks: [
      {
        family: 'web',
        revision: 1,
        networkMode: 'awsvpc',
        requiresCompatibilities: ['FARGATE'],
        cpu: '256',
        memory: '512',
        containerDefinitions: [{ name: 'app', image: 'web' }],
      },
    ],
    services: [
      {
        ...service,
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
        networkConfiguration: { awsvpcConfiguration: { subnets: ['s'] } },
      },
    ],
    world: { availabilityZones: ['z-a'], subnets: [{ subnetId: 's', availabilityZone: 'z-a' }] },
    events: [{ at: 10, interruptSpot: { task: 'web-1' } }],
  }),
);

const told = new Map<EntryType, number>();
for (const of of RUNS) {
  for (const { type, events, serviceEvents } of eventsOf(of, { epochSeconds: 0, region: 'us-east-1' })) {
    told.set(type, (told.get(type) ?? 0) + events.length + serviceEvents.length);
  }
}

describe('simulate --events covers every type of entry (10)', () => {
  test.each(Object.keys(ENTRY_TYPES) as EntryType[])('%s has an event, or a reason to have none', (type) => {
    if (SILENT[type] === undefined) expect(told.get(type) ?? 'never came up').toBeGreaterThan(0);
    else expect(told.get(type) ?? 0).toBe(0);
  });
});
