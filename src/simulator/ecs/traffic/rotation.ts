import type { BalancerType } from '../../scenario/load-balancer-schema.ts';

/** What the load balancer knows of a target. */
export type Registered = { zone: string; health: 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'left' };

export type Rotation<T extends Registered> = {
  /** Each pool gets an equal share of the requests: one pool, or one a zone where cross-zone balancing is off. */
  pools: T[][];
  /** No target is healthy, so that all of them get requests. */
  failOpen: boolean;
};

/**
 * The targets that get requests (6/6, 6/7): the healthy ones; where none is healthy, every registered one (fail open).
 * Draining targets and those in zones without a node of the load balancer get none. Cross-zone off: a zone's node sends
 * only to targets of its zone, and DNS leaves out zones without a healthy target. Source: ELB, target group health.
 */
export function rotationOf<T extends Registered>(
  targets: readonly T[],
  { zones, crossZone }: { zones: readonly string[]; crossZone: boolean },
): Rotation<T> {
  const registered = targets.filter(
    ({ health, zone }) => health !== 'draining' && health !== 'left' && zones.includes(zone),
  );
  const healthy = registered.filter(({ health }) => health === 'healthy');
  const failOpen = healthy.length === 0 && registered.length > 0;
  const chosen = failOpen ? registered : healthy;
  if (chosen.length === 0) return { pools: [], failOpen };
  if (crossZone) return { pools: [[...chosen]], failOpen };
  const pools = zones.map((zone) => chosen.filter((target) => target.zone === zone)).filter(({ length }) => length > 0);
  return { pools, failOpen };
}

/** 6/7: whether requests cross zones: the target group's setting, else the load balancer's. */
export function isCrossZone(
  type: BalancerType,
  setting: { balancer?: boolean | undefined; group?: boolean | undefined },
): boolean {
  return setting.group ?? (type === 'application' ? true : (setting.balancer ?? false));
}
