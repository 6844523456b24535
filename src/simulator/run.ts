/**
 * What a simulation returns: plain data, the same in Node, in a worker and in a file.
 * The shape of `simulate --json` and `grade --json` is a contract; extend it, never break it.
 */

import type { CapacityStep } from './ecs/capacity/capacity-step.ts';
import type { AlarmEvaluation, ScalingStep } from './ecs/scaling/scaling-step.ts';
import type { Scenario } from './scenario/scenario-schema.ts';

/** A scalar or structure that JSON can carry. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** A learner's answer: JSON Pointer into `world` → value. */
export type AnswerSet = Record<string, Json>;

/** AWS task states in the order of the task lifecycle. */
export type TaskState =
  | 'PROVISIONING'
  | 'PENDING'
  | 'ACTIVATING'
  | 'RUNNING'
  | 'DEACTIVATING'
  | 'STOPPING'
  | 'DEPROVISIONING'
  | 'STOPPED';

/** One thing that happened. `at` is whole seconds from 0; `message` is one English sentence, in AWS's words where AWS has them. */
export type Entry = {
  at: number;
  /** One of the types that `drydock entries` lists. */
  type: EntryType;
  message: string;
  service?: string;
  /** `<service>-<n>`, in order of creation. */
  task?: string;
  /** family:revision */
  taskDefinition?: string;
  instance?: string;
  availabilityZone?: string;
  capacityProvider?: string;
  autoScalingGroup?: string;
  /** The arithmetic of managed scaling. */
  capacity?: CapacityStep;
  /** The task's state after this entry, on task entries. */
  state?: TaskState;
  /** Why a task stopped or was not placed. */
  reason?: string;
  /** AWS's sentence for it, on stopping tasks. */
  stoppedReason?: string;
  /** The container that an entry speaks of, and what it exited with. */
  container?: string;
  exitCode?: number;
  /** The target groups that an entry speaks of. */
  targetGroup?: string;
  /** Host ports that the containers of a bridge task got, when it runs. */
  networkBindings?: NetworkBinding[];
  /** How a capacity provider strategy splits a count of tasks. */
  shares?: { capacityProvider: string; base: number; weight: number; tasks: number }[];
  /** Seconds from a notice until what it announces. */
  noticeSeconds?: number;
  /** Of an instance that came with an Auto Scaling group: its type, and the CPU units and MiB that it registered. */
  instanceType?: string;
  registered?: { cpu: number; memory: number };
  /** On the first entry of what a scenario's event did: its verb, and what it was given. */
  verb?: string;
  input?: Json;
  /** What UpdateService changed, by AWS's names of the fields; `from` is left out where the service had none. */
  changes?: { what: string; from?: Json | undefined; to: Json }[];
  /** The deployment of the service that an entry speaks of: 2 is ecs-svc/2. */
  deployment?: number;
  /** The task definition that a new deployment replaces. */
  replaces?: string;
  /** What the circuit breaker has counted now, and the count that ends the deployment. */
  failures?: { counted: number; threshold: number };
  /** The queue that an entry speaks of, and how many of its messages. */
  queue?: string;
  count?: number;
  visibilityTimeoutSeconds?: number;
  /** How long a task works on a message. */
  messageSeconds?: number;
  /** The EventBridge rule, the topic, and the detail-type of the event that an entry speaks of. */
  rule?: string;
  topic?: string;
  detailType?: string;
  /** Requests a second, or how many in all: sent, served, failed, under way. */
  requests?: { sent?: number; served?: number; failed?: number; inFlight?: number };
  /** Why requests of a second fail, and at which tasks (the first 20). */
  requestFailures?: { cause: string; failed: number; targetGroup: string; tasks: string[] }[];
  /** How long something lasted, or will. */
  seconds?: number;
  /** How long a service waits before it starts tasks again. */
  waitSeconds?: number;
  /** The stage of a deployment that shifts traffic, as AWS names it. */
  stage?: string;
  /** Percent of production traffic by task definition. */
  traffic?: Record<string, number>;
  /** The CloudWatch alarm that an entry speaks of. */
  alarm?: string;
  /** On what it was evaluated, where it watches a metric. */
  evaluation?: AlarmEvaluation;
  /** The arithmetic of service scaling. */
  scaling?: ScalingStep;
  /** The bound arithmetic on deployment entries, for example { floor: 2, cap: 4, healthy: 2, tasks: 4, desired: 4 }. */
  bounds?: Bounds;
  /** Rebuilt on demand by `explain`; in JSON output only for clusters of up to 200 instances or with --explain. */
  decision?: Decision;
};

/** As DescribeTasks shows it. */
export type NetworkBinding = { bindIP: string; containerPort: number; hostPort: number; protocol: 'tcp' | 'udp' };

