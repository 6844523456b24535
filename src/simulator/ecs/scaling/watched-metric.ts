import type { StepSeries } from '../../kernel/timeline.ts';
import type { Statistic } from '../../scenario/alarm-schema.ts';
import type { Simulation } from '../simulation.ts';
import { type Fraction, fractionOf, times } from './fraction.ts';
import { type Sample, sampleOf, statisticOf, together } from './statistics.ts';

export const MINUTE = 60;

/** CW/4: metrics that a service sends say nothing while none of its tasks runs. */
const NEEDS_RUNNING = /^services\.([^.]+)\.(?:cpu|memory|backlogPerTask)$/;

/** A metric as CloudWatch keeps it: what each minute of the run says, from the first one on. */
export class WatchedMetric {
  readonly metric: string;
  readonly #series: StepSeries;
  readonly #running: StepSeries | undefined;
  readonly #minutes: (Sample | undefined)[] = [];

  constructor(sim: Simulation, metric: string) {
    this.metric = metric;
    this.#series = sim.timeline.series(metric);
    const service = NEEDS_RUNNING.exec(metric)?.[1];
    this.#running = service === undefined ? undefined : sim.timeline.series(`services.${service}.running`);
  }

  /** A minute is over: keeps what it said. */
  endMinute(minute: number): void {
    const [from, to] = [(minute - 1) * MINUTE, minute * MINUTE];
    this.#minutes.push(sampleOf(this.#series.steps, from, to, this.#running?.steps));
  }

  /** The datapoints of the latest `count` periods, oldest first; undefined where there was no data. */
  datapoints(statistic: Statistic, periodMinutes: number, count: number): (Fraction | undefined)[] {
    return Array.from({ length: count }, (_, i) => {
      const end = this.#minutes.length - (count - 1 - i) * periodMinutes;
      const samples = this.#minutes.slice(Math.max(0, end - periodMinutes), Math.max(0, end));
      return statisticOf(together(samples), statistic);
    });
  }

  /** The datapoints if what is in force now stays in force. */
  restingDatapoints(statistic: Statistic, periodMinutes: number, count: number): (Fraction | undefined)[] {
    const value = this.#running?.steps.at(-1)?.[1] === 0 ? undefined : this.#series.steps.at(-1)?.[1];
    if (value === undefined) return Array.from({ length: count });
    const exact = fractionOf(value);
    const point = statistic === 'Sum' ? times(exact, fractionOf(periodMinutes * MINUTE)) : exact;
    return Array.from({ length: count }, () => point);
  }
}
