import { list } from '../simulator/scenario/fault.ts';
import type { TaskDefinition } from '../simulator/scenario/world-schema.ts';
import { nameOf, regionOf } from './arn.ts';
import { alarmsOf, images, lambdasOf } from './assumed-parts.ts';
import { type Capacity, capacityOf } from './capacity.ts';
import type { Collected } from './collect.ts';
import type { InstanceGroup } from './container-instances.ts';
import { type Fields, fields, unlessEmpty } from './fields.ts';
import { notLookedAt } from './not-looked-at.ts';
import { occupiedInstances } from './occupied-instances.ts';
import { othersServices } from './others-services.ts';
import { type ScalableTargets, scalableTargetsOf } from './scalable-targets.ts';
import type { AwsService } from './service-shape.ts';
import { serviceOf } from './services.ts';
import type { Described, Path, Place } from './source.ts';
import { subnetsOf, zonesIn } from './subnets.ts';
import { targetGroupsOf } from './target-groups.ts';
import type { AwsTaskDefinition } from './task-definition-shape.ts';
import { definitionName, taskDefinitionOf } from './task-definitions.ts';

/** A world under construction, with what stands beside its values. */
export type BuiltWorld = {
  world: Fields;
  /** Comments: what was assumed or measured, and what AWS calls a thing. */
  remarks: { path: Path; text: string }[];
  /** From a place in the scenario to the one in the files that it comes from. */
  origins: { path: Path; from: Place }[];
  /** What the person who imports should know or do. */
  notes: string[];
};

export type Parts = {
  services: readonly Described<AwsService>[];
  taskDefinitions: readonly Described<AwsTaskDefinition>[];
  collected: Collected;
};

/** The world that the files describe: every value from AWS, every guess with a remark. */
export function buildWorld({ services, taskDefinitions, collected }: Parts): BuiltWorld {
  const built: BuiltWorld = { world: {}, remarks: [], origins: [], notes: [] };
  const own = services.map(({ value }) => value);
  const definitions = taskDefinitions.map(({ value }) => taskDefinitionOf(value));
  const typed = definitions as unknown as TaskDefinition[];
  const standing = servicesWith(services, taskDefinitions);
  const capacity = capacityOf(own, collected);
  const scaling = scalableTargetsOf(
    own.map(({ serviceName }) => serviceName),
    collected,
  );
  built.notes.push(...capacity.notes, ...scaling.notes, ...notLookedAt(own, collected));
  const awsServices = own.map((service) => serviceOf(service, capacity.providers));
  const expressions = JSON.stringify([awsServices, definitions]);
  const occupied = occupiedInstances(
    { services: own, definitions: typed, collected },
    { capacity, expressions, built },
  );
  const others = othersServices(occupied.groups, occupied.members, [
    ...own.map(({ serviceName }) => serviceName),
    ...typed.map(({ family }) => family),
  ]);
  const zones = zonesOf(own, collected, built);
  built.world = fields({
    region: regionOf(own[0]?.serviceArn) ?? regionOf(own[0]?.clusterArn),
    availabilityZones: unlessEmpty(zones),
    accountSettings: trunking(collected) ? { awsvpcTrunking: 'enabled' } : undefined,
    subnets: unlessEmpty(subnets(own, { collected, zones, built })),
    containerInstances: others.groups.map(({ value }) => value),
    autoScalingGroups: unlessEmpty(capacity.autoScalingGroups.map(({ value }) => value)),
    capacityProviders: unlessEmpty(capacity.capacityProviders.map(({ value }) => value)),
    targetGroups: unlessEmpty(targetGroups(standing, collected, built)),
    alarms: unlessEmpty(alarmsOf(awsServices, built)),
    lambdas: lambdasOf(awsServices, built),
    // Others stand already: among daemons the first in the list is placed first.
    services: [...others.services, ...awsServices],
    scalableTargets: unlessEmpty(scaling.targets.map(({ value }) => value)),
    taskDefinitions: [...definitions, ...others.taskDefinitions],
    images: images(typed, { collected, services: own, built }),
    begin: 'steady',
  });
  remarkInstances(others.groups, built);
  for (const [i] of others.services.entries()) {
    built.remarks.push({ path: ['world', 'services', i], text: whoElse(own, collected) });
  }
  remarkScaling({ capacity, scaling }, built);
  const originsOf = (list: string[], things: readonly Place[], first = 0) => {
    for (const [i, { file, path }] of things.entries())
      built.origins.push({ path: ['world', ...list, first + i], from: { file, path } });
  };
  originsOf(['services'], services, others.services.length);
  originsOf(['taskDefinitions'], taskDefinitions);
  originsOf(
    ['autoScalingGroups'],
    capacity.autoScalingGroups.map(({ from }) => from),
  );
  originsOf(
    ['capacityProviders'],
    capacity.capacityProviders.map(({ from }) => from),
  );
  originsOf(
    ['scalableTargets'],
    scaling.targets.map(({ from }) => from),
  );
  for (const [i, { within }] of scaling.targets.entries()) {
    const at = ['world', 'scalableTargets', i];
    for (const [list, places] of Object.entries(within))
      for (const [n, { file, path }] of places.entries())
        built.origins.push({ path: [...at, list, n], from: { file, path } });
  }
  return built;
}

