import type { AlarmState, ComparisonOperator, Statistic } from '../../scenario/alarm-schema.ts';
import type { Hold } from './decide.ts';

/** What a decision of service scaling was made of. */
export type ScalingStep = {
  /** The policy or the scheduled action. */
  policy: string;
  /** Desired count before and after; the same where something holds it back. */
  from: number;
  to: number;
  /** RUNNING tasks, from which the capacity is reckoned. */
  running: number;
  minCapacity: number;
  maxCapacity: number;
  /** The capacity that the policy asks for, and how that comes about: `6 running × 75 % ÷ 50 % = 9`. */
  needed: number;
  sum: string;
  metric?: string;
  /** The metric's value of the minute, or of the alarm's datapoints with a step policy. */
  value?: number;
  /** Of target tracking. */
  target?: number;
  /** Of the alarm that calls a step policy. */
  threshold?: number;
  /** RUNNING tasks from which a scale-out began that still cools down: only what goes beyond it is added. */
  scaledFrom?: number;
  /** The second at which the cooldown ends that this began, or that holds it back. */
  cooldownUntil?: number;
  heldBy?: Hold;
};

/** What an alarm was evaluated on when it changed its state. */
export type AlarmEvaluation = {
  from: AlarmState;
  to: AlarmState;
  metric: string;
  statistic: Statistic;
  periodSeconds: number;
  /** The datapoints that counted, oldest first. */
  values: number[];
  breaching: number;
  datapointsToAlarm: number;
  threshold: number;
  comparisonOperator: ComparisonOperator;
};
