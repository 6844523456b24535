import { sayDuration } from '../../scenario/duration.ts';
import type { Deployment, Service, Task } from '../cluster.ts';
import { reportProtection, unprotected } from '../protection/task-protection.ts';
import { say } from '../service-reports.ts';
import type { Simulation } from '../simulation.ts';
import { runHooks } from './hooks.ts';
import { failDeployment, sayTraffic } from './rollback.ts';
import { isShifting, newShift, type Shift } from './shift-plan.ts';
import { lookAgainAt } from './timers.ts';

/** What the service scheduler lends: starting tasks of a deployment and stopping chosen ones. */
export type Moves = {
  start: (deployment: Deployment, count: number) => number;
  stop: (candidates: Task[], count: number, say: string) => void;
};

/** 3.7/8: a stage lasts at most this long, a pause aside (A43), and a deployment. */
const STAGE_LIMIT_SECONDS = 24 * 3600;
const DEPLOYMENT_LIMIT_SECONDS = 30 * STAGE_LIMIT_SECONDS;

/**
 * The newest deployment shifts traffic when the strategy asks for it and there is a revision to shift from. What an
 * earlier, unfinished deployment left is reconciled away.
 */
export function beginShift(sim: Simulation, service: Service): void {
  const strategy = service.configuration.strategy ?? 'ROLLING';
  const [green, ...older] = service.deployments;
  const blue = blueOf(service);
  if (green === undefined || strategy === 'ROLLING' || blue === undefined) return;
  for (const deployment of older) {
    if (deployment.status === 'COMPLETED') continue;
    deployment.status = 'FAILED';
    deployment.keep = 0;
  }
  const active = older.filter(({ tasks }) => tasks.size > 0).length;
  green.shift = newShift(service.configuration, active > 1, sim.nowSeconds);
  green.isAlternate = !blue.isAlternate;
  lookAgainAt(sim, service, sim.nowSeconds + DEPLOYMENT_LIMIT_SECONDS);
  if (strategy === 'LINEAR') sim.assumptions.add('A11');
  sim.assumptions.add('A25');
}

/** The revision that traffic leaves: the latest deployment that completed. */
function blueOf(service: Service): Deployment | undefined {
  return service.deployments.slice(1).find(({ status }) => status === 'COMPLETED');
}

/**
 * One look at a service whose newest deployment shifts traffic (3.7): both revisions are kept at the desired count, and
 * the deployment goes through its stages. Returns whether it did anything.
 */
export function scheduleShift(sim: Simulation, service: Service, shift: Shift, moves: Moves): boolean {
  const green = service.deployments[0] as Deployment;
  const blue = blueOf(service);
  service.unplaced = 0;
  let acted = false;
  let held = 0;
  for (const deployment of service.deployments) {
    if (deployment === green || deployment === blue) continue;
    const tasks = unprotected([...deployment.tasks]);
    held += deployment.tasks.size - tasks.length;
    moves.stop(tasks, tasks.length, 'RECONCILE_SERVICE: a newer deployment took its place');
    if (tasks.length > 0) acted = true;
  }
  const isUp = shift.stages.findIndex(({ stage }) => stage === 'SCALE_UP') <= shift.at;
  if (blue) acted = keepAtDesired(service, blue, moves) || acted;
  if (isUp) acted = keepAtDesired(service, green, moves) || acted;
  acted = advance(sim, service, shift) || acted;
  if (held > 0) sim.assumptions.add('A44');
  if (!acted && !reportProtection(sim, service, held)) reportFull(sim, service, shift);
  return acted;
}

/** 3.7/6: a revision has the desired count; what is unhealthy or stands on a draining instance is replaced. */
function keepAtDesired(service: Service, deployment: Deployment, moves: Moves): boolean {
  const tasks = [...deployment.tasks];
  const sound = tasks.filter((task) => !task.unhealthy && task.instance?.status !== 'DRAINING');
  const healthy = sound.filter((task) => task.healthy).length;
  const leaving = unprotected(tasks).filter(
    (task) => task.unhealthy || (healthy >= service.desired && !sound.includes(task)),
  );
  const size = deployment.tasks.size;
  const surplus = Math.max(0, sound.length - service.desired);
  if (leaving.length > 0) moves.stop(leaving, leaving.length, 'it is replaced');
  if (surplus > 0)
    moves.stop(unprotected(sound), surplus, `desired count is ${service.desired}, ${sound.length} are there`);
  const missing = service.desired - sound.length;
  const before = service.unplaced;
  const started = missing > 0 ? moves.start(deployment, missing) : 0;
  if (missing > 0) service.unplaced += before;
  return started > 0 || deployment.tasks.size !== size;
}

