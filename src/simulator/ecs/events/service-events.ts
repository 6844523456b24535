import type { Entry, EntryType } from '../../run.ts';
import type { KnownCluster } from './known-cluster.ts';
import type { KnownTask } from './known-task.ts';
import type { Names } from './names.ts';
import { failureIn, hasDrained, isSchedulersStop, placementReason } from './service-action.ts';

/** What the wording needs: the entry, its task if it speaks of one, and the ids. */
export type Telling = { entry: Entry; task: KnownTask | undefined; known: KnownCluster; names: Names };

type Wording = (telling: Telling) => string | readonly string[] | undefined;

/**
 * The messages that DescribeServices would list for an entry, without `(service web) ` in front, in AWS's wording where
 * its pages or its own output have it. Entries that are not here say something AWS keeps to itself.
 * Source: service-event-messages-list.html, service-rebalancing-event-messages-list.html.
 */
export const SERVICE_EVENTS: { readonly [type in EntryType]?: Wording } = {
  'task-placed': started,
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
  'task-stopping': (telling) => (hasDrained(telling.entry, telling.task) ? undefined : stopped(telling)),
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
  'scale-in-blocked': ({ entry, names }) => withDeploymentId(withoutService(entry).split(': ')[0] ?? '', entry, names),
  'zone-rebalancing': ({ entry, names }) =>
    withDeploymentId(withoutService(entry), entry, names).replace(
      /^(has (?:started|stopped) .*): (\S+)\.$/,
      (_, what: string, task: string) => `${what}: (task ${names.taskId(task)}).`,
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

function started({ task, names }: Telling): string | undefined {
  if (task === undefined || task.lastStatus === 'RUNNING') return undefined;
  const replaced = task.replacesUnhealthy ? ' Amazon ECS replaced 1 tasks due to an unhealthy status.' : '';
  return `has started 1 tasks: (task ${names.taskId(task.name)}).${replaced}`;
}

/**
 * Only what the scheduler stops; a task that ended by itself is not said to be stopped, and one that zone rebalancing
 * stops was said to be with its zone.
 */
function stopped({ entry, task, names }: Telling): string[] | undefined {
  if (task === undefined || !isSchedulersStop(entry)) return undefined;
  if (task.startedAt === undefined) return ['stopped 1 pending tasks.'];
  return [`has stopped 1 running tasks: (task ${names.taskId(task.name)}).`];
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
  const host = entry.instance;
  const where = [
    ...(task === undefined ? [] : [`(task ${names.taskId(task.name)})`]),
    ...(host === undefined ? [] : [`(instance ${names.ec2InstanceId(host)})`]),
    ...(port === undefined ? [] : [`(port ${port})`]),
  ].join(' ');
  return `${where} is unhealthy in (target-group ${names.targetGroupArn(entry.targetGroup ?? '')}) due to (reason Health checks failed).`;
}

function deployment({ service = '', message }: Entry, names: Names): string {
  const number = /ecs-svc\/(\d+)/.exec(message)?.[1] ?? '1';
  return `(deployment ${names.deploymentId(service, Number(number))})`;
}

function withDeploymentId(said: string, { service = '' }: Entry, names: Names): string {
  return said.replace(/ecs-svc\/(\d{1,9})\b/, (_, number: string) => names.deploymentId(service, Number(number)));
}

function withoutService({ message, service }: Entry): string {
  return message.replace(`(service ${service}) `, '');
}
