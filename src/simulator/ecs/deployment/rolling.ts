import { type RolloutWindow, startsAllowed, stopsAllowed } from '../../kernel/rollout-window.ts';

/**
 * A service as its scheduler sees it. Tasks are PENDING or RUNNING. *Leaving* are those that have to be replaced: of an
 * older revision, on a draining instance, or unhealthy. The others are *staying*.
 */
export type RolloutView = {
  desired: number;
  staying: number;
  stayingHealthy: number;
  leavingHealthy: number;
  /** How many of the healthy leaving tasks may not stop, because they are protected (1.3.5). Default 0. */
  leavingProtected?: number;
  /** Leaving tasks that do not count as healthy: still starting, or unhealthy. */
  leavingOther: number;
};

/** What the scheduler may do now. */
export type RolloutStep = {
  /** Healthy leaving tasks to stop. */
  stopHealthy: number;
  /** Other leaving tasks to stop. */
  stopOther: number;
  /** Tasks of the present revision to start, as far as there is capacity. */
  start: number;
};

/**
 * One step of a rolling update (3.1.5), of draining (3.1.10) and of replacing unhealthy tasks (3.1.8): they are the
 * same move inside the same window.
 *
 * - Healthy tasks may stop as long as the floor holds: at 100 % that is only once replacements are healthy, below
 *   100 % it is at once, so the old ones stop first.
 * - Tasks that are not healthy hold no floor. They stop when their room is needed, or when their replacements stand.
 * - New tasks start in the room under the cap, never more than desired.
 */
export function planStep(view: RolloutView, window: RolloutWindow): RolloutStep {
  const { staying, stayingHealthy, leavingHealthy, leavingOther, desired } = view;
  const missing = Math.max(0, desired - staying);
  const stoppable = leavingHealthy - (view.leavingProtected ?? 0);
  const stopHealthy = Math.min(stoppable, stopsAllowed(window, stayingHealthy + leavingHealthy));
  const copies = staying + leavingHealthy + leavingOther - stopHealthy;
  const room = startsAllowed(window, copies);
  const covered = stayingHealthy >= desired;
  const stopOther = covered ? leavingOther : Math.min(leavingOther, Math.max(0, missing - room));
  return { stopHealthy, stopOther, start: Math.min(missing, startsAllowed(window, copies - stopOther)) };
}
