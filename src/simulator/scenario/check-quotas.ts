import type { Fault } from './fault.ts';
import type { Scenario } from './scenario-schema.ts';

/** AWS refuses what is above the quotas of tasks per service and of instances, where the world names them (3.8). */
export function checkQuotas({ world, events = [] }: Scenario): Fault[] {
  const { tasksPerService: most = Number.POSITIVE_INFINITY, instancesPerCluster } = world.quotas ?? {};
  const faults: Fault[] = [];
  const instances = world.containerInstances.reduce((sum, { count = 1 }) => sum + count, 0);
  if (instancesPerCluster !== undefined && instances > instancesPerCluster) {
    const message = `AWS refuses ${instances} container instances: the quota is ${instancesPerCluster} per cluster`;
    faults.push({ path: ['world', 'containerInstances'], message });
  }
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
