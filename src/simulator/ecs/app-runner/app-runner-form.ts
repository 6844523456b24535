import type { MetricDefinition } from '../../scenario/metrics.ts';
import { appRunnerWorldFields, checkAppRunner } from '../../scenario/scaling-app-runner-schema.ts';
import type { StoreyForm } from '../../storey.ts';

const METRICS: readonly MetricDefinition[] = [
  {
    pattern: 'appRunner.<App Runner service>.instances',
    unit: 'instances',
    meaning: 'Instances of the App Runner service.',
  },
  {
    pattern: 'appRunner.<App Runner service>.concurrent',
    unit: 'requests',
    meaning: 'Requests that are under way at the end of the second.',
  },
];

/** App Runner, closed to new customers since 2026-04-30: what its concurrency scaling does (10/7). */
export const appRunnerForm: StoreyForm = {
  name: 'app runner',
  world: appRunnerWorldFields,
  verbs: {},
  metrics: METRICS,
  names: ({ appRunnerServices = [] }) => ({
    '<App Runner service>': appRunnerServices.map(({ serviceName }) => serviceName),
  }),
  check: checkAppRunner,
};
