import type { QueuedEvent } from '../../kernel/event-queue.ts';
import { strategyOf } from '../../scenario/strategy-of.ts';
import type { World } from '../../scenario/world-schema.ts';
import type { Controller, Storey } from '../../storey.ts';
import { shapeNamed } from '../build-cluster.ts';
import { zonesOfSubnets } from '../networking/subnets.ts';
import type { Simulation } from '../simulation.ts';
import { waitingPlace } from '../waiting-place.ts';
import {
  dropFailed,
  endIdle,
  isIdleLongEnough,
  launchForWaiting,
  MANAGED_EVENT,
  placeAll,
  registerMember,
  standFor,
  waitingTask,
  watchIdle,
} from './managed-instances.ts';
import { isSpreading } from './managed-plan.ts';
import { type ManagedMember, type ManagedState, managedState, PACK, SPREAD, zoneCounts } from './managed-state.ts';
import { itemsOf, split } from './split.ts';

/** ECS Managed Instances: a capacity provider whose instances ECS launches, fills and ends (5.3). */
export const managedInstancesStorey: Storey = {
  name: 'Managed Instances',
  begin: (sim, { world }) => {
    const specs = (world.capacityProviders ?? []).filter(({ managedInstancesProvider }) => managedInstancesProvider);
    return specs.length === 0 ? undefined : begin(sim, world);
  },
};

/** Waiting places of Managed Instances come after those of Auto Scaling groups. */
const FIRST_PLACE = 1000;

function begin(sim: Simulation, world: World): Controller {
  const { cluster } = sim;
  const states: ManagedState[] = [];
  for (const { name, managedInstancesProvider: spec } of world.capacityProviders ?? []) {
    if (spec === undefined) continue;
    const waiting = waitingPlace(name, FIRST_PLACE + states.length);
    cluster.waitingPlaces.set(name, waiting);
    states.push(managedState(name, spec, { world, waiting, trunking: cluster.trunking }));
  }
  cluster.managedStrategies = new Map(states.map((state) => [state.name, () => strategiesNow(sim, state)]));
  const members: ManagedMember[] = [];
  if ((world.begin ?? 'steady') === 'steady') {
    for (const state of states) standFor(sim, state, standingTasks(sim, world, state));
  }
  for (const state of states) for (const member of state.members) member.index = members.push(member) - 1;
  let seen = -1;
  return {
    kinds: Object.values(MANAGED_EVENT),
    apply: (_, event) => apply(sim, states, members, event),
    isLive: (_, event) => isLive(states, members, event),
    settle: () => {
      const now = cluster.changes.total + cluster.tasks.length;
      if (now === seen && !sim.capacityChanged) return false;
      let acted = false;
      for (const state of states) {
        state.isBeginning = false;
        acted = dropFailed(sim, state) || acted;
        acted = placeAll(sim, state) || acted;
        acted = launchForWaiting(sim, state, members) || acted;
        watchIdle(sim, state);
      }
      seen = acted ? -1 : cluster.changes.total + cluster.tasks.length;
      return acted;
    },
    write: () => write(sim, states),
  };
}

function strategiesNow(sim: Simulation, state: ManagedState): typeof SPREAD {
  const zones = zoneCounts(state);
  if (isSpreading(zones) || (state.isBeginning && zones.size > 1)) return SPREAD;
  sim.assumptions.add('A87');
  return PACK;
}

/** The tasks that the services of a steady beginning have on the provider. */
function standingTasks(sim: Simulation, world: World, state: ManagedState): ReturnType<typeof waitingTask>[] {
  return (world.services ?? []).flatMap((spec) => {
    const strategy = strategyOf(spec, world);
    const items = itemsOf(strategy ?? []);
    const index = items.findIndex(({ capacityProvider }) => capacityProvider === state.name);
    if (index < 0) return [];
    const shape = shapeNamed(sim.cluster, spec.taskDefinition);
    const zones = zonesOfSubnets(spec.networkConfiguration, world.subnets ?? []);
    const task = waitingTask(shape, undefined, state);
    const alone = (spec.placementConstraints ?? []).some(({ type }) => type === 'distinctInstance');
    const one = { needs: { ...task.needs, alone }, zones: zones ?? state.zones };
    return Array.from({ length: split(items, spec.desiredCount ?? 0)[index] ?? 0 }, () => one);
  });
}

function apply(
  sim: Simulation,
  states: readonly ManagedState[],
  members: readonly ManagedMember[],
  event: QueuedEvent,
): void {
  const { state, member } = memberAt(states, members, event.payload);
  if (state === undefined || member === undefined) return;
  if (event.kind === MANAGED_EVENT.registered) registerMember(sim, state, member);
  else if (isIdleLongEnough(state, member, event.atSeconds)) endIdle(sim, state, member);
}

function isLive(states: readonly ManagedState[], members: readonly ManagedMember[], event: QueuedEvent): boolean {
  const { state, member } = memberAt(states, members, event.payload);
  if (state === undefined || member === undefined) return false;
  return event.kind === MANAGED_EVENT.registered || isIdleLongEnough(state, member, event.atSeconds);
}

/** A member that is not gone, with its provider. */
function memberAt(
  states: readonly ManagedState[],
  members: readonly ManagedMember[],
  index: number,
): { state?: ManagedState; member?: ManagedMember } {
  const member = members[index];
  const state = states.find((one) => member !== undefined && one.members.has(member));
  return state && member ? { state, member } : {};
}

function write(sim: Simulation, states: readonly ManagedState[]): void {
  for (const { name, members, waiting } of states) {
    const set = (metric: string, value: number) =>
      sim.timeline.series(`capacityProviders.${name}.${metric}`).set(sim.nowSeconds, value);
    set('instances', members.size);
    set('provisioning', waiting.tasks.size);
  }
}
