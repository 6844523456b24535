import fc from 'fast-check';
import type { WorldDraft } from './whole-world.fixture.ts';
import { isAwsvpc } from './world-services.fixture.ts';

/** A load curve as a scenario writes it. */
export type Curve = number | [number, number][] | object;

export const aCurve: fc.Arbitrary<Curve> = fc.oneof(
  fc.nat(60),
  fc
    .uniqueArray(fc.nat(1200), { minLength: 1, maxLength: 4 })
    .chain((times) =>
      fc.tuple(...times.sort((a, b) => a - b).map((at) => fc.tuple(fc.constant(at), fc.nat(40)))),
    ) as fc.Arbitrary<Curve>,
  fc.record({ from: fc.nat(60), to: fc.nat(60), over: fc.nat(600) }).map((ramp) => ({ ramp })),
  fc
    .record({ base: fc.nat(20), peak: fc.nat(60), at: fc.nat(900), for: fc.nat(300) })
    .map((spike) => ({ spike: { ...spike, rise: 30, fall: 60 } })),
);

/** Services whose tasks a target group has. */
export function balancedOf({ services }: Pick<WorldDraft, 'services'>): number[] {
  return services.flatMap(({ work }, i) => (work === 'balanced' ? [i] : []));
}

/** One load balancer in front of every balanced service, and what users send to it and to services directly. */
export function trafficOf(from: WorldDraft) {
  const balanced = balancedOf(from);
  const isNetwork = from.frontType === 'network';
  const shares = balanced.map((i) => ({ targetGroupArn: `tg${i}`, weight: i === balanced[0] ? 2 : from.weights[i] }));
  const defaultActions = [{ type: 'forward', forwardConfig: { targetGroups: shares } }];
  const front = { name: 'front', type: from.frontType, listeners: [{ port: 80, defaultActions }] };
  return {
    targetGroups: balanced.map((i) => targetGroupOf(from, i, isNetwork)),
    loadBalancers: balanced.length === 0 ? [] : [front],
    load: [
      ...(balanced.length === 0 ? [] : [{ name: 'users', loadBalancer: 'front', perSecond: from.front }]),
      ...from.services.flatMap(({ work, load }, i) =>
        work === 'direct' ? [{ name: `load-${i}`, service: `s${i}`, perSecond: load }] : [],
      ),
      { name: 'callers', appRunnerService: 'runner', perSecond: from.appRunner },
    ],
  };
}

function targetGroupOf({ services }: WorldDraft, i: number, isNetwork: boolean): object {
  const service = services[i] as WorldDraft['services'][number];
  const { deregistrationDelaySeconds, algorithm } = service;
  return {
    name: `tg${i}`,
    targetType: isAwsvpc(service) ? 'ip' : 'instance',
    protocol: isNetwork ? 'TCP' : 'HTTP',
    healthCheckIntervalSeconds: 10,
    deregistrationDelaySeconds,
    ...(isNetwork ? {} : { loadBalancingAlgorithmType: algorithm }),
  };
}
