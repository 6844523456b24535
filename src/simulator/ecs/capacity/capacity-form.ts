import { checkCapacity } from '../../scenario/capacity-refusals.ts';
import { capacityWorldFields } from '../../scenario/capacity-schema.ts';
import type { StoreyForm } from '../../storey.ts';

const GROUP = 'autoScalingGroups.<Auto Scaling group>';
const PROVIDER = 'capacityProviders.<capacity provider>';

/** Auto Scaling groups, and capacity providers that use them: managed scaling, termination protection, draining (5.2). */
export const capacityForm: StoreyForm = {
  name: 'capacity',
  world: capacityWorldFields,
  verbs: {},
  metrics: [
    {
      pattern: `${PROVIDER}.reservation`,
      unit: 'percent',
      meaning: 'CapacityProviderReservation as published each minute: M ÷ N × 100, to two places, rounded down.',
    },
    {
      pattern: `${PROVIDER}.instances`,
      unit: 'instances',
      meaning: 'Instances of its group, those that launch included; those that terminate count no more.',
    },
    { pattern: `${PROVIDER}.provisioning`, unit: 'tasks', meaning: 'Tasks that wait in PROVISIONING for an instance.' },
    { pattern: `${GROUP}.desired`, unit: 'instances', meaning: 'Desired capacity of the Auto Scaling group.' },
    {
      pattern: `${GROUP}.inService`,
      unit: 'instances',
      meaning: 'Instances of the group that are registered with the cluster and do not terminate.',
    },
  ],
  names: (world) => ({
    '<capacity provider>': (world.capacityProviders ?? []).map(({ name }) => name),
    '<Auto Scaling group>': (world.autoScalingGroups ?? []).map(({ autoScalingGroupName }) => autoScalingGroupName),
  }),
  check: ({ world }) => checkCapacity(world),
};