function whoElse(services: readonly AwsService[], { tasks }: Collected): string {
  const own = new Set(services.map(({ serviceName }) => `service:${serviceName}`));
  const groups = new Set(
    tasks.flatMap(({ value: { group } }) => (group === undefined || own.has(group) ? [] : [group])),
  );
  const named = groups.size === 0 ? '' : ` (describe-tasks names ${list([...groups].sort(), 'and')})`;
  return `what tasks outside the files take of an instance${named}; they leave with it and do not move`;
}

/** Each service with whether its tasks have interfaces of their own. */
function servicesWith(services: Parts['services'], definitions: Parts['taskDefinitions']) {
  const modes = new Map(definitions.map(({ value }) => [definitionName(value), value.networkMode]));
  return services.map(({ value }) => ({
    service: value,
    isAwsvpc: modes.get(nameOf(value.taskDefinition ?? '')) === 'awsvpc',
  }));
}

function zonesOf(services: readonly AwsService[], collected: Collected, built: BuiltWorld): string[] {
  const zones = zonesIn(collected);
  if (zones.length > 0 || !services.some(({ networkConfiguration }) => networkConfiguration)) return zones;
  const region = regionOf(services[0]?.serviceArn) ?? 'zone-';
  built.remarks.push({ path: ['world', 'availabilityZones'], text: 'assumed: no file names a zone' });
  return [`${region}a`, `${region}b`];
}

function trunking({ instances }: Collected): boolean {
  return instances.some(({ value }) => value.attributes?.some(({ name }) => name === 'ecs.awsvpc-trunk-id'));
}

type Around = { collected: Collected; zones: readonly string[]; built: BuiltWorld };

function subnets(services: readonly AwsService[], { collected, zones, built }: Around): Fields[] {
  const { subnets, guessed } = subnetsOf(services, collected, zones);
  if (guessed.length > 0) {
    built.remarks.push({
      path: ['world', 'subnets'],
      text: `assumed: no file says in which zone ${guessed.join(', ')} lie`,
    });
    built.notes.push(
      `no file says in which zone the subnets lie; run and add: aws ec2 describe-subnets --subnet-ids ${guessed.join(' ')} > subnets.json`,
    );
  }
  return subnets;
}

function targetGroups(services: ReturnType<typeof servicesWith>, collected: Collected, built: BuiltWorld): Fields[] {
  const { groups, missing, ambiguousAttributes } = targetGroupsOf(services, collected);
  const root = ['world', 'targetGroups'];
  for (const [i, { from, value }] of groups.entries()) {
    const path = [...root, i];
    if (from) built.origins.push({ path, from });
    else built.remarks.push({ path, text: "assumed: AWS's defaults, because no file describes this target group" });
    if (value.deregistrationDelaySeconds !== undefined) continue;
    const text = "deregistrationDelaySeconds: AWS's default is 300; describe-target-group-attributes says the real one";
    built.remarks.push({ path, text });
  }
  if (missing.length > 0) {
    const names = missing.map(nameOf).join(' ');
    built.notes.push(
      `AWS's defaults stand in for target groups; run and add: aws elbv2 describe-target-groups --names ${names} > target-groups.json`,
    );
  }
  if (ambiguousAttributes) {
    built.notes.push(
      'describe-target-group-attributes does not say whose attributes they are, and there are several target groups: deregistration_delay.timeout_seconds is not taken',
    );
  }
  return groups.map(({ value }) => value);
}

function remarkInstances(groups: readonly InstanceGroup[], built: BuiltWorld): void {
  for (const [i, { ids, from }] of groups.entries()) {
    const path = ['world', 'containerInstances', i];
    built.origins.push({ path, from });
    const shown = ids.length > 20 ? `${ids.slice(0, 20).join(', ')} and ${ids.length - 20} more` : ids.join(', ');
    built.remarks.push({ path, text: shown });
  }
}

function remarkScaling(
  { capacity, scaling }: { capacity: Capacity; scaling: ScalableTargets },
  built: BuiltWorld,
): void {
  if (capacity.autoScalingGroups.length > 0) {
    const text = 'launchSeconds is assumed: from launch until the instance is ACTIVE in the cluster';
    built.remarks.push({ path: ['world', 'autoScalingGroups'], text });
  }
  if (scaling.targets.length > 0) {
    const text =
      'nothing scales without load: write world.load, and how images answer it (requestsPerSecond, cpuPerRequest, memoryPerRequest)';
    built.remarks.push({ path: ['world', 'scalableTargets'], text });
  }
}
