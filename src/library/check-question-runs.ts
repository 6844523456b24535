import type { Question } from '../quiz-engine/question-schema.ts';
import { drawsOf } from '../simulator/scenario/draw-scenario.ts';
import { countOf } from '../simulator/scenario/draws.ts';
import { quote } from '../simulator/scenario/fault.ts';
import { gradeAnswer } from '../simulator/scenario/grade.ts';
import { readScenarioFile, type Scenario } from '../simulator/scenario/scenario-schema.ts';
import { type Library, type LibraryFault, type LibraryScenario, type Placed, within } from './library.ts';
import { near } from './near.ts';

/** What is wrong, and at which field of `run`. */
type Wrong = { path: (string | number)[]; message: string };

/** Every `run` of a question runs: its scenario exists and has that drawing, takes what is set, and lasts until its second. */
export function checkQuestionRuns(library: Library): LibraryFault[] {
  return library.questions.flatMap((question) => [
    ...faultsOf(library, question.value).map(({ path, message }) => ({
      origin: within(question.origin, 'run', ...path),
      message,
      level: 'error' as const,
    })),
    ...inParts(question),
  ]);
}

/** An explanation follows the whole case, so that a run of a part would have no place. */
function inParts({ value, origin }: Placed<Question>): LibraryFault[] {
  const parts = value.kind === 'case' ? value.parts : [];
  return parts.flatMap((part, index) =>
    part.run === undefined
      ? []
      : [
          {
            origin: within(origin, 'parts', index, 'run'),
            message: 'a part of a case shows no run of its own; write run beside the stem of the case',
            level: 'error' as const,
          },
        ],
  );
}

function faultsOf(library: Library, { run, visibility }: Question): Wrong[] {
  if (run === undefined) return [];
  if (visibility === 'live') {
    const message = 'its picture would lie among the public files and tell the key; remove run, or visibility: live';
    return [{ path: [], message }];
  }
  const known = library.scenarios.map(({ value }) => value);
  const found = known.find(({ id }) => id === run.scenario);
  if (found === undefined) {
    const ids = known.map(({ id }) => id);
    return [{ path: ['scenario'], message: `there is no scenario ${quote(run.scenario)}; ${near(run.scenario, ids)}` }];
  }
  const { draw = 0, set = {}, at } = run;
  const drawn = drawingOf(found, draw);
  if ('message' in drawn) return [{ path: ['draw'], message: drawn.message }];
  const { grade, faults } = gradeAnswer(drawn.scenario, set, { id: found.id });
  if (faults) return faults.map(({ path, message }) => ({ path: ['set', ...path], message }));
  return at === undefined || at <= grade.seconds
    ? []
    : [{ path: ['at'], message: `the run lasts ${grade.seconds} s; write at most ${grade.seconds}s` }];
}

function drawingOf(
  { id, scenario, file }: LibraryScenario,
  draw: number,
): { scenario: Scenario } | { message: string } {
  if (draw === 0) return { scenario: scenario as Scenario };
  const count = file === undefined ? 1 : countOf(drawsOf(file));
  if (count === 1) return { message: `${id} draws no values; remove draw` };
  if (draw >= count) return { message: `${id} has ${count} drawings; write 0 to ${count - 1}` };
  const read = readScenarioFile(file, { draw });
  // What is wrong with a drawing is told at its file.
  return { scenario: read.faults ? (scenario as Scenario) : read.scenario };
}
