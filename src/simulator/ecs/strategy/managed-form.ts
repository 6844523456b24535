import { checkManaged } from '../../scenario/strategy-managed-refusals.ts';
import type { StoreyForm } from '../../storey.ts';

/** ECS Managed Instances: a capacity provider whose instances ECS launches, fills and ends (5.3). */
export const managedInstancesForm: StoreyForm = {
  name: 'Managed Instances',
  world: {},
  verbs: {},
  metrics: [],
  check: checkManaged,
};
