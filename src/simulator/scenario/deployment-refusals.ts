import type { Refuse } from './aws-refusals.ts';
import { refuseTrafficShift } from './traffic-shift-refusals.ts';
import type { DeploymentConfiguration } from './world-schema.ts';

/** What AWS refuses of a deploymentConfiguration beyond the two percentages (3.5, 3.7). */
export function refuseDeploymentControl(configuration: DeploymentConfiguration, refuse: Refuse): void {
  refuseTrafficShift(configuration, refuse);
  const threshold = configuration.deploymentCircuitBreaker?.thresholdConfiguration;
  if (threshold === undefined) return;
  const { type, value } = threshold;
  const isCount = type === 'COUNT';
  if (value >= 1 && (isCount || value <= 100)) return;
  const why = isCount ? 'a COUNT is at least 1 task' : `${type} is a percentage of the desired count from 1 to 100`;
  refuse(['deploymentCircuitBreaker', 'thresholdConfiguration', 'value'], `a threshold value of ${value}`, why);
}
