import type { Run, Series } from '../../simulator/run.ts';
import { valueInForce } from './chart-model.ts';

type World = Run['input']['world'];

/** Where requests come in: a load balancer, or a service that is asked without one in sight. */
export type Entrance = {
  name: string;
  kind: 'application' | 'network' | 'gateway' | 'classic' | 'service';
  /** Requests a second; undefined where nobody sends any in this run. */
  requests: { sent: Series; served: Series; failed: Series } | undefined;
  groups: TargetGroupFlow[];
};

/** A target group behind it: how many of its targets stand how, and what it gets. */
export type TargetGroupFlow = {
  name: string;
  targets: { healthy: Series; unhealthy: Series; initial: Series; draining: Series };
  sent: Series | undefined;
};

/** A queue with the service that reads it. */
export type QueueFlow = {
  name: string;
  consumer: string | undefined;
  visible: Series;
  inFlight: Series;
  oldestAge: Series;
};

/** What flows into the yard, as series over the whole run. */
export type Flows = { entrances: Entrance[]; queues: QueueFlow[] };

/** Load balancers and queues of a run, in the order in which the world lists them. */
export function flowsOf({ series, input }: Pick<Run, 'series' | 'input'>): Flows {
  const { world } = input;
  const balancers = (world.loadBalancers ?? []).map(
    (balancer): Entrance => ({
      name: balancer.name,
      kind: balancer.type ?? 'application',
      requests:
        requestsOf(series, `loadBalancers.${balancer.name}`) ?? requestsOfServices(series, world, groupsOf(balancer)),
      groups: groupsOf(balancer).map((name) => groupOf(series, name)),
    }),
  );
  const behind = new Set(balancers.flatMap(({ groups }) => groups.map(({ name }) => name)));
  const others = (world.services ?? []).flatMap((service): Entrance[] => {
    const groups = targetGroupsOf(service).filter((name) => !behind.has(name));
    const requests = requestsOf(series, `services.${service.serviceName}`);
    const isBehind = targetGroupsOf(service).some((name) => behind.has(name));
    if (groups.length === 0 && (requests === undefined || isBehind)) return [];
    return [
      { name: service.serviceName, kind: 'service', requests, groups: groups.map((name) => groupOf(series, name)) },
    ];
  });
  const queues = (world.queues ?? []).map(
    ({ name, service }): QueueFlow => ({
      name,
      consumer: service,
      visible: series[`queues.${name}.visible`] ?? [],
      inFlight: series[`queues.${name}.inFlight`] ?? [],
      oldestAge: series[`queues.${name}.oldestAge`] ?? [],
    }),
  );
  return { entrances: [...balancers, ...others], queues };
}

function groupsOf({ listeners }: NonNullable<World['loadBalancers']>[number]): string[] {
  const actions = listeners.flatMap(({ defaultActions = [], rules = [] }) => [
    ...defaultActions,
    ...rules.flatMap((rule) => rule.actions),
  ]);
  const named = actions.flatMap(({ targetGroupArn, forwardConfig }) => [
    targetGroupArn,
    ...(forwardConfig?.targetGroups ?? []).map((group) => group.targetGroupArn),
  ]);
  return [...new Set(named.filter((name) => name !== undefined))];
}

function targetGroupsOf({ loadBalancers = [] }: NonNullable<World['services']>[number]): string[] {
  return loadBalancers.flatMap(({ targetGroupArn }) => targetGroupArn ?? []);
}

function groupOf(series: Run['series'], name: string): TargetGroupFlow {
  const of = (state: string) => series[`targetGroups.${name}.${state}`] ?? [];
  return {
    name,
    targets: { healthy: of('healthy'), unhealthy: of('unhealthy'), initial: of('initial'), draining: of('draining') },
    sent: series[`targetGroups.${name}.requests.sent`],
  };
}

function requestsOf(series: Run['series'], of: string): Entrance['requests'] {
  const sent = series[`${of}.requests.sent`];
  if (sent === undefined) return undefined;
  return { sent, served: series[`${of}.requests.served`] ?? [], failed: series[`${of}.requests.failed`] ?? [] };
}

/** Load that is said of a service comes through its load balancer all the same, where it is the only one there. */
function requestsOfServices(series: Run['series'], world: World, groups: readonly string[]): Entrance['requests'] {
  const behind = (world.services ?? []).filter((service) =>
    targetGroupsOf(service).some((name) => groups.includes(name)),
  );
  const [only] = behind;
  return behind.length === 1 && only ? requestsOf(series, `services.${only.serviceName}`) : undefined;
}

/** The value of a series at a second; undefined where it has none at all. */
export function flowAt(series: Series | undefined, second: number): number | undefined {
  return series === undefined || series.length === 0 ? undefined : valueInForce(series, second);
}
