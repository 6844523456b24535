import type { Deployment, Service } from '../cluster.ts';
import { say } from '../service-reports.ts';
import type { Simulation } from '../simulation.ts';

/** Why a deployment fails: the end of AWS's sentence `deployment failed: …`, without its full stop. */
export type Failure = { why: string; rollback: boolean };

/**
 * 3.5: the PRIMARY deployment is FAILED and starts no more tasks. With `rollback` the latest COMPLETED deployment takes
 * its place again; with none the service stays as it is.
 */
export function failDeployment(sim: Simulation, service: Service, { why, rollback }: Failure): void {
  const failed = service.deployments[0] as Deployment;
  failed.status = 'FAILED';
  failed.keep = 0;
  service.rollingOut = false;
  service.steady = false;
  service.unplaced = 0;
  service.complaint = undefined;
  service.dirty = true;
  sim.touchedServices.add(service);
  sim.timeline.series(`services.${service.name}.deployment.failedAt`).set(sim.nowSeconds, sim.nowSeconds);
  const target = rollback ? service.deployments.find(({ status }) => status === 'COMPLETED') : undefined;
  const stays = rollback
    ? ' No deployment of the service has completed, so nothing is rolled back.'
    : ' It starts no more tasks, and rollback is off.';
  const message = `(deployment ecs-svc/${failed.number}) deployment failed: ${why}.${target ? '' : stays}`;
  say(sim, service, 'deployment-failed', message, { deployment: failed.number, taskDefinition: failed.shape.name });
  sim.assumptions.add(target ? 'A23' : 'A24');
  if (target === undefined) return;
  rollBackTo(sim, service, target);
  if ((failed.shift?.percent ?? 0) === 0) return;
  sayTraffic(sim, service, { [target.shape.name]: 100, [failed.shape.name]: 0 });
}

/** The deployment becomes PRIMARY again, with the tasks it still has: a rolling update back. */
function rollBackTo(sim: Simulation, service: Service, target: Deployment): void {
  service.deployments = [target, ...service.deployments.filter((deployment) => deployment !== target)];
  target.status = 'ROLLING_BACK';
  say(
    sim,
    service,
    'deployment-rolling-back',
    `rolling back to deployment ecs-svc/${target.number} (${target.shape.name}).`,
    { deployment: target.number, taskDefinition: target.shape.name },
  );
}

/** Who gets how many percent of the production traffic from now on. */
export function sayTraffic(sim: Simulation, service: Service, traffic: Record<string, number>): void {
  const shares = Object.entries(traffic).map(([name, percent]) => `${percent} % ${name}`);
  say(sim, service, 'traffic-shifted', `production traffic: ${shares.join(', ')}.`, { traffic });
}
