import type { Cluster, PlacementRequest, Service } from '../cluster.ts';
import { say } from '../service-reports.ts';
import type { Simulation } from '../simulation.ts';
import { lookAgainAt } from './timers.ts';

const BURST = 100;
const PER_SECOND = 20;

/** Tokens of a bucket at a second. */
export type TokenBucket = { tokens: number; atSeconds: number };

/**
 * 3.8: the token bucket that limits launches on Fargate, where the world names it: full at the beginning (A46), one
 * token a task, a fixed number more each second. Fargate Spot has one of its own. Undefined for tasks that take none.
 * Source: AWS Fargate throttling quotas, developer guide (throttling.html).
 */
function bucketOf(
  sim: Simulation,
  { launchType, capacityProvider = 'FARGATE' }: PlacementRequest,
): TokenBucket | undefined {
  const limits = limitsOf(sim.cluster);
  if (launchType !== 'FARGATE' || limits === undefined) return undefined;
  const bucket = sim.cluster.fargateLaunches.get(capacityProvider) ?? {
    tokens: limits.burst,
    atSeconds: sim.nowSeconds,
  };
  sim.cluster.fargateLaunches.set(capacityProvider, bucket);
  const more = (sim.nowSeconds - bucket.atSeconds) * limits.perSecond;
  bucket.tokens = Math.min(limits.burst, bucket.tokens + more);
  bucket.atSeconds = sim.nowSeconds;
  return bucket;
}

function limitsOf({ quotas }: Cluster): { burst: number; perSecond: number } | undefined {
  const { fargateLaunchBurst: burst, fargateLaunchesPerSecond: perSecond } = quotas;
  if (burst === undefined && perSecond === undefined) return undefined;
  return { burst: burst ?? BURST, perSecond: perSecond ?? PER_SECOND };
}

/** Whether Fargate launches a task of this request in this second. */
export function mayLaunch(sim: Simulation, request: PlacementRequest): boolean {
  return (bucketOf(sim, request)?.tokens ?? 1) >= 1;
}

/** A task was launched. */
export function spendLaunch(sim: Simulation, request: PlacementRequest): void {
  const bucket = bucketOf(sim, request);
  if (bucket) bucket.tokens--;
}

/** So many tasks of the service wait for tokens: its scheduler looks again in a second. Said when the waiting begins. */
export function waitForTokens(sim: Simulation, service: Service, waiting: number): void {
  const limits = limitsOf(sim.cluster);
  if (waiting === 0 || limits === undefined) return;
  const isNews = service.tokensAt !== sim.nowSeconds && service.tokensAt !== sim.nowSeconds + 1;
  sim.assumptions.add('A46');
  service.tokensAt = sim.nowSeconds + 1;
  lookAgainAt(sim, service, service.tokensAt);
  if (!isNews) return;
  const rate = `${limits.burst} launches at once, then ${limits.perSecond} a second`;
  say(sim, service, 'launch-quota', `reaches the launch quota of Fargate (${rate}): ${waiting} tasks wait.`, {
    waitSeconds: 1,
  });
}
