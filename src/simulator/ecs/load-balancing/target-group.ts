import type { World } from '../../scenario/world-schema.ts';
import type { Checks } from '../lifecycle/checks.ts';
import type { ContainerState, Probe } from '../lifecycle/detail.ts';

/** ELB's words for the health of a target; `left` is a target that is registered no more. */
export type TargetHealth = 'initial' | 'healthy' | 'unhealthy' | 'draining' | 'left';

export type TargetGroup = {
  name: string;
  checks: Checks;
  deregistrationDelaySeconds: number;
  /** How many targets are in each state now. */
  counts: Record<TargetHealth, number>;
};

/** A task's target in one group. */
export type TargetState = { group: TargetGroup; health: TargetHealth; container: ContainerState; probe: Probe };

/** One entry of a service's loadBalancers. */
export type LoadBalancer = { group: TargetGroup; containerName: string };

/** The target groups of a world, with ELB's defaults (3.3). */
export function targetGroupsOf(world: World): Map<string, TargetGroup> {
  const groups = new Map<string, TargetGroup>();
  for (const spec of world.targetGroups ?? []) {
    groups.set(spec.name, {
      name: spec.name,
      checks: {
        intervalSeconds: spec.healthCheckIntervalSeconds ?? 30,
        failures: spec.unhealthyThresholdCount ?? 2,
        successes: spec.healthyThresholdCount ?? 5,
        startPeriodSeconds: 0,
      },
      deregistrationDelaySeconds: spec.deregistrationDelaySeconds ?? 300,
      counts: { initial: 0, healthy: 0, unhealthy: 0, draining: 0, left: 0 },
    });
  }
  return groups;
}

/** Changes a target's health and the counts of its group. */
export function moveTarget(target: TargetState, health: TargetHealth): void {
  target.group.counts[target.health]--;
  target.group.counts[health]++;
  target.health = health;
}

/** A service's loadBalancers, with the groups they name. */
export function loadBalancersIn(
  groups: ReadonlyMap<string, TargetGroup>,
  specs: readonly { targetGroupArn: string; containerName: string }[] = [],
): LoadBalancer[] {
  return specs.flatMap(({ targetGroupArn, containerName }) => {
    const group = groups.get(targetGroupArn);
    return group ? [{ group, containerName }] : [];
  });
}
