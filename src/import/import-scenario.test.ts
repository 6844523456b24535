import { describe, expect, test } from 'vitest';
import { importScenario } from './import-scenario.ts';

const ARN = 'arn:aws:ecs:us-east-1:111122223333';

function service(part: object = {}) {
  const taskDefinition = `${ARN}:task-definition/web:7`;
  return {
    serviceName: 'web',
    serviceArn: `${ARN}:service/prod/web`,
    clusterArn: `${ARN}:cluster/prod`,
    status: 'ACTIVE',
    taskDefinition,
    desiredCount: 2,
    runningCount: 2,
    pendingCount: 0,
    launchType: 'EC2',
    ...part,
  };
}

function definition(revision: number, part: object = {}) {
  const containerDefinitions = [{ name: 'app', image: `web:${revision}`, cpu: 256, memory: 512 }];
  return { taskDefinition: { family: 'web', revision, containerDefinitions, ...part } };
}

function instance(id: string, part: object = {}) {
  const amounts = (cpu: number, memory: number) => [
    { name: 'CPU', type: 'INTEGER', integerValue: cpu },
    { name: 'MEMORY', type: 'INTEGER', integerValue: memory },
  ];
  return {
    containerInstanceArn: `${ARN}:container-instance/prod/${id}`,
    ec2InstanceId: `i-${id}`,
    status: 'ACTIVE',
    agentConnected: true,
    registeredResources: amounts(2048, 3900),
    remainingResources: amounts(1792, 3388),
    runningTasksCount: 1,
    pendingTasksCount: 0,
    attributes: [
      { name: 'ecs.capability.task-eni' },
      { name: 'ecs.availability-zone', value: 'us-east-1a' },
      { name: 'ecs.instance-type', value: 'm5.large' },
    ],
    ...part,
  };
}

const TWO = [instance('1'), instance('2')];

function tried(files: Record<string, unknown>) {
  const sources = Object.entries(files).map(([file, value]) => ({ file, text: JSON.stringify(value) }));
  return importScenario(sources, { strip: false });
}

const whole = { 's.json': { services: [service()] }, 't.json': definition(7), 'i.json': { containerInstances: TWO } };

function faultsOf(files: Record<string, unknown>): string[] {
  return (tried(files).faults ?? []).map(({ file, path, message }) => `${file} ${path.join('.')}: ${message}`);
}

function scenarioOf(files: Record<string, unknown>) {
  const { imported, faults } = tried(files);
  if (imported === undefined) throw new Error(JSON.stringify(faults));
  return { ...(imported.scenario as { world: Record<string, never>; events: object[]; horizon: string }), ...imported };
}

describe('what is missing is asked for by name', () => {
  test('a task definition, by the service that needs it', () => {
    expect(faultsOf({ ...whole, 't.json': definition(6) })).toEqual([
      's.json services.0.taskDefinition: lists the service web, but no file describes its task definition web:7; run: aws ecs describe-task-definition --task-definition web:7 > web-7.json',
    ]);
  });

  test('the definition that a deployment under way replaces', () => {
    const old = { taskDefinition: `${ARN}:task-definition/web:6`, status: 'ACTIVE', runningCount: 1 };
    expect(faultsOf({ ...whole, 's.json': { services: [service({ deployments: [old] })] } })[0]).toMatch('web:6');
  });

  test('container instances, unless everything runs on Fargate', () => {
    const { 'i.json': _, ...without } = whole;
    expect(faultsOf(without)[0]).toMatch(
      's.json services.0: web runs on EC2, but no file describes container instances; run: aws ecs describe-container-instances --cluster prod --container-instances $(',
    );
  });

  test('a service', () => {
    expect(faultsOf({ 't.json': definition(7) })[0]).toMatch(
      'no file describes a service; run: aws ecs describe-services',
    );
    expect(faultsOf({})[0]).toMatch('no file describes a service');
    const drained = { services: [service({ status: 'DRAINING' })] };
    expect(faultsOf({ ...whole, 's.json': drained })[0]).toMatch('no service is ACTIVE');
  });

  test.each([
    [{ serviceArns: [] }, 'this only lists names; run: aws ecs describe-services'],
    [
      { Reservations: [] },
      'this is not the output of a command that the import reads; give that of aws ecs describe-services,',
    ],
    [[], 'this is not the output'],
    [7, 'this is not what the AWS CLI prints'],
  ])('%j is the output of another command', (value, sentence) => {
    expect(faultsOf({ ...whole, 'x.json': value })[0]).toMatch(`x.json : ${sentence}`);
  });
});

