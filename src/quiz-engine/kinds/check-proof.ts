import type { Fault } from '../../simulator/scenario/fault.ts';
import { readScenario } from '../../simulator/scenario/scenario-schema.ts';

/** An inline scenario of a proof can be read. */
export function checkProofScenario({ scenario }: { scenario: unknown }): Fault[] {
  if (typeof scenario === 'string') return [];
  const faults = readScenario(scenario).faults ?? [];
  return faults.map((fault) => ({ ...fault, path: ['proof', 'scenario', ...fault.path] }));
}

/** A proof says something of each item of the question, and of nothing else. */
export function checkSameIds(
  what: string,
  path: readonly string[],
  ids: readonly string[],
  given: Readonly<Record<string, unknown>>,
): Fault[] {
  const missing = ids.filter((id) => !Object.hasOwn(given, id));
  const foreign = Object.keys(given).filter((id) => !ids.includes(id));
  return [
    ...missing.map((id) => ({ path: [...path], message: `${what} "${id}" is not proved; write ${id}: { … }` })),
    ...foreign.map((id) => ({
      path: [...path, id],
      message: `there is no ${what} "${id}"; they are ${ids.join(', ')}`,
    })),
  ];
}
