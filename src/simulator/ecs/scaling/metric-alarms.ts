import type { AlarmSpec, AlarmState, Statistic } from '../../scenario/alarm-schema.ts';
import { setAlarm } from '../deployment/alarms.ts';
import type { Simulation } from '../simulation.ts';
import { type AlarmRule, type Datapoints, evaluationRange, isBreaching, stateAfter } from './alarm-state.ts';
import { type Fraction, fractionOf, numberOf, sayFraction } from './fraction.ts';
import type { AlarmEvaluation } from './scaling-step.ts';
import { MINUTE, type WatchedMetric } from './watched-metric.ts';

/** An alarm on a metric: the scenario's own, or one that AWS makes for target tracking. */
export type MetricAlarm = AlarmRule & {
  name: string;
  watched: WatchedMetric;
  statistic: Statistic;
  periodSeconds: number;
  /** Names of step policies that it calls. */
  actions: readonly string[];
  /** AWS made it: that it comes to rest at OK is no news. */
  isManaged: boolean;
};

/** CW/1: an alarm as PutMetricAlarm describes it; the scenario was checked. */
export function alarmOf(spec: AlarmSpec, watched: WatchedMetric): MetricAlarm {
  const evaluationPeriods = spec.evaluationPeriods ?? 1;
  return {
    name: spec.name,
    watched,
    statistic: spec.statistic ?? 'Average',
    periodSeconds: spec.period ?? MINUTE,
    evaluationPeriods,
    datapointsToAlarm: spec.datapointsToAlarm ?? evaluationPeriods,
    threshold: fractionOf(spec.threshold ?? 0),
    comparisonOperator: spec.comparisonOperator ?? 'GreaterThanThreshold',
    treatMissingData: spec.treatMissingData ?? 'missing',
    actions: spec.alarmActions ?? [],
    isManaged: false,
  };
}

/** What the policies ask of alarms: as the minute that is over left them, or as they would come to rest. */
export type AlarmView = {
  state(alarm: MetricAlarm): AlarmState;
  /** The latest datapoints, oldest first. */
  datapoints(alarm: MetricAlarm, count: number): Datapoints;
};

/** The alarms as they stand. */
export function presentView(sim: Simulation): AlarmView {
  return {
    state: (alarm) => stateOf(sim, alarm),
    datapoints: ({ watched, statistic, periodSeconds }, count) => watched.datapoints(statistic, periodSeconds, count),
  };
}

/** The alarms as they will stand if every metric keeps the value that it has now. */
export function restingView(sim: Simulation): AlarmView {
  const datapoints = ({ watched, statistic, periodSeconds }: MetricAlarm, count: number) =>
    watched.restingDatapoints(statistic, periodSeconds, count);
  return {
    datapoints,
    state: (alarm) => stateAfter(alarm, datapoints(alarm, evaluationRange(alarm)), stateOf(sim, alarm)),
  };
}

export function stateOf(sim: Simulation, { name }: MetricAlarm): AlarmState {
  return sim.cluster.alarms.get(name) ?? 'INSUFFICIENT_DATA';
}

/** CW/1: at the end of a minute, or of 20 s (4.1.8); a change is recorded, and deployments that watch the alarm hear of it (3.5/9). */
export function evaluateAlarm(sim: Simulation, alarm: MetricAlarm): void {
  const range = alarm.watched.datapoints(alarm.statistic, alarm.periodSeconds, evaluationRange(alarm));
  const before = stateOf(sim, alarm);
  const state = stateAfter(alarm, range, before);
  if (range.some((value) => value === undefined)) sim.assumptions.add('A63');
  if (state === before) return;
  if (alarm.isManaged && state === 'OK' && before === 'INSUFFICIENT_DATA') sim.cluster.alarms.set(alarm.name, state);
  else setAlarm(sim, { alarm: alarm.name, state }, whyOf(alarm, range, before, state));
}

function whyOf(alarm: MetricAlarm, range: Datapoints, from: AlarmState, to: AlarmState) {
  const counted = range.filter((value) => value !== undefined).slice(-alarm.evaluationPeriods);
  const breaching = counted.filter((value) => isBreaching(value, alarm)).length;
  const evaluation: AlarmEvaluation = {
    from,
    to,
    metric: alarm.watched.metric,
    statistic: alarm.statistic,
    periodSeconds: alarm.periodSeconds,
    values: counted.map((value) => Number(sayFraction(value))),
    breaching,
    datapointsToAlarm: alarm.datapointsToAlarm,
    threshold: numberOf(alarm.threshold),
    comparisonOperator: alarm.comparisonOperator,
  };
  return { why: sayWhy(alarm, counted, breaching), evaluation };
}

const COMPARISONS: Record<AlarmRule['comparisonOperator'], string> = {
  GreaterThanThreshold: 'above',
  GreaterThanOrEqualToThreshold: 'at or above',
  LessThanThreshold: 'below',
  LessThanOrEqualToThreshold: 'at or below',
};

/** `services.web.cpu was 75, 80 and 82: 3 of 3 datapoints above 50, and 3 are needed`. */
function sayWhy(alarm: MetricAlarm, counted: readonly Fraction[], breaching: number): string {
  const { watched, comparisonOperator, threshold, datapointsToAlarm, evaluationPeriods } = alarm;
  if (counted.length === 0) return `${watched.metric} had no data`;
  const values = counted.map(sayFraction);
  const shown = values.length > 5 ? `… ${values.slice(-3).join(', ')}` : values.join(', ');
  const side = `${COMPARISONS[comparisonOperator]} ${sayFraction(threshold)}`;
  return `${watched.metric} was ${shown}: ${breaching} of ${evaluationPeriods} datapoints ${side}, and ${datapointsToAlarm} are needed`;
}