test('a service of ECS Anywhere, and a canary with Service Connect', () => {
  const canary = { strategy: 'CANARY', canaryConfiguration: { canaryPercent: 10 } };
  const serviceConnectConfiguration = { enabled: true, namespace: 'x' };
  const { taskDefinition } = service();
  const deployment = { id: 'ecs-svc/1', status: 'PRIMARY', taskDefinition, serviceConnectConfiguration };
  const imported = (more: object) => {
    const files = { 's.json': { services: [service(more)] } };
    const services: { serviceName: string }[] = scenarioOf({ ...whole, ...files }).world.services ?? [];
    return services.find(({ serviceName }) => serviceName === 'web');
  };
  expect(imported({ launchType: 'EXTERNAL' })).toMatchObject({ launchType: 'EXTERNAL' });
  expect(imported({ deploymentConfiguration: canary, deployments: [deployment] })).toMatchObject({
    serviceConnectConfiguration: { enabled: true },
  });
});

describe('what Drydock does not take is told at its place', () => {
  test.each<[string, Record<string, unknown>, string]>([
    [
      'a percentage',
      { 's.json': { services: [service({ deploymentConfiguration: { minimumHealthyPercent: 120 } })] } },
      's.json services.0.deploymentConfiguration.minimumHealthyPercent: AWS refuses minimumHealthyPercent 120',
    ],
    [
      'memory below what Docker takes',
      { 't.json': definition(7, { containerDefinitions: [{ name: 'app', image: 'x', memory: 4 }] }) },
      't.json taskDefinition.containerDefinitions.0.memory: AWS refuses memory 4',
    ],
    [
      'CodeDeploy',
      { 's.json': { services: [service({ deploymentController: { type: 'CODE_DEPLOY' } })] } },
      's.json services.0.deploymentController.type: CODE_DEPLOY is not simulated; write ECS here',
    ],
    [
      'a number that is a text',
      { 's.json': { services: [service({ desiredCount: '2' })] } },
      's.json services.0.desiredCount: is the text "2"; write a number',
    ],
    [
      'two clusters at once',
      {
        'i.json': {
          containerInstances: [{ ...instance('1'), containerInstanceArn: `${ARN}:container-instance/test/1` }],
        },
      },
      ' : the files describe the clusters prod and test; give those of one cluster at a time',
    ],
  ])('%s', (_, files, start) => {
    const [first, ...more] = faultsOf({ ...whole, ...files });
    expect(first?.slice(0, start.length)).toBe(start);
    expect(more).toEqual([]);
  });
});