export type EntryType =
  | 'task-placed'
  | 'task-not-placed'
  | 'task-running'
  | 'task-healthy'
  | 'task-stopping'
  | 'task-stopped'
  | 'deployment-started'
  | 'deployment-step'
  | 'deployment-blocked'
  | 'deployment-completed'
  | 'deployment-failed'
  | 'deployment-rolling-back'
  | 'deployment-rolled-back'
  | 'circuit-breaker'
  | 'alarm'
  | 'launch-throttled'
  | 'launch-quota'
  | 'deployment-stage'
  | 'deployment-hook'
  | 'traffic-shifted'
  | 'service-steady'
  | 'service-updated'
  | 'service-scaled'
  | 'scaling-held'
  | 'scheduled-action'
  | 'app-runner-scaled'
  | 'instance-draining'
  | 'instance-active'
  | 'instance-lost'
  | 'task-unhealthy'
  | 'task-protection'
  | 'scale-in-blocked'
  | 'zone-rebalancing'
  | 'task-pending'
  | 'task-waiting'
  | 'capacity-alarm'
  | 'capacity-scaled'
  | 'capacity-held'
  | 'instance-launching'
  | 'instance-launch-blocked'
  | 'instance-registered'
  | 'instance-stands'
  | 'instance-terminating'
  | 'instance-terminated'
  | 'tasks-shared-out'
  | 'spot-interruption'
  | 'task-activating'
  | 'task-deactivating'
  | 'task-deprovisioning'
  | 'task-health-lost'
  | 'health-ignored'
  | 'image-pulled'
  | 'container-started'
  | 'container-health'
  | 'container-exited'
  | 'container-restarted'
  | 'container-failed'
  | 'target-healthy'
  | 'target-unhealthy'
  | 'messages-returned'
  | 'rule-matched'
  | 'rule-due'
  | 'topic-notified'
  | 'requests-failing'
  | 'requests-recovered'
  | 'requests-cut'
  | 'target-gone'
  | 'target-drained'
  | 'load-changed'
  | 'event';

/** The two bounds of a rolling update and what stood against them. */
export type Bounds = {
  desired: number;
  minimumHealthyPercent: number;
  maximumPercent: number;
  /** ceil(desired × minimumHealthyPercent / 100) */
  floor: number;
  /** floor(desired × maximumPercent / 100) */
  cap: number;
  healthy: number;
  tasks: number;
};

/** Why a task was placed where it was: every candidate, every refusal, every rank. */
export type Decision = {
  candidates: Candidate[];
  /** Instance name, or null when every instance refused. */
  chosen: string | null;
};

export type Candidate = {
  instance: string;
  /** Empty when the instance qualified. */
  refused: Refusal[];
  /** One per strategy in order, then the tie-break; empty when refused. The lower value wins. */
  ranks: { rule: string; value: number; note?: string }[];
};

/** A rule that refused an instance. `rule` is AWS's failure reason where AWS has one (RESOURCE:MEMORY) or the constraint. */
export type Refusal = { rule: string; need: string; have: string };

/** `[second, value]` steps that begin at 0 and say only changes. */
export type Series = [number, number][];

export type Run = {
  /** `<topic>/<id>`, or the file name, or undefined for an inline world. */
  scenario?: string;
  /** What was run, so that `explain` and `stateAt` need nothing else. The commands leave it out of their JSON. */
  input: RunInput;
  seed: number;
  stopped: 'settled' | 'horizon' | 'event-limit';
  seconds: number;
  entries: Entry[];
  series: Record<string, Series>;
  final: {
    services: Record<string, { running: number; revisions: Record<string, number> }>;
    instances: Record<string, { tasks: string[]; cpu: number; memory: number }>;
  };
  /** Ids of undocumented rules that this run leaned on (docs/simulator-rules.md), sorted. */
  assumptions: string[];
};

/** The part of a scenario that decides a run. */
export type RunInput = Pick<Scenario, 'world' | 'events' | 'horizon' | 'seed'>;

export type Test = { atLeast: number } | { atMost: number } | { equals: number } | { between: [number, number] };

/** The verdict on one goal. */
export type GoalResult = {
  id: string;
  met: boolean;
  /** null when the metric never had a value. */
  observed: number | null;
  expected: Test;
  /** The second at which it was decided. */
  at: number;
  /** Index into run.entries of the entry that decided it, where there is one. */
  entry?: number;
  /** One English sentence. */
  because: string;
};

export type Prediction = { id: string; value: number | null };

/** `grade`: a run with its verdict. */
export type Grade = Run & { goals: GoalResult[]; predictions: Prediction[] };
