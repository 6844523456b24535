import type { MetricDefinition } from '../../scenario/metrics.ts';
import { checkPrices } from '../../scenario/prices-refusals.ts';
import { pricesWorldFields } from '../../scenario/prices-schema.ts';
import type { StoreyForm } from '../../storey.ts';

const METRICS: readonly MetricDefinition[] = [
  {
    pattern: 'cost.usd',
    unit: 'USD',
    meaning:
      'Estimate of the cost so far, at us-east-1 list prices: EC2 instances and Fargate tasks by the second (at least 60), load balancers by the hour that has begun. Written when the price per hour changes and at the end. Without LCUs, data transfer, addresses, volumes and fees of other services. No value unless the world has prices.',
  },
  {
    pattern: 'cost.usdPerHour',
    unit: 'USD per hour',
    meaning: 'Estimate of what stands now, for an hour. No value unless the world has prices.',
  },
];

/** What a run costs, where its world names prices. */
export const costForm: StoreyForm = {
  name: 'cost',
  world: pricesWorldFields,
  verbs: {},
  metrics: METRICS,
  check: checkPrices,
};
