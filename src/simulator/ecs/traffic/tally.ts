import type { Service, Task } from '../cluster.ts';
import type { Simulation } from '../simulation.ts';
import type { Behaviours } from './behaviour.ts';
import type { GroupTraffic } from './group-traffic.ts';
import type { TaskUse } from './limits.ts';
import type { Cause, TargetTraffic } from './target-traffic.ts';

/** Requests of one second. In flight: under way at its end. */
export type Requests = { sent: number; served: number; failed: number; inFlight: number };

/** Why requests of a second failed: how many, in which group, at which tasks. */
export type Failure = { cause: Cause; failed: number; targetGroup: string; tasks: string[] };

/** What one service, target group or load balancer did in a second. */
export class Tally {
  sent = 0;
  served = 0;
  failed = 0;
  inFlight = 0;
  readonly failures: Failure[] = [];

  add(target: TargetTraffic): void {
    this.sent += target.arrivals;
    this.served += target.served;
    this.failed += target.failed;
    this.inFlight += target.inFlight;
  }

  fail(cause: Cause, failed: number, { group, task }: { group: GroupTraffic; task?: Task }): void {
    if (failed === 0) return;
    const targetGroup = group.rule.name;
    let entry = this.failures.find((known) => known.cause === cause && known.targetGroup === targetGroup);
    if (entry === undefined) {
      entry = { cause, failed: 0, targetGroup, tasks: [] };
      this.failures.push(entry);
    }
    entry.failed += failed;
    if (task) entry.tasks.push(task.name);
  }

  get requests(): Requests {
    const { sent, served, failed, inFlight } = this;
    return { sent, served, failed, inFlight };
  }
}

/** Percent to two places, rounded down, so that it compares as written. */
export function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : Math.floor((part * 10_000) / whole) / 100;
}

/** Writes what a second did, as rates that hold from this second on. */
export class TrafficMetrics {
  readonly #names = new Set<string>();

  set(sim: Simulation, metric: string, value: number): void {
    this.#names.add(metric);
    sim.timeline.series(metric).set(sim.nowSeconds, value);
  }

  tally(sim: Simulation, prefix: string, { sent, served, failed, inFlight }: Requests): void {
    this.set(sim, `${prefix}.requests.sent`, sent);
    this.set(sim, `${prefix}.requests.served`, served);
    this.set(sim, `${prefix}.requests.failed`, failed);
    this.set(sim, `${prefix}.requests.inFlight`, inFlight);
  }

  /** As ALBRequestCountPerTarget: requests a minute and target, at the rate in force, to two places. */
  group(sim: Simulation, group: GroupTraffic, { sent, served, failed }: Requests): void {
    const prefix = `targetGroups.${group.rule.name}`;
    this.set(sim, `${prefix}.requests.sent`, sent);
    this.set(sim, `${prefix}.requests.served`, served);
    this.set(sim, `${prefix}.requests.failed`, failed);
    const each = group.inRotation === 0 ? 0 : Math.floor((group.arrivals * 6000) / group.inRotation) / 100;
    this.set(sim, `${prefix}.requestsPerTarget`, each);
  }

  /** 2.1 CloudWatch: used ÷ (what the definition reserves × running tasks). Without a reservation it has no value. */
  utilisation(
    sim: Simulation,
    service: Service,
    { uses, behaviours }: { uses: Map<Task, TaskUse>; behaviours: Behaviours },
  ): void {
    const used = { cpu: 0, memory: 0 };
    const reserved = { cpu: 0, memory: 0 };
    let ofMessages = false;
    for (const deployment of service.deployments) {
      for (const task of deployment.tasks) {
        if (task.state !== 'RUNNING') continue;
        const profile = behaviours.profile(task.shape.name);
        const use = uses.get(task);
        ofMessages ||= profile.ofMessages;
        reserved.cpu += profile.reservedCpu;
        reserved.memory += profile.reservedMemory;
        used.cpu += use?.cpuUsed ?? Math.min(profile.restCpu, profile.cpuCeiling ?? profile.restCpu);
        used.memory += profile.restMemory + (use?.memory ?? 0);
      }
    }
    for (const what of ['cpu', 'memory'] as const) {
      if (what === 'cpu' && ofMessages) continue;
      if (behaviours.says[what] && reserved[what] > 0) {
        this.set(sim, `services.${service.name}.${what}`, percent(used[what], reserved[what]));
      }
    }
  }

  /** The run is over: nothing is known of later seconds. */
  close(sim: Simulation, seconds: number): void {
    for (const name of this.#names) {
      const { steps } = sim.timeline.series(name);
      while ((steps.at(-1)?.[0] ?? 0) > seconds) steps.pop();
    }
  }
}
