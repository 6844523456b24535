import type { Entry, NetworkBinding, RunInput, TaskState } from '../../run.ts';
import type { NetworkConfiguration } from '../../scenario/network-schema.ts';
import type { TaskDefinition } from '../../scenario/world-schema.ts';

/** A container as DescribeTasks would show it. */
export type KnownContainer = {
  name: string;
  lastStatus: 'PENDING' | 'RUNNING' | 'STOPPED';
  exitCode?: number;
  /** Its failure, in AWS's words. */
  reason?: string;
  /** Only containers with a health check have one. */
  healthStatus?: 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY';
};

/** A task as DescribeTasks would show it right after an entry. Times are seconds of the run. */
export type KnownTask = {
  name: string;
  service: string | undefined;
  /** Number of its service's deployment. */
  deployment: number;
  definition: TaskDefinition;
  taskDefinition: string;
  group: string;
  network: NetworkConfiguration | undefined;
  /** Undefined on Fargate, and while it waits for an instance. */
  instance: string | undefined;
  /** The capacity provider that a strategy started it on. */
  capacityProvider?: string;
  /** It waits in PROVISIONING for an instance of its capacity provider. */
  isWaiting?: boolean;
  availabilityZone: string;
  lastStatus: TaskState;
  desiredStatus: 'RUNNING' | 'STOPPED';
  containers: KnownContainer[];
  bindings: readonly NetworkBinding[];
  createdAt: number;
  /** Started in place of one that its service found unhealthy. */
  replacesUnhealthy?: boolean;
  pullStartedAt?: number;
  pullStoppedAt?: number;
  startedAt?: number;
  stoppingAt?: number;
  stoppedAt?: number;
  stopCode?: string;
  stoppedReason?: string;
  /** Counts up with every event of the task, so that consumers can order and deduplicate them. */
  version: number;
};

const LEAVING: readonly (TaskState | undefined)[] = ['DEACTIVATING', 'STOPPING', 'DEPROVISIONING', 'STOPPED'];

/** Takes over what an entry says of its task. */
export function applyToTask(task: KnownTask, entry: Entry, images: RunInput['world']['images']): void {
  const { at, state = task.lastStatus } = entry;
  task.lastStatus = state;
  if (entry.capacityProvider !== undefined) task.capacityProvider = entry.capacityProvider;
  if (entry.networkBindings) task.bindings = entry.networkBindings;
  if (state === 'PENDING') task.pullStartedAt ??= at;
  if (entry.type === 'image-pulled') task.pullStoppedAt = at;
  if (entry.type === 'task-running' || (entry.type === 'task-placed' && state === 'RUNNING')) begin(task, at, images);
  // The notice of Fargate Spot is an event of its own: still RUNNING, but to be STOPPED (5.3).
  if (LEAVING.includes(state) || entry.type === 'spot-interruption') {
    task.desiredStatus = 'STOPPED';
    task.stoppingAt ??= at;
    if (entry.reason !== undefined) task.stopCode = entry.reason;
    if (entry.stoppedReason !== undefined) task.stoppedReason = entry.stoppedReason;
  }
  applyToContainers(task, entry);
  if (state === 'STOPPED') end(task, at, images);
}

function begin(task: KnownTask, at: number, images: RunInput['world']['images']): void {
  task.startedAt = at;
  task.pullStartedAt ??= at;
  const pulls = task.definition.containerDefinitions.map(({ image }) => images?.[image]?.pull ?? 0);
  task.pullStoppedAt ??= Math.min(at, task.pullStartedAt + Math.max(0, ...pulls));
  for (const container of task.containers) if (container.lastStatus === 'PENDING') container.lastStatus = 'RUNNING';
}

function applyToContainers(task: KnownTask, entry: Entry): void {
  const { type, message } = entry;
  const container = task.containers.find(({ name }) => name === entry.container);
  if (container) {
    if (type === 'container-started' || type === 'container-restarted') startAgain(container);
    if (type === 'container-exited') {
      container.lastStatus = 'STOPPED';
      if (entry.exitCode !== undefined) container.exitCode = entry.exitCode;
    }
    if (type === 'container-failed') {
      container.lastStatus = 'STOPPED';
      container.reason = /failed: (.*)\.$/.exec(message)?.[1] ?? message;
    }
    if (type === 'container-health') container.healthStatus = message.includes('UNHEALTHY') ? 'UNHEALTHY' : 'HEALTHY';
    return;
  }
  // The only container of a task has no health entries of its own.
  const [only, ...more] = task.containers;
  if (only?.healthStatus === undefined || more.length > 0) return;
  if (type === 'task-healthy') only.healthStatus = 'HEALTHY';
  if (type === 'task-unhealthy' && message.includes('container')) only.healthStatus = 'UNHEALTHY';
}

function startAgain(container: KnownContainer): void {
  container.lastStatus = 'RUNNING';
  delete container.exitCode;
  if (container.healthStatus !== undefined) container.healthStatus = 'UNKNOWN';
}

/** Containers without an exit entry of their own end with the task; one that never ran has no exit code. */
function end(task: KnownTask, at: number, images: RunInput['world']['images']): void {
  task.stoppedAt = at;
  for (const container of task.containers) {
    const ran = container.lastStatus === 'RUNNING';
    container.lastStatus = 'STOPPED';
    if (!ran || task.stopCode === 'InfrastructureHealth') continue;
    const definition = task.definition.containerDefinitions.find(({ name }) => name === container.name);
    const image = images?.[definition?.image ?? ''];
    const crashed = task.stopCode === 'EssentialContainerExited' ? image?.crashes : undefined;
    const killed = (image?.stop ?? 0) > (definition?.stopTimeout ?? 30);
    container.exitCode ??= crashed ? (crashed.exitCode ?? 1) : killed ? 137 : 0;
  }
}

/** What a Task State Change event is sent for: a change of this is one, anything else is not. */
export function visibleState(task: KnownTask): string {
  const containers = task.containers.map(({ name, ...state }) => Object.values(state).join(' '));
  return `${task.lastStatus} ${task.desiredStatus} ${containers.join('; ')}`;
}

/** 3.2: the health of a task over its essential containers. */
export function healthOf({ containers, definition }: KnownTask): 'UNKNOWN' | 'HEALTHY' | 'UNHEALTHY' {
  const essential = definition.containerDefinitions.filter((container) => container.essential !== false);
  const states = essential.flatMap(({ name }) => containers.find((known) => known.name === name)?.healthStatus ?? []);
  if (states.includes('UNHEALTHY')) return 'UNHEALTHY';
  return states.length === 0 || states.includes('UNKNOWN') ? 'UNKNOWN' : 'HEALTHY';
}
