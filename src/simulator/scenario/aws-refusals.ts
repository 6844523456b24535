import { parseQuery } from '../ecs/placement/query-language.ts';
import { refuseDeploymentControl } from './deployment-refusals.ts';
import { type Fault, list, quote } from './fault.ts';
import type {
  ContainerDefinition,
  DeploymentConfiguration,
  PlacementConstraint,
  PlacementStrategy,
  Service,
  TaskDefinition,
} from './world-schema.ts';

/** Collects what AWS would answer with an error, each with the reason. */
export type Refuse = (path: (string | number)[], what: string, why: string) => void;

/** A collector whose sentences read `AWS refuses minimumHealthyPercent 101: …`. */
export function refuseInto(faults: Fault[], root: readonly (string | number)[]): Refuse {
  return (path, what, why) => faults.push({ path: [...root, ...path], message: `AWS refuses ${what}: ${why}` });
}

type Scheduling = 'REPLICA' | 'DAEMON';

/** AWS answers so when both percentages are 100 (3.1.6). */
const BOTH_100 = 'Both maximumPercent and minimumHealthyPercent cannot be 100 as this will block deployments';

/** A number of tasks beyond this is no scenario but a slip; AWS's own quota is 5,000 tasks a service. */
const MAX_DESIRED = 200_000;

/** The two percentages of a service, each in its range and both together (1.6, 3.1). */
export function refusePercentages(
  configuration: DeploymentConfiguration,
  scheduling: Scheduling,
  refuse: Refuse,
): void {
  const { minimumHealthyPercent: minimum, maximumPercent: maximum } = configuration;
  if (minimum !== undefined && (minimum < 0 || minimum > 100)) {
    refuse(
      ['minimumHealthyPercent'],
      `minimumHealthyPercent ${minimum}`,
      'it is a percentage of the desired count from 0 to 100',
    );
  }
  if (maximum !== undefined && scheduling === 'DAEMON' && maximum !== 100) {
    refuse(['maximumPercent'], `maximumPercent ${maximum}`, 'a DAEMON service takes only 100');
  } else if (maximum !== undefined && maximum < 100) {
    refuse(['maximumPercent'], `maximumPercent ${maximum}`, 'it is at least 100, the desired count itself');
  }
  const isDaemon = scheduling === 'DAEMON';
  if ((minimum ?? (isDaemon ? 0 : 100)) === 100 && (maximum ?? (isDaemon ? 100 : 200)) === 100) {
    const written = maximum === undefined ? 'minimumHealthyPercent' : 'maximumPercent';
    refuse([written], `${written} 100`, BOTH_100);
  }
}

/** A desired count, for services that take one (1.6). */
export function refuseDesiredCount(desired: number | undefined, scheduling: Scheduling, refuse: Refuse): void {
  if (scheduling === 'DAEMON') {
    if (desired !== undefined)
      refuse(['desiredCount'], `desiredCount ${desired}`, 'a DAEMON service runs one task on each instance');
  } else if (desired === undefined) {
    refuse([], 'a REPLICA service without desiredCount', 'write how many tasks it keeps');
  } else if (desired < 0 || desired > MAX_DESIRED) {
    refuse(['desiredCount'], `desiredCount ${desired}`, `it is a whole number from 0 to ${MAX_DESIRED}`);
  }
}

/** Up to five strategies, each with a field that fits its type (1.2). */
export function refuseStrategies(strategies: readonly PlacementStrategy[], refuse: Refuse): void {
  if (strategies.length > 5)
    refuse([], `${strategies.length} placement strategies`, 'a service or RunTask takes at most 5');
  for (const [i, { type, field }] of strategies.entries()) {
    const what = `${type} with field ${quote(field)}`;
    if (type === 'binpack' && !['cpu', 'memory'].includes(field?.toLowerCase() ?? '')) {
      refuse(field === undefined ? [i] : [i, 'field'], what, 'binpack takes cpu or memory');
    }
    if (type === 'spread' && !/^(instanceId|host|attribute:[^\s:()]{1,128})$/.test(field ?? '')) {
      const why = 'spread takes instanceId, host or an attribute, for example attribute:ecs.availability-zone';
      refuse(field === undefined ? [i] : [i, 'field'], what, why);
    }
  }
}

