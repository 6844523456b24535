import { INSTANCE_TYPES } from '../ecs/instance-types.ts';
import { type Refuse, refuseInto } from './aws-refusals.ts';
import { providerKinds } from './check-strategies.ts';
import { DEFAULT_HORIZON_SECONDS } from './defaults.ts';
import { type Fault, list, nearest } from './fault.ts';
import { unknownName } from './names.ts';
import { definitionNamed } from './network-refusals.ts';
import type { Scenario } from './scenario-schema.ts';
import type { ManagedInstancesProvider } from './strategy-managed-schema.ts';
import { type CapacityAsk, strategyOf } from './strategy-of.ts';
import type { World } from './world-schema.ts';

/** An instance lives at most so long (5.3); its replacement is not simulated. */
const MAX_LIFETIME_SECONDS = 14 * 24 * 3600;

/** Managed Instances providers, and the services and tasks that use them (5.3). */
export function checkManaged({ world, events = [], horizon = DEFAULT_HORIZON_SECONDS }: Scenario): Fault[] {
  const faults: Fault[] = [];
  for (const [i, provider] of (world.capacityProviders ?? []).entries()) {
    const path = ['world', 'capacityProviders', i];
    const { autoScalingGroupProvider: group, managedInstancesProvider: managed } = provider;
    if ((group === undefined) === (managed === undefined)) {
      const message = 'stands for one thing; write either autoScalingGroupProvider or managedInstancesProvider';
      faults.push({ path, message });
    }
    if (managed === undefined) continue;
    refuseManaged(managed, world, refuseInto(faults, [...path, 'managedInstancesProvider']));
    if (world.containerInstances.some(({ name }) => name === provider.name)) {
      const message = `instances of ${provider.name} would have the names of a group of containerInstances; give it another name`;
      faults.push({ path: [...path, 'name'], message });
    }
    if (horizon > MAX_LIFETIME_SECONDS) {
      const message =
        'is longer than the 14 days that a Managed Instance lives, and its replacement is not simulated; write 336h or less';
      faults.push({ path: ['horizon'], message });
    }
  }
  const kinds = providerKinds(world);
  const look = (ask: ManagedAsk, path: (string | number)[]) => {
    const strategy = strategyOf(ask, world) ?? [];
    if (!strategy.some(({ capacityProvider }) => kinds.get(capacityProvider) === 'Managed Instances')) return;
    refuseAsk(ask, world, refuseInto(faults, path));
  };
  for (const [i, service] of (world.services ?? []).entries()) look(service, ['world', 'services', i]);
  for (const [i, { runTask }] of events.entries()) if (runTask) look(runTask, ['events', i, 'runTask']);
  return faults;
}

function refuseManaged(
  { instanceLaunchTemplate, infrastructureOptimization }: ManagedInstancesProvider,
  world: World,
  refuse: Refuse,
): void {
  const { networkConfiguration, instanceRequirements, storageConfiguration } = instanceLaunchTemplate;
  const known = (world.subnets ?? []).map(({ subnetId }) => subnetId);
  const template = 'instanceLaunchTemplate';
  for (const [i, subnet] of networkConfiguration.subnets.entries()) {
    if (known.includes(subnet)) continue;
    refuse([template, 'networkConfiguration', 'subnets', i], `subnet ${subnet}`, unknownName('subnet', subnet, known));
  }
  for (const [i, type] of instanceRequirements.allowedInstanceTypes.entries()) {
    if (INSTANCE_TYPES.has(type)) continue;
    const near = nearest(type, [...INSTANCE_TYPES.keys()]);
    const instead = near === undefined ? `write ${list([...INSTANCE_TYPES.keys()], 'or')}` : `did you mean ${near}?`;
    const path = [template, 'instanceRequirements', 'allowedInstanceTypes', i];
    refuse(path, `instance type ${type}`, `it is not in the table; ${instead}`);
  }
  const storage = storageConfiguration?.storageSizeGiB;
  if (storage !== undefined && (storage < 30 || storage > 16_384)) {
    refuse([template, 'storageConfiguration', 'storageSizeGiB'], `storageSizeGiB ${storage}`, 'it is 30 to 16384 GiB');
  }
  const after = infrastructureOptimization?.scaleInAfter ?? undefined;
  if (after !== undefined && (after < -1 || after > 3600)) {
    refuse(
      ['infrastructureOptimization', 'scaleInAfter'],
      `scaleInAfter ${after}`,
      'it is null, -1, or 0 to 3600 seconds',
    );
  }
}

type ManagedAsk = CapacityAsk & {
  taskDefinition: string;
  placementStrategy?: readonly unknown[] | undefined;
  loadBalancers?: readonly unknown[] | undefined;
};

/** Tasks on Managed Instances: awsvpc or host, and ECS places them by itself. */
function refuseAsk(ask: ManagedAsk, world: World, refuse: Refuse): void {
  const definition = definitionNamed(world, ask.taskDefinition);
  const mode = definition?.networkMode ?? 'bridge';
  if (definition !== undefined && mode !== 'awsvpc' && mode !== 'host') {
    refuse(['taskDefinition'], `network mode ${mode} on Managed Instances`, 'they support awsvpc and host');
  }
  if (mode === 'host' && (ask.loadBalancers ?? []).length > 0) {
    const why = 'their target groups have target type ip, which is simulated with network mode awsvpc only';
    refuse(['loadBalancers'], 'a target group for network mode host on Managed Instances', why);
  }
  if ((ask.placementStrategy ?? []).length > 0) {
    refuse(
      ['placementStrategy'],
      'placementStrategy on Managed Instances',
      'ECS spreads and packs their tasks by itself',
    );
  }
}
