import type { StepSeries } from '../../kernel/timeline.ts';
import type { Statistic } from '../../scenario/alarm-schema.ts';
import type { Simulation } from '../simulation.ts';
import { type Fraction, fractionOf, times } from './fraction.ts';
import { type Sample, sampleOf, statisticOf, together } from './statistics.ts';

export const MINUTE = 60;

/** CW/4: metrics that a service sends say nothing while none of its tasks runs. */
const NEEDS_RUNNING = /^services\.([^.]+)\.(?:cpu|memory|backlogPerTask)$/;

/** 4.1.8: how long a datapoint of a high-resolution metric is, in seconds. */
export const HIGH_RESOLUTION_SECONDS = 20;

/** A metric as CloudWatch keeps it: what each minute of the run says (or each 20 s), from the first one on. */
export class WatchedMetric {
  readonly metric: string;
  /** Seconds of one datapoint as it is sent: 60, or 20. */
  readonly stepSeconds: number;
  readonly #series: StepSeries;
  readonly #running: StepSeries | undefined;
  readonly #samples: (Sample | undefined)[] = [];

  constructor(sim: Simulation, metric: string, stepSeconds = MINUTE) {
    this.metric = metric;
    this.stepSeconds = stepSeconds;
    this.#series = sim.timeline.series(metric);
    const service = NEEDS_RUNNING.exec(metric)?.[1];
    this.#running = service === undefined ? undefined : sim.timeline.series(`services.${service}.running`);
  }

  /** Whether a datapoint is whole at this second. */
  isDue(second: number): boolean {
    return second % this.stepSeconds === 0;
  }

  /** A minute (or 20 s) is over: keeps what it said. */
  endStep(): void {
    const from = this.#samples.length * this.stepSeconds;
    const to = from + this.stepSeconds;
    this.#samples.push(sampleOf(this.#series.steps, from, to, this.#running?.steps));
  }

  /** The datapoints of the latest `count` periods, oldest first; undefined where there was no data. */
  datapoints(statistic: Statistic, periodSeconds: number, count: number): (Fraction | undefined)[] {
    const steps = periodSeconds / this.stepSeconds;
    return Array.from({ length: count }, (_, i) => {
      const end = this.#samples.length - (count - 1 - i) * steps;
      const samples = this.#samples.slice(Math.max(0, end - steps), Math.max(0, end));
      return statisticOf(together(samples), statistic);
    });
  }

  /** The datapoints if what is in force now stays in force. */
  restingDatapoints(statistic: Statistic, periodSeconds: number, count: number): (Fraction | undefined)[] {
    const value = this.#running?.steps.at(-1)?.[1] === 0 ? undefined : this.#series.steps.at(-1)?.[1];
    if (value === undefined) return Array.from({ length: count });
    const exact = fractionOf(value);
    const point = statistic === 'Sum' ? times(exact, fractionOf(periodSeconds)) : exact;
    return Array.from({ length: count }, () => point);
  }
}