describe('the service at the beginning', () => {
  test('tasks that run stand, and those that AWS still has to start follow at 0 s', () => {
    const { world, events } = scenarioOf({
      ...whole,
      's.json': { services: [service({ desiredCount: 3, pendingCount: 1 })] },
    });
    expect(world.services).toMatchObject([{ serviceName: 'web', taskDefinition: 'web:7', desiredCount: 2 }]);
    expect(events[0]).toEqual({ at: '0s', setDesiredCount: { service: 'web', desiredCount: 3 } });
  });

  test('instances that are alike are one group, named after their zone', () => {
    const other = instance('3', { attributes: [{ name: 'ecs.availability-zone', value: 'us-east-1c' }] });
    const { world, remarks } = scenarioOf({ ...whole, 'i.json': { containerInstances: [other, ...TWO] } });
    expect(world.containerInstances).toMatchObject([
      { name: 'a', count: 2, instanceType: 'm5.large', registeredResources: { cpu: 2048, memory: 3900 } },
      { name: 'c', count: 1, cpu: 2048, memory: 3900, taskEni: false },
    ]);
    expect(remarks).toContainEqual({ path: ['world', 'containerInstances', 0], text: 'i-1, i-2' });
  });

  test('an instance of another status, agent, version or attribute is a group of its own', () => {
    const custom = { attributes: [...instance('5').attributes, { name: 'rack', value: '7' }, { name: 'ssd' }] };
    const all = [
      instance('1'),
      instance('2', { status: 'DRAINING' }),
      instance('3', { agentConnected: false }),
      instance('4', { versionInfo: { agentVersion: '1.89.2' } }),
      instance('5', custom),
      instance('6', { status: 'REGISTERING' }),
    ];
    const { world, notes } = scenarioOf({ ...whole, 'i.json': { containerInstances: all } });
    const groups = world.containerInstances as unknown as { name: string }[];
    expect(groups.map(({ name }) => name)).toEqual(['a', 'a2', 'a3', 'a4', 'a5']);
    expect(groups[4]).toMatchObject({ attributes: { rack: '7', ssd: '-' } });
    expect(notes).toContainEqual('i.json: 6 is REGISTERING and is left out');
  });
});

describe('the deployment to try', () => {
  test('is the next revision when two are given', () => {
    expect(scenarioOf({ ...whole, 'next.json': definition(8) }).events).toEqual([
      { at: '30s', updateService: { service: 'web', taskDefinition: 'web:8' } },
    ]);
  });

  test('is an older one, to see what going back does, when only that is given', () => {
    expect(scenarioOf({ ...whole, 'before.json': definition(5) }).events).toEqual([
      { at: '30s', updateService: { service: 'web', taskDefinition: 'web:5' } },
    ]);
  });

  test('is a new deployment of the same when only one is given', () => {
    expect(scenarioOf(whole).events).toEqual([
      { at: '30s', updateService: { service: 'web', forceNewDeployment: true } },
    ]);
  });

  test('has time: the horizon covers what a deployment waits by itself', () => {
    const canary = {
      strategy: 'CANARY',
      bakeTimeInMinutes: 300,
      canaryConfiguration: { canaryBakeTimeInMinutes: 100 },
    };
    const rules = { productionListenerRule: 'x', testListenerRule: 'y', roleArn: 'z' };
    const target = { targetGroupArn: 'blue', advancedConfiguration: { alternateTargetGroupArn: 'green', ...rules } };
    const loadBalancers = [{ ...target, containerName: 'app', containerPort: 80 }];
    const container = { name: 'app', image: 'web', memory: 512, portMappings: [{ containerPort: 80, hostPort: 0 }] };
    const { horizon } = scenarioOf({
      ...whole,
      's.json': { services: [service({ deploymentConfiguration: canary, loadBalancers })] },
      't.json': definition(7, { containerDefinitions: [container] }),
    });
    expect(horizon).toBe('9h');
  });
});

test('output that --query cut out of its whole, and files that overlap, are understood', () => {
  const { events, notes } = scenarioOf({
    's.json': [service()],
    's2.json': service({ desiredCount: 1 }),
    't.json': definition(7).taskDefinition,
    'i.json': { containerInstances: [TWO[0]] },
    'i2.json': { containerInstances: TWO },
  });
  expect(events).toHaveLength(1);
  expect(notes).toEqual(['s2.json describes web otherwise than s.json; s.json is taken']);
});

