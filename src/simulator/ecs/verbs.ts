import type { Entry, Json } from '../run.ts';
import type { ClusterEvent, ScenarioEvent } from '../scenario/event-schema.ts';
import { constraintsOf, shapeNamed, strategiesOf } from './build-cluster.ts';
import { groupOf, type Instance, isActive, type Service } from './cluster.ts';
import { noteAlarmsAtStart, setAlarm } from './deployment/alarms.ts';
import { beginShift } from './deployment/blue-green.ts';
import { continueServiceDeployment, stopServiceDeployment } from './deployment/service-deployment-verbs.ts';
import { activateInstance, drainInstance, loseInstance } from './instances.ts';
import { changeNetwork, zonesOfSubnets } from './networking/subnets.ts';
import { placeTask } from './placement/place-task.ts';
import { memberOf } from './placement/rules/member-of.ts';
import { startTasksOn } from './placement/start-task.ts';
import { updateTaskProtection } from './protection/task-protection.ts';
import { say } from './service-reports.ts';
import { beginDeployment, requestFor } from './service-scheduler.ts';
import { isExhausted, type Simulation } from './simulation.ts';
import { stopTask } from './task.ts';

type Verbs = Required<Omit<ClusterEvent, 'at'>>;
type Shape = NonNullable<ReturnType<typeof shapeNamed>>;

/** One function per event verb: the controllers do the rest when they next look. */
const VERB_ACTIONS: { [verb in keyof Verbs]: (sim: Simulation, input: NonNullable<Verbs[verb]>) => void } = {
  updateService,
  runTask,
  setDesiredCount,
  drain,
  activate,
  startTask: startByHand,
  stopTask: stopByHand,
  updateTaskProtection,
  loseInstance: loseByName,
  stopServiceDeployment,
  continueServiceDeployment,
  setAlarm,
  failAvailabilityZone,
};

/** Carries out the one verb of a scenario's event. */
export function carryOutEvent(sim: Simulation, event: ScenarioEvent): void {
  const { entries } = sim.timeline;
  for (const verbs of [VERB_ACTIONS, ...sim.controllers.map((controller) => controller.verbs ?? {})]) {
    for (const [verb, act] of Object.entries(verbs)) {
      const input = (event as Record<string, unknown>)[verb];
      if (input === undefined) continue;
      const first = entries.length;
      (act as (sim: Simulation, input: unknown) => void)(sim, input);
      if (first < entries.length) Object.assign(entries[first] as Entry, { verb, input });
    }
  }
}

/**
 * UpdateService. A new task definition, another network or forceNewDeployment starts a deployment; desired count, deployment
 * configuration, strategies and constraints take effect without one.
 */
function updateService(sim: Simulation, input: NonNullable<Verbs['updateService']>): void {
  const service = serviceNamed(sim, input.service);
  const present = service.deployments[0]?.shape;
  const shape = input.taskDefinition === undefined ? present : shapeNamed(sim.cluster, input.taskDefinition);
  const changes = changesOf(service, shape, input);
  const configuration = input.deploymentConfiguration;
  service.configuration = { ...service.configuration, ...configuration };
  service.minimumHealthyPercent = configuration?.minimumHealthyPercent ?? service.minimumHealthyPercent;
  service.maximumPercent = configuration?.maximumPercent ?? service.maximumPercent;
  service.graceSeconds = input.healthCheckGracePeriodSeconds ?? service.graceSeconds;
  if (input.availabilityZoneRebalancing) service.rebalancingEnabled = input.availabilityZoneRebalancing === 'ENABLED';
  if (input.placementStrategy) Object.assign(service, strategiesOf(input.placementStrategy));
  if (input.placementConstraints) Object.assign(service, constraintsOf(input.placementConstraints));
  // Tasks of an older deployment stay in the network they were given.
  for (const deployment of service.deployments) {
    deployment.request = { ...requestFor(service, deployment.shape), zones: deployment.request.zones };
  }
  const moves = changeNetwork(service, input.networkConfiguration, sim.subnets);
  sayUpdate(sim, service, changes);
  if (input.desiredCount !== undefined) changeDesired(sim, service, input.desiredCount);
  service.complaint = undefined;
  service.dirty = true;
  const isDeployed = shape !== undefined && (shape !== present || moves || input.forceNewDeployment === true);
  if (!isDeployed && input.placementConstraints) noteUnmoved(sim, service);
  if (!isDeployed) return;
  startDeployment(sim, service, shape);
}

