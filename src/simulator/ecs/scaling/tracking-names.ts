/** The alarms that AWS makes for a target tracking policy (4.1.1). */
export function trackingAlarmNames(service: string, policyName: string): { high: string; low: string } {
  const stem = `TargetTracking-${service}-${policyName}`;
  return { high: `${stem}-AlarmHigh`, low: `${stem}-AlarmLow` };
}

/** 4.1.8: the predefined metrics that follow a service every 20 s, with the metric that it has to send so. */
export const HIGH_RESOLUTION: Readonly<Record<string, 'CPUUtilization' | 'MemoryUtilization' | undefined>> = {
  ECSServiceAverageCPUUtilizationHighResolution: 'CPUUtilization',
  ECSServiceAverageMemoryUtilizationHighResolution: 'MemoryUtilization',
};

/** 4.1.8: the target group that a resource label names; undefined when it is none. */
export function labelledTargetGroup(resourceLabel: string): string | undefined {
  return /^app\/[^/]+(?:\/[^/]+)?\/targetgroup\/([^/]+)(?:\/[^/]+)?$/.exec(resourceLabel)?.[1];
}
