import { zonesOf } from '../ecs/build-cluster.ts';
import { INSTANCE_TYPES, registeredResources } from '../ecs/instance-types.ts';
import type { StoreyForm } from '../storey.ts';
import { refuseInto, refuseService, refuseTaskDefinition } from './aws-refusals.ts';
import { checkAlarms } from './check-alarms.ts';
import { checkChallenge } from './check-challenge.ts';
import { checkEvents } from './check-events.ts';
import { checkLambdas } from './check-lambdas.ts';
import { checkQuotas } from './check-quotas.ts';
import { refuseExternalDefinition, refuseExternalInstance } from './external-refusals.ts';
import { type Fault, list, nearest } from './fault.ts';
import { refuseLifecycle } from './lifecycle-refusals.ts';
import { duplicates, taskDefinitionNames, unknownName } from './names.ts';
import { refuseAwsvpcPorts, refuseLaunch, refuseOnFargate } from './network-refusals.ts';
import { refuseRebalancing } from './rebalancing-refusals.ts';
import type { Limits, Scenario } from './scenario-schema.ts';
import { checkTargetGroups } from './target-group-refusals.ts';
import type { ContainerInstances, World } from './world-schema.ts';

/** Faults that no single field shows: references, duplicates, limits, and values that AWS refuses. */
export function checkReferences(forms: readonly StoreyForm[], scenario: Scenario, limits: Limits): Fault[] {
  const faults = checkWorld(scenario.world, limits);
  // Names of a world that is itself wrong would only produce echoes.
  if (faults.length === 0)
    faults.push(
      ...checkAlarms(forms, scenario),
      ...checkLambdas(scenario),
      ...checkQuotas(scenario),
      ...checkEvents(scenario),
      ...forms.flatMap((form) => form.check(scenario, limits)),
      ...checkChallenge(forms, scenario),
    );
  return faults;
}

function checkWorld(world: World, limits: Limits): Fault[] {
  const faults: Fault[] = [];
  const root = (list: string) => (i: number) => ['world', list, i];
  checkInstances(world, limits, faults);
  checkSubnets(world, faults);
  const families = world.taskDefinitions.map(({ family, revision }) => `${family}:${revision ?? 1}`);
  faults.push(...duplicates(families, root('taskDefinitions'), 'task definition'));
  for (const [i, definition] of world.taskDefinitions.entries()) {
    const path = ['world', 'taskDefinitions', i];
    faults.push(
      ...duplicates(
        definition.containerDefinitions.map(({ name }) => name),
        (c) => [...path, 'containerDefinitions', c, 'name'],
        'container',
      ),
    );
    refuseTaskDefinition(definition, refuseInto(faults, path));
    refuseLifecycle(definition, refuseInto(faults, path));
    refuseOnFargate(definition, refuseInto(faults, path));
    refuseAwsvpcPorts(definition, refuseInto(faults, path));
    refuseExternalDefinition(definition, refuseInto(faults, path));
  }
  checkServices(world, faults);
  checkTargetGroups(world, faults);
  checkImages(world, faults);
  return faults;
}

function checkServices(world: World, faults: Fault[]): void {
  const services = world.services ?? [];
  const names = services.map(({ serviceName }) => serviceName);
  faults.push(...duplicates(names, (i) => ['world', 'services', i, 'serviceName'], 'service'));
  const known = taskDefinitionNames(world);
  for (const [i, service] of services.entries()) {
    const path = ['world', 'services', i];
    if (!known.includes(service.taskDefinition)) {
      const message = unknownName('task definition', service.taskDefinition, known);
      faults.push({ path: [...path, 'taskDefinition'], message });
    }
    refuseService(service, refuseInto(faults, path));
    refuseLaunch(service, service.taskDefinition, world, refuseInto(faults, path));
    refuseRebalancing(service, world, refuseInto(faults, path));
  }
}

/** Subnets have names of their own and lie in zones of the world. */
function checkSubnets(world: World, faults: Fault[]): void {
  const subnets = world.subnets ?? [];
  const ids = subnets.map(({ subnetId }) => subnetId);
  faults.push(...duplicates(ids, (i) => ['world', 'subnets', i, 'subnetId'], 'subnet'));
  const zones = zonesOf(world);
  for (const [i, { availabilityZone }] of subnets.entries()) {
    if (zones.includes(availabilityZone)) continue;
    const message = unknownName('Availability Zone', availabilityZone, zones);
    faults.push({ path: ['world', 'subnets', i, 'availabilityZone'], message });
  }
}

