import type { Instance, Task } from '../cluster.ts';
import { answersPerSecond, type Behaviours, type Profile } from './behaviour.ts';
import { type Claim, shareOutCpu } from './cpu-shares.ts';
import type { TargetTraffic } from './target-traffic.ts';

/** What a task has to do in a second, over all its target groups, and what it can do. */
export type TaskUse = {
  task: Task;
  arrivals: number;
  /** Requests that it can still take this second. */
  left: number;
  /** It answers fewer than it will, because it is warming up. */
  warming: boolean;
  cpuWanted: number;
  /** CPU units that it uses. */
  cpuUsed: number;
  /** MiB beyond what is used at rest. */
  memory: number;
};

/** What the tasks behind these targets can take in this second: their own limit and what CPU allows. */
export function usesOf(targets: Iterable<TargetTraffic>, second: number): Map<Task, TaskUse> {
  const uses = new Map<Task, TaskUse>();
  for (const { task, behaviour, profile, arrivals, startedAt } of targets) {
    let use = uses.get(task);
    if (use === undefined) {
      const age = second - startedAt;
      const left = answersPerSecond(behaviour, age);
      const warming = left < behaviour.requestsPerSecond;
      use = { task, arrivals: 0, left, warming, cpuWanted: profile.restCpu, cpuUsed: profile.restCpu, memory: 0 };
      uses.set(task, use);
    }
    use.arrivals += arrivals;
    const { cpuPerRequest } = behaviour;
    use.cpuWanted = profile.restCpu + Math.min(use.arrivals, use.left) * cpuPerRequest;
    use.cpuUsed = Math.min(use.cpuWanted, profile.cpuCeiling ?? Number.POSITIVE_INFINITY);
  }
  return uses;
}

function requestsFor(cpu: number, { restCpu }: Profile, cpuPerRequest: number): number {
  return cpuPerRequest === 0 ? Number.POSITIVE_INFINITY : Math.max(0, Math.floor((cpu - restCpu) / cpuPerRequest));
}

/**
 * CPU (2.1.7): a task-level amount is a ceiling. Tasks without one compete on their instance, by shares, where it has
 * less than all want (A56). Contended: some instance has; short: or would have with one more request for each task.
 */
export function limitByCpu(
  uses: Map<Task, TaskUse>,
  targets: readonly TargetTraffic[],
  behaviours: Behaviours,
): { short: boolean; contended: boolean } {
  if (!behaviours.says.cpu) return { short: false, contended: false };
  const instances = new Map<Instance, TargetTraffic[]>();
  const seen = new Set<Task>();
  for (const target of targets) {
    const { task, behaviour, profile } = target;
    const use = uses.get(task) as TaskUse;
    if (!seen.has(task))
      use.left = Math.min(
        use.left,
        requestsFor(profile.cpuCeiling ?? Number.POSITIVE_INFINITY, profile, behaviour.cpuPerRequest),
      );
    seen.add(task);
    if (task.instance.fargate || behaviour.cpuPerRequest === 0) continue;
    const here = instances.get(task.instance) ?? [];
    here.push(target);
    instances.set(task.instance, here);
  }
  const found = { short: false, contended: false };
  for (const [instance, here] of instances) limitOnInstance(instance, { uses, here, behaviours, found });
  return found;
}

type Context = {
  uses: Map<Task, TaskUse>;
  here: readonly TargetTraffic[];
  behaviours: Behaviours;
  found: { short: boolean; contended: boolean };
};

function limitOnInstance(instance: Instance, { uses, here, behaviours, found }: Context): void {
  const tasks = [...instance.tasks].filter(({ state }) => state === 'RUNNING' || state === 'DEACTIVATING');
  const claims = tasks.map((task): Claim => {
    const profile = behaviours.profile(task.shape.name);
    return { shares: profile.shares, wants: uses.get(task)?.cpuUsed ?? profile.restCpu };
  });
  const wanted = claims.reduce((sum, { wants }) => sum + wants, 0);
  const oneMore = here.reduce((sum, { behaviour }) => sum + behaviour.cpuPerRequest, 0);
  const capacity = instance.registered.cpuUnits;
  if (wanted > capacity) {
    found.contended = true;
    const given = shareOutCpu(capacity, claims);
    for (const [i, task] of tasks.entries()) {
      const use = uses.get(task);
      const behaviour = here.find((target) => target.task === task)?.behaviour;
      if (use === undefined || behaviour === undefined || (given[i] ?? 0) >= use.cpuUsed) continue;
      use.cpuUsed = given[i] ?? 0;
      use.left = Math.min(
        use.left,
        requestsFor(use.cpuUsed, behaviours.profile(task.shape.name), behaviour.cpuPerRequest),
      );
    }
  }
  if (wanted + oneMore > capacity) found.short = true;
}
