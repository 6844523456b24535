import type { Entry } from '../../simulator/run.ts';
import type { YardInstance, YardWorld } from './moment.ts';

/** Where an instance of an Auto Scaling group stands in its life. */
export type Phase = 'launching' | 'active' | 'leaving' | 'lost';

/** An instance that came during the run: its place on the pier of its zone never changes while it is there. */
export type FleetInstance = { instance: YardInstance; slot: number; phase: Phase };

/** The instances of Auto Scaling groups by name. */
export type Fleet = Map<string, FleetInstance>;

/** Takes over what an entry says of the instances of Auto Scaling groups. */
export function applyToFleet(fleet: Fleet, entry: Entry): void {
  const { type, instance: name } = entry;
  if (name === undefined) return;
  if (type === 'instance-terminated') fleet.delete(name);
  else if (type === 'instance-terminating') setPhase(fleet, name, 'leaving');
  else if (type === 'instance-lost') setPhase(fleet, name, 'lost');
  else if (type === 'instance-launching') settle(fleet, entry, name, 'launching');
  else if (type === 'instance-stands' || type === 'instance-registered') settle(fleet, entry, name, 'active');
}

function setPhase(fleet: Fleet, name: string, phase: Phase): void {
  const known = fleet.get(name);
  if (known) fleet.set(name, { ...known, phase });
}

/** Gives the instance the lowest free place; one that is lost lies where it lay until another needs the place. */
function settle(fleet: Fleet, entry: Entry, name: string, phase: Phase): void {
  const instance = instanceOf(entry, name);
  const here = [...fleet].filter(([, known]) => known.instance.availabilityZone === instance.availabilityZone);
  const taken = new Set(here.flatMap(([, known]) => (known.phase === 'lost' ? [] : [known.slot])));
  let slot = fleet.get(name)?.slot ?? 0;
  while (!fleet.has(name) && taken.has(slot)) slot++;
  for (const [other, known] of here) if (known.phase === 'lost' && known.slot === slot) fleet.delete(other);
  fleet.set(name, { instance, slot, phase });
}

function instanceOf({ availabilityZone = '', instanceType, registered }: Entry, name: string): YardInstance {
  return {
    name,
    availabilityZone,
    ...(instanceType === undefined ? {} : { instanceType }),
    cpu: registered?.cpu ?? 0,
    memory: registered?.memory ?? 0,
  };
}

/** How many places each zone needs for the instances of Auto Scaling groups over a whole run, so that no pier grows. */
export function slotsOf(entries: readonly Entry[]): Record<string, number> {
  const fleet: Fleet = new Map();
  const slots: Record<string, number> = {};
  for (const entry of entries) {
    applyToFleet(fleet, entry);
    const here = fleet.get(entry.instance ?? '');
    const zone = here?.instance.availabilityZone ?? '';
    if (here) slots[zone] = Math.max(slots[zone] ?? 0, here.slot + 1);
  }
  return slots;
}

/** What the yard knows of an instance at a moment: it stands from the beginning, or it came. */
export function instanceNamed(world: YardWorld, fleet: Fleet, name: string): YardInstance | undefined {
  return fleet.get(name)?.instance ?? world.instances.find((instance) => instance.name === name);
}
