import type { Entry, EntryType } from '../../run.ts';
import type { KnownCluster } from './known-cluster.ts';
import type { KnownTask } from './known-task.ts';
import type { Names } from './names.ts';
import { failureIn, placementReason } from './service-action.ts';

/** What the wording needs: the entry, its task if it speaks of one, and the ids. */
export type Telling = { entry: Entry; task: KnownTask | undefined; known: KnownCluster; names: Names };

type Wording = (telling: Telling) => string | readonly string[] | undefined;

/**
 * The messages that DescribeServices would list for an entry, without `(service web) ` in front, in AWS's wording where
 * its pages or its own output have it. Entries that are not here say something AWS keeps to itself.
 * Source: service-event-messages-list.html, service-rebalancing-event-messages-list.html.
 */
export const SERVICE_EVENTS: { readonly [type in EntryType]?: Wording } = {
  'task-placed': ({ task, names }) =>
    task === undefined || task.lastStatus === 'RUNNING'
      ? undefined
      : `has started 1 tasks: (task ${names.taskId(task.name)}).`,
  'task-not-placed': notPlaced,
  'task-activating': ({ entry, names }) =>
    groupsOf(entry).map((group) => `registered 1 targets in (target-group ${names.targetGroupArn(group)})`),
  'task-deactivating': (telling) => {
    const { entry, names } = telling;
    const groups = groupsOf(entry).map((group) => names.targetGroupArn(group));
    return [
      ...(stopped(telling) ?? []),
      ...groups.map((arn) => `deregistered 1 targets in (target-group ${arn})`),
      'has begun draining connections on 1 tasks.',
    ];
  },
  'task-stopping': (telling) => (hasDrained(telling) ? undefined : stopped(telling)),
  'task-unhealthy': ({ entry, task, names }) =>
    task && entry.message.includes('container')
      ? `(task ${names.taskId(task.name)}) failed container health checks.`
      : undefined,
  'target-unhealthy': unhealthyTarget,
  'deployment-completed': ({ entry, names }) => `${deployment(entry, names)} deployment completed.`,
  'deployment-rolled-back': ({ entry, names }) => `${deployment(entry, names)} deployment completed.`,
  'deployment-failed': ({ entry, names }) =>
    `${deployment(entry, names)} deployment failed: ${failureIn(entry.message)}.`,
  'deployment-rolling-back': ({ entry, names }) => `rolling back to ${deployment(entry, names).slice(1, -1)}.`,
  'deployment-blocked': ({ entry }) =>
    entry.message.includes('because of the service deployment configuration')
      ? 'was unable to stop or start tasks during a deployment because of the service deployment configuration. Update the minimumHealthyPercent or maximumPercent value and try again.'
      : undefined,
  'launch-throttled': () => 'is unable to consistently start tasks successfully.',
  'scale-in-blocked': ({ entry }) => `${withoutService(entry).split(':')[0]}.`,
  'zone-rebalancing': ({ entry, known, names }) =>
    withoutService(entry).replace(/: (\S+)\.$/, (whole, task: string) =>
      known.tasks.has(task) || /has started/.test(entry.message) ? `: (task ${names.taskId(task)}).` : whole,
    ),
  'service-steady': () => 'has reached a steady state.',
};

/** The service event messages of an entry; standalone tasks have none. */
export function serviceMessages(telling: Telling): string[] {
  const { service, type } = telling.entry;
  const said = service === undefined ? undefined : SERVICE_EVENTS[type]?.(telling);
  const messages = said === undefined ? [] : typeof said === 'string' ? [said] : said;
  return messages.map((message) => `(service ${service}) ${message}`);
}

/** Only what the scheduler stops; a task that ended by itself is not said to be stopped. */
function stopped({ entry, task, names }: Telling): string[] | undefined {
  if (task === undefined || entry.reason !== 'ServiceSchedulerInitiated') return undefined;
  const what = task.startedAt === undefined ? 'pending' : 'running';
  return [`has stopped 1 ${what} tasks: (task ${names.taskId(task.name)}).`];
}

/** A task with targets was said to be stopped when it was deregistered. */
function hasDrained({ entry, task }: Telling): boolean {
  return task?.stoppingAt !== undefined && task.stoppingAt < entry.at;
}

function groupsOf({ targetGroup = '' }: Entry): string[] {
  return targetGroup.split(', ').filter((group) => group !== '');
}

function notPlaced({ entry, names }: Telling): string {
  const { message, reason = '' } = entry;
  if (reason === 'RESOURCE:FARGATE')
    return `was unable to place a task. Reason: ${message.replace(/^.*? a task\. /, '')}`;
  const failed = 'was unable to place a task because no container instance met all of its requirements.';
  const closest = /The closest matching container instance, (\S+), (.*?): needs/.exec(message);
  if (closest === null) return `${failed} Reason: No Container Instances were found in your cluster.`;
  const [, instance = '', problem = ''] = closest;
  const constraint = placementReason(reason);
  const what = constraint === reason ? problem : `encountered error "${constraint}"`;
  return `${failed} The closest matching (container-instance ${names.containerInstanceId(instance)}) ${what}. For more information, see the Troubleshooting section of the Amazon ECS Developer Guide.`;
}

function unhealthyTarget({ entry, task, known, names }: Telling): string {
  const service = known.input.world.services?.find(({ serviceName }) => serviceName === entry.service);
  const balancer = service?.loadBalancers?.find(({ targetGroupArn }) => targetGroupArn === entry.targetGroup);
  const inside = balancer?.containerPort;
  const port = task?.bindings.find(({ containerPort }) => containerPort === inside)?.hostPort ?? inside;
  const host = task?.definition.networkMode === 'awsvpc' ? undefined : entry.instance;
  const where = [
    ...(host === undefined ? [] : [`(instance ${names.ec2InstanceId(host)})`]),
    ...(port === undefined ? [] : [`(port ${port})`]),
  ].join(' ');
  return `${where} is unhealthy in (target-group ${names.targetGroupArn(entry.targetGroup ?? '')}) due to (reason Health checks failed)`;
}

function deployment({ service = '', message }: Entry, names: Names): string {
  const number = /ecs-svc\/(\d+)/.exec(message)?.[1] ?? '1';
  return `(deployment ${names.deploymentId(service, Number(number))})`;
}

function withoutService({ message, service }: Entry): string {
  return message.replace(`(service ${service}) `, '');
}
