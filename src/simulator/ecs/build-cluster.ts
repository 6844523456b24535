import { launchTypeOf } from '../scenario/strategy-of.ts';
import type {
  ContainerDefinition,
  PlacementConstraint,
  PlacementStrategy,
  TaskDefinition,
  World,
} from '../scenario/world-schema.ts';
import { type Cluster, groupOf, type PortKey, type Service, type Strategy, type TaskShape } from './cluster.ts';
import { fargatePlaces } from './fargate/fargate-places.ts';
import { containerPlans, needsContainers } from './lifecycle/container-plan.ts';
import { plainTimes } from './lifecycle/plain-times.ts';
import { hasTestTraffic, loadBalancersIn, targetGroupsOf } from './load-balancing/target-group.ts';
import { instanceMaker, ZONE } from './make-instance.ts';
import { bridgeMappings } from './networking/dynamic-ports.ts';
import { portKey } from './networking/ports.ts';
import { zonesOfSubnets } from './networking/subnets.ts';
import { parseQuery, type Query } from './placement/query-language.ts';

/** The spread that a service without strategy gets: zones first, instances inside them (1.2.7). */
export const DEFAULT_STRATEGIES: readonly Strategy[] = [
  { type: 'spread', field: `attribute:${ZONE}` },
  { type: 'spread', field: 'instanceId' },
];

/** The cluster that a checked world describes, before anything runs. */
export function buildCluster(world: World): Cluster {
  const zones = zonesOf(world);
  const cluster: Cluster = {
    availabilityZones: zones,
    instances: [],
    fargate: [],
    waitingPlaces: new Map(),
    trunking: world.accountSettings?.awsvpcTrunking === 'enabled',
    tasks: [],
    services: [],
    serviceByName: new Map(),
    instanceByName: new Map(),
    groups: new Map(),
    quotas: world.quotas ?? {},
    fargateLaunches: new Map(),
    lambdas: new Map(Object.entries(world.lambdas ?? {})),
    alarms: new Map((world.alarms ?? []).map(({ name, state }) => [name, state ?? 'OK'])),
    shapes: new Map(),
    targetGroups: targetGroupsOf(world),
    named: new Map(),
    changes: { ring: new Int32Array(0), total: 0 },
    waitsForTasks: false,
    tasksChanged: false,
  };
  for (const definition of world.taskDefinitions) {
    const shape = shapeOf(definition, world);
    cluster.shapes.set(shape.name, shape);
  }
  addInstances(cluster, world, zones[0] ?? 'zone');
  cluster.fargate = fargatePlaces(zones, mayGrow(world) ? FARGATE_INDEX : cluster.instances.length);
  for (const service of world.services ?? []) addService(cluster, service, world);
  return cluster;
}

/** Where Fargate's indexes begin in a world whose instances may become more. */
const FARGATE_INDEX = 1_000_000;

function mayGrow(world: World): boolean {
  const { autoScalingGroups = [], capacityProviders = [] } = world as {
    autoScalingGroups?: unknown[];
    capacityProviders?: unknown[];
  };
  return autoScalingGroups.length + capacityProviders.length > 0;
}

/** The zones of a world: as listed, then any that only an instance or an Auto Scaling group names. */
export function zonesOf(world: World): string[] {
  const named = world.containerInstances.flatMap((group) => group.availabilityZone ?? []);
  const scaled = (world.autoScalingGroups ?? []).flatMap((group) => group.availabilityZones ?? []);
  return [...new Set([...(world.availabilityZones ?? []), ...named, ...scaled])];
}

function addInstances(cluster: Cluster, world: World, firstZone: string): void {
  for (const { count = 1, ...group } of world.containerInstances) {
    const spec = { ...group, availabilityZone: group.availabilityZone ?? firstZone };
    const make = instanceMaker(spec, cluster.trunking);
    for (let n = 1; n <= count; n++) {
      const instance = make(cluster.instances.length, `${group.name}-${n}`);
      cluster.instances.push(instance);
      cluster.instanceByName.set(instance.name, instance);
    }
  }
  cluster.changes.ring = new Int32Array(Math.max(16, cluster.instances.length));
}

