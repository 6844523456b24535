import type { Entry, EntryType, Run } from '../../run.ts';
import { type DetailType, type EventBridgeEvent, envelope, type Making, timeOf } from './event-bridge.ts';
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
export function eventsOf(run: Run, options: EventsOptions): EntryEvents[] {
  const make = eventMaker(run, options);
  return run.entries.map((entry, index) => {
    const { drafts, time, ...said } = make(entry, index);
    const serviceEvents = serviceMessages({ entry, ...said }).map((message, i) => ({
      id: said.names.uuid('service event', index, i),
      createdAt: time,
      message,
    }));
    const events = drafts.map((draft) => draft.event());
    return { entry: index, at: entry.at, type: entry.type, serviceEvents, events };
  });
}

/** An event that is sent; its ids are hashed only when it is asked for, before the next entry. */
export type EventDraft = { detailType: DetailType; task?: KnownTask; event(): EventBridgeEvent };

type Made = {
  drafts: EventDraft[];
  time: string;
  task: KnownTask | undefined;
  known: KnownCluster;
  names: Names;
};

/** Makes the EventBridge events of a run's entries, which it has to be given in order, each once. */
export function eventMaker(
  run: Pick<Run, 'input' | 'seed'>,
  { epochSeconds, region }: EventsOptions,
): (entry: Entry, index: number) => Made {
  const names = namesOf(run.seed, region);
  const known = new KnownCluster(run);
  return (entry, index) => {
    const time = timeOf(epochSeconds, entry.at);
    const making = { names, entry: index, time };
    const before = known.tasks.get(entry.task ?? '');
    const seen = before && visibleState(before);
    const { task, instance } = known.apply(entry);
    const drafts = [
      task && taskChange(task, seen, known, { ...making, epochSeconds }),
      instance && instanceChange(entry, instance, making),
      ready(serviceActionEvent(entry, { task, instance }, making)),
      ready(deploymentEvent(entry, known, making)),
      ready(spotWarning(entry, making)),
    ].filter((draft) => draft !== undefined);
    return { drafts, time, task, known, names };
  };
}

/** What EC2 itself sends two minutes before it takes a Spot Instance back. Source: EC2 guide, spot-instance-termination-notices.html. */
function spotWarning({ type, instance, task }: Entry, making: Making): EventBridgeEvent | undefined {
  if (type !== 'spot-interruption' || instance === undefined || task !== undefined) return undefined;
  const { names } = making;
  const detail = { 'instance-id': names.ec2InstanceId(instance), 'instance-action': 'terminate' };
  return envelope(making, 'EC2 Spot Instance Interruption Warning', names.ec2InstanceArn(instance), detail);
}

function ready(event: EventBridgeEvent | undefined): EventDraft | undefined {
  return event && { detailType: event['detail-type'], event: () => event };
}

function taskChange(
  task: KnownTask,
  seen: string | undefined,
  known: KnownCluster,
  making: Making & { epochSeconds: number },
): EventDraft | undefined {
  const shape = known.shapeOf(task);
  const stands = seen === undefined && task.lastStatus === 'RUNNING';
  if (shape === undefined || seen === visibleState(task)) return undefined;
  task.version++;
  if (stands) return undefined;
  if (task.stoppedReason !== undefined) task.stoppedReason = withIds(task.stoppedReason, task, making.names);
  const clock = (at: number) => timeOf(making.epochSeconds, at);
  const subnets = known.input.world.subnets ?? [];
  return {
    detailType: 'ECS Task State Change',
    task,
    event: () => taskEvent(task, { ...making, clock, shape, subnets }),
  };
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

const INSTANCE_CHANGES: readonly EntryType[] = [
  'task-placed',
  'task-stopped',
  'instance-draining',
  'instance-active',
  'instance-lost',
  'instance-registered',
  'instance-terminated',
];

/** Resources of an instance change with its tasks; one that is lost reports nothing any more. */
function instanceChange(entry: Entry, instance: KnownInstance, making: Making): EventDraft | undefined {
  const stands = entry.type === 'task-placed' && entry.state === 'RUNNING';
  const isNews = entry.type === 'instance-lost' || entry.type === 'instance-terminated';
  const isGone = instance.status === 'INACTIVE' && !isNews;
  if (!INSTANCE_CHANGES.includes(entry.type) || stands || isGone) return undefined;
  instance.version++;
  return { detailType: 'ECS Container Instance State Change', event: () => instanceEvent(instance, making) };
}
