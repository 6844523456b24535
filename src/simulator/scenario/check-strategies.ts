import { zonesOf } from '../ecs/build-cluster.ts';
import { refuseInto } from './aws-refusals.ts';
import type { Fault } from './fault.ts';
import { unknownName } from './names.ts';
import { definitionNamed } from './network-refusals.ts';
import type { Scenario } from './scenario-schema.ts';
import { type CapacityAsk, strategyOf } from './strategy-of.ts';
import {
  type ProviderKind,
  refuseCapacityAsk,
  refuseFargateSpot,
  refuseStrategy,
  refuseStrategyUpdate,
} from './strategy-refusals.ts';
import type { World } from './world-schema.ts';

type Path = (string | number)[];

/** 5.1: every strategy of a scenario names what is there, and AWS takes it. */
export function checkStrategies({ world, events = [] }: Scenario): Fault[] {
  const faults: Fault[] = [];
  const providers = providerKinds(world);
  const { defaultCapacityProviderStrategy: fallback } = world;
  if (fallback) {
    refuseStrategy(fallback, providers, refuseInto(faults, ['world', 'defaultCapacityProviderStrategy']));
  }
  const look = (ask: Ask, path: Path) => checkAsk(ask, path, { world, providers, faults });
  for (const [i, service] of (world.services ?? []).entries()) look(service, ['world', 'services', i]);
  for (const [r, { targets }] of (world.rules ?? []).entries()) {
    for (const [t, { ecs }] of targets.entries()) if (ecs) look(ecs, ['world', 'rules', r, 'targets', t, 'ecs']);
  }
  for (const [i, { runTask, updateService }] of events.entries()) {
    if (runTask) look(runTask, ['events', i, 'runTask']);
    if (updateService?.capacityProviderStrategy === undefined) continue;
    const path = ['events', i, 'updateService'];
    refuseStrategyUpdate(updateService, refuseInto(faults, path));
    const service = world.services?.find(({ serviceName }) => serviceName === updateService.service);
    const { taskDefinition = service?.taskDefinition, capacityProviderStrategy } = updateService;
    if (taskDefinition) look({ ...service, launchType: undefined, taskDefinition, capacityProviderStrategy }, path);
  }
  const zones = zonesOf(world);
  for (const zone of Object.keys(world.spotCapacity ?? {})) {
    if (zones.includes(zone)) continue;
    faults.push({ path: ['world', 'spotCapacity', zone], message: unknownName('Availability Zone', zone, zones) });
  }
  return faults;
}

type Ask = CapacityAsk & {
  taskDefinition: string;
  schedulingStrategy?: string | undefined;
  platformVersion?: string | undefined;
};

type Context = { world: World; providers: ReadonlyMap<string, ProviderKind>; faults: Fault[] };

function checkAsk(ask: Ask, path: Path, { world, providers, faults }: Context): void {
  const strategy = strategyOf(ask, world);
  refuseCapacityAsk(ask, strategy, refuseInto(faults, path));
  const own = ask.capacityProviderStrategy;
  if (own) {
    if (own.length === 0) {
      const message =
        'is empty, which goes back to the launch type and is not simulated; write a provider, or leave it out';
      faults.push({ path: [...path, 'capacityProviderStrategy'], message });
    }
    refuseStrategy(own, providers, refuseInto(faults, [...path, 'capacityProviderStrategy']));
  }
  const usesSpot = strategy?.some(({ capacityProvider }) => capacityProvider === 'FARGATE_SPOT');
  if (usesSpot) refuseFargateSpot(ask, definitionNamed(world, ask.taskDefinition), refuseInto(faults, path));
}

/** What each provider of the world stands for, by name. */
export function providerKinds({ capacityProviders = [] }: World): Map<string, ProviderKind> {
  return new Map(
    capacityProviders.map(({ name, managedInstancesProvider }) => [
      name,
      managedInstancesProvider ? 'Managed Instances' : 'Auto Scaling group',
    ]),
  );
}
