import type { RunInput } from '../../run.ts';
import type { SetLoad } from '../../scenario/load-schema.ts';
import type { Simulation } from '../simulation.ts';
import { Account } from './account.ts';
import { noteAssumptions } from './assumptions.ts';
import { Behaviours } from './behaviour.ts';
import { FailureReports, recordCut, recordDrained, recordNoticed } from './failure-entries.ts';
import { type Changes, TargetFollower } from './follow-targets.ts';
import { hasRegexes } from './listener-rules.ts';
import { nextRateChange, rateAt, setLoad } from './load-lines.ts';
import { RequestFlow } from './requests.ts';
import { TrafficMetrics } from './tally.ts';
import { cut, faultOf, nextFaultChange } from './target-traffic.ts';

/** Kinds of queued events: a second that has to be looked at, and one in which a rate or an application changes. */
export const TRAFFIC_EVENT = { tick: 130, change: 131 } as const;

/** A second that so many tasks take part in counts as one step more towards the event limit. */
const TASKS_A_STEP = 100;

/**
 * Requests through the run, by rates: a second is one step for all of them, and seconds in which nothing changes are
 * passed over at once. What is sent is served, has failed or is under way, at every second.
 */
export class Traffic {
  readonly #flow: RequestFlow;
  readonly #follower: TargetFollower;
  readonly #account: Account;
  readonly #metrics = new TrafficMetrics();
  readonly #reports = new FailureReports();
  #lastSecond = -1;
  /** The last second in which something changed for a reason that is no rounding. */
  #changedAt = 0;
  /** The last second that the next one might not be like: until what it took is answered, every second is looked at. */
  #unevenAt = Number.NEGATIVE_INFINITY;
  #seenEntries = -1;
  #tickAt = -1;
  #changeAt = -1;
  /** Whether the next tick may change what is served. */
  #isMoving = false;

  constructor(sim: Simulation, { world }: RunInput) {
    const behaviours = new Behaviours(world);
    this.#flow = new RequestFlow(world, sim.cluster.availabilityZones, behaviours);
    this.#account = new Account(sim, this.#flow, { behaviours, metrics: this.#metrics });
    const loaded = new Set(this.#flow.lines.map(({ spec }) => spec.loadBalancer));
    const isRegex = (world.loadBalancers ?? []).some(
      (each) => loaded.has(each.name) && each.listeners.some(hasRegexes),
    );
    if (isRegex) sim.assumptions.add('A96');
    const steady = (world.begin ?? 'steady') === 'steady';
    this.#follower = new TargetFollower(this.#flow, behaviours, steady);
  }

  /** The second is settled: its requests are shared out, and the next second that matters is queued. */
  write(sim: Simulation): void {
    const now = sim.nowSeconds;
    if (now === this.#lastSecond) return;
    if (this.#lastSecond >= 0 && now > this.#lastSecond + 1) {
      this.#reports.pass(now - this.#lastSecond - 1);
      sim.spent += Math.floor(this.#flow.pass(this.#lastSecond + 1, now) / TASKS_A_STEP);
    }
    this.#lastSecond = now;
    const changed = this.#step(sim) || now === this.#changeAt;
    if (changed || this.#seenEntries !== sim.timeline.entries.length) this.#changedAt = now;
    this.#seenEntries = sim.timeline.entries.length;
    this.#queueNext(sim);
  }

  /** One second. Returns whether something changed. */
  #step(sim: Simulation): boolean {
    const now = sim.nowSeconds;
    const { lines, groups } = this.#flow;
    const changes = this.#follower.follow(sim);
    this.#loseWhatHangs(sim, changes);
    let changed = changes.cuts.length + changes.noticed.length > 0;
    for (const line of lines) {
      const rate = rateAt(line, now);
      if (rate !== line.rate) changed = true;
      line.rate = rate;
    }
    for (const { group, target } of changes.noticed) recordNoticed(sim, group, target);
    for (const lost of changes.cuts) recordCut(sim, lost);
    const sent = this.#flow.send(now);
    sim.spent += Math.floor(sent.uses.size / TASKS_A_STEP);
    noteAssumptions(sim, this.#flow, sent);
    for (const { warming } of sent.uses.values()) if (warming) changed = true;
    for (const group of groups.values()) {
      for (const target of group.targets) {
        if (target.slowSince !== undefined) changed = true;
        const isIdle = target.health === 'draining' && target.inFlight === 0;
        if (isIdle && !target.saidDrained) recordDrained(sim, group, target);
      }
    }
    this.#account.write(sim, sent, { cuts: changes.cuts, reports: this.#reports });
    return changed;
  }

  /** What is under way at an application that answers no more is lost too. */
  #loseWhatHangs(sim: Simulation, changes: Changes): void {
    for (const group of this.#flow.groups.values()) {
      for (const target of group.targets) {
        if (target.inFlight === 0 || target.target === undefined) continue;
        if (faultOf(target, sim.nowSeconds) === undefined) continue;
        changes.cuts.push({ group, target, requests: cut(target), why: 'exited' });
      }
    }
  }

  /** Another look next second while something moves; else in the second in which something will. */
  #queueNext(sim: Simulation): void {
    const now = sim.nowSeconds;
    const settles = this.#changedAt + Math.max(1, this.#flow.longestSeconds);
    const wasMoving = this.#isMoving;
    this.#isMoving = now < settles || this.#reports.isWaiting;
    if (this.#isMoving || wasMoving) sim.lastSeconds = now;
    if (this.#flow.isUneven) this.#unevenAt = now;
    const echoes = now <= this.#unevenAt + this.#flow.longestSeconds;
    if ((this.#isMoving || echoes) && this.#tickAt !== now + 1) {
      this.#tickAt = now + 1;
      sim.queue.push(this.#tickAt, TRAFFIC_EVENT.tick, 0);
    }
    const next = this.#nextChange(now);
    if (next === this.#changeAt || !Number.isFinite(next)) return;
    this.#changeAt = next;
    sim.queue.push(next, TRAFFIC_EVENT.change, 0);
  }

  #nextChange(now: number): number {
    let next = Number.POSITIVE_INFINITY;
    for (const line of this.#flow.lines) next = Math.min(next, nextRateChange(line, now));
    for (const { targets } of this.#flow.groups.values()) {
      for (const target of targets) next = Math.min(next, nextFaultChange(target, now));
    }
    return next;
  }

  /** Whether a queued event of its own may still change something. */
  isLive(kind: number, atSeconds: number): boolean {
    return kind === TRAFFIC_EVENT.change ? atSeconds === this.#changeAt : this.#isMoving && atSeconds === this.#tickAt;
  }

  close(sim: Simulation, seconds: number): void {
    this.#metrics.close(sim, seconds);
  }

  setLoad(sim: Simulation, input: SetLoad): void {
    for (const line of setLoad(this.#flow.lines, input, sim.nowSeconds)) {
      const { service, loadBalancer } = line.spec;
      const to = service === undefined ? `(load-balancer ${loadBalancer})` : `(service ${service})`;
      const sent = rateAt(line, sim.nowSeconds);
      sim.timeline.record({
        at: sim.nowSeconds,
        type: 'load-changed',
        ...(service === undefined ? {} : { service }),
        requests: { sent },
        message: `${to} gets ${sent} requests a second from now on.`,
      });
      sim.lastSeconds = sim.nowSeconds;
    }
  }
}
