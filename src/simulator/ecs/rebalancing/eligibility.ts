import type { Service } from '../cluster.ts';

/** What of a service decides whether zone rebalancing can work on it. */
type Spec = {
  schedulingStrategy?: string | undefined;
  launchType: string | undefined;
  /** It has a Classic Load Balancer. */
  isClassic: boolean;
  maximumPercent: number;
  firstStrategy: { type: string; field?: string | undefined } | undefined;
  expressions: readonly string[];
};

/** 1.7: what keeps zone rebalancing from a service, in a few words; undefined when nothing does. */
export function whyNotEligible({
  schedulingStrategy,
  launchType,
  isClassic,
  maximumPercent,
  firstStrategy,
  expressions,
}: Spec): string | undefined {
  if (schedulingStrategy === 'DAEMON') return 'a DAEMON service runs one task on each instance';
  if (launchType === 'EXTERNAL') return 'external instances are not balanced';
  if (isClassic) return 'it does not work with a Classic Load Balancer';
  if (maximumPercent <= 100) return 'with maximumPercent 100 no task can start before another stops';
  if (
    firstStrategy &&
    !(firstStrategy.type === 'spread' && firstStrategy.field === 'attribute:ecs.availability-zone')
  ) {
    return 'the first placement strategy has to be spread over attribute:ecs.availability-zone';
  }
  if (expressions.some((text) => text.includes('ecs.availability-zone'))) {
    return 'a placement constraint names ecs.availability-zone';
  }
  return undefined;
}

/** Whether zone rebalancing works on the service as it is configured now. */
export function isEligible(service: Service): boolean {
  const queries = [...service.queries, ...(service.deployments[0]?.shape.queries ?? [])];
  const reason = whyNotEligible({
    schedulingStrategy: service.scheduling,
    launchType: service.launchType,
    isClassic: service.loadBalancers.some(({ isClassic }) => isClassic),
    maximumPercent: service.maximumPercent,
    firstStrategy: service.isDefaultStrategy ? undefined : service.strategies[0],
    expressions: queries.map(({ text }) => text),
  });
  return reason === undefined;
}
