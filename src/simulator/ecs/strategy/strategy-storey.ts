import type { RunInput } from '../../run.ts';
import type { ScenarioEvent } from '../../scenario/event-schema.ts';
import { strategyOf } from '../../scenario/strategy-of.ts';
import type { CapacityProviderStrategy } from '../../scenario/strategy-schema.ts';
import type { Controller, Storey } from '../../storey.ts';
import type { Service } from '../cluster.ts';
import type { Simulation } from '../simulation.ts';
import { addFargateSpot } from '../spot/spot-places.ts';
import { ServiceSharing, shareRun } from './sharing.ts';
import { itemsOf } from './split.ts';

/** Capacity provider strategies of services, tasks and the cluster (5.1), Fargate Spot among their providers. */
export const strategyStorey: Storey = {
  name: 'capacity provider strategies',
  begin: (sim, input) => (strategiesIn(input).length === 0 ? undefined : begin(sim, input)),
};

/** Every strategy that a run may come to use. */
function strategiesIn({ world, events = [] }: Pick<RunInput, 'world' | 'events'>): CapacityProviderStrategy[] {
  const asks = [
    ...(world.services ?? []),
    ...(world.rules ?? []).flatMap(({ targets }) => targets.flatMap(({ ecs }) => ecs ?? [])),
    ...events.flatMap(({ runTask, updateService }) => [runTask ?? [], updateService ?? []].flat()),
  ];
  const own = asks.flatMap(({ capacityProviderStrategy: strategy }) => (strategy ? [strategy] : []));
  const { defaultCapacityProviderStrategy } = world;
  return defaultCapacityProviderStrategy ? [...own, defaultCapacityProviderStrategy] : own;
}

function begin(sim: Simulation, { world, events }: RunInput): Controller {
  const providers = new Set(
    strategiesIn({ world, events }).flatMap((strategy) => strategy.map(({ capacityProvider }) => capacityProvider)),
  );
  for (const place of sim.cluster.fargate) place.capacityProvider = 'FARGATE';
  if (providers.has('FARGATE_SPOT')) addFargateSpot(sim.cluster, world.spotCapacity ?? {});
  for (const spec of world.services ?? []) {
    const strategy = strategyOf(spec, world);
    if (strategy !== undefined) share(sim, serviceNamed(sim, spec.serviceName), strategy);
  }
  sim.shareRun = (ask, request, count) => {
    const strategy = strategyOf(ask, world);
    if (strategy !== undefined) return shareRun(sim, itemsOf(strategy), request, count);
    return Array.from({ length: count }, () => request);
  };
  const seen = new Set<Service>();
  return {
    verbs: { updateService: (_, input: NonNullable<ScenarioEvent['updateService']>) => update(sim, input) },
    settle: () => {
      for (const service of sim.touchedServices) if (service.sharing) seen.add(service);
      return false;
    },
    write: () => {
      for (const service of seen) write(sim, service);
      seen.clear();
    },
  };
}

/** UpdateService with a strategy: it holds for the deployment that this call began. */
function update(sim: Simulation, input: NonNullable<ScenarioEvent['updateService']>): void {
  const { capacityProviderStrategy: strategy } = input;
  if (strategy) share(sim, serviceNamed(sim, input.service), strategy);
}

function share(sim: Simulation, service: Service, strategy: CapacityProviderStrategy): void {
  const items = itemsOf(strategy);
  if (service.sharing instanceof ServiceSharing) service.sharing.change(items);
  else {
    const sharing = new ServiceSharing(sim, service, []);
    service.sharing = sharing;
    // Deployments that began with a launch type keep it.
    sharing.change(items);
  }
}

function write(sim: Simulation, service: Service): void {
  const counts = new Map((service.sharing?.providers() ?? []).map((name) => [name, { running: 0, tasks: 0 }]));
  for (const { tasks } of service.deployments) {
    for (const { capacityProvider, state } of tasks) {
      if (capacityProvider === undefined) continue;
      const count = counts.get(capacityProvider) ?? { running: 0, tasks: 0 };
      counts.set(capacityProvider, count);
      count.tasks++;
      if (state === 'RUNNING') count.running++;
    }
  }
  for (const [provider, { running, tasks }] of counts) {
    const series = (name: string) =>
      sim.timeline.series(`services.${service.name}.capacityProviders.${provider}.${name}`);
    series('running').set(sim.nowSeconds, running);
    series('tasks').set(sim.nowSeconds, tasks);
  }
}

function serviceNamed(sim: Simulation, name: string): Service {
  const service = sim.cluster.serviceByName.get(name);
  if (!service) throw new Error(`no service ${name}: the scenario was not checked`);
  return service;
}