function addService(cluster: Cluster, spec: NonNullable<World['services']>[number], world: World): void {
  const daemon = spec.schedulingStrategy === 'DAEMON';
  const configuration = spec.deploymentConfiguration ?? {};
  const service: Service = {
    index: cluster.services.length,
    name: spec.serviceName,
    scheduling: daemon ? 'DAEMON' : 'REPLICA',
    desired: spec.desiredCount ?? 0,
    minimumHealthyPercent: configuration.minimumHealthyPercent ?? (daemon ? 0 : 100),
    maximumPercent: configuration.maximumPercent ?? (daemon ? 100 : 200),
    configuration,
    ...strategiesOf(spec.placementStrategy),
    ...constraintsOf(spec.placementConstraints),
    launchType: launchTypeOf(spec, world),
    rebalancingEnabled: spec.availabilityZoneRebalancing !== 'DISABLED',
    rebalancing: { active: false, moving: undefined, blocked: false },
    networkConfiguration: spec.networkConfiguration,
    zones: zonesOfSubnets(spec.networkConfiguration, world.subnets ?? []),
    group: groupOf(cluster, `service:${spec.serviceName}`),
    deployments: [],
    rollingOut: false,
    unplaced: 0,
    stopping: 0,
    loadBalancers: loadBalancersIn(cluster.targetGroups, spec.loadBalancers),
    testTraffic: hasTestTraffic(spec),
    graceSeconds: spec.healthCheckGracePeriodSeconds ?? 0,
    restarts: 0,
    dirty: true,
    steady: false,
    complaint: undefined,
  };
  cluster.services.push(service);
  cluster.serviceByName.set(service.name, service);
}

/** Strategies as given; none means the default spread. */
export function strategiesOf(specs: readonly PlacementStrategy[] | undefined): {
  strategies: readonly Strategy[];
  isDefaultStrategy: boolean;
} {
  if (specs === undefined || specs.length === 0) return { strategies: DEFAULT_STRATEGIES, isDefaultStrategy: true };
  const strategies = specs.map(({ type, field }): Strategy => {
    if (type === 'random') return { type };
    if (type === 'binpack') return { type, field: field?.toLowerCase() === 'cpu' ? 'cpu' : 'memory' };
    return { type, field: field === undefined || field === 'host' ? 'instanceId' : field };
  });
  return { strategies, isDefaultStrategy: false };
}

/** Constraints as given, expressions read. */
export function constraintsOf(specs: readonly PlacementConstraint[] | undefined): {
  queries: readonly Query[];
  distinctInstance: boolean;
} {
  return {
    queries: (specs ?? []).flatMap((spec) => parseQuery(spec.expression ?? '').query ?? []),
    distinctInstance: (specs ?? []).some((spec) => spec.type === 'distinctInstance'),
  };
}

/** `web` means the latest revision of web. */
export function shapeNamed(cluster: Cluster, name: string): TaskShape {
  const exact = cluster.shapes.get(name);
  if (exact) return exact;
  const revisions = [...cluster.shapes.values()].filter((shape) => shape.family === name);
  const revisionOf = (shape: TaskShape) => Number(shape.name.slice(shape.family.length + 1));
  const latest = revisions.sort((a, b) => revisionOf(b) - revisionOf(a))[0];
  if (!latest) throw new Error(`no task definition ${name}: the scenario was not checked`);
  return latest;
}

/** What placement subtracts for a task: the task-level amount, else the sum over its containers (2.1.3, 2.1.4). */
export function needOf(definition: TaskDefinition): { cpuUnits: number; memoryMib: number } {
  const sum = (amount: (container: ContainerDefinition) => number) =>
    definition.containerDefinitions.reduce((total, container) => total + amount(container), 0);
  return {
    cpuUnits: definition.cpu ?? sum((container) => container.cpu ?? 0),
    memoryMib: definition.memory ?? sum((container) => container.memoryReservation ?? container.memory ?? 0),
  };
}

/** GPUs that the containers of a task ask for together. */
function gpusOf({ containerDefinitions }: TaskDefinition): number {
  const asked = containerDefinitions.flatMap(({ resourceRequirements = [] }) => resourceRequirements);
  return asked.reduce((sum, { type, value }) => sum + (type === 'GPU' ? Number(value) : 0), 0);
}

/** Host ports a task takes on its instance: static ones of bridge mode, every mapped one of host mode (2.2). */
export function hostPortsOf(definition: TaskDefinition): PortKey[] {
  const mode = definition.networkMode ?? 'bridge';
  if (mode !== 'bridge' && mode !== 'host') return [];
  return definition.containerDefinitions.flatMap((container) =>
    (container.portMappings ?? []).flatMap((mapping) => {
      const port = mode === 'host' ? mapping.containerPort : (mapping.hostPort ?? 0);
      return port === 0 ? [] : [portKey(port, mapping.protocol ?? 'tcp')];
    }),
  );
}

function shapeOf(definition: TaskDefinition, world: World): TaskShape {
  const containers = containerPlans(definition, world);
  return {
    name: `${definition.family}:${definition.revision ?? 1}`,
    family: definition.family,
    need: needOf(definition),
    ports: hostPortsOf(definition),
    gpus: gpusOf(definition),
    mappings: bridgeMappings(definition),
    awsvpc: definition.networkMode === 'awsvpc',
    queries: constraintsOf(definition.placementConstraints).queries,
    ...plainTimes(containers),
    containers,
    followsContainers: needsContainers(definition, containers),
  };
}
