import type { Resources } from '../kernel/resources.ts';
import type { TaskState } from '../run.ts';
import type { AlarmState } from '../scenario/alarm-schema.ts';
import type { NetworkConfiguration } from '../scenario/network-schema.ts';
import type { Quotas } from '../scenario/quotas-schema.ts';
import type { Lambda } from '../scenario/traffic-shift-schema.ts';
import type { DeploymentConfiguration } from '../scenario/world-schema.ts';
import type { TokenBucket } from './deployment/fargate-launches.ts';
import type { Shift } from './deployment/shift-plan.ts';
import type { ContainerPlan } from './lifecycle/container-plan.ts';
import type { TaskDetail } from './lifecycle/detail.ts';
import type { LoadBalancer, TargetGroup } from './load-balancing/target-group.ts';
import type { DynamicPorts, PortMapping } from './networking/dynamic-ports.ts';
import type { Query } from './placement/query-language.ts';
import type { Rebalancing } from './rebalancing/zone-rebalancing.ts';
import type { Sharing } from './strategy/sharing.ts';

/** TCP and UDP are counted apart: a port is `number * 2`, plus one for UDP. */
export type PortKey = number;

export type Instance = {
  /** Position in the cluster: the last tie-break (A1). Fargate comes after all instances. */
  index: number;
  name: string;
  availabilityZone: string;
  attributes: Readonly<Record<string, string>>;
  registered: Readonly<Resources>;
  free: Resources;
  ports: Set<PortKey>;
  dynamicPorts: DynamicPorts;
  /** GPUs, none unless the world says so. */
  gpus: { registered: number; free: number };
  /** Network interfaces for awsvpc tasks (2.3); Infinity where the instance type is not known (A30). */
  interfaces: { limit: number; free: number };
  status: 'ACTIVE' | 'DRAINING' | 'GONE';
  agentConnected: boolean;
  /** No instance at all but Fargate in one zone: room without end, and never in the list of instances. */
  fargate?: true;
  /** No instance either, but where tasks of a capacity provider wait in PROVISIONING. */
  waiting?: true;
  /** The Auto Scaling group that it belongs to, and the capacity provider whose tasks it takes. */
  autoScalingGroup?: string;
  capacityProvider?: string;
  /** Launched by ECS for its capacity provider: nobody else's tasks come here (5.3). */
  managed?: true;
  /** Where the world says it; the cluster query language asks (1.5). */
  agentVersion: string | undefined;
  /** Seconds since 1970, where the world says it. */
  registeredAt: number | undefined;
  /** Tasks that are not STOPPED, in order of placement. */
  tasks: Set<Task>;
};

/** What one task of a definition asks of an instance and how it behaves there. */
export type TaskShape = {
  /** family:revision */
  name: string;
  family: string;
  need: Readonly<Resources>;
  ports: readonly PortKey[];
  /** GPUs of all its containers. */
  gpus: number;
  /** Port mappings of bridge mode. */
  mappings: readonly PortMapping[];
  /** Network mode awsvpc: the task takes one network interface. */
  awsvpc: boolean;
  /** memberOf of the task definition. */
  queries: readonly Query[];
  /** Seconds from placement to RUNNING. */
  startSeconds: number;
  /** Seconds from SIGTERM to exit, already limited by the stop timeout. */
  stopSeconds: number;
  /** Seconds from RUNNING until it counts as healthy (3.2); undefined when it never does. */
  healthySeconds: number | undefined;
  /** Seconds from RUNNING until its health check gives up; undefined when it never does. */
  unhealthySeconds: number | undefined;
  /** Seconds from RUNNING until an essential container exits. */
  crashSeconds: number | undefined;
  containers: readonly ContainerPlan[];
  /** The times above do not say everything: each container is followed by itself. */
  followsContainers: boolean;
};

export type Strategy =
  | { type: 'binpack'; field: 'cpu' | 'memory' }
  | { type: 'spread'; field: string }
  | { type: 'random' };

export type LaunchType = 'EC2' | 'FARGATE' | 'EXTERNAL';

/** The tasks that spread and distinctInstance count together: a service's, or a task group's (1.2.2). */
export type Group = {
  /** `service:<name>`, `family:<family>` or a custom name. */
  name: string;
  /** By instance index: tasks that are PENDING or RUNNING. Sparse entries read as undefined, meaning 0. */
  active: number[];
};

