import type { ClusterEvent, ScenarioEvent } from '../scenario/event-schema.ts';
import { constraintsOf, shapeNamed, strategiesOf } from './build-cluster.ts';
import { groupOf, type Instance, isActive, type Service } from './cluster.ts';
import { noteAlarmsAtStart, setAlarm } from './deployment/alarms.ts';
import { beginShift } from './deployment/blue-green.ts';
import { continueServiceDeployment, stopServiceDeployment } from './deployment/service-deployment-verbs.ts';
import { drainInstance, loseInstance } from './instances.ts';
import { zonesOfSubnets } from './networking/subnets.ts';
import { placeTask } from './placement/place-task.ts';
import { startTasksOn } from './placement/start-task.ts';
import { updateTaskProtection } from './protection/task-protection.ts';
import { say } from './service-reports.ts';
import { beginDeployment, requestFor } from './service-scheduler.ts';
import { isExhausted, type Simulation } from './simulation.ts';
import { stopTask } from './task.ts';

type Verbs = Required<Omit<ClusterEvent, 'at'>>;

/** One function per event verb: the controllers do the rest when they next look. */
const VERB_ACTIONS: { [verb in keyof Verbs]: (sim: Simulation, input: NonNullable<Verbs[verb]>) => void } = {
  updateService,
  runTask,
  setDesiredCount,
  drain,
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
  for (const verb of Object.keys(VERB_ACTIONS) as (keyof Verbs)[]) {
    const input = event[verb];
    if (input !== undefined) (VERB_ACTIONS[verb] as (sim: Simulation, input: unknown) => void)(sim, input);
  }
  for (const { verbs = {} } of sim.controllers) {
    for (const [verb, act] of Object.entries(verbs)) {
      const input = (event as Record<string, unknown>)[verb];
      if (input !== undefined) (act as (sim: Simulation, input: unknown) => void)(sim, input);
    }
  }
}

/**
 * UpdateService. A new task definition or forceNewDeployment starts a deployment; desired count, deployment
 * configuration, strategies and constraints take effect without one.
 */
function updateService(sim: Simulation, input: NonNullable<Verbs['updateService']>): void {
  const service = serviceNamed(sim, input.service);
  const configuration = input.deploymentConfiguration;
  service.configuration = { ...service.configuration, ...configuration };
  service.minimumHealthyPercent = configuration?.minimumHealthyPercent ?? service.minimumHealthyPercent;
  service.maximumPercent = configuration?.maximumPercent ?? service.maximumPercent;
  service.graceSeconds = input.healthCheckGracePeriodSeconds ?? service.graceSeconds;
  if (input.availabilityZoneRebalancing) service.rebalancingEnabled = input.availabilityZoneRebalancing === 'ENABLED';
  if (input.placementStrategy) Object.assign(service, strategiesOf(input.placementStrategy));
  if (input.placementConstraints) Object.assign(service, constraintsOf(input.placementConstraints));
  for (const deployment of service.deployments) deployment.request = requestFor(service, deployment.shape);
  const present = service.deployments[0]?.shape;
  const shape = input.taskDefinition === undefined ? present : shapeNamed(sim.cluster, input.taskDefinition);
  say(sim, service, 'service-updated', `was updated: ${sayUpdate(input)}.`);
  if (input.desiredCount !== undefined) changeDesired(sim, service, input.desiredCount);
  service.complaint = undefined;
  service.dirty = true;
  if (shape === undefined || (shape === present && input.forceNewDeployment !== true)) return;
  startDeployment(sim, service, shape);
}

function startDeployment(sim: Simulation, service: Service, shape: NonNullable<ReturnType<typeof shapeNamed>>): void {
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
  );
  beginShift(sim, service);
  noteAlarmsAtStart(sim, service);
}

function sayUpdate(input: NonNullable<Verbs['updateService']>): string {
  const { minimumHealthyPercent, maximumPercent } = input.deploymentConfiguration ?? {};
  const parts = [
    input.taskDefinition === undefined ? '' : `task definition ${input.taskDefinition}`,
    input.desiredCount === undefined ? '' : `desired count ${input.desiredCount}`,
    minimumHealthyPercent === undefined ? '' : `minimumHealthyPercent ${minimumHealthyPercent}`,
    maximumPercent === undefined ? '' : `maximumPercent ${maximumPercent}`,
    input.placementStrategy ? 'placement strategy' : '',
    input.placementConstraints ? 'placement constraints' : '',
    input.availabilityZoneRebalancing ? `zone rebalancing ${input.availabilityZoneRebalancing}` : '',
    input.forceNewDeployment === true ? 'a new deployment was forced' : '',
  ].filter((part) => part !== '');
  return parts.length > 0 ? parts.join(', ') : 'nothing changed';
}

function setDesiredCount(sim: Simulation, input: NonNullable<Verbs['setDesiredCount']>): void {
  const service = serviceNamed(sim, input.service);
  say(sim, service, 'service-updated', `was updated: desired count ${input.desiredCount} (was ${service.desired}).`);
  changeDesired(sim, service, input.desiredCount);
}

function changeDesired(sim: Simulation, service: Service, desired: number): void {
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

/** RunTask: each copy that finds no instance is a failure of the call, and is not retried (1.1.6). */
function runTask(sim: Simulation, input: NonNullable<Verbs['runTask']>): void {
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
  const instances = input.containerInstances.map((name) => instanceNamed(sim, name));
  startTasksOn(sim, request, instances);
}

/** 3.1.10: the instance takes no new tasks; services replace what runs there inside their bounds. */
function drain(sim: Simulation, input: NonNullable<Verbs['drain']>): void {
  const instance = instanceNamed(sim, input.instance);
  if (instance.status === 'GONE') {
    record(sim, `${instance.name} is lost already and cannot be drained.`);
    return;
  }
  drainInstance(sim, instance);
}

function stopByHand(sim: Simulation, input: NonNullable<Verbs['stopTask']>): void {
  const task = sim.cluster.tasks.find(({ name }) => name === input.task);
  if (task === undefined || !isActive(task)) {
    record(sim, `StopTask: no task ${input.task} is running.`);
    return;
  }
  record(sim, `StopTask: ${input.task}.`);
  stopTask(sim, task, { code: 'UserInitiated', say: 'somebody called StopTask' });
}

function loseByName(sim: Simulation, input: NonNullable<Verbs['loseInstance']>): void {
  loseInstance(sim, instanceNamed(sim, input.instance));
}

function failAvailabilityZone(sim: Simulation, input: NonNullable<Verbs['failAvailabilityZone']>): void {
  record(sim, `Availability Zone ${input.availabilityZone} fails.`);
  const { instances, fargate, fargateSpot = [] } = sim.cluster;
  for (const instance of [...instances, ...fargate, ...fargateSpot]) {
    if (instance.availabilityZone === input.availabilityZone) loseInstance(sim, instance);
  }
}

function record(sim: Simulation, message: string): void {
  sim.timeline.record({ at: sim.nowSeconds, type: 'event', message });
  sim.lastSeconds = sim.nowSeconds;
}

function serviceNamed(sim: Simulation, name: string): Service {
  const service = sim.cluster.serviceByName.get(name);
  if (!service) throw new Error(`no service ${name}: the scenario was not checked`);
  return service;
}

function instanceNamed(sim: Simulation, name: string): Instance {
  const instance = sim.cluster.instanceByName.get(name);
  if (!instance) throw new Error(`no instance ${name}: the scenario was not checked`);
  return instance;
}
