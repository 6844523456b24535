import type { AppRunnerService } from '../../scenario/scaling-app-runner-schema.ts';

/** The configuration with App Runner's defaults. */
export function autoScalingOf({ autoScalingConfiguration: given = {} }: AppRunnerService) {
  return { maxConcurrency: given.maxConcurrency ?? 100, minSize: given.minSize ?? 1, maxSize: given.maxSize ?? 25 };
}