/** A18: replicas that the new constraints would not admit stay where they are; daemons are stopped (1.4.4). */
function noteUnmoved(sim: Simulation, service: Service): void {
  if (service.scheduling === 'DAEMON') return;
  for (const { tasks, request } of service.deployments) {
    const hosts = [...tasks].map(({ instance }) => instance);
    const shares = service.distinctInstance && new Set(hosts).size < hosts.length;
    if (shares || hosts.some((host) => !memberOf.admits(host, request))) sim.assumptions.add('A18');
  }
}

function startDeployment(sim: Simulation, service: Service, shape: Shape): void {
  const present = service.deployments[0]?.shape;
  const deployment = beginDeployment(service, shape);
  service.rollingOut = true;
  // The deployment metrics speak of the last deployment that an event started.
  const series = (name: string) => sim.timeline.series(`services.${service.name}.deployment.${name}`);
  for (const name of ['startedAt', 'completedAt', 'failedTasks', 'failedAt', 'rolledBackAt']) series(name).clear();
  series('startedAt').set(sim.nowSeconds, sim.nowSeconds);
  series('failedTasks').set(sim.nowSeconds, 0);
  say(
    sim,
    service,
    'deployment-started',
    `(deployment ecs-svc/${deployment.number}) begins: ${shape.name} replaces what runs.`,
    { deployment: deployment.number, taskDefinition: shape.name, ...(present ? { replaces: present.name } : {}) },
  );
  beginShift(sim, service);
  noteAlarmsAtStart(sim, service);
}

type Changes = NonNullable<Entry['changes']>;

/** What an update changes, by AWS's names; what is as it was is left out. */
function changesOf(
  service: Service,
  shape: Shape | undefined,
  { service: _, deploymentConfiguration, ...input }: NonNullable<Verbs['updateService']>,
): Changes {
  const before: Record<string, Json | undefined> = {
    taskDefinition: service.deployments[0]?.shape.name,
    desiredCount: service.desired,
    minimumHealthyPercent: service.minimumHealthyPercent,
    maximumPercent: service.maximumPercent,
    healthCheckGracePeriodSeconds: service.graceSeconds,
    availabilityZoneRebalancing: service.rebalancingEnabled ? 'ENABLED' : 'DISABLED',
  };
  if (shape && input.taskDefinition !== undefined) input.taskDefinition = shape.name;
  return Object.entries({ ...input, ...deploymentConfiguration }).flatMap(([what, to]) =>
    to === undefined || to === before[what] ? [] : [{ what, from: before[what], to: to as Json }],
  );
}

function sayUpdate(sim: Simulation, service: Service, changes: Changes): void {
  const said = changes.map(({ what, from, to }) => {
    const value = typeof to === 'object' ? '' : ` ${to}`;
    return `${what}${value}${from === undefined ? '' : ` (was ${from})`}`;
  });
  const message = `was updated: ${said.join(', ') || 'nothing changed'}.`;
  say(sim, service, 'service-updated', message, { changes });
}

function setDesiredCount(sim: Simulation, input: NonNullable<Verbs['setDesiredCount']>): void {
  const service = serviceNamed(sim, input.service);
  sayUpdate(sim, service, changesOf(service, undefined, input));
  changeDesired(sim, service, input.desiredCount);
}

/** The desired count changes without a deployment: by UpdateService, or by service scaling. */
export function changeDesired(sim: Simulation, service: Service, desired: number): void {
  // 3.1.7: a scale-out during a deployment applies to both revisions; that each gets the whole of it is A22.
  const older = service.deployments.slice(1).find(({ keep }) => keep > 0);
  const isRolling = service.rollingOut && service.deployments[0]?.shift === undefined;
  if (isRolling && older && desired > service.desired) {
    older.keep += desired - service.desired;
    sim.assumptions.add('A22');
  }
  service.desired = desired;
  service.steady = false;
  service.complaint = undefined;
  service.dirty = true;
}

