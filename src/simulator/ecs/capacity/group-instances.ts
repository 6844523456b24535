import type { Instance } from '../cluster.ts';
import { addInstance, drainInstance, removeInstance } from '../instances.ts';
import type { Simulation } from '../simulation.ts';
import { recordGroup } from './capacity-entries.ts';
import {
  type CapacityState,
  type GroupState,
  isBusy,
  isZoneUp,
  type Member,
  standing,
  typesOf,
} from './capacity-state.ts';
import { countByZone, type GroupMember, nextToTerminate, zoneToLaunchIn } from './group-balance.ts';

/** Queue kinds of this storey: their payload is a provider's position, or a member's. */
export const CAPACITY_EVENT = { look: 100, registered: 101, drainOver: 102 } as const;

/** Managed draining waits for tasks this long (5.2.9). */
const DRAIN_SECONDS = 48 * 3600;

/** What the scaling activity says then. Source: https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-instance-protection.html */
const ALL_PROTECTED =
  'Could not scale to desired capacity because all remaining instances are protected from scale-in.';

/** Instances that stand when the run begins, balanced over the zones of their group. */
export function standMembers(sim: Simulation, state: CapacityState): void {
  for (const group of state.groups) {
    const counts = countByZone(group.members);
    for (let n = 0; n < group.desired; n++) {
      const member = newMember(sim, state, group, counts);
      if (member === undefined) break;
      member.isOld = true;
      member.instance = register(sim, group, member);
      const message = `${member.name} of ${group.name} stands in ${member.availabilityZone}.`;
      recordGroup(sim, group, { type: 'instance-stands', message }, member);
    }
  }
}

function newMember(
  sim: Simulation,
  state: CapacityState,
  group: GroupState,
  counts: Map<string, number>,
): Member | undefined {
  const place = zoneToLaunchIn(group.zones, counts, (one) => isZoneUp(sim.cluster, one));
  if (place === undefined) return undefined;
  if (place.tied || group.sizes.length > 1) sim.assumptions.add('A73');
  counts.set(place.zone, (counts.get(place.zone) ?? 0) + 1);
  group.launched++;
  const member: Member = {
    index: state.members.length,
    name: `${group.name}-${group.launched}`,
    availabilityZone: place.zone,
    launchedAtSeconds: sim.nowSeconds,
    isOld: false,
    instance: undefined,
    isTerminating: false,
  };
  state.members.push(member);
  group.members.add(member);
  return member;
}

function register(sim: Simulation, group: GroupState, { name, availabilityZone }: Member): Instance {
  const { attributes, reservedMemory, registeredResources } = group.spec;
  const instanceType = typesOf(group.spec)[0];
  return addInstance(sim, {
    name,
    availabilityZone,
    autoScalingGroup: group.name,
    ...(instanceType === undefined ? {} : { instanceType }),
    ...(group.provider ? { capacityProvider: group.provider.name } : {}),
    ...(attributes ? { attributes } : {}),
    ...(reservedMemory === undefined ? {} : { reservedMemory }),
    ...(registeredResources ? { registeredResources } : {}),
  });
}

/** Launches what is missing to the desired capacity. Returns whether it launched anything. */
export function launchMissing(sim: Simulation, state: CapacityState, group: GroupState): boolean {
  let acted = dropFailed(sim, group);
  let missing = group.desired - standing(group).length;
  const counts = missing > 0 ? countByZone(group.members) : new Map<string, number>();
  for (; missing > 0; missing--) {
    const member = newMember(sim, state, group, counts);
    if (member === undefined) {
      complain(sim, group, 'zones', `${group.name} cannot launch an instance: none of its zones is up.`);
      return acted;
    }
    acted = true;
    const seconds = group.spec.launchSeconds ?? 0;
    const message = `${group.name} launches ${member.name} in ${member.availabilityZone}; it registers in ${seconds} s.`;
    recordGroup(sim, group, { type: 'instance-launching', message, noticeSeconds: seconds }, member);
    if (seconds === 0) registerMember(sim, group, member);
    else sim.queue.push(sim.nowSeconds + seconds, CAPACITY_EVENT.registered, member.index);
  }
  if (acted) group.complaint = undefined;
  return acted;
}

