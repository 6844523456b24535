import type { Entry } from '../../run.ts';
import { isZoneUp } from '../capacity/capacity-state.ts';
import type { TaskNeeds } from '../capacity/estimate.ts';
import type { PlacementRequest, Task, TaskShape } from '../cluster.ts';
import { addInstance, removeInstance } from '../instances.ts';
import type { Simulation } from '../simulation.ts';
import { placeWaiting } from '../waiting-place.ts';
import { isSpreading, type Launch, planLaunches, type WaitingTask } from './managed-plan.ts';
import { type ManagedMember, type ManagedState, zoneCounts } from './managed-state.ts';
import { requestOn } from './provider-requests.ts';

/** Kinds of queued events: an instance is registered, or was idle for as long as it may be. */
export const MANAGED_EVENT = { registered: 112, idle: 113 } as const;

/** Instances for tasks that are to stand when the run begins. */
export function standFor(sim: Simulation, state: ManagedState, tasks: readonly WaitingTask[]): void {
  const { launches } = planLaunches(tasks, { types: state.types, zones: zoneCounts(state) });
  for (const launch of launches) {
    const member = newMember(state, launch, new Set());
    register(sim, state, member);
    const message = `${member.name} stands in ${member.availabilityZone}.`;
    record(sim, state, member, { type: 'instance-stands', message });
  }
}

/** Launches instances for the tasks that wait and have none on its way. Returns whether it launched any. */
export function launchForWaiting(sim: Simulation, state: ManagedState, members: ManagedMember[]): boolean {
  const awaited = new Set([...state.members].flatMap((member) => (member.instance ? [] : [...member.for])));
  const tasks = [...state.waiting.tasks].filter((task) => !awaited.has(task) && !state.misfits.has(task));
  if (tasks.length === 0) return false;
  const zones = openZones(sim, state);
  const waiting = tasks.map(({ shape, waitsFor }) => waitingTask(shape, waitsFor, state));
  const plan = planLaunches(waiting, { types: state.types, zones });
  for (const i of plan.misfits) sayMisfit(sim, state, tasks[i] as Task);
  for (const launch of plan.launches) {
    const member = newMember(state, launch, new Set(launch.tasks.map((i) => tasks[i] as Task)));
    member.index = members.push(member) - 1;
    sayLaunch(sim, state, member, isSpreading(zones));
    if (state.launchSeconds === 0) registerMember(sim, state, member);
    else sim.queue.push(sim.nowSeconds + state.launchSeconds, MANAGED_EVENT.registered, member.index);
  }
  if (plan.launches.length > 0) sim.assumptions.add('A86');
  return plan.launches.length > 0;
}

/** Zones that have not failed. */
function openZones({ cluster }: Simulation, state: ManagedState): Map<string, number> {
  return new Map([...zoneCounts(state)].filter(([zone]) => isZoneUp(cluster, zone)));
}

/** An instance that launches in a zone that fails never comes; its tasks wait for another. */
export function dropFailed(sim: Simulation, state: ManagedState): boolean {
  let acted = false;
  for (const member of state.members) {
    if (member.instance !== undefined || isZoneUp(sim.cluster, member.availabilityZone)) continue;
    state.members.delete(member);
    const message = `${member.name} does not come up: ${member.availabilityZone} has failed.`;
    record(sim, state, member, { type: 'instance-terminated', message });
    acted = true;
  }
  return acted;
}

/** What a task asks of an instance, and where it may go. */
export function waitingTask(
  { need, awsvpc, gpus, ports }: TaskShape,
  request: PlacementRequest | undefined,
  { zones }: ManagedState,
): WaitingTask {
  const needs: TaskNeeds = {
    ...need,
    interfaces: awsvpc ? 1 : 0,
    gpus,
    ports,
    alone: request?.distinctInstance === true,
  };
  return { needs, zones: request?.zones ?? zones };
}

function newMember(state: ManagedState, { instanceType, zone }: Launch, tasks: ReadonlySet<Task>): ManagedMember {
  state.launched++;
  const member: ManagedMember = {
    index: -1,
    name: `${state.name}-${state.launched}`,
    availabilityZone: zone,
    instanceType,
    instance: undefined,
    for: tasks,
    idleSince: undefined,
  };
  state.members.add(member);
  return member;
}

function register(sim: Simulation, state: ManagedState, member: ManagedMember): void {
  const { name, availabilityZone, instanceType } = member;
  const spec = { name, availabilityZone, instanceType, capacityProvider: state.name };
  member.instance = addInstance(sim, spec);
  member.instance.managed = true;
}

