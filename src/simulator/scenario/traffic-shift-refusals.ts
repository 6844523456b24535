import type { Refuse } from './aws-refusals.ts';
import type { LifecycleHook } from './traffic-shift-schema.ts';
import type { DeploymentConfiguration } from './world-schema.ts';

const MINUTES_OF_A_DAY = 1440;

/** What AWS refuses of BLUE_GREEN, LINEAR and CANARY (3.7). */
export function refuseTrafficShift(configuration: DeploymentConfiguration, refuse: Refuse): void {
  const { strategy = 'ROLLING', bakeTimeInMinutes, linearConfiguration, canaryConfiguration } = configuration;
  if (strategy === 'BLUE_GREEN' && bakeTimeInMinutes === undefined) {
    refuse([], 'BLUE_GREEN without bakeTimeInMinutes', 'write how many minutes both revisions run after the shift');
  }
  refuseMinutes(bakeTimeInMinutes, 'bakeTimeInMinutes', [], refuse);
  if (linearConfiguration !== undefined) {
    if (strategy !== 'LINEAR') {
      refuse(['linearConfiguration'], `linearConfiguration with strategy ${strategy}`, 'it belongs to LINEAR');
    }
    refusePercent(linearConfiguration.stepPercent, 'stepPercent', 3, ['linearConfiguration'], refuse);
    const minutes = linearConfiguration.stepBakeTimeInMinutes;
    refuseMinutes(minutes, 'stepBakeTimeInMinutes', ['linearConfiguration'], refuse);
  }
  if (canaryConfiguration !== undefined) {
    if (strategy !== 'CANARY') {
      refuse(['canaryConfiguration'], `canaryConfiguration with strategy ${strategy}`, 'it belongs to CANARY');
    }
    refusePercent(canaryConfiguration.canaryPercent, 'canaryPercent', 0.1, ['canaryConfiguration'], refuse);
    const minutes = canaryConfiguration.canaryBakeTimeInMinutes;
    refuseMinutes(minutes, 'canaryBakeTimeInMinutes', ['canaryConfiguration'], refuse);
  }
  for (const [i, hook] of (configuration.lifecycleHooks ?? []).entries()) {
    refuseHook(hook, (path, what, why) => refuse(['lifecycleHooks', i, ...path], what, why));
  }
}

function refuseMinutes(minutes: number | undefined, field: string, path: string[], refuse: Refuse): void {
  if (minutes === undefined || (minutes >= 0 && minutes <= MINUTES_OF_A_DAY)) return;
  refuse([...path, field], `${field} ${minutes}`, `it is 0 to ${MINUTES_OF_A_DAY} minutes`);
}

function refusePercent(
  percent: number | undefined,
  field: string,
  least: number,
  path: string[],
  refuse: Refuse,
): void {
  if (percent === undefined) return;
  const inTenths = Math.abs(percent * 10 - Math.round(percent * 10)) < 1e-6;
  if (percent >= least && percent <= 100 && inTenths) return;
  refuse([...path, field], `${field} ${percent}`, `it is a multiple of 0.1 from ${least.toFixed(1)} to 100.0`);
}

function refuseHook({ targetType, hookTargetArn, timeoutConfiguration }: LifecycleHook, refuse: Refuse): void {
  if (targetType === 'PAUSE' && hookTargetArn !== undefined) {
    refuse(['hookTargetArn'], 'hookTargetArn on a PAUSE hook', 'nothing is called; continueServiceDeployment ends it');
  }
  if (targetType !== 'PAUSE' && hookTargetArn === undefined) {
    refuse([], 'an AWS_LAMBDA hook without hookTargetArn', 'write the name of a function of world.lambdas');
  }
  const minutes = timeoutConfiguration?.timeoutInMinutes;
  if (minutes !== undefined && (minutes < 1 || minutes > 20_160)) {
    refuse(['timeoutConfiguration', 'timeoutInMinutes'], `timeoutInMinutes ${minutes}`, 'it is 1 to 20160');
  }
}
