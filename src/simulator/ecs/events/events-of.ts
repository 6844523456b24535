import type { Entry, EntryType, Run } from '../../run.ts';
import { type EventBridgeEvent, type Making, timeOf } from './event-bridge.ts';
import { instanceEvent } from './instance-event.ts';
import { KnownCluster, type KnownInstance } from './known-cluster.ts';
import { type KnownTask, visibleState } from './known-task.ts';
import { type Names, namesOf } from './names.ts';
import { deploymentEvent, serviceActionEvent } from './service-action.ts';
import { serviceMessages } from './service-events.ts';
import { taskEvent } from './task-event.ts';

/** One of the messages that DescribeServices lists. */
export type ServiceEvent = { id: string; createdAt: string; message: string };

/** What AWS would say and send for one entry of a run; both lists are empty where it keeps silent. */
export type EntryEvents = {
  /** Index into run.entries. */
  entry: number;
  at: number;
  type: EntryType;
  serviceEvents: ServiceEvent[];
  events: EventBridgeEvent[];
};

/** When the run's second 0 is, in seconds since 1970, and the region that ARNs name. */
export type EventsOptions = { epochSeconds: number; region: string };

/**
 * Section 10: for each entry the service events in AWS's wording and the EventBridge events with AWS's fields. Ids and
 * ARNs are hashed from the run's seed, so the same run gives the same bytes. What stands when the run begins changed
 * nothing and has no events; it was created in second 0. AWS delivers at least once and in any order, here it is once
 * and in order: `version` of a detail is what a consumer has to go by.
 */
export function eventsOf(run: Run, { epochSeconds, region }: EventsOptions): EntryEvents[] {
  const names = namesOf(run.seed, region);
  const known = new KnownCluster(run);
  return run.entries.map((entry, index) => {
    const time = timeOf(epochSeconds, entry.at);
    const making = { names, entry: index, time };
    const before = known.tasks.get(entry.task ?? '');
    const seen = before && visibleState(before);
    const { task, instance } = known.apply(entry);
    const events = [
      task && taskChange(task, seen, known, { ...making, epochSeconds }),
      instance && instanceChange(entry, instance, making),
      serviceActionEvent(entry, { task, instance }, making),
      deploymentEvent(entry, known, making),
    ].filter((event) => event !== undefined);
    const serviceEvents = serviceMessages({ entry, task, known, names }).map((message, i) => ({
      id: names.uuid('service event', index, i),
      createdAt: time,
      message,
    }));
    return { entry: index, at: entry.at, type: entry.type, serviceEvents, events };
  });
}

function taskChange(
  task: KnownTask,
  seen: string | undefined,
  known: KnownCluster,
  making: Making & { epochSeconds: number },
): EventBridgeEvent | undefined {
  const shape = known.shapeOf(task);
  const stands = seen === undefined && task.lastStatus === 'RUNNING';
  if (shape === undefined || seen === visibleState(task)) return undefined;
  task.version++;
  if (stands) return undefined;
  if (task.stoppedReason !== undefined) task.stoppedReason = withIds(task.stoppedReason, task, making.names);
  const clock = (at: number) => timeOf(making.epochSeconds, at);
  return taskEvent(task, { ...making, clock, shape, subnets: known.input.world.subnets ?? [] });
}

/** `stoppedReason` names a deployment or an instance as AWS does. */
function withIds(reason: string, { service, instance }: KnownTask, names: Names): string {
  const withDeployment = reason.replace(
    /ecs-svc\/(\d{1,9})\)/,
    (_, number: string) => `${names.deploymentId(service ?? '', Number(number))})`,
  );
  return instance === undefined
    ? withDeployment
    : withDeployment.replace(`(instance ${instance})`, `(instance ${names.ec2InstanceId(instance)})`);
}

const INSTANCE_CHANGES: readonly EntryType[] = ['task-placed', 'task-stopped', 'instance-draining', 'instance-lost'];

/** Resources of an instance change with its tasks; one that is lost reports nothing any more. */
function instanceChange(entry: Entry, instance: KnownInstance, making: Making): EventBridgeEvent | undefined {
  const stands = entry.type === 'task-placed' && entry.state === 'RUNNING';
  const isGone = instance.status === 'INACTIVE' && entry.type !== 'instance-lost';
  if (!INSTANCE_CHANGES.includes(entry.type) || stands || isGone) return undefined;
  instance.version++;
  return instanceEvent(instance, making);
}
