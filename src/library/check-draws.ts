import { answersNotAsSaid } from '../simulator/scenario/answers-as-said.ts';
import { drawScenario, drawsOf, sayValues } from '../simulator/scenario/draw-scenario.ts';
import { countOf } from '../simulator/scenario/draws.ts';
import { readScenarioFile } from '../simulator/scenario/scenario-schema.ts';
import type { LibraryFault, LibraryScenario, Origin } from './library.ts';
import { within } from './library.ts';

/** Drawings of a scenario that a check runs; the first is the file's own values. */
export const CHECKED_DRAWS = 20;

/**
 * In every drawing of a scenario that a check runs, AWS takes the values, solutions solve and mistakes miss what they name.
 * Of each answer the first drawing that is wrong is told.
 */
export function checkDraws({ file }: LibraryScenario, origin: Origin): LibraryFault[] {
  if (file === undefined) return [];
  const told = new Map<string, LibraryFault>();
  for (let draw = 0; draw < Math.min(CHECKED_DRAWS, countOf(drawsOf(file))); draw++) {
    const drawn = drawScenario(file, draw);
    const read = readScenarioFile(file, { draw });
    const faults = read.faults ?? answersNotAsSaid(read.scenario);
    for (const { path, message } of faults) {
      const where = `with --draw ${draw} (${drawn.faults ? '' : sayValues(drawn.values)})`;
      if (told.has(path.join())) continue;
      const what = `${where} ${message}; let it depend on what is drawn, for example "{ceil(desired / 2)}", or draw other values`;
      told.set(path.join(), { origin: within(origin, ...path), message: what, level: 'error' });
    }
  }
  return [...told.values()];
}
