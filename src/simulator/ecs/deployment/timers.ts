import type { Service } from '../cluster.ts';
import { EVENT, type Simulation } from '../simulation.ts';

/** Lets the service's scheduler look again at this second. */
export function lookAgainAt(sim: Simulation, service: Service, atSeconds: number): void {
  sim.queue.push(atSeconds, EVENT.look, service.index);
}

/** Whether anything of the service still waits for this second: a timer nobody waits for means nothing. */
export function isAwaited(service: Service | undefined, atSeconds: number): boolean {
  if (service === undefined) return false;
  if (service.launches?.untilSeconds === atSeconds || service.tokensAt === atSeconds) return true;
  return service.deployments.some(
    ({ status, throttle, shift }) =>
      status !== 'FAILED' &&
      (throttle.untilSeconds === atSeconds ||
        shift?.untilSeconds === atSeconds ||
        shift?.hooks?.some(({ endsAt }) => endsAt === atSeconds)),
  );
}
