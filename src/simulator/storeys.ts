import { appRunnerStorey } from './ecs/app-runner/app-runner-storey.ts';
import { capacityStorey } from './ecs/capacity/capacity-storey.ts';
import { costStorey } from './ecs/cost/cost-storey.ts';
import { queuesStorey } from './ecs/queues/queues-storey.ts';
import { rulesStorey } from './ecs/rules/rules-storey.ts';
import { scalingStorey } from './ecs/scaling/scaling-storey.ts';
import { spotStorey } from './ecs/spot/spot-storey.ts';
import { managedInstancesStorey } from './ecs/strategy/managed-storey.ts';
import { strategyStorey } from './ecs/strategy/strategy-storey.ts';
import { trafficStorey } from './ecs/traffic/traffic-storey.ts';
import type { Storey } from './storey.ts';

/** Every storey, in the fixed order in which their controllers look (docs/simulator-rules.md). */
export const STOREYS: readonly Storey[] = [
  trafficStorey,
  capacityStorey,
  managedInstancesStorey,
  strategyStorey,
  spotStorey,
  scalingStorey,
  appRunnerStorey,
  queuesStorey,
  rulesStorey,
  costStorey,
];