/** Constraints as the place they stand in allows them (1.4). */
export function refuseConstraints(
  constraints: readonly PlacementConstraint[],
  where: 'task definition' | 'service',
  refuse: Refuse,
): void {
  if (constraints.length > 10) refuse([], `${constraints.length} placement constraints`, 'a task takes at most 10');
  for (const [i, { type, expression }] of constraints.entries()) {
    if (type === 'distinctInstance') {
      if (where === 'task definition') {
        refuse([i, 'type'], 'distinctInstance in a task definition', 'it belongs to the service or to RunTask');
      }
      if (expression !== undefined) refuse([i, 'expression'], 'distinctInstance with an expression', 'it takes none');
    } else if (expression === undefined) {
      refuse([i], 'memberOf without an expression', 'write one, for example attribute:stack == prod');
    } else {
      const { fault } = parseQuery(expression);
      if (fault) refuse([i, 'expression'], `the expression at column ${fault.column}`, fault.message);
    }
  }
}

/** CreateService. */
export function refuseService(service: Service, refuse: Refuse): void {
  const scheduling = service.schedulingStrategy ?? 'REPLICA';
  const within =
    (key: string): Refuse =>
    (path, what, why) =>
      refuse([key, ...path], what, why);
  refuseDesiredCount(service.desiredCount, scheduling, refuse);
  if (service.deploymentConfiguration) {
    refusePercentages(service.deploymentConfiguration, scheduling, within('deploymentConfiguration'));
    refuseDeploymentControl(service.deploymentConfiguration, within('deploymentConfiguration'));
  }
  refuseStrategies(service.placementStrategy ?? [], within('placementStrategy'));
  refuseConstraints(service.placementConstraints ?? [], 'service', within('placementConstraints'));
  if (scheduling !== 'DAEMON') return;
  const strategy = service.deploymentConfiguration?.strategy ?? 'ROLLING';
  if (strategy !== 'ROLLING') {
    const why = 'a DAEMON service is updated by rolling updates';
    refuse(['deploymentConfiguration', 'strategy'], `${strategy} on a DAEMON service`, why);
  }
  if ((service.placementStrategy ?? []).length > 0) {
    refuse(['placementStrategy'], 'a placement strategy on a DAEMON service', 'it runs one task on each instance');
  }
  if ((service.placementConstraints ?? []).some(({ type }) => type === 'distinctInstance')) {
    refuse(
      ['placementConstraints'],
      'distinctInstance on a DAEMON service',
      'it runs one task on each instance anyway',
    );
  }
}

/** RegisterTaskDefinition (2.1, 2.2). */
export function refuseTaskDefinition(definition: TaskDefinition, refuse: Refuse): void {
  const containers = definition.containerDefinitions;
  if (containers.length === 0 || containers.length > 10) {
    refuse(['containerDefinitions'], `${containers.length} containers`, 'a task definition has 1 to 10');
  }
  if (containers.length > 0 && containers.every(({ essential }) => essential === false)) {
    refuse(['containerDefinitions'], 'a task without an essential container', 'leave essential out on at least one');
  }
  const { cpu, memory } = definition;
  if (cpu !== undefined && (cpu < 128 || cpu > 196_608)) {
    refuse(['cpu'], `task cpu ${cpu}`, 'on EC2 it is 128 to 196608 CPU units');
  }
  if (memory !== undefined && memory < 6) refuse(['memory'], `task memory ${memory}`, 'it is at least 6 MiB');
  refuseSums(definition, refuse);
  refuseConstraints(definition.placementConstraints ?? [], 'task definition', (path, what, why) =>
    refuse(['placementConstraints', ...path], what, why),
  );
  for (const [i, container] of containers.entries()) {
    refuseContainer(container, definition, (path, what, why) =>
      refuse(['containerDefinitions', i, ...path], what, why),
    );
  }
  refuseSharedPorts(definition, refuse);
}

/** 2.1.5: the containers together fit into the task. */
function refuseSums({ containerDefinitions, cpu, memory }: TaskDefinition, refuse: Refuse): void {
  const sum = (amount: (container: ContainerDefinition) => number) =>
    containerDefinitions.reduce((total, container) => total + amount(container), 0);
  const cpuSum = sum((container) => container.cpu ?? 0);
  if (cpu !== undefined && cpuSum > cpu)
    refuse(['cpu'], `task cpu ${cpu}`, `its containers ask for ${cpuSum} CPU units together`);
  const memorySum = sum((container) => container.memoryReservation ?? container.memory ?? 0);
  if (memory !== undefined && memorySum > memory) {
    refuse(['memory'], `task memory ${memory}`, `its containers ask for ${memorySum} MiB together`);
  }
}