/** The launched instance is ACTIVE: the tasks that it was launched for come to it. */
export function registerMember(sim: Simulation, state: ManagedState, member: ManagedMember): void {
  register(sim, state, member);
  const message = `${member.name} is registered with the cluster and ACTIVE.`;
  record(sim, state, member, { type: 'instance-registered', message });
  for (const task of member.for) if (task.waitsFor) placeWaiting(sim, task, member.instance);
  member.for = new Set();
}

/** Tasks that wait take what room there is, oldest first. Returns whether one did. */
export function placeAll(sim: Simulation, state: ManagedState): boolean {
  let acted = false;
  const refused = new Set<PlacementRequest>();
  for (const task of [...state.waiting.tasks]) {
    if (task.waitsFor === undefined) continue;
    // Spreading or packing is decided now, not when the task began to wait.
    task.waitsFor = requestOn(sim.cluster, task.waitsFor, state.name);
    const request = task.waitsFor;
    if (refused.has(request)) continue;
    if (placeWaiting(sim, task)) acted = true;
    else refused.add(request);
  }
  return acted;
}

/** Instances that are gone are forgotten; those without tasks begin to be idle, and are ended when they were long enough. */
export function watchIdle(sim: Simulation, state: ManagedState): void {
  for (const member of state.members) {
    const { instance } = member;
    if (instance === undefined) continue;
    if (instance.status === 'GONE') state.members.delete(member);
    else if (instance.tasks.size > 0) member.idleSince = undefined;
    else if (member.idleSince === undefined) {
      member.idleSince = sim.nowSeconds;
      if (state.scaleInAfter === undefined) continue;
      if (state.isDefault) sim.assumptions.add('A88');
      sim.queue.push(sim.nowSeconds + state.scaleInAfter, MANAGED_EVENT.idle, member.index);
    }
  }
}

/** Whether the member has been idle since as long before this second as its provider allows. */
export function isIdleLongEnough(
  { scaleInAfter }: ManagedState,
  { idleSince }: ManagedMember,
  atSeconds: number,
): boolean {
  return scaleInAfter !== undefined && idleSince !== undefined && idleSince + scaleInAfter === atSeconds;
}

/** ECS ends an idle instance: it is deregistered and terminated. */
export function endIdle(sim: Simulation, state: ManagedState, member: ManagedMember): void {
  const { instance, name } = member;
  if (instance === undefined) return;
  state.members.delete(member);
  const message = `${name} was idle for ${state.scaleInAfter} s (scaleInAfter): it is deregistered and terminated.`;
  record(sim, state, member, { type: 'instance-terminated', message, reason: 'IDLE' });
  removeInstance(sim, instance);
}

function sayLaunch(sim: Simulation, state: ManagedState, member: ManagedMember, spreads: boolean): void {
  const { name, instanceType, availabilityZone } = member;
  const count = member.for.size;
  const how = spreads ? 'fewer than 3 instances: tasks are spread over zones' : 'tasks are packed';
  const message = `ECS launches ${name} (${instanceType}) in ${availabilityZone} for ${count} waiting task${count === 1 ? '' : 's'}; ${how}. It registers in ${state.launchSeconds} s.`;
  record(sim, state, member, { type: 'instance-launching', message, noticeSeconds: state.launchSeconds });
}

function sayMisfit(sim: Simulation, state: ManagedState, task: Task): void {
  state.misfits.add(task);
  const message = `${task.name} waits for ever: no allowed instance type of ${state.name} in its zones has room for it.`;
  const entry: Entry = { at: sim.nowSeconds, type: 'instance-launch-blocked', message, capacityProvider: state.name };
  entry.task = task.name;
  sim.timeline.record(entry);
  sim.lastSeconds = sim.nowSeconds;
}

function record(
  sim: Simulation,
  state: ManagedState,
  { name, availabilityZone, instanceType, instance }: ManagedMember,
  said: Pick<Entry, 'type' | 'message' | 'reason' | 'noticeSeconds'>,
): void {
  const entry: Entry = { at: sim.nowSeconds, ...said };
  Object.assign(entry, { instance: name, availabilityZone, capacityProvider: state.name });
  if (instance && said.type !== 'instance-terminated') {
    const { cpuUnits: cpu, memoryMib: memory } = instance.registered;
    Object.assign(entry, { instanceType, registered: { cpu, memory } });
  }
  sim.timeline.record(entry);
  sim.lastSeconds = sim.nowSeconds;
}
