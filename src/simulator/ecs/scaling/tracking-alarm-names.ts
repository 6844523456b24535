/** The alarms that AWS makes for a target tracking policy (4.1.1). */
export function trackingAlarmNames(service: string, policyName: string): { high: string; low: string } {
  const stem = `TargetTracking-${service}-${policyName}`;
  return { high: `${stem}-AlarmHigh`, low: `${stem}-AlarmLow` };
}