/** An instance that launches in a zone that fails never comes. */
function dropFailed(sim: Simulation, group: GroupState): boolean {
  let acted = false;
  for (const member of group.members) {
    if (member.instance !== undefined || isZoneUp(sim.cluster, member.availabilityZone)) continue;
    group.members.delete(member);
    const message = `${member.name} does not come up: ${member.availabilityZone} has failed.`;
    recordGroup(sim, group, { type: 'instance-terminated', message }, member);
    acted = true;
  }
  return acted;
}

/** The launched instance registers with the cluster and is ACTIVE. */
export function registerMember(sim: Simulation, group: GroupState, member: Member): void {
  member.instance = register(sim, group, member);
  const message = `${member.name} is registered with the cluster and ACTIVE.`;
  recordGroup(sim, group, { type: 'instance-registered', message }, member);
}

/** Instances that were lost belong to their group no more, so that it launches others, at once (A74). */
export function forgetLost(sim: Simulation, group: GroupState): boolean {
  let acted = false;
  for (const member of group.members) {
    if (member.instance?.status !== 'GONE') continue;
    sim.assumptions.add('A74');
    group.members.delete(member);
    acted = true;
  }
  return acted;
}

/** Lets go what is above the desired capacity, as far as scale-in protection allows. Returns whether it did anything. */
export function terminateSurplus(sim: Simulation, group: GroupState): boolean {
  let acted = false;
  for (let surplus = standing(group).length - group.desired; surplus > 0; surplus--) {
    const members = standing(group).filter(({ instance }) => instance !== undefined);
    const picked = nextToTerminate(
      members.map((member) => asGroupMember(group, member)),
      sim.nowSeconds,
    );
    const member = members.find(({ index }) => index === picked?.index);
    if (member === undefined) {
      complain(sim, group, 'protected', ALL_PROTECTED);
      break;
    }
    sim.assumptions.add('A73');
    beginTermination(sim, group, member);
    acted = true;
  }
  return acted;
}

function asGroupMember(group: GroupState, member: Member): GroupMember {
  const { index, availabilityZone, launchedAtSeconds } = member;
  return { index, availabilityZone, launchedAtSeconds, isProtected: isProtected(group, member) };
}

/** With managed termination protection only what runs nothing but daemons may go; else the group's own setting holds (5.2.8). */
export function isProtected({ provider, spec }: GroupState, { instance }: Member): boolean {
  if (provider?.managedTerminationProtection) return isBusy(instance);
  return spec.newInstancesProtectedFromScaleIn === true;
}

function beginTermination(sim: Simulation, group: GroupState, member: Member): void {
  const { instance } = member;
  if (instance === undefined) return;
  member.isTerminating = true;
  const waits = group.provider?.managedDraining === true && isBusy(instance);
  const tasks = `${instance.tasks.size} task${instance.tasks.size === 1 ? '' : 's'}`;
  const then = waits ? `it drains first, with ${tasks} on it` : `it goes at once, with ${tasks} on it`;
  const message = `${group.name} terminates ${member.name} in ${member.availabilityZone}: ${then}.`;
  recordGroup(sim, group, { type: 'instance-terminating', message, reason: waits ? 'DRAINING' : 'TERMINATED' }, member);
  if (!waits) {
    terminate(sim, group, member);
    return;
  }
  drainInstance(sim, instance);
  sim.queue.push(sim.nowSeconds + DRAIN_SECONDS, CAPACITY_EVENT.drainOver, member.index);
}

/** 5.2.9: an instance that drained is terminated once only daemons are left. */
export function terminateDrained(sim: Simulation, group: GroupState): boolean {
  let acted = false;
  for (const member of [...group.members]) {
    if (!member.isTerminating || isBusy(member.instance)) continue;
    terminate(sim, group, member);
    acted = true;
  }
  return acted;
}

/** The instance is gone, with whatever still runs there (A77). */
export function terminate(sim: Simulation, group: GroupState, member: Member): void {
  const { instance } = member;
  group.members.delete(member);
  if (instance === undefined || instance.status === 'GONE') return;
  if (isBusy(instance)) sim.assumptions.add('A77');
  const left = instance.tasks.size;
  const message = `${member.name} is terminated${left > 0 ? `, and ${left} task${left === 1 ? '' : 's'} with it` : ''}.`;
  recordGroup(sim, group, { type: 'instance-terminated', message }, member);
  removeInstance(sim, instance);
}

function complain(sim: Simulation, group: GroupState, reason: string, message: string): void {
  if (group.complaint === reason) return;
  group.complaint = reason;
  recordGroup(sim, group, { type: 'instance-launch-blocked', message, reason });
}
