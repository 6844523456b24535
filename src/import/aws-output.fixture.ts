import { needOf } from '../simulator/ecs/build-cluster.ts';
import type { Run } from '../simulator/run.ts';
import type { Scenario } from '../simulator/scenario/scenario-schema.ts';
import type { Service, TaskDefinition, World } from '../simulator/scenario/world-schema.ts';
import type { SourceFile } from './source.ts';

const REGION = 'us-east-1';
const ACCOUNT = '111122223333';
const ecs = (resource: string) => `arn:aws:ecs:${REGION}:${ACCOUNT}:${resource}`;
const targetGroupArn = (name: string) =>
  `arn:aws:elasticloadbalancing:${REGION}:${ACCOUNT}:targetgroup/${name}/6d0ecf831eec9f09`;

const RESERVED = ['22', '2375', '2376', '51678', '51679'];

/** What the AWS CLI would print about this world at the moment that the run has reached. */
export function awsOutput(world: World, run: Run, { hide }: { hide?: string } = {}): SourceFile[] {
  const shown = (world.services ?? []).filter(({ serviceName }) => serviceName !== hide);
  const files: Record<string, object> = {
    services: { services: shown.map((service) => serviceJson(service, run)), failures: [] },
    instances: { containerInstances: instancesJson(world, run), failures: [] },
    tasks: { tasks: tasksJson(world, run), failures: [] },
    'target-groups': { TargetGroups: (world.targetGroups ?? []).map(targetGroupJson) },
    attributes: {
      Attributes: (world.targetGroups ?? []).map(({ deregistrationDelaySeconds = 300 }) => ({
        Key: 'deregistration_delay.timeout_seconds',
        Value: String(deregistrationDelaySeconds),
      })),
    },
  };
  for (const definition of world.taskDefinitions) {
    files[`${definition.family}-${definition.revision}`] = { taskDefinition: definitionJson(definition) };
  }
  return Object.entries(files).map(([name, value]) => ({ file: `${name}.json`, text: JSON.stringify(value, null, 4) }));
}

function serviceJson(service: Service, run: Run): object {
  const { running = 0 } = run.final.services[service.serviceName] ?? {};
  const taskDefinition = ecs(`task-definition/${service.taskDefinition}`);
  const counts = { desiredCount: service.desiredCount ?? running, runningCount: running, pendingCount: 0 };
  return {
    ...service,
    ...counts,
    taskDefinition,
    status: 'ACTIVE',
    launchType: service.launchType ?? 'EC2',
    schedulingStrategy: service.schedulingStrategy ?? 'REPLICA',
    serviceArn: ecs(`service/prod/${service.serviceName}`),
    clusterArn: ecs('cluster/prod'),
    loadBalancers: (service.loadBalancers ?? []).map((each) => ({
      ...each,
      targetGroupArn: targetGroupArn(each.targetGroupArn ?? ''),
    })),
    deployments: [{ id: 'ecs-svc/1', status: 'PRIMARY', taskDefinition, ...counts, rolloutState: 'COMPLETED' }],
    events: [],
    tags: [],
  };
}

function instancesJson(world: World, run: Run): object[] {
  let index = 0;
  return world.containerInstances.flatMap(
    ({ name, count = 1, cpu = 0, memory = 0, availabilityZone, attributes = {}, external }) =>
      Array.from({ length: count }, (_, i) => {
        const taken = run.final.instances[`${name}-${i + 1}`] ?? { cpu: 0, memory: 0, tasks: [] };
        const ports = taken.tasks.flatMap((task) => portsOf(world, run, task));
        const values = { 'ecs.availability-zone': availabilityZone, ...attributes };
        return {
          containerInstanceArn: ecs(`container-instance/prod/${String(index++).padStart(6, '0')}`),
          ec2InstanceId: `${name}-${i + 1}`,
          status: 'ACTIVE',
          agentConnected: true,
          registeredResources: resources(cpu, memory, RESERVED),
          remainingResources: resources(cpu - taken.cpu, memory - taken.memory, [...RESERVED, ...ports]),
          runningTasksCount: taken.tasks.length,
          pendingTasksCount: 0,
          attributes: [
            { name: external === true ? 'ecs.capability.external' : 'ecs.capability.task-eni' },
            ...Object.entries(values).map(([attribute, value]) => ({ name: attribute, value })),
          ],
        };
      }),
  );
}

