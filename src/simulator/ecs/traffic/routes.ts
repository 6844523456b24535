import type { BalancerType, LoadBalancerSpec } from '../../scenario/load-balancer-schema.ts';
import type { LoadSpec } from '../../scenario/load-schema.ts';
import type { World } from '../../scenario/world-schema.ts';
import { actionsFor, type RequestLike, type Share, sharesOf } from './listener-rules.ts';
import { isCrossZone } from './rotation.ts';

/** Where the requests of a load go: to groups by weight, or the load balancer answers them itself. */
export type Route = { shares: Share[] } | { answered: 'fixed-response' | 'redirect'; fails: boolean };

/** What decides how a group's requests are shared out. */
export type GroupRule = {
  name: string;
  balancer: string | undefined;
  type: BalancerType | 'none';
  /** 6/13: which flows a Gateway Load Balancer keeps together; without one those of the same 5-tuple. */
  stickiness: 'source_ip_dest_ip_proto' | 'source_ip_dest_ip' | undefined;
  /** Flows go to another target when theirs is unhealthy or gone. */
  rebalances: boolean;
  zones: readonly string[];
  crossZone: boolean;
  algorithm: 'round_robin' | 'least_outstanding_requests' | 'weighted_random';
  slowStartSeconds: number;
};

/**
 * Alternate target groups with the group they stand in for: when traffic shifts, ECS moves the weights between the two,
 * so that requests to either are requests to the service (3.7).
 */
export function productionGroups({ services = [] }: World): Map<string, string> {
  const pairs = services.flatMap(({ loadBalancers = [] }) =>
    loadBalancers.flatMap(({ targetGroupArn, advancedConfiguration }): [string, string][] => {
      const alternate = advancedConfiguration?.alternateTargetGroupArn;
      return targetGroupArn === undefined || alternate === undefined ? [] : [[alternate, targetGroupArn]];
    }),
  );
  return new Map(pairs);
}

/** The group of tasks that a load reaches without any load balancer. */
export function directGroup(service: string): string {
  return `service ${service}`;
}

export function requestOf(load: LoadSpec): RequestLike {
  const { host = '', path = '/', method = 'GET', sourceIp = '198.51.100.1', headers = {}, query = {} } = load;
  return { host, path, method, sourceIp, headers, query };
}

/** The route of a load; its requests all look alike, so that the rules decide once. */
export function routeOf(load: LoadSpec, world: World): Route {
  if (load.service !== undefined) return { shares: [{ group: groupOfService(load.service, world), weight: 1 }] };
  const balancer = (world.loadBalancers ?? []).find(({ name }) => name === load.loadBalancer);
  if (balancer?.type === 'classic') return { shares: [{ group: balancer.name, weight: 1 }] };
  const isAny = load.port === undefined || balancer?.type === 'gateway';
  const listener = balancer?.listeners.find(({ port }) => isAny || port === load.port);
  const action = listener === undefined ? undefined : actionsFor(listener, requestOf(load)).at(-1);
  if (action === undefined) return { shares: [] };
  if (action.type === 'forward') return { shares: sharesOf(action) };
  const status = String(action.fixedResponseConfig?.statusCode ?? '');
  return { answered: action.type, fails: action.type === 'fixed-response' && status.startsWith('5') };
}

function groupOfService(service: string, world: World): string {
  const spec = (world.services ?? []).find(({ serviceName }) => serviceName === service);
  const first = spec?.loadBalancers?.[0];
  return first?.targetGroupArn ?? first?.loadBalancerName ?? directGroup(service);
}

/** The groups that an action of the load balancer may forward to. */
export function groupsOf({ type, name, listeners }: LoadBalancerSpec): string[] {
  if (type === 'classic') return [name];
  const actions = listeners.flatMap(({ defaultActions = [], rules = [] }) => [
    ...defaultActions,
    ...rules.flatMap((rule) => rule.actions),
  ]);
  const forwards = actions.filter(({ type: kind }) => kind === 'forward').flatMap(sharesOf);
  return [...new Set(forwards.map(({ group }) => group))];
}

/** How a group's requests are shared out: the load balancer in front of it, and its own attributes. */
export function groupRule(name: string, world: World, zones: readonly string[]): GroupRule {
  const spec = (world.targetGroups ?? []).find((group) => group.name === name);
  const balancer = (world.loadBalancers ?? []).find((candidate) => groupsOf(candidate).includes(name));
  const isDirect = spec === undefined && balancer === undefined && name.includes(' ');
  const type = balancer?.type ?? (spec?.protocol === 'GENEVE' ? 'gateway' : 'application');
  return {
    name,
    balancer: balancer?.name,
    type: isDirect ? 'none' : type,
    zones: balancer?.availabilityZones ?? zones,
    crossZone: isDirect || isCrossZone(type, { balancer: balancer?.crossZone, group: spec?.crossZone }),
    algorithm: spec?.loadBalancingAlgorithmType ?? 'round_robin',
    slowStartSeconds: spec?.slowStartSeconds ?? 0,
    stickiness: spec?.stickinessType,
    rebalances: type !== 'gateway' || spec?.targetFailover === 'rebalance',
  };
}
