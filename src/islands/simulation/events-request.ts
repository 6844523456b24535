import { type EntryEvents, eventsOf } from '../../simulator/ecs/events/events-of.ts';
import { regionOf } from '../../simulator/ecs/events/names.ts';
import { startSecondOf } from '../../simulator/ecs/scaling/scheduled-actions.ts';
import type { Run } from '../../simulator/run.ts';

/** A file of its own: the worker fetches it when somebody first asks what AWS would send. */

const known = new WeakMap<Run, EntryEvents[]>();

/** What AWS would say and send for an entry of a run. */
export function eventsAt(run: Run, entry: number): EntryEvents | undefined {
  const { world } = run.input;
  const all = known.get(run) ?? eventsOf(run, { epochSeconds: startSecondOf(world.startsAt), region: regionOf(world) });
  known.set(run, all);
  return all[entry];
}
