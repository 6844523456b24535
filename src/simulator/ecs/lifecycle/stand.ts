import type { Task } from '../cluster.ts';
import { standTargets } from '../load-balancing/target-health.ts';
import type { Simulation } from '../simulation.ts';
import { followHealth, runContainer } from './containers.ts';
import type { ContainerState } from './detail.ts';

/**
 * The containers and targets of a task that stands, healthy, when the run begins. A container that others wait for to
 * end has ended.
 */
export function standContainers(sim: Simulation, task: Task): void {
  const { detail } = task;
  if (detail === undefined) return;
  detail.waited = true;
  for (const [i, container] of detail.containers.entries()) {
    if (hasEnded(detail.containers, i)) {
      container.status = 'STOPPED';
      container.wasRunning = true;
      container.exitCode = 0;
      continue;
    }
    runContainer(sim, task, container);
    container.startedAt -= container.plan.answersAfterSeconds;
    if (container.probe === undefined) continue;
    container.probe.status = 'healthy';
    followHealth(sim, task, container);
  }
  standTargets(sim, task);
}

function hasEnded(containers: readonly ContainerState[], index: number): boolean {
  return containers.some(({ plan }) =>
    plan.dependsOn.some(
      ({ container, condition }) => container === index && (condition === 'COMPLETE' || condition === 'SUCCESS'),
    ),
  );
}
