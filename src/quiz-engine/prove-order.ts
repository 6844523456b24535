import type { Entry, Run } from '../simulator/run.ts';
import type { OrderProof, OrderQuestion } from './kinds/order-schema.ts';
import { type FindScenario, type ProofRuns, proofRunsOf, readRun } from './proof-runs.ts';

type Step = OrderProof['each'][string];

/**
 * What is wrong with the order of a question that has a proof; empty when its steps follow each other in the run as the file
 * has them. Entries stand where the timeline has them, so that two of one second have an order; of readings two equal ones have none.
 */
export function proveOrder({ steps, proof }: OrderQuestion, find: FindScenario): string {
  if (proof === undefined) return '';
  const runs = proofRunsOf(proof.scenario, find);
  if (runs === undefined) return 'the scenario of its proof cannot be read; mend it first';
  const places: { id: string; place: number; said: string }[] = [];
  for (const { id } of steps) {
    const found = placeOf(proof.each[id] as Step, proof, runs);
    if (typeof found === 'string') return `step "${id}" is not in its run: ${found}; correct the proof`;
    places.push({ id, ...found });
  }
  const sorted = [...places].sort((a, b) => a.place - b.place);
  const same = sorted.find(({ place }, i) => place === sorted[i + 1]?.place);
  if (same !== undefined) {
    const other = sorted[sorted.indexOf(same) + 1]?.id;
    return `by simulation "${same.id}" and "${other}" have no order (${same.said}); ask for what differs, or correct the proof`;
  }
  if (sorted.every(({ id }, i) => id === steps[i]?.id)) return '';
  const [key, found] = [steps.map(({ id }) => id), sorted.map(({ id, said }) => `${id} (${said})`)];
  return `its key is ${key.join(', ')}, but by simulation it is ${found.join(', ')}; correct the key or the proof`;
}

function placeOf(step: Step, { set }: OrderProof, runs: ProofRuns): { place: number; said: string } | string {
  const isEntry = 'entry' in step;
  const made = runs({ ...set, ...(isEntry ? {} : step.set) });
  if (made.refused !== undefined) return made.refused;
  if (isEntry) return entryAt(made.run, step);
  const value = readRun(made.run, step);
  return value === undefined ? `${step.metric} never gets a value` : { place: value, said: `${step.metric} ${value}` };
}

function entryAt(run: Run, { entry, nth = 1 }: Extract<Step, { entry: unknown }>): ReturnType<typeof placeOf> {
  const wanted = Object.entries(entry);
  const matches = run.entries.flatMap((each, place) =>
    wanted.every(([field, value]) => each[field as keyof Entry] === value) ? [place] : [],
  );
  const place = matches[nth - 1];
  if (place !== undefined) return { place, said: `at ${run.entries[place]?.at} s` };
  const asked = wanted.map(([field, value]) => `${field} ${value}`).join(', ');
  return `${matches.length === 0 ? 'no entry has' : `only ${matches.length} entries have`} ${asked}`;
}
