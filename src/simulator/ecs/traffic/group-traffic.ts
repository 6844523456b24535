import { trafficOf } from '../deployment/traffic.ts';
import { rotationOf } from './rotation.ts';
import type { GroupRule } from './routes.ts';
import { slowStartWeight } from './slow-start.ts';
import { byWeight, FIRST_TURN, leastOutstanding, roundRobin, type Split, type Turn } from './split.ts';
import type { TargetTraffic } from './target-traffic.ts';

/** A target group at work: its targets in order of registration, and whose turn it is. */
export type GroupTraffic = {
  rule: GroupRule;
  targets: TargetTraffic[];
  turns: Map<string, Turn>;
  /** What each revision gets, where traffic shifts. */
  shares: readonly { name: string; weight: number }[] | undefined;
  /** Requests of the present second. */
  arrivals: number;
  /** Targets that got requests, or would have. */
  inRotation: number;
  /** Sets of targets that the split of this second went over: zones, revisions. */
  pools: number;
  failOpen: boolean;
  /** Requests of this second that found nobody. */
  unsent: number;
  /** Requests of this second in flows that stay with a target that is gone (6/13). */
  dropped: number;
  /**
   * The split of this second left a rest that goes to another target next second, and the targets are not all alike:
   * every second has to be looked at.
   */
  uneven: boolean;
  /** Somebody had fewer requests under way and got more of this second's for it (6/5). */
  evensOut: boolean;
};

export function newGroup(rule: GroupRule): GroupTraffic {
  return {
    rule,
    targets: [],
    turns: new Map(),
    shares: undefined,
    arrivals: 0,
    inRotation: 0,
    pools: 0,
    failOpen: false,
    unsent: 0,
    dropped: 0,
    uneven: false,
    evensOut: false,
  };
}

/** Shares the group's arrivals of this second out over its targets. */
export function shareOut(group: GroupTraffic, second: number): void {
  group.inRotation = 0;
  group.pools = 0;
  group.unsent = 0;
  group.dropped = 0;
  group.uneven = false;
  group.evensOut = false;
  group.failOpen = false;
  for (const target of group.targets) {
    target.arrivals = 0;
    target.inRotation = false;
  }
  const parts = partsOf(group);
  const weights = parts.map(({ weight }) => weight);
  const split =
    parts.length === 1
      ? [group.arrivals]
      : takeTurn(group, 'revisions', (turn) => byWeight(weights, group.arrivals, turn));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (parts.length > 1 && weights.some((weight) => (group.arrivals * weight) % total !== 0)) group.uneven = true;
  for (const [i, { name, targets, weight }] of parts.entries()) {
    if (weight > 0) shareOverPools(group, { name, targets, requests: split[i] ?? 0 }, second);
  }
}

type Part = { name: string; targets: TargetTraffic[]; weight: number };

/** 3.7: what each revision of a service that shifts traffic gets, in tenths of a percent; undefined for all others. */
export function revisionShares({ targets }: GroupTraffic): GroupTraffic['shares'] {
  const shifting = targets.find(({ service }) => trafficOf(service) !== undefined)?.service;
  const shares = shifting && trafficOf(shifting);
  return (
    shares &&
    [...shares].flatMap(([name, percent]) => (percent > 0 ? [{ name, weight: Math.round(percent * 10) }] : []))
  );
}

function partsOf({ targets, shares }: GroupTraffic): Part[] {
  if (shares === undefined) return [{ name: '', targets, weight: 1 }];
  return shares.map(({ name, weight }) => ({
    name,
    weight,
    targets: targets.filter(({ task }) => task.shape.name === name),
  }));
}

type Share = { name: string; targets: TargetTraffic[]; requests: number };

function shareOverPools(group: GroupTraffic, { name, targets, requests }: Share, second: number): void {
  const { pools, failOpen } = rotationOf(targets, group.rule);
  if (pools.length === 0) group.unsent += requests;
  if (failOpen) group.failOpen = true;
  const perPool =
    pools.length === 1
      ? [requests]
      : takeTurn(group, `zones ${name}`, (turn) => roundRobin(pools.length, requests, turn));
  if (pools.length > 1 && requests % pools.length !== 0) group.uneven = true;
  for (const [i, pool] of pools.entries()) {
    group.inRotation += pool.length;
    group.pools++;
    const key = `pool ${name} ${pools.length === 1 ? '' : pool[0]?.zone}`;
    const { counts, even } = splitPool(group, pool, { key, requests: perPool[i] ?? 0, second });
    if (!even) group.uneven = true;
    for (const [k, target] of pool.entries()) {
      target.arrivals += counts[k] ?? 0;
      target.inRotation = true;
    }
  }
}

type PoolShare = { key: string; requests: number; second: number };

/** 6/4, 6/5: by the group's algorithm. Even: next second brings every target the same again. */
function splitPool(group: GroupTraffic, pool: TargetTraffic[], { key, requests, second }: PoolShare) {
  const { algorithm, slowStartSeconds } = group.rule;
  const count = pool.length;
  if (algorithm === 'least_outstanding_requests' && !isAlike(pool)) {
    group.evensOut = true;
    const outstanding = pool.map(({ inFlight }) => inFlight);
    return { counts: takeTurn(group, key, (turn) => leastOutstanding(outstanding, requests, turn)), even: false };
  }
  const weights = pool.map(({ slowSince }) => slowStartWeight(slowStartSeconds, slowSince, second));
  if (weights.some((weight) => weight !== weights[0])) {
    return { counts: takeTurn(group, key, (turn) => byWeight(weights, requests, turn)), even: false };
  }
  const counts = takeTurn(group, key, (turn) => roundRobin(count, requests, turn));
  return { counts, even: requests % count === 0 };
}

/** Whether requests to any of these fare the same. */
export function isAlike(targets: readonly TargetTraffic[]): boolean {
  const [first] = targets;
  return targets.every(
    ({ behaviour, profile, inFlight }) =>
      behaviour === first?.behaviour &&
      profile === first.profile &&
      Math.abs(inFlight - first.inFlight) <= behaviour.requestSeconds,
  );
}

function takeTurn({ turns }: GroupTraffic, key: string, split: (turn: Turn) => Split): number[] {
  const { counts, next } = split(turns.get(key) ?? FIRST_TURN);
  turns.set(key, next);
  return counts;
}
