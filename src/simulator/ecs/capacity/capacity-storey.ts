import type { QueuedEvent } from '../../kernel/event-queue.ts';
import type { Controller, Storey } from '../../storey.ts';
import type { PlacementRequest } from '../cluster.ts';
import type { Simulation } from '../simulation.ts';
import { placeWaiting, waitingPlace } from '../waiting-place.ts';
import {
  evaluate,
  hasToSayFull,
  mayScale,
  publishFirst,
  reservationNow,
  sayIncompatible,
} from './capacity-provider.ts';
import {
  type CapacityState,
  capacityStateOf,
  type GroupState,
  type Member,
  type ProviderState,
  standing,
} from './capacity-state.ts';
import {
  CAPACITY_EVENT,
  forgetLost,
  launchMissing,
  registerMember,
  standMembers,
  terminate,
  terminateDrained,
  terminateSurplus,
} from './group-instances.ts';

/** Auto Scaling groups, and capacity providers that use them: managed scaling, termination protection, draining (5.2). */
export const capacityStorey: Storey = {
  name: 'capacity',
  begin: (sim, { world }) => {
    const state = capacityStateOf(world);
    return state.groups.length === 0 ? undefined : begin(sim, state);
  },
};

function begin(sim: Simulation, state: CapacityState): Controller {
  for (const [i, provider] of state.providers.entries()) {
    if (provider.isUnsaid) sim.assumptions.add('A70');
    if (provider.scaling === undefined) continue;
    provider.waiting = waitingPlace(provider.name, i);
    sim.cluster.waitingPlaces.set(provider.name, provider.waiting);
  }
  standMembers(sim, state);
  return {
    kinds: Object.values(CAPACITY_EVENT),
    apply: (_, event) => apply(sim, state, event),
    isLive: (_, event) => isLive(state, event),
    settle: () => settle(sim, state),
    write: () => write(sim, state),
  };
}

function apply(sim: Simulation, state: CapacityState, { kind, payload }: QueuedEvent): void {
  state.seen = undefined;
  if (kind === CAPACITY_EVENT.look) {
    const provider = state.providers[payload] as ProviderState;
    provider.nextLookAt = undefined;
    provider.isDue = true;
    return;
  }
  const { group, member } = memberAt(state, payload);
  if (group === undefined || member === undefined) return;
  if (kind === CAPACITY_EVENT.registered) registerMember(sim, group, member);
  else terminate(sim, group, member);
}

/** A member that is not gone, with its group. */
function memberAt(state: CapacityState, index: number): { group?: GroupState; member?: Member } {
  const member = state.members[index];
  const group = state.groups.find(({ members }) => member !== undefined && members.has(member));
  return group && member ? { group, member } : {};
}

function isLive(state: CapacityState, { kind, payload }: QueuedEvent): boolean {
  if (kind === CAPACITY_EVENT.look) return mayScale(state.providers[payload] as ProviderState);
  return memberAt(state, payload).member !== undefined;
}

/** Groups come to their desired capacity, tasks that wait are placed, and the next evaluations are queued. */
function settle(sim: Simulation, state: CapacityState): boolean {
  if (state.seen === changesSeen(sim) && !sim.capacityChanged) return false;
  let acted = false;
  for (const group of state.groups) {
    acted = forgetLost(sim, group) || acted;
    acted = terminateDrained(sim, group) || acted;
    acted = terminateSurplus(sim, group) || acted;
    acted = launchMissing(sim, state, group) || acted;
  }
  if (sim.capacityChanged) for (const provider of state.providers) acted = placeAll(sim, provider) || acted;
  for (const [i, provider] of state.providers.entries()) {
    sayIncompatible(sim, provider);
    queueLook(sim, provider, i);
  }
  if (evaluateDue(sim, state, acted)) return true;
  state.seen = acted ? undefined : changesSeen(sim);
  return acted;
}

/** Only grows, and only when an instance or a waiting task changed. */
function changesSeen({ cluster }: Simulation): number {
  return cluster.changes.total + cluster.tasks.length;
}

/** An evaluation sees the second as it ends: it waits until nobody has anything left to do. */
function evaluateDue(sim: Simulation, state: CapacityState, acted: boolean): boolean {
  const due = state.providers.filter(({ isDue }) => isDue);
  if (due.length === 0) return false;
  state.seen = undefined;
  if (acted || sim.capacityChanged || sim.cluster.services.some(({ dirty }) => dirty)) return true;
  for (const provider of due) {
    provider.isDue = false;
    provider.lookedAt = sim.nowSeconds;
    evaluate(sim, provider);
  }
  return true;
}

/** Oldest first; where one task of a request found no room, the next of the same request finds none either. */
function placeAll(sim: Simulation, { waiting }: ProviderState): boolean {
  let acted = false;
  const refused = new Set<PlacementRequest>();
  for (const task of [...(waiting?.tasks ?? [])]) {
    if (task.waitsFor === undefined || refused.has(task.waitsFor)) continue;
    const request = task.waitsFor;
    if (placeWaiting(sim, task)) acted = true;
    else refused.add(request);
  }
  return acted;
}

/** This whole minute or the next, when there is something to publish or to do. */
function queueLook(sim: Simulation, provider: ProviderState, index: number): void {
  const { scaling } = provider;
  if (scaling === undefined || provider.nextLookAt !== undefined || provider.isDue) return;
  const isNews = provider.published !== undefined && provider.published !== reservationNow(provider, scaling);
  if (!isNews && !mayScale(provider) && !hasToSayFull(provider)) return;
  if (sim.nowSeconds % 60 === 0 && provider.lookedAt < sim.nowSeconds) {
    provider.isDue = true;
    return;
  }
  provider.nextLookAt = Math.floor(sim.nowSeconds / 60) * 60 + 60;
  sim.queue.push(provider.nextLookAt, CAPACITY_EVENT.look, index);
}

function write(sim: Simulation, state: CapacityState): void {
  const set = (metric: string, value: number) => sim.timeline.series(metric).set(sim.nowSeconds, value);
  for (const group of state.groups) {
    set(`autoScalingGroups.${group.name}.desired`, group.desired);
    const inService = standing(group).filter(({ instance }) => instance !== undefined);
    set(`autoScalingGroups.${group.name}.inService`, inService.length);
  }
  for (const provider of state.providers) {
    publishFirst(sim, provider);
    set(`capacityProviders.${provider.name}.instances`, standing(provider.group).length);
    set(`capacityProviders.${provider.name}.provisioning`, provider.waiting?.tasks.size ?? 0);
  }
}
