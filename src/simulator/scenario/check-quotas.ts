import type { Fault } from './fault.ts';
import type { Scenario } from './scenario-schema.ts';

/** AWS refuses a desired count above the quota of tasks per service, where the world names it (3.8). */
export function checkQuotas({ world, events = [] }: Scenario): Fault[] {
  const most = world.quotas?.tasksPerService;
  if (most === undefined) return [];
  const faults: Fault[] = [];
  const look = (desired: number | undefined, path: (string | number)[]) => {
    if (desired === undefined || desired <= most) return;
    const message = `AWS refuses desiredCount ${desired}: the quota is ${most} tasks per service`;
    faults.push({ path: [...path, 'desiredCount'], message });
  };
  for (const [i, { desiredCount }] of (world.services ?? []).entries()) look(desiredCount, ['world', 'services', i]);
  for (const [i, { updateService, setDesiredCount }] of events.entries()) {
    look(updateService?.desiredCount, ['events', i, 'updateService']);
    look(setDesiredCount?.desiredCount, ['events', i, 'setDesiredCount']);
  }
  return faults;
}
