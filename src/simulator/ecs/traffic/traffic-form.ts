import { checkLoad } from '../../scenario/load-refusals.ts';
import { trafficVerbs, trafficWorldFields } from '../../scenario/load-world-schema.ts';
import type { StoreyForm } from '../../storey.ts';
import { TRAFFIC_METRICS } from './traffic-metrics.ts';

/** Load balancers and the requests that go through them: who gets each, what is served and what fails (6). */
export const trafficForm: StoreyForm = {
  name: 'traffic',
  world: trafficWorldFields,
  verbs: trafficVerbs,
  metrics: TRAFFIC_METRICS,
  names: (world) => ({ '<load balancer>': (world.loadBalancers ?? []).map(({ name }) => name) }),
  check: (scenario) => checkLoad(scenario),
};
