import type { LifecycleHook } from '../../scenario/traffic-shift-schema.ts';
import type { Deployment, Service } from '../cluster.ts';
import { say } from '../service-reports.ts';
import type { Simulation } from '../simulation.ts';
import { failDeployment } from './rollback.ts';
import type { Shift, Stage } from './shift-plan.ts';
import { lookAgainAt } from './timers.ts';

/** A pause, and a stage as a whole, last this long by default. */
const DAY_MINUTES = 1440;

function hooksOf(service: Service, stage: Stage): LifecycleHook[] {
  const hooks = service.configuration.lifecycleHooks ?? [];
  return hooks.filter(({ lifecycleStages }) => (lifecycleStages as readonly Stage[]).includes(stage));
}

/**
 * 3.7/8: runs the hooks of the stage one after another. Returns whether all have ended well; a hook that fails, or runs
 * out of time with ROLLBACK, fails the deployment. Source: lifecycle hooks, developer guide.
 */
export function runHooks(sim: Simulation, service: Service, deployment: Deployment, shift: Shift): boolean {
  const { stage } = shift.stages[shift.at] as Shift['stages'][number];
  const hooks = hooksOf(service, stage);
  for (let hook = hooks[shift.hooksDone]; hook !== undefined; hook = hooks[shift.hooksDone]) {
    if (!shift.hookCalled) callHook(sim, service, deployment, shift, hook, stage);
    if ((shift.untilSeconds ?? 0) > sim.nowSeconds) return false;
    const { ok, message } = outcomeOf(sim, hook, stage);
    tell(sim, service, deployment, message);
    endHook(shift);
    if (ok) continue;
    failDeployment(sim, service, { why: `a lifecycle hook failed. ${message}`, rollback: true });
    return false;
  }
  return true;
}

function callHook(
  sim: Simulation,
  service: Service,
  deployment: Deployment,
  shift: Shift,
  hook: LifecycleHook,
  stage: Stage,
): void {
  shift.hookCalled = true;
  shift.untilSeconds = sim.nowSeconds + secondsOf(sim, hook);
  if (shift.untilSeconds > sim.nowSeconds) lookAgainAt(sim, service, shift.untilSeconds);
  const limit = `${timeoutMinutes(hook)} min, then ${hook.timeoutConfiguration?.action ?? 'ROLLBACK'}`;
  const message =
    hook.targetType === 'PAUSE'
      ? `${stage}: the deployment pauses until ContinueServiceDeployment (at most ${limit})`
      : `${stage}: the Lambda function ${hook.hookTargetArn} is called`;
  tell(sim, service, deployment, message);
}

/** Seconds until the hook ends by itself: the function's answer, or the timeout. */
function secondsOf(sim: Simulation, hook: LifecycleHook): number {
  const timeout = timeoutMinutes(hook) * 60;
  if (hook.targetType === 'PAUSE') return timeout;
  return Math.min(timeout, lambdaOf(sim, hook).after ?? 0);
}

function outcomeOf(sim: Simulation, hook: LifecycleHook, stage: Stage): { ok: boolean; message: string } {
  const name = hook.targetType === 'PAUSE' ? 'the pause' : `the Lambda function ${hook.hookTargetArn}`;
  const isLate = hook.targetType === 'PAUSE' || (lambdaOf(sim, hook).after ?? 0) > timeoutMinutes(hook) * 60;
  if (isLate) {
    const action = hook.timeoutConfiguration?.action ?? 'ROLLBACK';
    const message = `${stage}: ${name} timed out after ${timeoutMinutes(hook)} min; action ${action}`;
    return { ok: action === 'CONTINUE', message };
  }
  const status = lambdaOf(sim, hook).hookStatus ?? 'SUCCEEDED';
  return { ok: status === 'SUCCEEDED', message: `${stage}: ${name} answered hookStatus ${status}` };
}

function timeoutMinutes(hook: LifecycleHook): number {
  return hook.timeoutConfiguration?.timeoutInMinutes ?? DAY_MINUTES;
}

function lambdaOf(sim: Simulation, { hookTargetArn = '' }: LifecycleHook) {
  return sim.cluster.lambdas.get(hookTargetArn) ?? {};
}

function endHook(shift: Shift): void {
  shift.hooksDone++;
  shift.hookCalled = false;
  shift.untilSeconds = undefined;
}

function tell(sim: Simulation, service: Service, deployment: Deployment, message: string): void {
  const stage = message.split(':')[0] as string;
  say(sim, service, 'deployment-hook', `(deployment ecs-svc/${deployment.number}) ${message}.`, { stage });
}

/** ContinueServiceDeployment: ends the pause that the deployment is in; returns whether there was one. */
export function continuePause(sim: Simulation, service: Service, action: 'CONTINUE' | 'ROLLBACK'): boolean {
  const deployment = service.deployments[0];
  const shift = deployment?.shift;
  const stage = shift?.stages[shift.at]?.stage;
  if (deployment?.status !== 'IN_PROGRESS' || shift === undefined || stage === undefined) return false;
  const hook = shift.hookCalled ? hooksOf(service, stage)[shift.hooksDone] : undefined;
  if (hook?.targetType !== 'PAUSE') return false;
  const message = `${stage}: ContinueServiceDeployment with action ${action}`;
  tell(sim, service, deployment, message);
  endHook(shift);
  service.dirty = true;
  if (action === 'ROLLBACK') failDeployment(sim, service, { why: message, rollback: true });
  return true;
}
