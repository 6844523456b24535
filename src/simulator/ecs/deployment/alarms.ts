import type { AlarmState } from '../../scenario/alarm-schema.ts';
import type { Service } from '../cluster.ts';
import type { AlarmEvaluation } from '../scaling/scaling-step.ts';
import { say } from '../service-reports.ts';
import type { Simulation } from '../simulation.ts';
import { failDeployment } from './rollback.ts';

/** The names of the alarms that watch the service's deployments; none when the option is off. */
function watched(service: Service): readonly string[] {
  const alarms = service.configuration.alarms;
  return alarms?.enable === true ? alarms.alarmNames : [];
}

/** 3.5/9: an alarm that is in ALARM when a deployment begins is ignored for that deployment. */
export function noteAlarmsAtStart(sim: Simulation, service: Service): void {
  const deployment = service.deployments[0];
  if (deployment === undefined) return;
  const already = watched(service).filter((name) => sim.cluster.alarms.get(name) === 'ALARM');
  deployment.ignoredAlarms = new Set(already);
  for (const name of already) {
    const message = `(deployment ecs-svc/${deployment.number}) CloudWatch alarm ${name} is in ALARM already, so it is ignored for this deployment.`;
    say(sim, service, 'alarm', message, { alarm: name });
  }
}

/**
 * 3.5/9: a CloudWatch alarm changes its state; a deployment that it watches fails when it goes to ALARM.
 * Source: how CloudWatch alarms detect deployment failures, developer guide.
 */
export function setAlarm(
  sim: Simulation,
  { alarm, state }: { alarm: string; state: AlarmState },
  evaluated?: { why: string; evaluation: AlarmEvaluation },
): void {
  const before = sim.cluster.alarms.get(alarm);
  sim.cluster.alarms.set(alarm, state);
  const message = `CloudWatch alarm ${alarm} goes from ${before} to ${state}${evaluated ? `: ${evaluated.why}` : ''}.`;
  const more = evaluated ? { evaluation: evaluated.evaluation } : {};
  sim.timeline.record({ at: sim.nowSeconds, type: 'alarm', message, alarm, ...more });
  sim.lastSeconds = sim.nowSeconds;
  if (state !== 'ALARM' || before === 'ALARM') return;
  for (const service of sim.cluster.services) {
    const deployment = service.deployments[0];
    if (!watched(service).includes(alarm) || deployment?.status !== 'IN_PROGRESS') continue;
    if (deployment.ignoredAlarms.has(alarm)) continue;
    const why = `alarm detected. CloudWatch alarm ${alarm} went to ALARM during the deployment`;
    failDeployment(sim, service, { why, rollback: service.configuration.alarms?.rollback === true });
  }
}
