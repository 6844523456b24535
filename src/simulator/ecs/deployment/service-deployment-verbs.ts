import type { Service } from '../cluster.ts';
import type { Simulation } from '../simulation.ts';
import { continuePause } from './hooks.ts';
import { failDeployment } from './rollback.ts';

function serviceNamed(sim: Simulation, name: string): Service {
  const service = sim.cluster.serviceByName.get(name);
  if (!service) throw new Error(`no service ${name}: the scenario was not checked`);
  return service;
}

/** StopServiceDeployment: the deployment under way is rolled back. */
export function stopServiceDeployment(sim: Simulation, input: { service: string }): void {
  const service = serviceNamed(sim, input.service);
  if (service.deployments[0]?.status !== 'IN_PROGRESS') {
    record(sim, `StopServiceDeployment: no deployment of service ${service.name} is in progress.`);
    return;
  }
  failDeployment(sim, service, { why: 'StopServiceDeployment was called with stopType ROLLBACK', rollback: true });
}

/** ContinueServiceDeployment: ends a pause of a lifecycle hook. */
export function continueServiceDeployment(
  sim: Simulation,
  input: { service: string; action?: 'CONTINUE' | 'ROLLBACK' | undefined },
): void {
  const service = serviceNamed(sim, input.service);
  if (continuePause(sim, service, input.action ?? 'CONTINUE')) return;
  record(sim, `ContinueServiceDeployment: no deployment of service ${service.name} waits at a pause.`);
}

/** The call found nothing to act on. */
function record(sim: Simulation, message: string): void {
  sim.timeline.record({ at: sim.nowSeconds, type: 'event', message, reason: 'MISSING' });
  sim.lastSeconds = sim.nowSeconds;
}
