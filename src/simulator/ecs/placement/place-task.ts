import type { Entry } from '../../run.ts';
import type { Instance, PlacementRequest, Task } from '../cluster.ts';
import { mayLaunch, spendLaunch } from '../deployment/fargate-launches.ts';
import { recordTask } from '../lifecycle/task-entries.ts';
import type { Simulation } from '../simulation.ts';
import { createTask, type Owner, startTask } from '../task.ts';
import { CandidateIndex } from './candidate-index.ts';
import { type Choice, chooseByScan, decide } from './place.ts';
import { NONE } from './rules/spread.ts';
import { FILTER_RULES, rankRule } from './rules.ts';

/**
 * Places one task and starts it. Without a willing instance it records why, when `complain` asks for it, and returns
 * undefined (1.1.3, 1.1.6).
 */
export function placeTask(
  sim: Simulation,
  request: PlacementRequest,
  owner: Owner,
  complain: boolean,
): Task | undefined {
  sim.spent++;
  // RunTask has its answer at once; a service waits before it asks.
  if (owner === undefined && !mayLaunch(sim, request)) {
    recordThrottled(sim, request);
    return undefined;
  }
  const instance = choose(sim, request);
  if (instance === undefined) {
    sim.cluster.waitsForTasks ||= readsTasks(request);
    if (request.waitingPlace && !isQueueFull(sim)) return waitForPlace(sim, request, owner, request.waitingPlace);
    if (complain) recordFailure(sim, request, owner);
    return undefined;
  }
  spendLaunch(sim, request);
  const task = createTask(sim, request, owner, instance);
  startTask(sim, task);
  return task;
}

function recordThrottled(sim: Simulation, request: PlacementRequest): void {
  sim.timeline.record({
    at: sim.nowSeconds,
    type: 'task-not-placed',
    message: `(task group ${request.group.name}) was unable to place a task: the launch quota of Fargate is reached. Rate exceeded.`,
    taskDefinition: request.shape.name,
    reason: 'ThrottlingException',
  });
  sim.lastSeconds = sim.nowSeconds;
}

/** Tasks of a cluster that may wait in PROVISIONING (5.2.10). Editions to 2023 say fewer. */
export const MAX_WAITING_TASKS = 500;

function isQueueFull({ cluster }: Simulation): boolean {
  let waiting = 0;
  for (const { tasks } of cluster.waitingPlaces.values()) waiting += tasks.size;
  return waiting >= (cluster.quotas.tasksInProvisioning ?? MAX_WAITING_TASKS);
}

/** 5.2.10: with a capacity provider the task waits in PROVISIONING for an instance. */
function waitForPlace(sim: Simulation, request: PlacementRequest, owner: Owner, place: Instance): Task {
  const task = createTask(sim, request, owner, place);
  task.state = 'PROVISIONING';
  task.waitsFor = request;
  const why = `no instance of capacity provider ${request.capacityProvider} has room`;
  recordTask(sim, task, 'task-waiting', `${task.name} (${task.shape.name}) waits in PROVISIONING: ${why}.`, {
    capacityProvider: request.capacityProvider,
  });
  return task;
}

/** Whether an expression of the request asks which or how many tasks stand on an instance. */
function readsTasks({ queries, shape }: PlacementRequest): boolean {
  return [...queries, ...shape.queries].some(({ text }) => /task:group|runningTasksCount/.test(text));
}

/** The instance that placement chooses, with the assumptions it took noted. */
export function choose(sim: Simulation, request: PlacementRequest): Instance | undefined {
  const { instance, tied, drawn } = chooseFor(sim, request);
  if (tied > 1) sim.assumptions.add('A1');
  if (drawn) sim.assumptions.add('A7');
  if (request.shape.awsvpc && !instance?.fargate && instance?.interfaces.limit === Number.POSITIVE_INFINITY)
    sim.assumptions.add('A30');
  if (!sim.noted.has(request)) noteAssumptions(sim, request);
  return instance;
}

/** What the request itself leans on: once is enough, attributes do not change. */
function noteAssumptions(sim: Simulation, request: PlacementRequest): void {
  sim.noted.add(request);
  for (const query of [...request.queries, ...request.shape.queries]) {
    for (const assumption of query.assumptions) sim.assumptions.add(assumption);
  }
  for (const strategy of request.strategies) {
    const { bucketOf } = rankRule(strategy);
    if (bucketOf && sim.cluster.instances.some((instance) => bucketOf(instance) === NONE)) sim.assumptions.add('A2');
  }
}

