import type { World } from '../../scenario/world-schema.ts';
import { trackingAlarmNames } from './tracking-names.ts';

/** Alarms of a world that are evaluated: its own on metrics, and the two of each target tracking policy. */
export function alarmNames({ alarms = [], scalableTargets = [] }: World): string[] {
  const own = alarms.filter(({ metric }) => metric !== undefined).map(({ name }) => name);
  const managed = scalableTargets.flatMap(({ service, scalingPolicies = [] }) =>
    scalingPolicies
      .filter(({ policyType }) => policyType === 'TargetTrackingScaling')
      .flatMap(({ policyName }) => Object.values(trackingAlarmNames(service, policyName))),
  );
  return [...own, ...managed];
}