function resources(cpu: number, memory: number, ports: readonly string[]): object[] {
  return [
    { name: 'CPU', type: 'INTEGER', integerValue: cpu },
    { name: 'MEMORY', type: 'INTEGER', integerValue: memory },
    { name: 'PORTS', type: 'STRINGSET', stringSetValue: ports },
  ];
}

const definitionOf = (world: World, run: Run, task: string): TaskDefinition => {
  const entry = run.entries.find((each) => each.task === task);
  const found = world.taskDefinitions.find(({ family, revision }) => `${family}:${revision}` === entry?.taskDefinition);
  if (found === undefined) throw new Error(`no definition of ${task}`);
  return found;
};

function portsOf(world: World, run: Run, task: string): string[] {
  return definitionOf(world, run, task).containerDefinitions.flatMap(({ portMappings = [] }) =>
    portMappings.flatMap(({ hostPort = 0 }) => (hostPort === 0 ? [] : [String(hostPort)])),
  );
}

function tasksJson(world: World, run: Run): object[] {
  const arns = instanceArns(world);
  return Object.entries(run.final.instances).flatMap(([instance, { tasks }]) =>
    tasks.map((task) => {
      const { family, revision } = definitionOf(world, run, task);
      return {
        taskArn: ecs(`task/prod/${task}`),
        taskDefinitionArn: ecs(`task-definition/${family}:${revision}`),
        containerInstanceArn: arns.get(instance),
        group: `service:${task.replace(/-\d+$/, '')}`,
        lastStatus: 'RUNNING',
      };
    }),
  );
}

function instanceArns(world: World): Map<string, string> {
  const names = world.containerInstances.flatMap(({ name, count = 1 }) =>
    Array.from({ length: count }, (_, i) => `${name}-${i + 1}`),
  );
  return new Map(names.map((name, i) => [name, ecs(`container-instance/prod/${String(i).padStart(6, '0')}`)]));
}

function definitionJson(definition: TaskDefinition): object {
  return {
    ...definition,
    taskDefinitionArn: ecs(`task-definition/${definition.family}:${definition.revision}`),
    ...(definition.cpu === undefined ? {} : { cpu: String(definition.cpu) }),
    ...(definition.memory === undefined ? {} : { memory: String(definition.memory) }),
    status: 'ACTIVE',
    compatibilities: ['EC2'],
  };
}

function targetGroupJson({
  name,
  healthCheckIntervalSeconds = 30,
}: NonNullable<World['targetGroups']>[number]): object {
  return {
    TargetGroupArn: targetGroupArn(name),
    TargetGroupName: name,
    Protocol: 'HTTP',
    Port: 80,
    TargetType: 'instance',
    HealthCheckIntervalSeconds: healthCheckIntervalSeconds,
    HealthCheckTimeoutSeconds: 5,
    HealthyThresholdCount: 5,
    UnhealthyThresholdCount: 2,
  };
}

/** Groups that differ, in the order in which the import names them, with its names; zones only where instances are. */
export function asImported(scenario: Scenario): Scenario {
  const distinct = new Map(
    scenario.world.containerInstances
      .filter(({ count = 1 }) => count > 0)
      .map(({ name: _, count: __, ...group }) => [JSON.stringify(group), { ...group, count: 2 }]),
  );
  const groups = [...distinct.values()].sort((a, b) =>
    (a.availabilityZone ?? '') < (b.availabilityZone ?? '') ? -1 : 1,
  );
  const containerInstances = groups.map((group, i) => ({ name: i === 0 ? 'instance' : `instance${i + 1}`, ...group }));
  const availabilityZones = [...new Set(groups.flatMap(({ availabilityZone }) => availabilityZone ?? []))];
  const used = (scenario.world.services ?? []).flatMap(({ loadBalancers = [] }) => loadBalancers);
  const targetGroups = (scenario.world.targetGroups ?? []).filter(({ name }) =>
    used.some(({ targetGroupArn }) => targetGroupArn === name),
  );
  return {
    ...scenario,
    world: { ...scenario.world, targetGroups, containerInstances, availabilityZones, begin: 'steady' },
    events: [],
  };
}

/** CPU units that a task of this name takes. */
export function cpuOf(world: World, run: Run, task: string): number {
  return needOf(definitionOf(world, run, task)).cpuUnits;
}
