import type { Run, RunInput } from './run.ts';
import { type SimulateOptions, simulateWith } from './simulate-with.ts';
import { STOREYS } from './storeys.ts';

export type { SimulateOptions } from './simulate-with.ts';

/** `simulateWith` every storey. */
export function simulate(input: RunInput, options: SimulateOptions = {}): Run {
  return simulateWith(STOREYS, input, options);
}
