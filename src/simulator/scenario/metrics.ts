import { zonesOf } from '../ecs/build-cluster.ts';
import { classicNames } from '../ecs/load-balancing/target-group.ts';
import type { StoreyForm } from '../storey.ts';
import { instanceNames } from './names.ts';
import type { World } from './world-schema.ts';

/** A metric: a step function of time, in seconds from 0. `<…>` in a pattern stands for a name of the world. */
export type MetricDefinition = {
  pattern: string;
  unit:
    | 'tasks'
    | 'targets'
    | 'restarts'
    | 'instances'
    | 'CPU units'
    | 'MiB'
    | 'percent'
    | 'second of the run'
    | 'requests per second'
    | 'requests'
    | 'requests per minute'
    | 'messages'
    | 'messages per task'
    | 'seconds'
    | 'notifications'
    | 'matches'
    | '0 or 1'
    | 'USD'
    | 'USD per hour';
  meaning: string;
};

const SERVICE = 'services.<service>';
const DEPLOYMENT = `${SERVICE}.deployment`;

/** Every metric of the cluster itself; the storeys add theirs. Names never contain dots, so a metric reads back unambiguously. */
export const METRICS: readonly MetricDefinition[] = [
  { pattern: `${SERVICE}.desired`, unit: 'tasks', meaning: 'Desired count of the service.' },
  { pattern: `${SERVICE}.pending`, unit: 'tasks', meaning: 'Tasks from PROVISIONING to ACTIVATING.' },
  { pattern: `${SERVICE}.running`, unit: 'tasks', meaning: 'Tasks in RUNNING, whether healthy or not.' },
  {
    pattern: `${SERVICE}.healthy`,
    unit: 'tasks',
    meaning:
      'Tasks in RUNNING that count as healthy: 40 s after RUNNING without a health check, once the container health check passes with one.',
  },
  { pattern: `${SERVICE}.tasks`, unit: 'tasks', meaning: 'pending + running; tasks that are stopping count no more.' },
  {
    pattern: `${SERVICE}.unplaced`,
    unit: 'tasks',
    meaning: 'Tasks the scheduler wanted to start and found no container instance for, at its last attempt.',
  },
  {
    pattern: `${SERVICE}.revision.<family:revision>.running`,
    unit: 'tasks',
    meaning: 'RUNNING tasks of the service with this task definition.',
  },
  {
    pattern: `${SERVICE}.revision.<family:revision>.healthy`,
    unit: 'tasks',
    meaning: 'Healthy tasks of the service with this task definition.',
  },
  {
    pattern: `${SERVICE}.revision.<family:revision>.tasks`,
    unit: 'tasks',
    meaning: 'Pending and running tasks of the service with this task definition.',
  },
  {
    pattern: `${SERVICE}.traffic.<family:revision>`,
    unit: 'percent',
    meaning:
      'Share of production traffic that this revision gets, with BLUE_GREEN, LINEAR and CANARY. No value with rolling updates.',
  },
  {
    pattern: `${SERVICE}.testTraffic.<family:revision>`,
    unit: 'percent',
    meaning:
      'Share of test traffic that this revision gets: all of it from TEST_TRAFFIC_SHIFT until its deployment ends, where a test listener rule or Service Connect routes any.',
  },
  {
    pattern: `${SERVICE}.zone.<zone>.running`,
    unit: 'tasks',
    meaning: 'RUNNING tasks of the service in this Availability Zone.',
  },
  {
    pattern: `${DEPLOYMENT}.startedAt`,
    unit: 'second of the run',
    meaning: 'When the last deployment that an event started began.',
  },
  {
    pattern: `${DEPLOYMENT}.completedAt`,
    unit: 'second of the run',
    meaning:
      'When that deployment was complete: no older task is pending or running, and the desired count of new ones is healthy. No value until then.',
  },
  {
    pattern: `${DEPLOYMENT}.failedAt`,
    unit: 'second of the run',
    meaning: 'When the last deployment failed (circuit breaker, alarm, hook, or stopped by hand). No value otherwise.',
  },
  {
    pattern: `${DEPLOYMENT}.rolledBackAt`,
    unit: 'second of the run',
    meaning:
      'When the rollback was complete: the last completed deployment has its desired count healthy again and nothing of the failed one is left.',
  },
  {
    pattern: `${DEPLOYMENT}.failedTasks`,
    unit: 'tasks',
    meaning: 'Tasks of that deployment that stopped or turned unhealthy although nobody asked them to.',
  },
  {
    pattern: `${SERVICE}.restarts`,
    unit: 'restarts',
    meaning: 'Containers of the service that restart policies have restarted so far.',
  },
  {
    pattern: 'targetGroups.<target group>.initial',
    unit: 'targets',
    meaning: 'Targets that are registered and have no result of their health checks yet.',
  },
  {
    pattern: 'targetGroups.<target group>.healthy',
    unit: 'targets',
    meaning: 'Targets that the group counts as healthy.',
  },
  {
    pattern: 'targetGroups.<target group>.unhealthy',
    unit: 'targets',
    meaning: 'Targets that the group counts as unhealthy.',
  },
  {
    pattern: 'targetGroups.<target group>.draining',
    unit: 'targets',
    meaning: 'Deregistered targets whose deregistration delay still runs.',
  },
  { pattern: 'cluster.instances.active', unit: 'instances', meaning: 'Container instances in ACTIVE.' },
  {
    pattern: 'cluster.instances.used',
    unit: 'instances',
    meaning: 'Container instances with at least one task that is not STOPPED.',
  },
  { pattern: 'cluster.instances.draining', unit: 'instances', meaning: 'Container instances in DRAINING.' },
  {
    pattern: 'cluster.reservation.cpu',
    unit: 'percent',
    meaning: 'Reserved ÷ registered CPU units of all ACTIVE and DRAINING instances, to two places, rounded down.',
  },
  {
    pattern: 'cluster.reservation.memory',
    unit: 'percent',
    meaning: 'Reserved ÷ registered memory of all ACTIVE and DRAINING instances, to two places, rounded down.',
  },
  { pattern: 'instances.<instance>.tasks', unit: 'tasks', meaning: 'Tasks on the instance that are not STOPPED.' },
  { pattern: 'instances.<instance>.cpu', unit: 'CPU units', meaning: 'Reserved CPU units of the instance.' },
  { pattern: 'instances.<instance>.memory', unit: 'MiB', meaning: 'Reserved memory of the instance.' },
];

