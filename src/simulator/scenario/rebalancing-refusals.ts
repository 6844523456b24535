import { whyNotEligible } from '../ecs/rebalancing/eligibility.ts';
import type { Refuse } from './aws-refusals.ts';
import { definitionNamed } from './network-refusals.ts';
import type { Service, World } from './world-schema.ts';

/** 1.7: zone rebalancing cannot be switched on where it cannot work. */
export function refuseRebalancing(service: Service, world: World, refuse: Refuse): void {
  if (service.availabilityZoneRebalancing !== 'ENABLED') return;
  const definition = definitionNamed(world, service.taskDefinition);
  const constraints = [...(service.placementConstraints ?? []), ...(definition?.placementConstraints ?? [])];
  const reason = whyNotEligible({
    schedulingStrategy: service.schedulingStrategy,
    launchType: service.launchType,
    isClassic: (service.loadBalancers ?? []).some(({ loadBalancerName }) => loadBalancerName !== undefined),
    maximumPercent: service.deploymentConfiguration?.maximumPercent ?? 200,
    firstStrategy: service.placementStrategy?.[0],
    expressions: constraints.map(({ expression }) => expression ?? ''),
  });
  if (reason !== undefined) refuse(['availabilityZoneRebalancing'], 'availabilityZoneRebalancing ENABLED', reason);
}
