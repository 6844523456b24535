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
export type TargetState = {
  group: TargetGroup;
  health: TargetHealth;
  container: ContainerState;
  probe: Probe;
  /** No security group lets the load balancer in: checks and requests run into their timeouts. */
  blocked: boolean;
};

/** One entry of a service's loadBalancers; `alternate` is the group of the other side when traffic shifts (3.7). */
export type LoadBalancer = {
  group: TargetGroup;
  alternate?: TargetGroup;
  isClassic: boolean;
  containerName: string;
  containerPort: number;
};

/** The target groups of a world, with ELB's defaults (3.3). */
export function targetGroupsOf(world: World): Map<string, TargetGroup> {
  const groups = new Map<string, TargetGroup>();
  for (const spec of world.targetGroups ?? []) {
    groups.set(spec.name, {
      name: spec.name,
      checks: {
        intervalSeconds: spec.healthCheckIntervalSeconds ?? (spec.protocol === 'GENEVE' ? 10 : 30),
        failures: spec.unhealthyThresholdCount ?? 2,
        successes: spec.healthyThresholdCount ?? 5,
        startPeriodSeconds: 0,
        timeoutSeconds: spec.healthCheckTimeoutSeconds ?? 5,
      },
      deregistrationDelaySeconds: spec.deregistrationDelaySeconds ?? 300,
      counts: { initial: 0, healthy: 0, unhealthy: 0, draining: 0, left: 0 },
    });
  }
  for (const name of classicNames(world)) groups.set(name, classicGroup(name));
  return groups;
}

/** Classic Load Balancers that services name: each is a group of its own. */
export function classicNames(world: World): string[] {
  const named = (world.services ?? []).flatMap(({ loadBalancers = [] }) =>
    loadBalancers.flatMap(({ loadBalancerName }) => loadBalancerName ?? []),
  );
  return [...new Set(named)];
}

/** The health check of a Classic Load Balancer, with its defaults. Source: ELB classic guide, health checks. */
function classicGroup(name: string): TargetGroup {
  return {
    name,
    checks: { intervalSeconds: 30, failures: 2, successes: 10, startPeriodSeconds: 0, timeoutSeconds: 5 },
    deregistrationDelaySeconds: 300,
    counts: { initial: 0, healthy: 0, unhealthy: 0, draining: 0, left: 0 },
  };
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
  specs: NonNullable<World['services']>[number]['loadBalancers'] = [],
): LoadBalancer[] {
  return specs.flatMap(
    ({ targetGroupArn, loadBalancerName, advancedConfiguration, containerName, containerPort }): LoadBalancer[] => {
      const group = groups.get(targetGroupArn ?? loadBalancerName ?? '');
      const alternate = groups.get(advancedConfiguration?.alternateTargetGroupArn ?? '');
      const isClassic = loadBalancerName !== undefined;
      return group ? [{ group, ...(alternate ? { alternate } : {}), isClassic, containerName, containerPort }] : [];
    },
  );
}

/** 3.7: test traffic needs a test listener rule, or Service Connect, which tells it by a header. */
export function hasTestTraffic(service: NonNullable<World['services']>[number]): boolean {
  const rules = (service.loadBalancers ?? []).map(
    ({ advancedConfiguration }) => advancedConfiguration?.testListenerRule,
  );
  return service.serviceConnectConfiguration?.enabled === true || rules.some((rule) => rule !== undefined);
}
