import { beginLab, type LabScenario, type LabState, stepLab } from '../lab/lab-model.ts';
import type { Graded } from '../simulation/protocol.ts';
import type { RunSetting } from './run-setting.ts';

type Begin = {
  graded: Graded;
  /** The worker's number of the run. */
  run: number;
  set: RunSetting['set'];
  /** Plays from the start; else it stands at `at`, or at the end. */
  play: boolean;
  /** Seconds. */
  at?: number | undefined;
};

/** Runs that last longer are told faster. */
const LONG_SECONDS = 600;

/** The state of a lab that has just got its first run. */
export function beginRun(lab: LabScenario, { graded, run, set, play, at }: Begin): LabState {
  const { size } = beginLab({ ...lab, yard: graded.yard });
  const speed = graded.grade.seconds > LONG_SECONDS ? 60 : 10;
  const begun = stepLab({ ...beginLab(lab), size, speed }, { do: 'run-graded', graded, run, set, play });
  return play || at === undefined ? begun : stepLab(begun, { do: 'go-to-second', second: at });
}
