import { type Checks, nextChange } from './checks.ts';
import type { ContainerPlan } from './container-plan.ts';

/** A task without load balancer and health check counts as healthy this long after RUNNING (3.2). */
export const HEALTHY_WAIT_SECONDS = 40;

/** The few times that describe a task whose containers start and stop side by side: the slowest sets each. */
export type PlainTimes = {
  startSeconds: number;
  stopSeconds: number;
  healthySeconds: number | undefined;
  unhealthySeconds: number | undefined;
  crashSeconds: number | undefined;
};

export function plainTimes(plans: readonly ContainerPlan[]): PlainTimes {
  const slowest = (seconds: (plan: ContainerPlan) => number) => Math.max(0, ...plans.map(seconds));
  const crashes = plans.flatMap(({ crash, essential }) => (crash && essential ? [crash.afterSeconds] : []));
  return {
    startSeconds: slowest(({ pullSeconds, startSeconds }) => pullSeconds + startSeconds),
    stopSeconds: slowest(({ exitSeconds, stopTimeoutSeconds }) => Math.min(exitSeconds, stopTimeoutSeconds)),
    ...healthTimes(plans),
    crashSeconds: crashes.length > 0 ? Math.min(...crashes) : undefined,
  };
}

/** When a task counts as healthy, and when one of its checks gives up before that, in seconds after RUNNING (3.2). */
function healthTimes(plans: readonly ContainerPlan[]): Pick<PlainTimes, 'healthySeconds' | 'unhealthySeconds'> {
  const times = plans.flatMap(({ healthCheck, essential, answersAfterSeconds }) =>
    healthCheck && essential ? [checkTimes(healthCheck, answersAfterSeconds)] : [],
  );
  if (times.length === 0) return { healthySeconds: HEALTHY_WAIT_SECONDS, unhealthySeconds: undefined };
  const givesUp = times.flatMap(({ unhealthy }) => unhealthy ?? []);
  return {
    healthySeconds: Math.max(...times.map(({ healthy }) => healthy)),
    unhealthySeconds: givesUp.length > 0 ? Math.min(...givesUp) : undefined,
  };
}

function checkTimes(checks: Checks, from: number): { healthy: number; unhealthy: number | undefined } {
  const answers = { after: 0, from, until: Number.POSITIVE_INFINITY };
  const first = nextChange(checks, 'unknown', answers);
  if (first?.status !== 'unhealthy') return { healthy: first?.at ?? 0, unhealthy: undefined };
  const second = nextChange(checks, 'unhealthy', { ...answers, after: first.at });
  return { healthy: second?.at ?? 0, unhealthy: first.at };
}
