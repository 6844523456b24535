import type { Entry, EntryType } from '../../run.ts';
import { type EventBridgeEvent, envelope, type Making } from './event-bridge.ts';
import { deploymentNumberIn, type KnownCluster, type KnownInstance } from './known-cluster.ts';
import type { KnownTask } from './known-task.ts';

type Kind = 'INFO' | 'WARN' | 'ERROR';
type Action = { eventType: Kind; eventName: string };

/** Service actions by entry (10/6). Zone rebalancing carries the name in its entry. Source: ecs_service_events.html. */
export const SERVICE_ACTIONS: { readonly [type in EntryType]?: Action } = {
  'service-steady': { eventType: 'INFO', eventName: 'SERVICE_STEADY_STATE' },
  'launch-throttled': { eventType: 'WARN', eventName: 'SERVICE_TASK_START_IMPAIRED' },
  'task-not-placed': { eventType: 'ERROR', eventName: 'SERVICE_TASK_PLACEMENT_FAILURE' },
  'scale-in-blocked': { eventType: 'INFO', eventName: 'TASKSET_SCALE_IN_FAILURE_BY_TASK_PROTECTION' },
};

/** Deployment states by entry (10/6). A rollback begins and completes like a deployment; `reason` tells them apart. */
export const DEPLOYMENT_CHANGES: { readonly [type in EntryType]?: Action } = {
  'deployment-started': { eventType: 'INFO', eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS' },
  'deployment-completed': { eventType: 'INFO', eventName: 'SERVICE_DEPLOYMENT_COMPLETED' },
  'deployment-failed': { eventType: 'ERROR', eventName: 'SERVICE_DEPLOYMENT_FAILED' },
  'deployment-rolling-back': { eventType: 'INFO', eventName: 'SERVICE_DEPLOYMENT_IN_PROGRESS' },
  'deployment-rolled-back': { eventType: 'INFO', eventName: 'SERVICE_DEPLOYMENT_COMPLETED' },
};

/** AWS's sentences for what the entries call by the name of the constraint. */
const CONSTRAINT_REASONS: Record<string, string> = {
  memberOf: 'MemberOf placement constraint unsatisfied.',
  distinctInstance: 'DistinctInstance placement constraint unsatisfied.',
};

/** `reason` of a placement that failed, in AWS's words. */
export function placementReason(reason: string): string {
  return CONSTRAINT_REASONS[reason] ?? reason;
}

/** `ECS Service Action`, for the entries that AWS sends one for. It has no version in its detail. */
export function serviceActionEvent(
  entry: Entry,
  { task, instance }: { task?: KnownTask | undefined; instance?: KnownInstance | undefined },
  making: Making,
): EventBridgeEvent | undefined {
  if (entry.service === undefined) return undefined;
  const stops = stopsRunning(entry, task) ? STOPPED : undefined;
  const action = leavesViolated(entry, instance) ? VIOLATED : (stops ?? actionOf(entry));
  if (action === undefined) return undefined;
  const { names, time } = making;
  const failed = entry.type === 'task-not-placed' && entry.reason !== undefined;
  return envelope(making, 'ECS Service Action', names.serviceArn(entry.service), {
    ...action,
    clusterArn: names.clusterArn,
    ...(failed && entry.capacityProvider !== undefined
      ? { capacityProviderArns: [names.capacityProviderArn(entry.capacityProvider)] }
      : {}),
    ...(failed ? { reason: placementReason(entry.reason ?? '') } : {}),
    createdAt: time,
  });
}

const VIOLATED: Action = { eventType: 'ERROR', eventName: 'SERVICE_DAEMON_PLACEMENT_CONSTRAINT_VIOLATED' };

const STOPPED: Action = { eventType: 'INFO', eventName: 'TASKS_STOPPED' };

/** Whether the service scheduler stops the task here; zone rebalancing tells of its stops itself. */
export function isSchedulersStop({ type, reason, stoppedReason = '' }: Entry): boolean {
  const leaves = type === 'task-stopping' || type === 'task-deactivating';
  return leaves && reason === 'ServiceSchedulerInitiated' && !stoppedReason.startsWith('Availability-zone');
}

/** A task with targets is told of when they are deregistered, not again when they have drained. */
export function hasDrained(entry: Entry, task: KnownTask | undefined): boolean {
  return task?.stoppingAt !== undefined && task.stoppingAt < entry.at;
}

function stopsRunning(entry: Entry, task: KnownTask | undefined): boolean {
  return isSchedulersStop(entry) && task?.startedAt !== undefined && !hasDrained(entry, task);
}

/** A daemon leaves an ACTIVE instance because its constraints admit it no more; on a DRAINING one nothing is violated. */
function leavesViolated({ type, message }: Entry, instance: KnownInstance | undefined): boolean {
  const leaves = type === 'task-stopping' || type === 'task-deactivating';
  return leaves && instance?.status === 'ACTIVE' && message.includes('takes no daemon any more');
}

function actionOf({ type, reason }: Entry): Action | undefined {
  if (type === 'zone-rebalancing' && reason !== undefined) {
    return { eventType: reason === 'SERVICE_TASK_PLACEMENT_FAILURE' ? 'ERROR' : 'INFO', eventName: reason };
  }
  return SERVICE_ACTIONS[type];
}

/** `ECS Deployment State Change`. Source: ecs_service_deployment_events.html. */
export function deploymentEvent(entry: Entry, known: KnownCluster, making: Making): EventBridgeEvent | undefined {
  const change = DEPLOYMENT_CHANGES[entry.type];
  const number = deploymentNumberIn(entry.message);
  if (change === undefined || entry.service === undefined || number === undefined) return undefined;
  const { names, time } = making;
  const deploymentId = names.deploymentId(entry.service, number);
  return envelope(making, 'ECS Deployment State Change', names.serviceArn(entry.service), {
    ...change,
    clusterArn: names.clusterArn,
    deploymentId,
    updatedAt: time,
    reason: reasonOf(entry, deploymentId, known.isBreakers(entry.service)),
  });
}

/** Only the circuit breaker's sentences are in AWS's examples; what an alarm or a person ends is said the same way. */
function reasonOf({ type, message }: Entry, id: string, isBreakers: boolean): string {
  const by = isBreakers ? 'ECS deployment circuit breaker' : 'ECS deployment';
  if (type === 'deployment-started') return `ECS deployment ${id} in progress.`;
  if (type === 'deployment-rolling-back') return `${by}: rolling back to deploymentId ${id}.`;
  if (type !== 'deployment-failed') return `ECS deployment ${id} completed.`;
  return `${by}: ${failureIn(message)}.`;
}

/** The cause in `deployment failed: <cause>. <our arithmetic>`. */
export function failureIn(message: string): string {
  return /deployment failed: (.*?)\.(\s|$)/.exec(message)?.[1] ?? 'deployment failed';
}