/** One question to the placement engine: where does a task of this shape go? */
export type PlacementRequest = {
  shape: TaskShape;
  group: Group;
  strategies: readonly Strategy[];
  /** No strategy was given; `strategies` holds the default spread (1.2.7). */
  isDefault: boolean;
  queries: readonly Query[];
  distinctInstance: boolean;
  /** Zones of the subnets that an awsvpc task names; undefined for any other. */
  zones?: readonly string[] | undefined;
  /** FARGATE: it goes to a zone, not to an instance. */
  launchType?: LaunchType;
  /** Only instances of this capacity provider take it (5.1). */
  capacityProvider?: string;
  /** Where its tasks wait in PROVISIONING when no instance has room (5.2.10); without, they are not placed. */
  waitingPlace?: Instance;
};

export type Task = {
  /** Position in the cluster: the order of creation. */
  index: number;
  name: string;
  group: Group;
  /** Undefined for standalone tasks. */
  service: Service | undefined;
  deployment: Deployment | undefined;
  shape: TaskShape;
  instance: Instance;
  state: TaskState;
  healthy: boolean;
  /** Dynamic host ports it holds. */
  dynamicPorts?: readonly PortKey[] | undefined;
  /** The second at which its scale-in protection ends (1.3.5); undefined without. */
  protectedUntil?: number | undefined;
  /** Its health check gave up: it is to be replaced. */
  unhealthy: boolean;
  /** AWS's stop code, once it stops. */
  stopCode: string | undefined;
  /** What failed, in AWS's wording of `stoppedReason`. */
  failure: string | undefined;
  /** Its containers and targets, where they have to be followed one by one. */
  detail: TaskDetail | undefined;
  /** The capacity provider that it was started on, where a strategy chose one (5.1). */
  capacityProvider?: string;
  /** What it waits for at a waiting place. */
  waitsFor?: PlacementRequest;
};

/** One PRIMARY or ACTIVE deployment of a service. */
export type Deployment = {
  /** 1 for the first of its service. */
  number: number;
  shape: TaskShape;
  request: PlacementRequest;
  /** PENDING and RUNNING tasks, oldest first. */
  tasks: Set<Task>;
  /** Of an older deployment: how many tasks it should still have, so that a lost one is replaced as it was (3.1.7). */
  keep: number;
  /** Tasks that stopped although nobody asked them to. */
  failedTasks: number;
  /** ROLLING_BACK: it completed once and is PRIMARY again because a newer one failed. */
  status: 'IN_PROGRESS' | 'COMPLETED' | 'FAILED' | 'ROLLING_BACK';
  /** Where a deployment that shifts traffic stands; undefined for rolling updates (3.7). */
  shift: Shift | undefined;
  /** Its tasks register with the alternate target groups (3.7). */
  isAlternate: boolean;
  /** 3.6: how its starts are slowed down. */
  throttle: { rounds: number; untilSeconds: number };
  /** Alarms that were in ALARM when it began (3.5/9). */
  ignoredAlarms: ReadonlySet<string>;
  /** Failures that the circuit breaker has counted and not reset (3.5). */
  countedFailures: number;
  /** A task of it was RUNNING: stage 2 of the circuit breaker (3.5). */
  reachedRunning: boolean;
};

export type Service = {
  index: number;
  name: string;
  scheduling: 'REPLICA' | 'DAEMON';
  desired: number;
  minimumHealthyPercent: number;
  maximumPercent: number;
  /** Launches of the present minute, where a quota counts them; until when the rest waits (3.8). */
  launches?: { sinceSeconds: number; count: number; untilSeconds: number };
  /** The second at which tasks that wait for Fargate's tokens are tried again (3.8). */
  tokensAt?: number;
  /** The deploymentConfiguration as it was given and updated. */
  configuration: DeploymentConfiguration;
  strategies: readonly Strategy[];
  isDefaultStrategy: boolean;
  queries: readonly Query[];
  distinctInstance: boolean;
  launchType: LaunchType;
  /** Its capacity provider strategy at work (5.1); undefined without one. */
  sharing?: Sharing;
  /** availabilityZoneRebalancing; whether it can work is decided look by look (1.7). */
  rebalancingEnabled: boolean;
  rebalancing: Rebalancing;
  /** As it was given or updated, for awsvpc tasks; `zones` are those of its subnets. */
  networkConfiguration?: NetworkConfiguration | undefined;
  zones: readonly string[] | undefined;
  group: Group;
  /** PRIMARY first, then older ones, newest first; the old ones stay listed when their last task is gone. */
  deployments: Deployment[];
  /** A deployment that an event started is still under way. */
  rollingOut: boolean;
  /** Wanted tasks for which the last attempt found no instance. */
  unplaced: number;
  /** Tasks from DEACTIVATING to DEPROVISIONING: they have not exited. */
  stopping: number;
  loadBalancers: readonly LoadBalancer[];
  /** Something routes test traffic: a test listener rule, or Service Connect (3.7). */
  testTraffic: boolean;
  /** healthCheckGracePeriodSeconds (3.2). */
  graceSeconds: number;
  /** Containers that restart policies have restarted so far. */
  restarts: number;
  /** Something changed since its scheduler last looked. */
  dirty: boolean;
  /** Steady state was reported and still holds. */
  steady: boolean;
  /** What the scheduler last said is in its way, so that it is said once. */
  complaint: string | undefined;
};

