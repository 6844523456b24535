import type { Lambda, LifecycleHook } from '../../scenario/traffic-shift-schema.ts';
import type { Deployment, Service } from '../cluster.ts';
import { say } from '../service-reports.ts';
import type { Simulation } from '../simulation.ts';
import { failDeployment } from './rollback.ts';
import type { HookCall, Shift, Stage } from './shift-plan.ts';
import { lookAgainAt } from './timers.ts';

/** A hook lasts this long by default, and one of a Lambda function no longer. */
const DAY_MINUTES = 1440;

/** One invocation of a Lambda function: it has to answer in this time. */
const INVOCATION_SECONDS = 15 * 60;

/** How long after IN_PROGRESS the function is called again, unless its answer says otherwise. */
const CALL_BACK_SECONDS = 30;

function hooksOf(service: Service, stage: Stage): LifecycleHook[] {
  const hooks = service.configuration.lifecycleHooks ?? [];
  return hooks.filter(({ lifecycleStages }) => (lifecycleStages as readonly Stage[]).includes(stage));
}

/**
 * 3.7/8: runs the hooks of the stage side by side. Returns whether all have ended well; a hook that fails, or runs out
 * of time with ROLLBACK, fails the deployment. Source: lifecycle hooks, Lambda hooks, pause hooks, developer guide.
 */
export function runHooks(sim: Simulation, service: Service, deployment: Deployment, shift: Shift): boolean {
  const { stage } = shift.stages[shift.at] as Shift['stages'][number];
  shift.hooks ??= hooksOf(service, stage).map((hook) => callHook(sim, service, deployment, hook, stage));
  for (const call of shift.hooks.filter(({ endsAt }) => endsAt <= sim.nowSeconds)) {
    shift.hooks = shift.hooks.filter((other) => other !== call);
    tell(sim, service, deployment, call.message);
    if (call.ok) continue;
    failDeployment(sim, service, { why: `a lifecycle hook failed. ${call.message}`, rollback: true });
    return false;
  }
  return shift.hooks.length === 0;
}

function callHook(
  sim: Simulation,
  service: Service,
  deployment: Deployment,
  hook: LifecycleHook,
  stage: Stage,
): HookCall {
  const { timeoutInMinutes = DAY_MINUTES, action = 'ROLLBACK' } = hook.timeoutConfiguration ?? {};
  const isPause = hook.targetType === 'PAUSE';
  const name = isPause ? 'the pause' : `the Lambda function ${hook.hookTargetArn}`;
  const said = isPause
    ? `the deployment pauses until ContinueServiceDeployment (at most ${timeoutInMinutes} min, then ${action})`
    : `${name} is called`;
  tell(sim, service, deployment, `${stage}: ${said}`);
  const answer = isPause ? undefined : answerOf(sim.cluster.lambdas.get(hook.hookTargetArn ?? '') ?? {});
  const timeout = timeoutInMinutes * 60;
  const isLate = answer === undefined || answer.seconds > timeout;
  const endsAt = sim.nowSeconds + (isLate ? timeout : answer.seconds);
  if (endsAt > sim.nowSeconds) lookAgainAt(sim, service, endsAt);
  const outcome = isLate ? `timed out after ${timeoutInMinutes} min; action ${action}` : answer.say;
  const ok = isLate ? action === 'CONTINUE' : answer.ok;
  return { hook, endsAt, ok, message: `${stage}: ${name} ${outcome}` };
}

/** When and how a function ends its hook: an answer IN_PROGRESS lets ECS call it again after `callBackDelay`. */
function answerOf({ after = 0, hookStatus = 'SUCCEEDED', inProgress = 0, callBackDelay }: Lambda) {
  if (after > INVOCATION_SECONDS) return { seconds: INVOCATION_SECONDS, ok: false, say: 'gave no answer in 15 min' };
  const delay = callBackDelay ?? CALL_BACK_SECONDS;
  const times = hookStatus === 'IN_PROGRESS' ? Number.POSITIVE_INFINITY : inProgress;
  const waited = times === 0 ? '' : ` after ${times} × IN_PROGRESS, called again ${delay} s later each time`;
  return {
    seconds: times === 0 ? after : times * (after + delay) + after,
    ok: hookStatus === 'SUCCEEDED',
    say: `answered hookStatus ${hookStatus}${waited}`,
  };
}

function tell(sim: Simulation, service: Service, deployment: Deployment, message: string): void {
  const stage = message.split(':')[0] as string;
  say(sim, service, 'deployment-hook', `(deployment ecs-svc/${deployment.number}) ${message}.`, { stage });
}

/** ContinueServiceDeployment: ends the pause that the deployment is in; returns whether there was one. */
export function continuePause(sim: Simulation, service: Service, action: 'CONTINUE' | 'ROLLBACK'): boolean {
  const deployment = service.deployments[0];
  const shift = deployment?.shift;
  const pause = shift?.hooks?.find(({ hook }) => hook.targetType === 'PAUSE');
  if (deployment?.status !== 'IN_PROGRESS' || shift === undefined || pause === undefined) return false;
  shift.hooks = shift.hooks?.filter((other) => other !== pause);
  const message = `${shift.stages[shift.at]?.stage}: ContinueServiceDeployment with action ${action}`;
  tell(sim, service, deployment, message);
  service.dirty = true;
  if (action === 'ROLLBACK') failDeployment(sim, service, { why: message, rollback: true });
  return true;
}
