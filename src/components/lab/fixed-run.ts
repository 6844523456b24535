import type { LabState } from '../../islands/lab/lab-model.ts';
import { yardWorldOf } from '../../islands/lab/yard-world.ts';
import { beginRun } from '../../islands/run-player/begin-run.ts';
import type { AnswerSet } from '../../simulator/run.ts';
import { gradeAnswer } from '../../simulator/scenario/grade.ts';
import { readScenarioFile, type Scenario } from '../../simulator/scenario/scenario-schema.ts';
import { type Listed, labScenarioOf } from './scenario-list.ts';

/** Which run a text or an explanation tells. */
type Fixed = { set: AnswerSet; draw?: number | undefined; at?: number | undefined };

/**
 * The run of a scenario where it stands still, computed when the site is built.
 * @throws Error with the words of the first fault; the check of the content says more.
 */
export function fixedRunOf(listed: Listed, { set, draw = 0, at }: Fixed): LabState {
  const { id } = listed;
  const source = drawn(listed, draw);
  const { grade, faults } = gradeAnswer(source, set, { id });
  if (faults)
    throw new Error(
      `the run of ${id}: set: ${faults.map((each) => `${each.path.join('/')} ${each.message}`).join('; ')}`,
    );
  const graded = { grade, yard: yardWorldOf(source, grade) };
  return beginRun(labScenarioOf({ id, source }), { graded, run: 0, set, play: false, at });
}

function drawn({ id, source, file }: Listed, draw: number): Scenario {
  if (draw === 0 || file === undefined) return source;
  const read = readScenarioFile(file, { draw });
  if (read.faults) throw new Error(`the run of ${id}: draw ${draw}: ${read.faults[0]?.message}`);
  return read.scenario;
}