/** An index pays from here on; below, a scan is as fast and needs no memory. */
const INDEX_FROM_INSTANCES = 64;

/** Requests of services come back, so they keep an index; `random` has to see every candidate. */
function chooseFor(sim: Simulation, request: PlacementRequest): Choice {
  const { cluster } = sim;
  const isOnce = !request.group.name.startsWith('service:');
  const draws = request.strategies.some(({ type }) => type === 'random');
  if (isOnce || draws || request.launchType === 'FARGATE' || cluster.instances.length < INDEX_FROM_INSTANCES) {
    return chooseByScan(cluster, request, sim.random);
  }
  let index = sim.indexes.get(request);
  if (index === undefined) {
    index = new CandidateIndex(cluster, request);
    sim.indexes.set(request, index);
  }
  return index.choose();
}

/** Records that no instance, or none of `only`, takes the task, with the closest match and its refusal. */
export function recordFailure(
  sim: Simulation,
  request: PlacementRequest,
  owner: Owner,
  only?: readonly Instance[],
): void {
  const index = sim.timeline.entries.length;
  if (sim.wantsDecision(index)) sim.decisions.set(index, decide(sim.cluster, { request, chosen: undefined, only }));
  const closest = request.waitingPlace
    ? QUEUE_FULL
    : request.launchType === 'FARGATE'
      ? NO_FARGATE
      : closestInstance(only ?? sim.cluster.instances, request);
  const who = owner ? `(service ${owner.service.name})` : `(task group ${request.group.name})`;
  const entry: Entry = {
    at: sim.nowSeconds,
    type: 'task-not-placed',
    message: `${who} was unable to place a task${request.launchType === 'FARGATE' ? '' : ' because no container instance met all of its requirements'}. ${closest.say}`,
  };
  if (owner) entry.service = owner.service.name;
  entry.taskDefinition = request.shape.name;
  if (request.capacityProvider !== undefined) entry.capacityProvider = request.capacityProvider;
  entry.reason = closest.reason;
  sim.timeline.record(entry);
  sim.lastSeconds = sim.nowSeconds;
}

/** Fargate says no more than this. */
const NO_FARGATE = {
  say: 'Capacity is unavailable at this time. Please try again later or in a different availability zone.',
  reason: 'RESOURCE:FARGATE',
};

/** With managed scaling a task waits, and what fails is the quota; RunTask raises a ClientException then (5.2.10). */
const QUEUE_FULL = {
  say: 'ClientException: as many tasks of the cluster wait in PROVISIONING as may.',
  reason: 'ClientException',
};

/** AWS names the closest match: the instance with the fewest refusals, the first of them on a tie. */
function closestInstance(instances: readonly Instance[], request: PlacementRequest): { say: string; reason: string } {
  let best: { instance: Instance; refused: typeof FILTER_RULES } | undefined;
  for (const instance of instances) {
    if (instance.status === 'GONE') continue;
    const refused = FILTER_RULES.filter((rule) => !rule.admits(instance, request));
    if (best === undefined || refused.length < best.refused.length) best = { instance, refused };
  }
  const rule = best?.refused[0];
  if (best === undefined || rule === undefined)
    return { say: 'The cluster has no container instance.', reason: 'EMPTY CLUSTER' };
  const { need, have } = rule.say(best.instance, request);
  const say = `The closest matching container instance, ${best.instance.name}, ${PROBLEMS[rule.rule] ?? 'does not qualify'}: needs ${need}, has ${have}.`;
  return { say, reason: rule.rule };
}

/** In AWS's words where it has them: docs/simulator-rules.md, AWS's sentences. */
const PROBLEMS: Record<string, string> = {
  'RESOURCE:CPU': 'has insufficient CPU units available',
  'RESOURCE:MEMORY': 'has insufficient memory available',
  'RESOURCE:PORTS': 'is already using a port required by your task',
  'RESOURCE:GPU': 'encountered error "RESOURCE:GPU"',
  'RESOURCE:ENI': 'encountered error "RESOURCE:ENI"',
  ATTRIBUTE: 'is missing an attribute required by your task',
  LOCATION: 'lies in a zone that no subnet of the task serves',
  AGENT: 'encountered error "AGENT"',
  INACTIVE: 'is not ACTIVE',
  memberOf: 'encountered error "MemberOf placement constraint unsatisfied."',
  distinctInstance: 'already runs a task of this group',
};
