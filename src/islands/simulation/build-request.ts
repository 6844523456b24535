import type { Limits } from '../../simulator/scenario/defaults.ts';
import { drawScenario } from '../../simulator/scenario/draw-scenario.ts';
import { readScenarioWith, type Scenario } from '../../simulator/scenario/read-scenario.ts';
import { STOREY_FORMS } from '../../simulator/storey-forms.ts';
import type { SimulationFault } from './protocol.ts';
import { sayFault } from './read-request.ts';

/** What a scenario says to people: it may be half written and does not keep its world from running. */
const TOLD = ['title', 'lesson', 'level', 'challenge'] as const;

/**
 * A scenario that somebody brings or builds, read as a file is, in its first drawing. What is told to learners and is not
 * right yet comes back as it was given. Loaded apart: only the sandbox asks for it.
 */
export function readOutside(value: unknown, limits: Limits): { scenario: Scenario } | { faults: SimulationFault[] } {
  const drawn = drawScenario(value, 0);
  if (drawn.faults) return { faults: drawn.faults.map(sayFault) };
  const whole = readScenarioWith(STOREY_FORMS, drawn.plain, { limits });
  if (!whole.faults) return { scenario: whole.scenario };
  const isTold = (path: readonly (string | number)[]) => TOLD.some((key) => path[0] === key);
  const others = whole.faults.filter(({ path }) => !isTold(path));
  if (others.length > 0) return { faults: others.map(sayFault) };
  const given = drawn.plain as Record<string, unknown>;
  const told = Object.fromEntries(TOLD.flatMap((key) => (given[key] === undefined ? [] : [[key, given[key]]])));
  const rest = Object.fromEntries(Object.entries(given).filter(([key]) => !TOLD.some((each) => each === key)));
  const world = readScenarioWith(STOREY_FORMS, rest, { limits });
  return world.faults ? { faults: world.faults.map(sayFault) } : { scenario: { ...world.scenario, ...told } };
}
