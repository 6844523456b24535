import type { Entry } from '../../run.ts';
import { sayDuration } from '../../scenario/duration.ts';
import { list } from '../../scenario/fault-words.ts';
import type { Service } from '../cluster.ts';
import type { Simulation } from '../simulation.ts';
import { type Cut, drainsUntil } from './follow-targets.ts';
import type { GroupTraffic } from './group-traffic.ts';
import type { Failure, Tally } from './tally.ts';
import type { Cause, TargetTraffic } from './target-traffic.ts';

/** Requests of a service that fail for a while, as one story. */
type Trouble = { causes: string; since: number; failed: number; lastAt: number; perSecond: number };

/** So many seconds without a failed request end it. */
const QUIET_SECONDS = 5;

const CODES: Record<Cause, string> = {
  'no-target': '503 Service Unavailable',
  dropped: 'no answer',
  refused: '502 Bad Gateway',
  hangs: '504 Gateway Timeout',
  blocked: '504 Gateway Timeout',
  lost: '504 Gateway Timeout',
  overloaded: '503 from the task',
  cut: '502 Bad Gateway',
};

/** Says when requests of a service begin to fail, why, and when they stop. */
export class FailureReports {
  readonly #troubles = new Map<string, Trouble>();

  /** Whether somebody's failures are not told to the end yet. */
  get isWaiting(): boolean {
    return [...this.#troubles.values()].some(({ perSecond }) => perSecond === 0);
  }

  report(sim: Simulation, service: string, tally: Tally): void {
    const now = sim.nowSeconds;
    const failed = tally.failures.reduce((sum, failure) => sum + failure.failed, 0);
    const trouble = this.#troubles.get(service);
    if (failed === 0) {
      if (trouble) trouble.perSecond = 0;
      if (trouble && now - trouble.lastAt >= QUIET_SECONDS) this.#end(sim, service, trouble);
      return;
    }
    const causes = tally.failures
      .map(({ cause, targetGroup }) => `${cause} ${targetGroup}`)
      .sort()
      .join(', ');
    if (trouble?.causes !== causes) recordFailing(sim, service, tally);
    const { since = now, failed: before = 0 } = trouble ?? {};
    this.#troubles.set(service, { causes, since, failed: before + failed, lastAt: now, perSecond: failed });
  }

  /** Seconds passed in which everything stayed as it was. */
  pass(seconds: number): void {
    for (const trouble of this.#troubles.values()) {
      if (trouble.perSecond === 0) continue;
      trouble.failed += trouble.perSecond * seconds;
      trouble.lastAt += seconds;
    }
  }

  #end(sim: Simulation, service: string, { since, failed, lastAt }: Trouble): void {
    this.#troubles.delete(service);
    const seconds = lastAt + 1 - since;
    const message = `(service ${service}) fails no more requests: ${failed} failed in ${sayDuration(seconds)}, the last at ${lastAt} s.`;
    record(sim, { type: 'requests-recovered', service, requests: { failed }, seconds, message });
  }
}

function record(sim: Simulation, entry: Omit<Entry, 'at'>): void {
  sim.timeline.record({ at: sim.nowSeconds, ...entry });
  sim.lastSeconds = sim.nowSeconds;
}

function recordFailing(sim: Simulation, service: string, tally: Tally): void {
  const { sent } = tally;
  const failed = tally.failures.reduce((sum, failure) => sum + failure.failed, 0);
  const why = tally.failures.map(sayFailure).join('; ');
  const message = `(service ${service}) fails ${failed} of ${sent} requests a second: ${why}.`;
  record(sim, {
    type: 'requests-failing',
    service,
    requests: tally.requests,
    requestFailures: tally.failures.map(({ tasks, ...failure }) => ({ ...failure, tasks: tasks.slice(0, 20) })),
    reason: tally.failures[0]?.cause ?? 'no-target',
    targetGroup: tally.failures[0]?.targetGroup ?? '',
    message,
  });
}

function sayFailure({ cause, failed, targetGroup, tasks }: Failure): string {
  const group = `(target-group ${targetGroup})`;
  const who = list(tasks, 'and', 4);
  const many = tasks.length > 1;
  const why: Record<Cause, string> = {
    'no-target': `${group} has no target that may get requests`,
    dropped: `${group} keeps their flows with targets that are gone (targetFailover no_rebalance)`,
    refused: `${who} ${many ? 'do' : 'does'} not answer, and ${group} has not noticed`,
    hangs: `${who} ${many ? 'hang' : 'hangs'}, and ${group} has not noticed`,
    blocked: `no security group lets the load balancer reach ${who}`,
    lost: `the host of ${who} is gone, and ${group} has not noticed`,
    overloaded: `${who} ${many ? 'get more than they' : 'gets more than it'} can answer`,
    cut: `${who} went`,
  };
  return `${failed} with ${CODES[cause]}, ${why[cause]}`;
}

/** Requests that were under way when their target went. */
export function recordCut(sim: Simulation, { group, target, requests, why }: Cut): void {
  const { task } = target;
  const name = group.rule.name;
  const said = {
    deregistered: `the deregistration delay of (target-group ${name}) is over`,
    stopped: 'it is STOPPED',
    lost: 'its host is gone',
    exited: 'its container has exited',
  }[why];
  record(sim, {
    type: 'requests-cut',
    service: target.service.name,
    task: task.name,
    targetGroup: name,
    requests: { failed: requests },
    reason: why,
    message: `${requests} requests were under way at ${task.name} and fail: ${said}.`,
  });
}

/** The load balancer has found out that a host is gone. */
export function recordNoticed(sim: Simulation, group: GroupTraffic, { task, service, target }: TargetTraffic): void {
  const { failures = 0, intervalSeconds = 0, timeoutSeconds = 0 } = target?.probe.checks ?? {};
  const name = group.rule.name;
  record(sim, {
    type: 'target-gone',
    service: service.name,
    task: task.name,
    targetGroup: name,
    message: `(target-group ${name}) has noticed that ${task.name} is gone: ${failures} checks in a row failed, one every ${intervalSeconds} s, each after ${timeoutSeconds} s.`,
  });
}

/** 3.3/4: nothing is under way at a draining target any more; ECS waits for the end of the delay all the same. */
export function recordDrained(sim: Simulation, group: GroupTraffic, target: TargetTraffic): void {
  const { task, service } = target;
  const left = (drainsUntil(task) ?? sim.nowSeconds) - sim.nowSeconds;
  target.saidDrained = true;
  if (left <= 0) return;
  const name = group.rule.name;
  record(sim, {
    type: 'target-drained',
    service: service.name,
    task: task.name,
    targetGroup: name,
    seconds: left,
    message: `No request is under way at ${task.name} any more. (target-group ${name}) shows it as draining for another ${sayDuration(left)}, and SIGTERM waits for that.`,
  });
}

/** The owner of a group: the first service that names it. */
export function ownerOf(services: readonly Service[], group: string): Service | undefined {
  return services.find(({ loadBalancers }) => loadBalancers.some((balancer) => balancer.group.name === group));
}