/** Everything that exists at one moment. */
export type Cluster = {
  availabilityZones: readonly string[];
  instances: Instance[];
  /** Where Fargate tasks run: one place a zone. */
  fargate: Instance[];
  /** Where Fargate Spot tasks run, where the world uses it: its zones are spread over apart from Fargate's (1.1.4). */
  fargateSpot?: Instance[];
  /** How the tasks of a Managed Instances provider are placed at the moment (5.3), by its name. */
  managedStrategies?: ReadonlyMap<string, () => readonly Strategy[]>;
  /** Where tasks wait in PROVISIONING, by capacity provider; only providers that scale have one (5.2.10). */
  waitingPlaces: Map<string, Instance>;
  /** Account setting awsvpcTrunking (2.3). */
  trunking: boolean;
  tasks: Task[];
  services: Service[];
  serviceByName: Map<string, Service>;
  instanceByName: Map<string, Instance>;
  groups: Map<string, Group>;
  /** Where the world names them (3.8). */
  quotas: Quotas;
  /** Tokens for launches on FARGATE and FARGATE_SPOT. */
  fargateLaunches: Map<string, TokenBucket>;
  /** Functions that lifecycle hooks call, by ARN. */
  lambdas: ReadonlyMap<string, Lambda>;
  /** State of each CloudWatch alarm. */
  alarms: Map<string, AlarmState>;
  shapes: Map<string, TaskShape>;
  targetGroups: Map<string, TargetGroup>;
  /** Whether security groups let a load balancer reach a task; every task where the world has none. */
  isReachable?: (task: Task, balancer: LoadBalancer) => boolean;
  /** Counts names given out, by prefix. */
  named: Map<string, number>;
  /** Indexes of instances in the order in which they changed; see `touch`. */
  changes: ChangeLog;
  /** A request failed whose expression asks for tasks: it may succeed when any task comes, runs or goes. */
  waitsForTasks: boolean;
  /** Since then some instance's tasks changed. */
  tasksChanged: boolean;
};

/**
 * A ring of the last changes to instances, so that an index over instances can catch up instead of being rebuilt.
 * `total` only grows; a reader that is more than the ring behind has to rebuild.
 */
export type ChangeLog = { ring: Int32Array; total: number };

/** An instance, and not one of the places that stand for Fargate or for waiting. */
export function isRealInstance({ fargate, waiting }: Instance): boolean {
  return !fargate && !waiting;
}

/** Notes that an instance's free resources, tasks or status changed. */
export function touch(cluster: Cluster, instance: Instance): void {
  if (cluster.waitsForTasks) cluster.tasksChanged = true;
  if (!isRealInstance(instance)) return;
  const { changes } = cluster;
  changes.ring[changes.total % changes.ring.length] = instance.index;
  changes.total++;
}

/** The group of this name, made on first use. */
export function groupOf(cluster: Cluster, name: string): Group {
  const found = cluster.groups.get(name);
  if (found) return found;
  const group: Group = { name, active: [] };
  cluster.groups.set(name, group);
  return group;
}

export function isActive(task: Task): boolean {
  return (
    task.state === 'PROVISIONING' || task.state === 'PENDING' || task.state === 'ACTIVATING' || task.state === 'RUNNING'
  );
}

export function countAt(counts: readonly number[], instance: Instance): number {
  return counts[instance.index] ?? 0;
}

/** `<prefix>-<n>`, in order of creation. */
export function nextName(cluster: Cluster, prefix: string): string {
  const number = (cluster.named.get(prefix) ?? 0) + 1;
  cluster.named.set(prefix, number);
  return `${prefix}-${number}`;
}