function checkImages(world: World, faults: Fault[]): void {
  const used = [
    ...new Set(world.taskDefinitions.flatMap((task) => task.containerDefinitions.map(({ image }) => image))),
  ];
  for (const image of Object.keys(world.images ?? {})) {
    if (used.includes(image)) continue;
    const near = nearest(image, used) ?? used.join(', ');
    faults.push({ path: ['world', 'images', image], message: `no container uses this image; the images are ${near}` });
  }
}

function checkInstances(world: World, limits: Limits, faults: Fault[]): void {
  const groups = world.containerInstances;
  faults.push(
    ...duplicates(
      groups.map(({ name }) => name),
      (i) => ['world', 'containerInstances', i, 'name'],
      'group',
    ),
  );
  const total = groups.reduce((sum, { count }) => sum + (count ?? 1), 0);
  if (total > limits.instances) {
    const message = `${total} container instances are too many; write at most ${limits.instances}`;
    faults.push({ path: ['world', 'containerInstances'], message });
  }
  for (const [i, group] of groups.entries()) {
    const report = (path: (string | number)[], message: string) =>
      faults.push({ path: ['world', 'containerInstances', i, ...path], message });
    checkSize(group, report);
    refuseExternalInstance(group, refuseInto(faults, ['world', 'containerInstances', i]));
    checkZone(group, world.availabilityZones ?? [], report);
    checkAttributes(group, report);
  }
}

type Report = (path: (string | number)[], message: string) => void;

function checkSize(group: ContainerInstances, report: Report): void {
  const { instanceType, registeredResources: own, cpu, memory, reservedMemory = 0 } = group;
  const isOwn = cpu !== undefined || memory !== undefined;
  if (instanceType !== undefined && isOwn) {
    report(['instanceType'], 'cpu and memory are given too; write either an instanceType or both amounts');
  } else if (own !== undefined && instanceType === undefined) {
    report(['registeredResources'], 'belongs to an instanceType; write one, or cpu and memory in its place');
  } else if (instanceType === undefined && (cpu === undefined || memory === undefined)) {
    report([], 'the size is missing; write an instanceType, for example m5.large, or cpu and memory');
  }
  const type = INSTANCE_TYPES.get(instanceType ?? '');
  if (instanceType !== undefined && type === undefined && own === undefined) {
    report(['instanceType'], unknownName('instance type', instanceType, [...INSTANCE_TYPES.keys()]));
  }
  const table = type ? registeredResources(type).memoryMib : (memory ?? Number.POSITIVE_INFINITY);
  const registered = own?.memory ?? table;
  if (reservedMemory >= registered) report(['reservedMemory'], `leaves nothing of ${registered} MiB; write less`);
}

function checkZone({ availabilityZone }: ContainerInstances, zones: readonly string[], report: Report): void {
  if (zones.length === 0) return;
  if (availabilityZone === undefined && zones.length > 1) {
    report([], `the availabilityZone is missing; write ${list(zones, 'or')}`);
  }
  if (availabilityZone !== undefined && !zones.includes(availabilityZone)) {
    report(['availabilityZone'], unknownName('Availability Zone', availabilityZone, zones));
  }
}

/** Attributes that the cluster fills in itself. */
const FILLED_IN = [
  'ecs.availability-zone',
  'ecs.instance-type',
  'ecs.os-type',
  'ecs.os-family',
  'ecs.cpu-architecture',
  'ecs.capability.external',
];

function checkAttributes({ attributes = {} }: ContainerInstances, report: Report): void {
  for (const [name, value] of Object.entries(attributes)) {
    if (FILLED_IN.includes(name)) report(['attributes', name], 'is filled in by the cluster; remove it');
    else if (!/^[A-Za-z0-9_/\\.-]{1,128}$/.test(name)) {
      report(['attributes', name], 'is not a name AWS takes; write 1 to 128 letters, digits, - _ / \\ .');
    }
    if (!/^[A-Za-z0-9_/\\.@:-]([A-Za-z0-9_/\\.@: -]{0,126}[A-Za-z0-9_/\\.@:-])?$/.test(value)) {
      report(['attributes', name], 'is not a value AWS takes; write 1 to 128 letters, digits, - _ / \\ . @ :');
    }
  }
}