/** Goes through stages until one has to wait. */
function advance(sim: Simulation, service: Service, shift: Shift): boolean {
  const deployment = service.deployments[0] as Deployment;
  let acted = false;
  while (isShifting(shift) && deployment.status === 'IN_PROGRESS') {
    if (!shift.entered) {
      enter(sim, service, deployment, shift);
      acted = true;
    }
    if (!isStageOver(sim, service, deployment, shift)) {
      const why = deployment.status === 'IN_PROGRESS' ? overdue(sim, shift) : undefined;
      if (why !== undefined) failDeployment(sim, service, { why, rollback: true });
      return acted || deployment.status !== 'IN_PROGRESS';
    }
    Object.assign(shift, { at: shift.at + 1, entered: false, hooks: undefined, untilSeconds: undefined });
    acted = true;
  }
  return acted;
}

/** 3.7/8: which limit of time has been reached. */
function overdue(sim: Simulation, shift: Shift): string | undefined {
  const { stage } = shift.stages[shift.at] as Shift['stages'][number];
  if (sim.nowSeconds - shift.beganSeconds >= DEPLOYMENT_LIMIT_SECONDS) return 'it took longer than 30 days';
  if (sim.nowSeconds - shift.sinceSeconds < STAGE_LIMIT_SECONDS) return undefined;
  const pauses = shift.hooks?.some(({ hook }) => hook.targetType === 'PAUSE');
  if (pauses) sim.assumptions.add('A43');
  return pauses ? undefined : `stage ${stage} took longer than 24 hours`;
}

function isStageOver(sim: Simulation, service: Service, deployment: Deployment, shift: Shift): boolean {
  const { stage, bakeSeconds } = shift.stages[shift.at] as Shift['stages'][number];
  if (!runHooks(sim, service, deployment, shift)) return false;
  if (stage === 'SCALE_UP') return healthyOf(deployment) >= service.desired;
  if (bakeSeconds === 0) return true;
  if (shift.untilSeconds === undefined) {
    shift.untilSeconds = sim.nowSeconds + bakeSeconds;
    lookAgainAt(sim, service, shift.untilSeconds);
    if (stage !== 'BAKE_TIME') {
      const message = `(deployment ecs-svc/${deployment.number}) bakes ${sayDuration(bakeSeconds)} at ${shift.percent} %.`;
      say(sim, service, 'deployment-stage', message, { stage, waitSeconds: bakeSeconds });
    }
  }
  return sim.nowSeconds >= shift.untilSeconds;
}

function enter(sim: Simulation, service: Service, deployment: Deployment, shift: Shift): void {
  const { stage, percent, bakeSeconds } = shift.stages[shift.at] as Shift['stages'][number];
  shift.entered = true;
  shift.sinceSeconds = sim.nowSeconds;
  const { desired } = service;
  const more =
    {
      SCALE_UP: `: ${deployment.shape.name} goes to 100 % of desired = ${desired} tasks, so 2 × ${desired} = ${2 * desired} run at once`,
      TEST_TRAFFIC_SHIFT: service.testTraffic ? `: all test traffic goes to ${deployment.shape.name}` : '',
      BAKE_TIME: `: both revisions run for ${sayDuration(bakeSeconds)} more`,
      CLEAN_UP: ': the tasks of the old revision stop',
    }[stage as 'SCALE_UP' | 'TEST_TRAFFIC_SHIFT' | 'BAKE_TIME' | 'CLEAN_UP'] ?? '';
  say(sim, service, 'deployment-stage', `(deployment ecs-svc/${deployment.number}) stage ${stage}${more}.`, { stage });
  lookAgainAt(sim, service, sim.nowSeconds + STAGE_LIMIT_SECONDS);
  if (stage === 'TEST_TRAFFIC_SHIFT') shift.testPercent = 100;
  if (shift.testPercent > 0 && service.testTraffic) sim.assumptions.add('A45');
  if (stage === 'CLEAN_UP') for (const older of service.deployments.slice(1)) older.keep = 0;
  if (percent === undefined) return;
  shift.percent = percent;
  const from = blueOf(service)?.shape.name ?? 'none';
  sayTraffic(sim, service, { [deployment.shape.name]: percent, [from]: (1000 - Math.round(percent * 10)) / 10 });
}

function healthyOf({ tasks }: Deployment): number {
  let healthy = 0;
  for (const task of tasks) if (task.healthy) healthy++;
  return healthy;
}

/** 3.7/6: says once that there is no room for both revisions. */
function reportFull(sim: Simulation, service: Service, shift: Shift): void {
  if (service.unplaced === 0 || shift.stages[shift.at]?.stage !== 'SCALE_UP') return;
  const tasks = service.deployments.reduce((sum, deployment) => sum + deployment.tasks.size, 0);
  const complaint = `blocked scale-up ${tasks} ${service.desired}`;
  if (service.complaint === complaint) return;
  service.complaint = complaint;
  const message = `is unable to make progress: SCALE_UP needs 2 × ${service.desired} = ${2 * service.desired} tasks, ${tasks} exist, and no container instance has room for ${service.unplaced} more.`;
  say(sim, service, 'deployment-blocked', message);
}
