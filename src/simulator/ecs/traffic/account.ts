import type { Service } from '../cluster.ts';
import type { Simulation } from '../simulation.ts';
import type { Behaviours } from './behaviour.ts';
import { type FailureReports, ownerOf } from './failure-entries.ts';
import type { Cut } from './follow-targets.ts';
import type { GroupTraffic } from './group-traffic.ts';
import type { RequestFlow, Sent } from './requests.ts';
import { directGroup } from './routes.ts';
import { Tally, type TrafficMetrics } from './tally.ts';

/** Adds up a second by service, target group and load balancer, and writes it down. */
export class Account {
  readonly #flow: RequestFlow;
  readonly #behaviours: Behaviours;
  readonly #metrics: TrafficMetrics;
  /** Services whose requests are counted, by name. */
  readonly #counted: ReadonlySet<string>;
  readonly #owners: ReadonlyMap<GroupTraffic, Service | undefined>;

  constructor(
    sim: Simulation,
    flow: RequestFlow,
    { behaviours, metrics }: { behaviours: Behaviours; metrics: TrafficMetrics },
  ) {
    this.#flow = flow;
    this.#behaviours = behaviours;
    this.#metrics = metrics;
    const { services } = sim.cluster;
    const owner = (name: string) =>
      services.find((service) => directGroup(service.name) === name) ?? ownerOf(services, name);
    this.#owners = new Map([...flow.groups.values()].map((group) => [group, owner(group.rule.name)]));
    const isCounted = ({ name, loadBalancers }: Service) =>
      flow.groups.has(directGroup(name)) || loadBalancers.some(({ group }) => flow.groups.has(group.name));
    this.#counted = new Set(services.filter(isCounted).map(({ name }) => name));
  }

  write(sim: Simulation, { uses }: Sent, { cuts, reports }: { cuts: readonly Cut[]; reports: FailureReports }): void {
    const services = new Map([...this.#counted].map((name) => [name, new Tally()]));
    const groups = new Map([...this.#flow.groups.values()].map((group) => [group, new Tally()]));
    for (const [group, tally] of groups) this.#addGroup(group, { tally, services });
    for (const { group, target, requests } of cuts) {
      for (const tally of [groups.get(group), services.get(target.service.name)]) if (tally) tally.failed += requests;
    }
    for (const [name, tally] of services) {
      this.#metrics.tally(sim, `services.${name}`, tally.requests);
      reports.report(sim, name, tally);
    }
    for (const [group, tally] of groups) {
      if (group.rule.type !== 'none') this.#metrics.group(sim, group, tally.requests);
    }
    this.#writeBalancers(sim, groups);
    this.#writeUtilisation(sim, uses);
  }

  #addGroup(group: GroupTraffic, to: { tally: Tally; services: Map<string, Tally> }): void {
    const owner = this.#owners.get(group);
    for (const target of group.targets) {
      const tallies = [to.tally, to.services.get(target.service.name)];
      for (const tally of tallies) {
        tally?.add(target);
        if (target.failed > 0) {
          tally?.fail(target.fault ?? 'overloaded', target.failed, { group, task: target.task });
        }
      }
    }
    for (const tally of [to.tally, to.services.get(owner?.name ?? '')]) {
      if (tally === undefined) continue;
      tally.sent += group.unsent + group.dropped;
      tally.failed += group.unsent + group.dropped;
      tally.fail('no-target', group.unsent, { group });
      tally.fail('dropped', group.dropped, { group });
    }
  }

  /** What a load balancer answers itself is served, a fixed response of 5xx has failed. */
  #writeBalancers(sim: Simulation, groups: ReadonlyMap<GroupTraffic, Tally>): void {
    for (const { name, groups: names } of this.#flow.balancers) {
      const sum = new Tally();
      for (const [{ rule }, { requests }] of groups) {
        if (!names.includes(rule.name)) continue;
        for (const key of ['sent', 'served', 'failed', 'inFlight'] as const) sum[key] += requests[key];
      }
      for (const { spec, route, rate } of this.#flow.lines) {
        if (spec.loadBalancer !== name || !('answered' in route)) continue;
        sum.sent += rate;
        if (route.fails) sum.failed += rate;
        else sum.served += rate;
      }
      this.#metrics.tally(sim, `loadBalancers.${name}`, sum.requests);
    }
  }

  #writeUtilisation(sim: Simulation, uses: Sent['uses']): void {
    const behaviours = this.#behaviours;
    if (!behaviours.says.cpu && !behaviours.says.memory) return;
    for (const service of sim.cluster.services) this.#metrics.utilisation(sim, service, { uses, behaviours });
  }
}
