import type { PlacementRequest, TaskShape } from '../cluster.ts';
import type { Simulation } from '../simulation.ts';
import { boundOf, recordProvider, sayReservation, sayStep, sayWaiting } from './capacity-entries.ts';
import { isBusy, type ProviderState, standing } from './capacity-state.ts';
import type { CapacityStep } from './capacity-step.ts';
import { type Estimate, estimateInstances, type TaskNeeds } from './estimate.ts';
import {
  againstTarget,
  type CapacityView,
  LOW_ALARM_MINUTES,
  type ManagedScaling,
  neededInstances,
  reservationPercent,
  scaleInTo,
  scaleOutTo,
  steadyInstances,
} from './managed-scaling.ts';

/** What managed scaling sees now (5.2.1, 5.2.3). */
export function viewOf(provider: ProviderState): CapacityView {
  const members = standing(provider.group);
  return {
    instances: members.length,
    busy: members.filter(({ instance }) => isBusy(instance)).length,
    wanted: estimateOf(provider).instances,
  };
}

function estimateOf({ group, waiting }: ProviderState): Estimate {
  // Tasks of one request have the same needs: there are few requests.
  const counts = new Map<PlacementRequest, number>();
  for (const { waitsFor } of waiting?.tasks ?? []) if (waitsFor) counts.set(waitsFor, (counts.get(waitsFor) ?? 0) + 1);
  const tasks = [...counts].map(([{ shape, distinctInstance }, count]) => ({
    needs: needsOf(shape, distinctInstance),
    tasks: count,
  }));
  return estimateInstances(tasks, group.sizes);
}

/** 5.2.4: says once that tasks wait which no scale-out will help. */
export function sayIncompatible(sim: Simulation, provider: ProviderState): void {
  const { scaling, group } = provider;
  const { incompatible } = estimateOf(provider);
  if (scaling === undefined || incompatible === 0) provider.saysIncompatible = false;
  if (scaling === undefined || incompatible === 0 || provider.saysIncompatible) return;
  provider.saysIncompatible = true;
  const types = `the ${group.sizes.length > 1 ? 'smallest instance type' : 'instance type'} of ${group.name}`;
  const message = `does not scale out for ${tasksOf(incompatible)}: ${types} cannot run one, so they stay in PROVISIONING.`;
  const capacity = { ...stepOf(provider, scaling), waiting: incompatible };
  recordProvider(sim, provider, { type: 'capacity-held', message, reason: 'incompatible', capacity });
}

function tasksOf(count: number): string {
  return `${count} task${count === 1 ? '' : 's'}`;
}

function needsOf({ need, awsvpc, gpus, ports }: TaskShape, alone: boolean): TaskNeeds {
  return { ...need, interfaces: awsvpc ? 1 : 0, gpus, ports, alone };
}

/** The reservation as it would be published now. */
export function reservationNow(provider: ProviderState, scaling: ManagedScaling): number {
  const view = viewOf(provider);
  return reservationPercent(neededInstances(view, scaling), view.instances);
}

/** Whether an evaluation at some minute may change the desired capacity: nothing else keeps a run going. */
export function mayScale(provider: ProviderState): boolean {
  const { scaling, group } = provider;
  if (scaling === undefined) return false;
  const view = viewOf(provider);
  const [out, back] = [scaleOutTo(view, scaling, group.spec), scaleInTo(view, scaling, group.spec)];
  return (out !== undefined && out > group.desired) || (back !== undefined && back < group.desired);
}

/** Whether the next evaluation has to say that the group cannot grow. */
export function hasToSayFull(provider: ProviderState): boolean {
  return provider.complaint !== 'maxSize' && isFull(provider);
}

/** Tasks wait, and the group is as large as it may be, with all its instances there. */
function isFull(provider: ProviderState): boolean {
  const { group } = provider;
  const isThere = standing(group).every(({ instance }) => instance !== undefined);
  return group.desired >= group.spec.maxSize && isThere && viewOf(provider).wanted > 0;
}

/** The value that is there when the run begins; alarms count from its first minute (A76). */
export function publishFirst(sim: Simulation, provider: ProviderState): void {
  const { scaling } = provider;
  if (scaling === undefined || provider.published !== undefined) return;
  publish(sim, provider, scaling);
  if (againstTarget(viewOf(provider), scaling) !== 'below') return;
  provider.belowSinceMinute = 1;
  sim.assumptions.add('A76');
}

function publish(sim: Simulation, provider: ProviderState, scaling: ManagedScaling): void {
  provider.published = reservationNow(provider, scaling);
  sim.timeline.series(`capacityProviders.${provider.name}.reservation`).set(sim.nowSeconds, provider.published);
}

/** One evaluation at a whole minute: publish the reservation, let the alarms look, move the desired capacity (5.2.7). */
export function evaluate(sim: Simulation, provider: ProviderState): void {
  const { scaling } = provider;
  if (scaling === undefined) return;
  publish(sim, provider, scaling);
  const view = viewOf(provider);
  noteAssumptions(sim, provider, view);
  const where = againstTarget(view, scaling);
  const minute = sim.nowSeconds / 60;
  if (where === 'below') provider.belowSinceMinute ??= minute;
  else provider.belowSinceMinute = undefined;
  const since = provider.belowSinceMinute;
  const low = since !== undefined && minute - since + 1 >= LOW_ALARM_MINUTES;
  setAlarm(sim, provider, scaling, where === 'above' ? 'high' : low ? 'low' : 'OK');
  if (where === 'above') scaleOut(sim, provider, scaling);
  else provider.complaint = undefined;
  if (low) scaleIn(sim, provider, scaling);
}