function refuseContainer(container: ContainerDefinition, task: TaskDefinition, refuse: Refuse): void {
  const { memory, memoryReservation, cpu, name } = container;
  if (cpu !== undefined && cpu < 0) refuse(['cpu'], `cpu ${cpu}`, 'it is at least 0');
  if (memory === undefined && memoryReservation === undefined && task.memory === undefined) {
    refuse([], `container ${name}`, "at least one of 'memory' or 'memoryReservation' must be specified");
  }
  for (const [field, amount] of Object.entries({ memory, memoryReservation })) {
    if (amount !== undefined && amount < 6) refuse([field], `${field} ${amount}`, 'Docker takes at least 6 MiB');
  }
  if (memory !== undefined && memoryReservation !== undefined && memory <= memoryReservation) {
    refuse(['memory'], `memory ${memory}`, `the hard limit must exceed memoryReservation ${memoryReservation}`);
  }
  if (memory !== undefined && task.memory !== undefined && memory > task.memory) {
    refuse(['memory'], `memory ${memory}`, `the task as a whole has ${task.memory} MiB`);
  }
  refuseHealthCheck(container, refuse);
  refusePorts(container, task.networkMode ?? 'bridge', refuse);
}

const HEALTH_CHECK_RANGES = { interval: [5, 300], timeout: [2, 60], retries: [1, 10], startPeriod: [0, 300] } as const;

function refuseHealthCheck({ healthCheck }: ContainerDefinition, refuse: Refuse): void {
  for (const [field, [low, high]] of Object.entries(HEALTH_CHECK_RANGES)) {
    const value = healthCheck?.[field as keyof typeof HEALTH_CHECK_RANGES];
    if (value !== undefined && (value < low || value > high)) {
      refuse(['healthCheck', field], `healthCheck ${field} ${value}`, `it is ${low} to ${high}`);
    }
  }
}

function refusePorts({ portMappings = [] }: ContainerDefinition, mode: string, refuse: Refuse): void {
  if (mode === 'none' && portMappings.length > 0) {
    refuse(['portMappings'], 'port mappings in network mode none', 'the container has no outside connectivity');
  }
  for (const [i, { containerPort, hostPort }] of portMappings.entries()) {
    if (containerPort < 1 || containerPort > 65_535) {
      refuse(['portMappings', i, 'containerPort'], `containerPort ${containerPort}`, 'a port is 1 to 65535');
    }
    if (hostPort === undefined) continue;
    if (hostPort < 0 || hostPort > 65_535) {
      refuse(['portMappings', i, 'hostPort'], `hostPort ${hostPort}`, 'a port is 1 to 65535, or 0 for a dynamic one');
    } else if (mode === 'host' && hostPort !== containerPort) {
      const why = `in network mode host it is left out or equal to containerPort ${containerPort}`;
      refuse(['portMappings', i, 'hostPort'], `hostPort ${hostPort}`, why);
    }
  }
}

/** Two mappings of one task cannot take the same host port of the same protocol. */
function refuseSharedPorts({ containerDefinitions, networkMode = 'bridge' }: TaskDefinition, refuse: Refuse): void {
  const taken = new Map<string, string>();
  for (const [c, { name, portMappings = [] }] of containerDefinitions.entries()) {
    for (const [p, { containerPort, hostPort, protocol = 'tcp' }] of portMappings.entries()) {
      const port = networkMode === 'host' ? containerPort : (hostPort ?? 0);
      if (port === 0 || (networkMode !== 'host' && networkMode !== 'bridge')) continue;
      const key = `${port}/${protocol}`;
      const owner = taken.get(key);
      const path = ['containerDefinitions', c, 'portMappings', p];
      if (owner !== undefined)
        refuse(path, `host port ${key} of container ${name}`, `container ${owner} of the same task takes it`);
      taken.set(key, name);
    }
  }
}

/** RunTask: how many copies, and the name of their group (1.2.9, 1.6). */
export function refuseRunTask(count: number | undefined, group: string | undefined, refuse: Refuse): void {
  if (count !== undefined && (count < 1 || count > 10))
    refuse(['count'], `count ${count}`, 'one RunTask starts 1 to 10 tasks');
  if (group !== undefined && (group.length === 0 || group.length > 255)) {
    refuse(['group'], `a group of ${group.length} characters`, 'it has 1 to 255');
  }
  if (group?.startsWith('service:'))
    refuse(['group'], `group ${group}`, `${list(['service:'], 'and')} is kept for services`);
}
