import { checkSpot } from '../../scenario/spot-refusals.ts';
import { spotVerbs } from '../../scenario/spot-schema.ts';
import type { StoreyForm } from '../../storey.ts';

/** Spot capacity that is taken back, with two minutes' notice: Fargate Spot tasks and Spot Instances (5.3). */
export const spotForm: StoreyForm = {
  name: 'Spot',
  world: {},
  verbs: spotVerbs,
  metrics: [],
  check: checkSpot,
};
