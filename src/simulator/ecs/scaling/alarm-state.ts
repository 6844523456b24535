import type { AlarmState, ComparisonOperator, MissingData } from '../../scenario/alarm-schema.ts';
import { type Fraction, order } from './fraction.ts';

/** What decides the state of an alarm (CW/1). */
export type AlarmRule = {
  /** N: how many periods are looked at. */
  evaluationPeriods: number;
  /** M: how many of them have to breach. */
  datapointsToAlarm: number;
  threshold: Fraction;
  comparisonOperator: ComparisonOperator;
  treatMissingData: MissingData;
};

/** One for each period of the evaluation range, oldest first; undefined where there was no data. */
export type Datapoints = readonly (Fraction | undefined)[];

/**
 * CloudWatch looks at more periods than it evaluates, so that real data counts even where some is missing. How many is
 * not said; AWS's example has 5 for 3, so it is two more here (A63).
 */
export function evaluationRange({ evaluationPeriods }: Pick<AlarmRule, 'evaluationPeriods'>): number {
  return evaluationPeriods + 2;
}

export function isBreaching(value: Fraction, { threshold, comparisonOperator }: AlarmRule): boolean {
  const side = order(value, threshold);
  if (comparisonOperator === 'GreaterThanThreshold') return side > 0;
  if (comparisonOperator === 'GreaterThanOrEqualToThreshold') return side >= 0;
  if (comparisonOperator === 'LessThanThreshold') return side < 0;
  return side <= 0;
}

/** Whether the alarm watches for a metric that rises. */
export function risesAbove({ comparisonOperator }: Pick<AlarmRule, 'comparisonOperator'>): boolean {
  return comparisonOperator.startsWith('Greater');
}

/**
 * CW/2: the state after this evaluation. With N real datapoints in the range the N latest decide: ALARM when M of them
 * breach. With fewer, what is missing is filled in as `treatMissingData` says, only as often as needed.
 * Source: alarm evaluation and missing data, CloudWatch user guide.
 */
export function stateAfter(rule: AlarmRule, range: Datapoints, before: AlarmState): AlarmState {
  const real = range.filter((value) => value !== undefined).slice(-rule.evaluationPeriods);
  const breaching = real.filter((value) => isBreaching(value, rule)).length;
  if (breaching >= rule.datapointsToAlarm) return 'ALARM';
  const missing = rule.evaluationPeriods - real.length;
  if (missing === 0 || rule.treatMissingData === 'notBreaching') return 'OK';
  if (rule.treatMissingData === 'breaching') return breaching + missing >= rule.datapointsToAlarm ? 'ALARM' : 'OK';
  if (real.length > breaching) return 'OK';
  if (rule.treatMissingData === 'ignore') return before;
  return hasOldBreach(rule, range) ? 'ALARM' : 'INSUFFICIENT_DATA';
}

/** CW/2: all real data breaches, and the oldest lies far enough back: what is missing since then does not save it. */
function hasOldBreach({ datapointsToAlarm }: AlarmRule, range: Datapoints): boolean {
  const oldest = range.findIndex((value) => value !== undefined);
  return oldest >= 0 && range.length - oldest >= datapointsToAlarm;
}
