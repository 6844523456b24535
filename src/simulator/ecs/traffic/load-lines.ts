import type { LoadSpec, SetLoad } from '../../scenario/load-schema.ts';
import type { World } from '../../scenario/world-schema.ts';
import { type Connection, connectionsOf } from './connections.ts';
import type { Share } from './listener-rules.ts';
import { type Curve, flat, nextChange, valueAt } from './load-curve.ts';
import { readCurve } from './read-curve.ts';
import { type Route, routeOf } from './routes.ts';
import { FIRST_TURN, type Turn } from './split.ts';

/** One source of requests at work. */
export type LoadLine = {
  spec: LoadSpec;
  curve: Curve;
  /** The second from which the curve counts. */
  since: number;
  /** Requests of the present second. */
  rate: number;
  route: Route;
  turn: Turn;
  /** Network and Gateway Load Balancer: connections that stay open. */
  connections: Connection[];
};

/** The loads that send requests to services and load balancers; queues and App Runner have storeys of their own. */
export function loadLines(world: World): LoadLine[] {
  const lines = (world.load ?? []).filter(({ service, loadBalancer }) => (service ?? loadBalancer) !== undefined);
  return lines.map((spec, i): LoadLine => {
    const route = routeOf(spec, world);
    const shares = 'shares' in route ? route.shares : [];
    return {
      spec,
      curve: curveOf(spec.perSecond),
      since: 0,
      rate: 0,
      route,
      turn: FIRST_TURN,
      connections: connectionsOf(spec.flows ?? (isOneFlow(shares, world) ? 1 : 0), shares, 1024 + i * 1000),
    };
  });
}

/** 6/13: where the ports do not count, everything that a load sends is one flow: it has one source and one destination. */
function isOneFlow(shares: readonly Share[], { targetGroups = [] }: World): boolean {
  return shares.some(({ group }) => targetGroups.some((each) => each.name === group && each.stickinessType));
}

/** A curve that was checked before. */
function curveOf(spec: unknown): Curve {
  return readCurve(spec).curve ?? flat(0);
}

export function rateAt({ curve, since }: LoadLine, second: number): number {
  return valueAt(curve, second - since);
}

/** The next second with another rate; Infinity when it stays. */
export function nextRateChange({ curve, since }: LoadLine, second: number): number {
  const next = nextChange(curve, second - since);
  return next === undefined ? Number.POSITIVE_INFINITY : next + since;
}

/** setLoad: the lines it names get another curve, whose times count from this second. Returns those lines. */
export function setLoad(lines: readonly LoadLine[], input: SetLoad, second: number): LoadLine[] {
  const chosen = lines.filter(({ spec }) =>
    input.load === undefined
      ? (input.service !== undefined && spec.service === input.service) ||
        (input.loadBalancer !== undefined && spec.loadBalancer === input.loadBalancer)
      : spec.name === input.load,
  );
  for (const line of chosen) {
    line.curve = curveOf(input.perSecond);
    line.since = second;
  }
  return chosen;
}
