import type { MetricDefinition } from '../../scenario/metrics.ts';
import { checkScalableTargets } from '../../scenario/scaling-refusals.ts';
import { scalingWorldFields } from '../../scenario/scaling-schema.ts';
import type { StoreyForm } from '../../storey.ts';
import { alarmNames } from './alarm-names.ts';

const METRICS: readonly MetricDefinition[] = [
  {
    pattern: 'alarms.<metric alarm>.inAlarm',
    unit: '0 or 1',
    meaning: 'Whether an alarm that watches a metric is in ALARM, the two of a target tracking policy among them.',
  },
  {
    pattern: 'services.<scalable service>.scaling.minCapacity',
    unit: 'tasks',
    meaning: 'Minimum capacity of the scalable target: what it was registered with, or the last scheduled action set.',
  },
  {
    pattern: 'services.<scalable service>.scaling.maxCapacity',
    unit: 'tasks',
    meaning: 'Maximum capacity of the scalable target: what it was registered with, or the last scheduled action set.',
  },
];

/** Alarms on metrics, scaling policies and scheduled actions (4.1 to 4.5, CW). */
export const scalingForm: StoreyForm = {
  name: 'scaling',
  world: scalingWorldFields,
  verbs: {},
  metrics: METRICS,
  names: (world) => ({
    '<metric alarm>': alarmNames(world).filter((name) => !name.includes('.')),
    '<scalable service>': (world.scalableTargets ?? []).map(({ service }) => service),
  }),
  check: ({ world }) => checkScalableTargets(world),
};