test('the zones of subnets come from instances, tasks or describe-subnets, and are else a guess that says so', () => {
  const awsvpcConfiguration = { subnets: ['subnet-2', 'subnet-1'], assignPublicIp: 'DISABLED' };
  const files = {
    's.json': { services: [service({ launchType: 'FARGATE', networkConfiguration: { awsvpcConfiguration } })] },
    't.json': definition(7, { networkMode: 'awsvpc', requiresCompatibilities: ['FARGATE'], cpu: '256', memory: '512' }),
  };
  const guessed = scenarioOf(files);
  expect(guessed.world.subnets).toEqual([
    { subnetId: 'subnet-1', availabilityZone: 'us-east-1a' },
    { subnetId: 'subnet-2', availabilityZone: 'us-east-1b' },
  ]);
  expect(guessed.notes[0]).toMatch('aws ec2 describe-subnets --subnet-ids subnet-1 subnet-2');
  const details = [{ name: 'subnetId', value: 'subnet-2' }];
  const attachments = [{ type: 'ElasticNetworkInterface', details }];
  const known = scenarioOf({
    ...files,
    'n.json': { Subnets: [{ SubnetId: 'subnet-1', AvailabilityZone: 'us-east-1f' }] },
    'k.json': { tasks: [{ taskArn: 'x', availabilityZone: 'us-east-1d', attachments }] },
  });
  expect(known.world.subnets).toEqual([
    { subnetId: 'subnet-1', availabilityZone: 'us-east-1f' },
    { subnetId: 'subnet-2', availabilityZone: 'us-east-1d' },
  ]);
  expect(known.notes).toEqual([]);
});

test('what ECS looks at and Drydock does not is told where it makes a difference', () => {
  const requiresAttributes = [{ name: 'ecs.capability.task-eni' }, { name: 'com.amazonaws.ecs.capability.ecr-auth' }];
  const attributes = [...instance('1').attributes, { name: 'com.amazonaws.ecs.capability.ecr-auth' }];
  const windows = [...attributes, { name: 'ecs.os-type', value: 'windows' }];
  const noted = (containerInstances: object[]) =>
    scenarioOf({ ...whole, 't.json': definition(7, { requiresAttributes }), 'i.json': { containerInstances } }).notes;
  expect(noted([instance('1', { attributes }), instance('2', { attributes })])).toEqual([]);
  expect(noted([instance('1'), instance('2', { attributes: windows })])).toEqual([
    '1 container instances run Windows; they stand as Linux, which only placement by ecs.os-type notices',
    'web:7 requires the attribute com.amazonaws.ecs.capability.ecr-auth, which 1 of 2 container instances lack; Drydock does not look at it',
  ]);
});

describe('a capacity provider', () => {
  const strategy = { launchType: undefined, capacityProviderStrategy: [{ capacityProvider: 'fleet', weight: 1 }] };
  const provider = {
    autoScalingGroupArn: 'arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:1:autoScalingGroupName/g',
  };
  const group = {
    AutoScalingGroupName: 'g',
    MinSize: 0,
    MaxSize: 4,
    DesiredCapacity: 2,
    AvailabilityZones: ['us-east-1a'],
    Instances: [{ InstanceId: 'i-1' }, { InstanceId: 'i-2' }],
  };
  const files = { ...whole, 's.json': { services: [service(strategy)] } };
  const described = {
    ...files,
    'p.json': { capacityProviders: [{ name: 'fleet', autoScalingGroupProvider: provider }, { name: 'FARGATE' }] },
    'g.json': { AutoScalingGroups: [group] },
  };

  test('that nobody describes leaves its instances standing, and says what would be needed', () => {
    const { world, notes } = scenarioOf(files);
    expect(world.services).toMatchObject([{ serviceName: 'web', desiredCount: 2 }]);
    expect(world.capacityProviders).toBeUndefined();
    expect(notes[0]).toMatch(
      'run and add: aws ecs describe-capacity-providers --capacity-providers fleet > providers.json',
    );
  });

  test('stands with its Auto Scaling group, which has the instances that are its own', () => {
    const { world } = scenarioOf(described);
    expect(world.containerInstances).toEqual([]);
    expect(world.autoScalingGroups).toEqual([
      {
        autoScalingGroupName: 'g',
        minSize: 0,
        maxSize: 4,
        desiredCapacity: 2,
        instanceType: 'm5.large',
        registeredResources: { cpu: 2048, memory: 3900 },
        availabilityZones: ['us-east-1a'],
        launchSeconds: '90s',
      },
    ]);
    expect(world.services).toMatchObject([{ capacityProviderStrategy: [{ capacityProvider: 'fleet', weight: 1 }] }]);
  });

  test('of instances that differ stands with the size that most of them have, and says so', () => {
    const attributes = [{ name: 'ecs.instance-type', value: 'm5.xlarge' }];
    const { notes } = scenarioOf({
      ...described,
      'i.json': { containerInstances: [...TWO, instance('3', { attributes, capacityProviderName: 'fleet' })] },
    });
    expect(notes[0]).toMatch('the instances of g differ; all stand with {"instanceType":"m5.large"');
  });

  test('of a group without a known type is told, not guessed', () => {
    const without = TWO.map((each) => ({ ...each, attributes: [{ name: 'ecs.capability.task-eni' }] }));
    expect(scenarioOf({ ...described, 'i.json': { containerInstances: without } }).notes[0]).toBe(
      'no file says which instance type g launches, so it is not simulated',
    );
  });
});

