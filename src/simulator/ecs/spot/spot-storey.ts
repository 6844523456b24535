import type { QueuedEvent } from '../../kernel/event-queue.ts';
import type { InterruptSpot, SetSpotCapacity } from '../../scenario/spot-schema.ts';
import type { World } from '../../scenario/world-schema.ts';
import type { Controller, Storey } from '../../storey.ts';
import { type Instance, isActive, type Task } from '../cluster.ts';
import { loseInstance } from '../instances.ts';
import type { Simulation } from '../simulation.ts';
import { onStopped } from '../task.ts';
import { interruptInstance, interruptTask, SPOT_EVENT } from './interrupt.ts';
import { isOf, spotGroups } from './spot-groups.ts';
import { setRoom } from './spot-places.ts';

/** Spot capacity that is taken back, with two minutes' notice: Fargate Spot tasks and Spot Instances (5.3). */
export const spotStorey: Storey = {
  name: 'Spot',
  begin: (sim, { world, events = [] }) =>
    events.some(({ interruptSpot, setSpotCapacity }) => interruptSpot ?? setSpotCapacity)
      ? begin(sim, world)
      : undefined,
};

function begin(_: Simulation, world: World): Controller {
  return {
    kinds: Object.values(SPOT_EVENT),
    apply: onNoticeOver,
    isLive: isAwaited,
    verbs: {
      interruptSpot: (sim, input: InterruptSpot) => interrupt(sim, world, input),
      setSpotCapacity: (sim, input: SetSpotCapacity) => setCapacity(sim, input),
    },
  };
}

function interrupt(sim: Simulation, world: World, input: InterruptSpot): void {
  const tasks = spotTasks(sim, input);
  const instances = spotInstances(sim, world, input);
  if (tasks.length + instances.length === 0) {
    const message = `Spot interruption: ${sayTarget(input)} has no Spot capacity that could be taken back.`;
    sim.timeline.record({ at: sim.nowSeconds, type: 'event', message, reason: 'MISSING' });
    sim.lastSeconds = sim.nowSeconds;
  }
  if (input.count !== undefined && input.count < spotTasks(sim, { ...input, count: undefined }).length) {
    sim.assumptions.add('A81');
  }
  for (const task of tasks) interruptTask(sim, task);
  for (const { instance, drains } of instances) interruptInstance(sim, instance, drains);
}

/** Fargate Spot tasks that an interruption takes, oldest first (A81). */
function spotTasks(sim: Simulation, { instance, task, service, count, availabilityZone }: InterruptSpot): Task[] {
  if (instance !== undefined) return [];
  const all = (sim.cluster.fargateSpot ?? []).flatMap(({ tasks }) => [...tasks]);
  return all
    .filter((one) => isActive(one))
    .filter((one) => task === undefined || one.name === task)
    .filter((one) => service === undefined || one.service?.name === service)
    .filter((one) => availabilityZone === undefined || one.instance.availabilityZone === availabilityZone)
    .sort((a, b) => a.index - b.index)
    .slice(0, count);
}

function spotInstances(
  sim: Simulation,
  world: World,
  { instance, availabilityZone }: InterruptSpot,
): { instance: Instance; drains: boolean }[] {
  if (instance === undefined && availabilityZone === undefined) return [];
  const groups = spotGroups(world);
  return sim.cluster.instances.flatMap((one) => {
    const isMeant = instance === undefined ? one.availabilityZone === availabilityZone : one.name === instance;
    const group = groups.find(({ name }) => isOf(name, one.name));
    return isMeant && group !== undefined && one.status !== 'GONE' ? [{ instance: one, drains: group.drains }] : [];
  });
}

function sayTarget({ instance, task, service, availabilityZone }: InterruptSpot): string {
  return instance ?? task ?? service ?? availabilityZone ?? 'the cluster';
}

/** The two minutes are over. */
function onNoticeOver(sim: Simulation, { kind, payload }: QueuedEvent): void {
  if (kind === SPOT_EVENT.instanceGone) {
    const instance = sim.cluster.instances[payload];
    if (instance) loseInstance(sim, instance);
    return;
  }
  const task = sim.cluster.tasks[payload];
  if (task && task.state !== 'STOPPED') onStopped(sim, task);
}

function isAwaited(sim: Simulation, { kind, payload }: QueuedEvent): boolean {
  if (kind === SPOT_EVENT.instanceGone) return sim.cluster.instances[payload]?.status !== 'GONE';
  return sim.cluster.tasks[payload]?.state !== 'STOPPED';
}

/** Fargate Spot has more or less room: services that wait look again. */
function setCapacity(sim: Simulation, { availabilityZone, tasks }: SetSpotCapacity): void {
  for (const place of sim.cluster.fargateSpot ?? []) {
    if (availabilityZone === undefined || place.availabilityZone === availabilityZone) setRoom(place, tasks);
  }
  sim.capacityChanged = true;
  const where = availabilityZone ?? 'each zone';
  sim.timeline.record({
    at: sim.nowSeconds,
    type: 'event',
    message: `Fargate Spot has room for ${tasks} task${tasks === 1 ? '' : 's'} in ${where}.`,
  });
  sim.lastSeconds = sim.nowSeconds;
}
