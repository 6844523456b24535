import { zonesOf } from '../ecs/build-cluster.ts';
import {
  type Refuse,
  refuseConstraints,
  refuseDesiredCount,
  refuseInto,
  refusePercentages,
  refuseRunTask,
  refuseStrategies,
} from './aws-refusals.ts';
import { DEFAULT_HORIZON_SECONDS } from './defaults.ts';
import { refuseDeploymentControl } from './deployment-refusals.ts';
import { sayDuration } from './duration.ts';
import type { ScenarioEvent } from './event-schema.ts';
import { type Fault, nearest } from './fault.ts';
import { instanceNames, taskDefinitionNames, unknownName } from './names.ts';
import { refuseLaunch, refuseNextDefinition } from './network-refusals.ts';
import type { Scenario } from './scenario-schema.ts';
import { refuseNextTargets } from './target-group-refusals.ts';
import { refuseInstances, refuseProtection } from './task-verb-refusals.ts';
import { refuseUnshiftable } from './traffic-shift-refusals.ts';
import type { Service, World } from './world-schema.ts';

/** What the events of a scenario may name, and the configuration each service has by then. */
type Context = {
  world: World;
  taskDefinitions: readonly string[];
  instances: ReadonlySet<string>;
  /** The services as the events so far left them. */
  services: Map<string, Service>;
  faults: Fault[];
};

/** Events name what exists, ask for what AWS takes, and happen before the horizon. */
export function checkEvents({ world, events = [], horizon = DEFAULT_HORIZON_SECONDS }: Scenario): Fault[] {
  const context: Context = {
    world,
    taskDefinitions: taskDefinitionNames(world),
    instances: new Set(instanceNames(world)),
    services: new Map((world.services ?? []).map((service) => [service.serviceName, service])),
    faults: [],
  };
  const inOrder = events.map((event, i) => ({ event, i })).sort((a, b) => a.event.at - b.event.at);
  for (const { event, i } of inOrder) {
    if (event.at > horizon) {
      const message = `is after the horizon (${sayDuration(horizon)}), so it never happens; write an earlier time or a later horizon`;
      context.faults.push({ path: ['events', i, 'at'], message });
    }
    checkEvent(event, ['events', i], context);
  }
  return context.faults;
}

function checkEvent(event: ScenarioEvent, path: (string | number)[], context: Context): void {
  const { faults } = context;
  if (event.updateService) checkUpdate(event.updateService, [...path, 'updateService'], context);
  if (event.setDesiredCount) {
    const at = [...path, 'setDesiredCount'];
    const scheduling = schedulingOf(event.setDesiredCount.service, at, context);
    if (scheduling) refuseDesiredCount(event.setDesiredCount.desiredCount, scheduling, refuseInto(faults, at));
  }
  if (event.runTask) checkRunTask(event.runTask, [...path, 'runTask'], context);
  for (const verb of ['stopServiceDeployment', 'continueServiceDeployment'] as const) {
    const named = event[verb];
    if (named) schedulingOf(named.service, [...path, verb], context);
  }
  for (const verb of ['drain', 'activate', 'loseInstance'] as const) {
    const instance = event[verb]?.instance;
    if (instance === undefined || context.instances.has(instance)) continue;
    faults.push({
      path: [...path, verb, 'instance'],
      message: unknownName('container instance', instance, [...context.instances]),
    });
  }
  if (event.startTask) checkStartTask(event.startTask, [...path, 'startTask'], context);
  if (event.updateTaskProtection) {
    const at = [...path, 'updateTaskProtection'];
    refuseProtection(event.updateTaskProtection, refuseInto(faults, at));
    for (const [i, task] of event.updateTaskProtection.tasks.entries())
      checkTaskName(task, [...at, 'tasks', i], context);
  }
  if (event.stopTask) checkTaskName(event.stopTask.task, [...path, 'stopTask', 'task'], context);
  const zone = event.failAvailabilityZone?.availabilityZone;
  if (zone !== undefined && !zonesOf(context.world).includes(zone)) {
    const message = unknownName('Availability Zone', zone, zonesOf(context.world));
    faults.push({ path: [...path, 'failAvailabilityZone', 'availabilityZone'], message });
  }
}

