import type { World } from '../../scenario/world-schema.ts';
import type { Task } from '../cluster.ts';
import type { Behaviours } from './behaviour.ts';
import { sendOverConnections } from './connections.ts';
import { type GroupTraffic, isAlike, newGroup, revisionShares, shareOut } from './group-traffic.ts';
import { limitByCpu, type TaskUse, usesOf } from './limits.ts';
import { type LoadLine, loadLines } from './load-lines.ts';
import { groupRule, groupsOf, productionGroups } from './routes.ts';
import { byWeight } from './split.ts';
import { faultOf, take } from './target-traffic.ts';

/** What the tasks had to do in a second, and whether tasks competed for the CPU of some instance. */
export type Sent = { uses: Map<Task, TaskUse>; contended: boolean };

/** The requests of all loads on their way to targets, one second at a time. */
export class RequestFlow {
  readonly lines: readonly LoadLine[];
  readonly groups: ReadonlyMap<string, GroupTraffic>;
  /** Load balancers that get requests, with the groups behind them. */
  readonly balancers: readonly { name: string; groups: readonly string[] }[];
  readonly #behaviours: Behaviours;
  readonly #production: ReadonlyMap<string, string>;
  #isShort = false;

  constructor(world: World, zones: readonly string[], behaviours: Behaviours) {
    this.#behaviours = behaviours;
    this.#production = productionGroups(world);
    this.lines = loadLines(world);
    const loaded = new Set(this.lines.map(({ spec }) => spec.loadBalancer));
    const balancers = (world.loadBalancers ?? []).filter(({ name }) => loaded.has(name));
    this.balancers = balancers.map((balancer) => ({ name: balancer.name, groups: groupsOf(balancer) }));
    const names = [
      ...this.lines.flatMap(({ route }) => ('shares' in route ? route.shares : [])).map(({ group }) => group),
      ...this.balancers.flatMap(({ groups }) => groups),
    ];
    const main = new Set(names.map((name) => this.#production.get(name) ?? name));
    this.groups = new Map([...main].map((name) => [name, newGroup(groupRule(name, world, zones))]));
  }

  /** A group by its name; the two target groups of a service that shifts traffic are one here (3.7). */
  groupNamed(name: string): GroupTraffic | undefined {
    return this.groups.get(this.#production.get(name) ?? name);
  }

  /** Seconds that the longest request takes. */
  get longestSeconds(): number {
    let longest = 0;
    for (const { targets } of this.groups.values()) {
      for (const { behaviour } of targets) longest = Math.max(longest, behaviour.requestSeconds);
    }
    return longest;
  }

  /** Shares out the requests of a second and takes what can be taken. */
  send(second: number): Sent {
    for (const group of this.groups.values()) group.shares = revisionShares(group);
    this.#shareOut(second);
    const targets = [...this.groups.values()].flatMap((group) => group.targets);
    const uses = usesOf(targets, second);
    const { short, contended } = limitByCpu(uses, targets, this.#behaviours);
    this.#isShort = short || targets.length > uses.size;
    for (const target of targets) {
      const use = uses.get(target.task) as TaskUse;
      target.fault = target.inRotation || target.arrivals > 0 ? faultOf(target, second) : undefined;
      target.room = use.left;
      take(target, second);
      use.left -= target.taken;
      use.memory += target.behaviour.memoryPerRequest * Math.max(target.inFlight, target.taken);
    }
    return { uses, contended };
  }

  /** A second in which everything is as in the last one that was sent, but for who gets the odd request. */
  #sendAgain(second: number): void {
    this.#shareOut(second);
    for (const { targets } of this.groups.values()) for (const target of targets) take(target, second);
  }

  #shareOut(second: number): void {
    const groups = [...this.groups.values()];
    for (const group of groups) group.arrivals = 0;
    for (const line of this.lines) {
      if (line.connections.length > 0) continue;
      for (const { group, requests } of this.#sharesOf(line)) group.arrivals += requests;
    }
    for (const group of groups) shareOut(group, second);
    for (const line of this.lines) {
      if (line.connections.length > 0) sendOverConnections(line, (name) => this.groupNamed(name) as GroupTraffic);
    }
  }

  #sharesOf(line: LoadLine): { group: GroupTraffic; requests: number }[] {
    if (!('shares' in line.route)) return [];
    const { shares } = line.route;
    const { counts, next } = byWeight(
      shares.map(({ weight }) => weight),
      line.rate,
      line.turn,
    );
    if (shares.length > 1) line.turn = next;
    return shares.map(({ group }, i) => ({ group: this.groupNamed(group) as GroupTraffic, requests: counts[i] ?? 0 }));
  }

  /** Whether the next second may differ from this one only because requests are whole, so that it has to be looked at. */
  get isUneven(): boolean {
    const isSplitUneven = this.lines.some(({ route, rate }) => {
      const weights = 'shares' in route ? route.shares.map(({ weight }) => weight) : [];
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      return weights.length > 1 && total > 0 && weights.some((weight) => (rate * weight) % total !== 0);
    });
    const groups = [...this.groups.values()];
    return isSplitUneven || groups.some((group) => (group.uneven && this.#shows(group)) || isOutOfBalance(group));
  }

  /** An odd request shows where it matters who gets it. */
  #shows({ targets, pools }: GroupTraffic): boolean {
    const isConnected = this.lines.some(({ connections }) => connections.length > 0);
    if (this.#isShort || isConnected || pools !== 1) return true;
    const open = targets.filter(({ inRotation }) => inRotation);
    const [first] = open;
    if (first === undefined) return false;
    return !isAlike(open) || open.some((target) => target.fault !== first.fault || target.service !== first.service);
  }

  /**
   * Passes over seconds in which nothing changed, up to `until`: who gets the odd request moves on, and the last seconds
   * are sent again so that every target has under way what it would have. Returns how many targets it went over.
   */
  pass(from: number, until: number): number {
    const repeat = Math.min(until - from, this.longestSeconds);
    for (const group of this.groups.values()) {
      const count = group.targets.filter(({ inRotation }) => inRotation).length;
      if (!group.uneven || count === 0) continue;
      for (const [key, turn] of group.turns) {
        if (!key.startsWith('pool')) continue;
        group.turns.set(key, { ...turn, turn: (turn.turn + group.arrivals * (until - from - repeat)) % count });
      }
    }
    for (let second = until - repeat; second < until; second++) this.#sendAgain(second);
    return repeat * [...this.groups.values()].reduce((sum, { targets }) => sum + targets.length, 0);
  }
}

/** By least outstanding requests, what is under way decides who gets the next ones, and who got those of this second. */
function isOutOfBalance({ rule, targets, evensOut }: GroupTraffic): boolean {
  if (rule.algorithm !== 'least_outstanding_requests') return false;
  return evensOut || !isAlike(targets.filter(({ inRotation }) => inRotation));
}
