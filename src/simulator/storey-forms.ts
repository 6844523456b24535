import { appRunnerForm } from './ecs/app-runner/app-runner-form.ts';
import { capacityForm } from './ecs/capacity/capacity-form.ts';
import { costForm } from './ecs/cost/cost-form.ts';
import { queuesForm } from './ecs/queues/queues-form.ts';
import { rulesForm } from './ecs/rules/rules-form.ts';
import { scalingForm } from './ecs/scaling/scaling-form.ts';
import { spotForm } from './ecs/spot/spot-form.ts';
import { managedInstancesForm } from './ecs/strategy/managed-form.ts';
import { strategyForm } from './ecs/strategy/strategy-form.ts';
import { trafficForm } from './ecs/traffic/traffic-form.ts';
import type { StoreyForm } from './storey.ts';

/** What every storey adds to a scenario file, in the order of the storeys. */
export const STOREY_FORMS: readonly StoreyForm[] = [
  trafficForm,
  capacityForm,
  managedInstancesForm,
  strategyForm,
  spotForm,
  scalingForm,
  appRunnerForm,
  queuesForm,
  rulesForm,
  costForm,
];