test('a service that sends a metric every 20 s says so, and one at the default does not', () => {
  const monitored = (resolutionSeconds: number) => {
    const monitoring = { metricConfigurations: [{ metricNames: ['CPUUtilization'], resolutionSeconds }] };
    const { world } = scenarioOf({ ...whole, 's.json': { services: [service({ monitoring })] } });
    return (world.services as unknown as { monitoring?: object }[])[0]?.monitoring;
  };
  expect(monitored(20)).toEqual({ metricConfigurations: [{ metricNames: ['CPUUtilization'], resolutionSeconds: 20 }] });
  expect(monitored(60)).toBeUndefined();
});

describe('service scaling', () => {
  const ResourceId = 'service/prod/web';
  const target = { ResourceId, MinCapacity: 1, MaxCapacity: 9, ScalableDimension: 'ecs:service:DesiredCount' };
  const tracking = (part: object) => ({
    ResourceId,
    PolicyName: 'p.1',
    PolicyType: 'TargetTrackingScaling',
    TargetTrackingScalingPolicyConfiguration: { TargetValue: 50, ...part },
  });
  const predefined = { PredefinedMetricSpecification: { PredefinedMetricType: 'ECSServiceAverageCPUUtilization' } };

  test('stands with the names of ECS, and a name that fits a metric', () => {
    const { world } = scenarioOf({
      ...whole,
      'targets.json': { ScalableTargets: [target, { ...target, ResourceId: 'service/prod/other' }] },
      'policies.json': { ScalingPolicies: [tracking(predefined)] },
    });
    expect(world.scalableTargets).toEqual([
      {
        service: 'web',
        minCapacity: 1,
        maxCapacity: 9,
        scalingPolicies: [
          {
            policyName: 'p-1',
            policyType: 'TargetTrackingScaling',
            targetTrackingScalingPolicyConfiguration: {
              targetValue: 50,
              predefinedMetricSpecification: { predefinedMetricType: 'ECSServiceAverageCPUUtilization' },
            },
          },
        ],
      },
    ]);
  });

  test('on a metric of its own, or predictive, is left out and told', () => {
    const own = tracking({ CustomizedMetricSpecification: { MetricName: 'x' } });
    const predictive = { ResourceId, PolicyName: 'later', PolicyType: 'PredictiveScaling' };
    const { notes } = scenarioOf({
      ...whole,
      'targets.json': { ScalableTargets: [target] },
      'policies.json': { ScalingPolicies: [own, predictive] },
    });
    expect(notes).toEqual([
      'the scaling policy p.1 of web is left out: it follows a metric of its own; write customizedMetricSpecification { metric }',
      'the scaling policy later of web is left out: PredictiveScaling is not simulated',
    ]);
  });

  test('that is refused is told at the place of the policy', () => {
    const wrong = tracking({ ...predefined, ScaleOutCooldown: -5 });
    const files = {
      ...whole,
      'targets.json': { ScalableTargets: [target] },
      'policies.json': { ScalingPolicies: [wrong] },
    };
    expect(faultsOf(files)[0]).toMatch(/^policies\.json ScalingPolicies\.0\./);
  });
});
