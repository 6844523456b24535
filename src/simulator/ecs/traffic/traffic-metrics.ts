import type { MetricDefinition } from '../../scenario/metrics.ts';

const SERVICE = 'services.<service>';
const GROUP = 'targetGroups.<target group>';
const BALANCER = 'loadBalancers.<load balancer>';

/** What is counted of requests. Rates hold from their second on; `take: total` adds them up. */
export const TRAFFIC_METRICS: readonly MetricDefinition[] = [
  ...[
    { prefix: SERVICE, whose: 'of the service' },
    { prefix: BALANCER, whose: 'at the load balancer' },
  ].flatMap(({ prefix, whose }): MetricDefinition[] => [
    {
      pattern: `${prefix}.requests.sent`,
      unit: 'requests per second',
      meaning: `Requests ${whose} that came in this second.`,
    },
    {
      pattern: `${prefix}.requests.served`,
      unit: 'requests per second',
      meaning: `Requests ${whose} that were answered in this second, whenever they came.`,
    },
    {
      pattern: `${prefix}.requests.failed`,
      unit: 'requests per second',
      meaning: `Requests ${whose} that failed in this second: nobody to take them, no answer, too many, or cut off under way.`,
    },
    {
      pattern: `${prefix}.requests.inFlight`,
      unit: 'requests',
      meaning: `Requests ${whose} under way at the end of this second. What was sent is served, failed or in flight.`,
    },
  ]),
  {
    pattern: `${GROUP}.requests.sent`,
    unit: 'requests per second',
    meaning: 'Requests that the group got in this second.',
  },
  {
    pattern: `${GROUP}.requests.served`,
    unit: 'requests per second',
    meaning: 'Requests that its targets answered in this second.',
  },
  {
    pattern: `${GROUP}.requests.failed`,
    unit: 'requests per second',
    meaning: 'Requests to the group that failed in this second.',
  },
  {
    pattern: `${GROUP}.requestsPerTarget`,
    unit: 'requests per minute',
    meaning:
      'As ALBRequestCountPerTarget: requests a minute for each target that gets any, at the rate of this second; its mean over a minute is what CloudWatch shows.',
  },
  {
    pattern: `${SERVICE}.cpu`,
    unit: 'percent',
    meaning:
      'CPU utilisation: CPU units used ÷ those that the task definition reserves × running tasks, to two places, rounded down. Only where an image says what it uses.',
  },
  {
    pattern: `${SERVICE}.memory`,
    unit: 'percent',
    meaning: 'Memory utilisation, likewise; a soft limit is what counts as reserved where there is one.',
  },
];