function checkUpdate(
  input: NonNullable<ScenarioEvent['updateService']>,
  path: (string | number)[],
  context: Context,
): void {
  const { faults, services } = context;
  const scheduling = schedulingOf(input.service, path, context);
  checkTaskDefinition(input.taskDefinition, path, context);
  const present = services.get(input.service);
  if (scheduling === undefined || present === undefined) return;
  const next = {
    ...present,
    taskDefinition: input.taskDefinition ?? present.taskDefinition,
    networkConfiguration: input.networkConfiguration ?? present.networkConfiguration,
    capacityProviderStrategy: input.capacityProviderStrategy ?? present.capacityProviderStrategy,
    deploymentConfiguration: { ...present.deploymentConfiguration, ...input.deploymentConfiguration },
  };
  services.set(input.service, next);
  const refuse = refuseInto(faults, path);
  if (input.taskDefinition ?? input.networkConfiguration) refuseNextDefinition(next, context.world, refuse);
  if (input.taskDefinition !== undefined) refuseNextTargets(next, context.world, refuse);
  const within = (key: string): Refuse => refuseInto(faults, [...path, key]);
  if (input.desiredCount !== undefined) refuseDesiredCount(input.desiredCount, scheduling, refuse);
  if (input.deploymentConfiguration) {
    refusePercentages(next.deploymentConfiguration, scheduling, within('deploymentConfiguration'));
    refuseDeploymentControl(next.deploymentConfiguration, within('deploymentConfiguration'));
    refuseUnshiftable(next, refuse);
  }
  if (input.placementStrategy) refuseStrategies(input.placementStrategy, within('placementStrategy'));
  if (input.placementConstraints)
    refuseConstraints(input.placementConstraints, 'service', within('placementConstraints'));
}

function checkRunTask(input: NonNullable<ScenarioEvent['runTask']>, path: (string | number)[], context: Context): void {
  const within = (key: string): Refuse => refuseInto(context.faults, [...path, key]);
  checkTaskDefinition(input.taskDefinition, path, context);
  refuseRunTask(input.count, input.group, refuseInto(context.faults, path));
  refuseLaunch(input, input.taskDefinition, context.world, refuseInto(context.faults, path));
  refuseStrategies(input.placementStrategy ?? [], within('placementStrategy'));
  refuseConstraints(input.placementConstraints ?? [], 'service', within('placementConstraints'));
}

function checkStartTask(
  input: NonNullable<ScenarioEvent['startTask']>,
  path: (string | number)[],
  context: Context,
): void {
  const { faults, instances } = context;
  checkTaskDefinition(input.taskDefinition, path, context);
  refuseRunTask(undefined, input.group, refuseInto(faults, path));
  refuseLaunch(input, input.taskDefinition, context.world, refuseInto(faults, path));
  refuseInstances(input.containerInstances.length, refuseInto(faults, path));
  for (const [i, name] of input.containerInstances.entries()) {
    if (instances.has(name)) continue;
    faults.push({
      path: [...path, 'containerInstances', i],
      message: unknownName('container instance', name, [...instances]),
    });
  }
}

function checkTaskDefinition(name: string | undefined, path: (string | number)[], context: Context): void {
  if (name === undefined || context.taskDefinitions.includes(name)) return;
  const message = unknownName('task definition', name, context.taskDefinitions);
  context.faults.push({ path: [...path, 'taskDefinition'], message });
}

function schedulingOf(name: string, path: (string | number)[], context: Context): 'REPLICA' | 'DAEMON' | undefined {
  const services = context.world.services ?? [];
  const service = services.find(({ serviceName }) => serviceName === name);
  if (service) return service.schedulingStrategy ?? 'REPLICA';
  const message = unknownName(
    'service',
    name,
    services.map(({ serviceName }) => serviceName),
  );
  context.faults.push({ path: [...path, 'service'], message });
  return undefined;
}

/** Tasks are named as they are created, so only the first half of a name can be checked. */
function checkTaskName(name: string, path: (string | number)[], { world, faults }: Context): void {
  const prefixes = [
    ...(world.services ?? []).map(({ serviceName }) => serviceName),
    ...world.taskDefinitions.map(({ family }) => `${family}-run`),
  ];
  const match = /^(.+)-[1-9]\d*$/.exec(name);
  if (match && prefixes.includes(match[1] ?? '')) return;
  const near = nearest(match?.[1] ?? name, prefixes) ?? prefixes[0] ?? 'web';
  faults.push({ path, message: `no task is ever called ${name}; write ${near}-1, ${near}-2 …` });
}