type Forms = readonly Pick<StoreyForm, 'metrics' | 'names'>[];

/** Every metric of the cluster and of these storeys. */
export function metricDefinitions(forms: Forms): MetricDefinition[] {
  return [...METRICS, ...forms.flatMap(({ metrics }) => metrics)];
}

/** The names that a world offers for each placeholder. */
function namesOf(world: World, forms: Forms): Record<string, string[]> {
  return Object.assign({}, ...forms.map((form) => form.names?.(world)), {
    '<service>': (world.services ?? []).map(({ serviceName }) => serviceName),
    '<family:revision>': world.taskDefinitions.map(({ family, revision }) => `${family}:${revision ?? 1}`),
    '<zone>': zonesOf(world),
    '<target group>': [...(world.targetGroups ?? []).map(({ name }) => name), ...classicNames(world)],
    '<instance>': instanceNames(world),
  });
}

/** Every metric of a world, by its full name. */
export function metricsOf(world: World, forms: Forms): string[] {
  const names = namesOf(world, forms);
  return metricDefinitions(forms).flatMap(({ pattern }) =>
    pattern
      .split('.')
      .reduce<string[]>(
        (heads, part) =>
          heads.flatMap((head) => (names[part] ?? [part]).map((name) => (head === '' ? name : `${head}.${name}`))),
        [''],
      ),
  );
}

/** The definition of a metric's name in any world; undefined when it is none. */
export function metricNamed(metric: string, forms: Forms): MetricDefinition | undefined {
  const parts = metric.split('.');
  return metricDefinitions(forms).find(({ pattern }) => {
    const wanted = pattern.split('.');
    return wanted.length === parts.length && wanted.every((part, i) => part.startsWith('<') || part === parts[i]);
  });
}

/** Whether the world has this metric. */
export function hasMetric(world: World, metric: string, forms: Forms): boolean {
  const definition = metricNamed(metric, forms);
  if (definition === undefined) return false;
  const parts = metric.split('.');
  const names = namesOf(world, forms);
  return definition.pattern
    .split('.')
    .every((part, i) => !part.startsWith('<') || names[part]?.includes(parts[i] ?? ''));
}
