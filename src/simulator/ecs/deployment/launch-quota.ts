import type { Service } from '../cluster.ts';
import { say } from '../service-reports.ts';
import type { Simulation } from '../simulation.ts';
import { lookAgainAt } from './timers.ts';

const WINDOW_SECONDS = 60;

/**
 * 3.8: how many of `count` tasks the service may launch now, where the world names the quota of tasks launched per
 * minute. A minute begins with the first launch in it (A26). Source: service quotas of Amazon ECS.
 */
export function launchAllowance(sim: Simulation, service: Service, count: number): number {
  const quota = sim.cluster.quotas.tasksLaunchedPerMinute;
  if (quota === undefined || count <= 0) return count;
  if (service.launches === undefined || sim.nowSeconds - service.launches.sinceSeconds >= WINDOW_SECONDS) {
    service.launches = { sinceSeconds: sim.nowSeconds, count: 0, untilSeconds: 0 };
  }
  const { launches } = service;
  const left = quota - launches.count;
  if (count <= left) return count;
  if (launches.untilSeconds === 0) {
    sim.assumptions.add('A26');
    launches.untilSeconds = launches.sinceSeconds + WINDOW_SECONDS;
    lookAgainAt(sim, service, launches.untilSeconds);
    const waitSeconds = launches.untilSeconds - sim.nowSeconds;
    const message = `reaches the quota of ${quota} tasks launched per minute: ${left} start now, ${count - left} wait ${waitSeconds} s.`;
    say(sim, service, 'launch-quota', message, { waitSeconds });
  }
  return left;
}

/** Counts launches against the quota. */
export function countLaunches(service: Service, started: number): void {
  if (service.launches) service.launches.count += started;
}

/** Whether launches wait for the next minute, or for Fargate's next second. */
export function waitsForQuota(sim: Simulation, service: Service): boolean {
  return Math.max(service.launches?.untilSeconds ?? 0, service.tokensAt ?? 0) > sim.nowSeconds;
}