/** What AWS does not say of the number of instances that the waiting tasks need. */
function noteAssumptions(sim: Simulation, { group, waiting }: ProviderState, view: CapacityView): void {
  const members = standing(group);
  if (members.some(({ instance }) => instance === undefined)) sim.assumptions.add('A71');
  if (view.wanted === 0) return;
  if (members.some(({ instance }) => instance && !isBusy(instance))) sim.assumptions.add('A79');
  if (sim.cluster.services.some(({ scheduling }) => scheduling === 'DAEMON')) sim.assumptions.add('A75');
  const asksMore = [...(waiting?.tasks ?? [])].some(
    ({ waitsFor, shape }) => shape.queries.length > 0 || (waitsFor?.queries.length ?? 0) > 0,
  );
  if (asksMore) sim.assumptions.add('A78');
}

function stepOf(provider: ProviderState, scaling: ManagedScaling): CapacityStep {
  const view = viewOf(provider);
  const needed = neededInstances(view, scaling);
  const largest = estimateOf(provider).groups.find(({ instances }) => instances === view.wanted && instances > 0);
  return {
    needed,
    instances: view.instances,
    reservation: reservationPercent(needed, view.instances),
    target: scaling.targetCapacity,
    waiting: provider.waiting?.tasks.size ?? 0,
    ...(largest === undefined
      ? {}
      : { largest: { tasks: largest.tasks, perInstance: largest.perInstance, instances: largest.instances } }),
  };
}

function setAlarm(sim: Simulation, provider: ProviderState, scaling: ManagedScaling, alarm: ProviderState['alarm']) {
  if (provider.alarm === alarm) return;
  provider.alarm = alarm;
  if (alarm === 'OK') return;
  const capacity = stepOf(provider, scaling);
  const { target } = capacity;
  const why =
    alarm === 'high'
      ? `above the target ${target} % for 1 minute; ${sayWaiting(capacity)}`
      : `below the target ${target} % for ${LOW_ALARM_MINUTES} minutes`;
  const message = `${sayReservation(capacity)}, ${why}.`;
  recordProvider(sim, provider, { type: 'capacity-alarm', message, reason: alarm, capacity });
}

/** Up to the steady number, unless an instance of the group still warms up (5.2.6) or the maximum size is reached. */
function scaleOut(sim: Simulation, provider: ProviderState, scaling: ManagedScaling): void {
  const { group } = provider;
  const view = viewOf(provider);
  const to = scaleOutTo(view, scaling, group.spec);
  if (to === undefined || to <= group.desired) {
    const { maxSize } = group.spec;
    const say = `maxSize ${maxSize} of ${group.name} is reached`;
    if (isFull(provider)) hold(sim, provider, scaling, { reason: 'maxSize', say, to: maxSize });
    return;
  }
  const now = sim.nowSeconds;
  const warmupSeconds = scaling.instanceWarmupPeriod;
  const young = standing(group).find((member) => !member.isOld && now - member.launchedAtSeconds < warmupSeconds);
  if (young) {
    const warming = { instance: young.name, launchedSecondsAgo: now - young.launchedAtSeconds, warmupSeconds };
    const say = `${young.name} was launched ${warming.launchedSecondsAgo} s ago and warms up for ${warmupSeconds} s`;
    hold(sim, provider, scaling, { reason: 'instanceWarmupPeriod', say, warming });
    return;
  }
  if (view.instances === 0 && scaling.targetCapacity < 100) sim.assumptions.add('A72');
  provider.complaint = undefined;
  moveTo(sim, provider, scaling, to);
}

type Hold = Pick<CapacityStep, 'to' | 'warming'> & { reason: string; say: string };

/** What keeps the group from scaling out is said once. */
function hold(sim: Simulation, provider: ProviderState, scaling: ManagedScaling, { reason, say, ...more }: Hold): void {
  if (provider.complaint === reason) return;
  provider.complaint = reason;
  const capacity = { ...stepOf(provider, scaling), ...more };
  const message = `does not scale out: ${say}. ${sayReservation(capacity)}; ${sayWaiting(capacity)}.`;
  recordProvider(sim, provider, { type: 'capacity-held', message, reason, capacity });
}

function scaleIn(sim: Simulation, provider: ProviderState, scaling: ManagedScaling): void {
  const { group } = provider;
  const to = scaleInTo(viewOf(provider), scaling, group.spec);
  if (to !== undefined && to < group.desired) moveTo(sim, provider, scaling, to);
}

function moveTo(sim: Simulation, provider: ProviderState, scaling: ManagedScaling, to: number): void {
  const { group } = provider;
  const step = stepOf(provider, scaling);
  const steady = steadyInstances(step.instances === 0 ? 2 : step.needed, scaling.targetCapacity);
  const bound = boundOf(to, steady, group.spec);
  const capacity = { ...step, from: group.desired, to, steady, ...(bound ? { bound } : {}) };
  group.desired = to;
  group.complaint = undefined;
  const message = `moves the desired capacity of ${group.name} ${sayStep(capacity, group.spec)}.`;
  recordProvider(sim, provider, { type: 'capacity-scaled', message, capacity });
}
