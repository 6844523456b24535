import type { Entry } from '../../run.ts';
import type { Simulation } from '../simulation.ts';
import type { GroupState, Member, ProviderState } from './capacity-state.ts';
import type { CapacityStep } from './capacity-step.ts';
import type { SizeLimits } from './managed-scaling.ts';

type Said = Pick<Entry, 'type' | 'message'> & Partial<Pick<Entry, 'reason' | 'capacity' | 'noticeSeconds'>>;

/** Records an entry of an Auto Scaling group, and of one of its instances where it is about one. */
export function recordGroup(sim: Simulation, group: GroupState, said: Said, member?: Member): void {
  const { type, message, ...more } = said;
  const entry: Entry = { at: sim.nowSeconds, type, message, autoScalingGroup: group.name, ...more };
  if (group.provider) entry.capacityProvider = group.provider.name;
  if (member) {
    entry.instance = member.name;
    entry.availabilityZone = member.availabilityZone;
    const isNew = type === 'instance-stands' || type === 'instance-registered';
    if (isNew && member.instance) {
      const { attributes, registered } = member.instance;
      const instanceType = attributes['ecs.instance-type'];
      if (instanceType !== undefined) entry.instanceType = instanceType;
      entry.registered = { cpu: registered.cpuUnits, memory: registered.memoryMib };
    }
  }
  sim.timeline.record(entry);
  sim.lastSeconds = sim.nowSeconds;
}

/** Records an entry of a capacity provider, with its arithmetic. */
export function recordProvider(sim: Simulation, provider: ProviderState, said: Said): void {
  const message = `(capacity provider ${provider.name}) ${said.message}`;
  recordGroup(sim, provider.group, { ...said, message });
}

/** `M 5 ÷ N 4 × 100 = 125 %`, or the value without instances (5.2.1, 5.2.2). */
export function sayReservation({ needed, instances, reservation }: CapacityStep): string {
  const value = `CapacityProviderReservation is ${reservation} %`;
  if (instances > 0) return `${value}: M ${needed} ÷ N ${instances} × 100`;
  return needed > 0
    ? `${value}, because tasks wait and the group has no instance`
    : `${value}, because the group has no instance and no task waits`;
}

/** `14 tasks wait in PROVISIONING: ceil(14 ÷ 8 to an instance) = 2 instances` (5.2.3). */
export function sayWaiting({ waiting, largest }: CapacityStep): string {
  if (waiting === 0) return 'no task waits';
  const tasks = `${waiting} task${waiting === 1 ? ' waits' : 's wait'} in PROVISIONING`;
  if (largest === undefined) return tasks;
  const group = largest.tasks === waiting ? '' : `, ${largest.tasks} of them alike`;
  const instances = `${largest.instances} instance${largest.instances === 1 ? '' : 's'}`;
  return `${tasks}${group}: ceil(${largest.tasks} ÷ ${largest.perInstance} to an instance) = ${instances}`;
}

/** `from 6 to 4: ceil(M 3 ÷ 100 %) = 3, but less than half of 6 go in a minute` (5.2.5, 5.2.7). */
export function sayStep(step: CapacityStep, { minSize, maxSize }: SizeLimits): string {
  const { needed, instances, target, to = 0, from = 0, steady = to, bound } = step;
  const wanted = instances === 0 ? `ceil(200 ÷ ${target}) = ${steady}` : `ceil(M ${needed} ÷ ${target} %) = ${steady}`;
  const moves = `from ${from} to ${to}: ${wanted}`;
  if (bound === undefined) return moves;
  if (bound === 'half') return `${moves}, but less than half of ${instances} go in a minute`;
  return `${moves}, but ${bound} is ${bound === 'maxSize' ? maxSize : minSize}`;
}

/** Why the desired capacity does not go to the steady number at once. */
export function boundOf(to: number, steady: number, { minSize, maxSize }: SizeLimits): CapacityStep['bound'] {
  if (to === steady) return undefined;
  if (to === maxSize && steady > maxSize) return 'maxSize';
  return to === minSize && steady < minSize ? 'minSize' : 'half';
}
