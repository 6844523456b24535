import { checkStrategies } from '../../scenario/check-strategies.ts';
import { strategyWorldFields } from '../../scenario/strategy-world-schema.ts';
import type { World } from '../../scenario/world-schema.ts';
import type { StoreyForm } from '../../storey.ts';

const PROVIDER = 'services.<service>.capacityProviders.<provider>';

/** Capacity provider strategies of services, tasks and the cluster (5.1), Fargate Spot among their providers. */
export const strategyForm: StoreyForm = {
  name: 'capacity provider strategies',
  world: strategyWorldFields,
  verbs: {},
  metrics: [
    {
      pattern: `${PROVIDER}.running`,
      unit: 'tasks',
      meaning: 'RUNNING tasks of the service on this capacity provider of its strategy.',
    },
    {
      pattern: `${PROVIDER}.tasks`,
      unit: 'tasks',
      meaning: 'Pending and running tasks of the service on this capacity provider of its strategy.',
    },
  ],
  names: (world) => ({ '<provider>': providerNames(world) }),
  check: checkStrategies,
};

function providerNames({ capacityProviders = [] }: World): string[] {
  return ['FARGATE', 'FARGATE_SPOT', ...capacityProviders.map(({ name }) => name)];
}
