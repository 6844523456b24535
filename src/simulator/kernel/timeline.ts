import type { Entry, Series } from '../run.ts';

/** One metric over time: steps that say only changes, one step a second at most (the last value of that second). */
export class StepSeries {
  steps: Series = [];

  set(second: number, value: number): void {
    const steps = this.steps;
    const last = steps.at(-1);
    if (last === undefined || last[0] < second) {
      if (last === undefined || last[1] !== value) steps.push([second, value]);
      return;
    }
    last[1] = value;
    // A change that was taken back within its second is no step.
    if (steps.length > 1 && steps.at(-2)?.[1] === value) steps.pop();
  }

  /** Forgets everything: the metric has no value until it is set again. */
  clear(): void {
    this.steps = [];
  }
}

/** What happened, in order, and every metric that has a value. */
export class Timeline {
  readonly entries: Entry[] = [];
  readonly #series = new Map<string, StepSeries>();

  record(entry: Entry): void {
    this.entries.push(entry);
  }

  /** The series of this metric, made on first use. Hold on to it: looking it up by name is the slow part. */
  series(metric: string): StepSeries {
    const found = this.#series.get(metric);
    if (found) return found;
    const series = new StepSeries();
    this.#series.set(metric, series);
    return series;
  }

  /** Every series that has a value, in the order in which the model named them. */
  allSeries(): Record<string, Series> {
    const result: Record<string, Series> = {};
    for (const [metric, series] of this.#series) if (series.steps.length > 0) result[metric] = series.steps;
    return result;
  }
}