/** RunTask, by a person or by an EventBridge rule: each copy that finds no instance is a failure of the call, and is not retried (1.1.6). */
export function runTask(sim: Simulation, input: NonNullable<Verbs['runTask']>): void {
  const shape = shapeNamed(sim.cluster, input.taskDefinition);
  const { strategies, isDefaultStrategy } = strategiesOf(input.placementStrategy);
  const count = input.count ?? 1;
  record(sim, `RunTask: ${count} × ${shape.name}.`);
  const request = {
    shape,
    group: groupOf(sim.cluster, input.group ?? `family:${shape.family}`),
    strategies,
    isDefault: isDefaultStrategy,
    ...constraintsOf(input.placementConstraints),
    zones: zonesOfSubnets(input.networkConfiguration, sim.subnets),
    launchType: input.launchType ?? 'EC2',
  };
  const requests = sim.shareRun?.(input, request, count) ?? Array.from({ length: count }, () => request);
  if (isDefaultStrategy && requests[0]?.launchType !== 'FARGATE') sim.assumptions.add('A6');
  for (const one of requests) if (!isExhausted(sim)) placeTask(sim, one, undefined, true);
}

/** StartTask: the caller names the instances. */
function startByHand(sim: Simulation, input: NonNullable<Verbs['startTask']>): void {
  const shape = shapeNamed(sim.cluster, input.taskDefinition);
  record(sim, `StartTask: ${shape.name} on ${input.containerInstances.join(', ')}.`);
  const request = {
    shape,
    group: groupOf(sim.cluster, input.group ?? `family:${shape.family}`),
    strategies: [],
    isDefault: false,
    queries: [],
    distinctInstance: false,
    zones: zonesOfSubnets(input.networkConfiguration, sim.subnets),
  };
  const instances = input.containerInstances.flatMap((name) => instanceNamed(sim, name) ?? []);
  startTasksOn(sim, request, instances);
}

/** 3.1.10: the instance takes no new tasks; services replace what runs there inside their bounds. */
function drain(sim: Simulation, input: NonNullable<Verbs['drain']>): void {
  const instance = instanceNamed(sim, input.instance);
  if (instance === undefined) return;
  if (instance.status === 'GONE') {
    record(sim, `${instance.name} is lost already and cannot be drained.`, MISSING);
    return;
  }
  drainInstance(sim, instance);
}

/** Back to ACTIVE: only a DRAINING instance comes back. */
function activate(sim: Simulation, input: NonNullable<Verbs['activate']>): void {
  const instance = instanceNamed(sim, input.instance);
  if (instance?.status === 'DRAINING') activateInstance(sim, instance);
  else if (instance) record(sim, `${instance.name} is not DRAINING and cannot be made ACTIVE.`, MISSING);
}

function stopByHand(sim: Simulation, input: NonNullable<Verbs['stopTask']>): void {
  const task = sim.cluster.tasks.find(({ name }) => name === input.task);
  if (task === undefined || !isActive(task)) {
    record(sim, `StopTask: no task ${input.task} is running.`, MISSING);
    return;
  }
  record(sim, `StopTask: ${input.task}.`);
  stopTask(sim, task, { code: 'UserInitiated', say: 'somebody called StopTask' });
}

function loseByName(sim: Simulation, input: NonNullable<Verbs['loseInstance']>): void {
  const instance = instanceNamed(sim, input.instance);
  if (instance) loseInstance(sim, instance);
}

function failAvailabilityZone(sim: Simulation, input: NonNullable<Verbs['failAvailabilityZone']>): void {
  record(sim, `Availability Zone ${input.availabilityZone} fails.`);
  const { instances, fargate, fargateSpot = [] } = sim.cluster;
  for (const instance of [...instances, ...fargate, ...fargateSpot]) {
    if (instance.availabilityZone === input.availabilityZone) loseInstance(sim, instance);
  }
}

/** `reason` of a call that found nothing to act on. */
const MISSING = { reason: 'MISSING' };

function record(sim: Simulation, message: string, more: Partial<Entry> = {}): void {
  sim.timeline.record({ at: sim.nowSeconds, type: 'event', message, ...more });
  sim.lastSeconds = sim.nowSeconds;
}

function serviceNamed(sim: Simulation, name: string): Service {
  const service = sim.cluster.serviceByName.get(name);
  if (!service) throw new Error(`no service ${name}: the scenario was not checked`);
  return service;
}

/** Undefined for an instance of an Auto Scaling group that has not come yet. */
function instanceNamed(sim: Simulation, name: string): Instance | undefined {
  const instance = sim.cluster.instanceByName.get(name);
  if (!instance) record(sim, `There is no container instance ${name} yet.`);
  return instance;
}
