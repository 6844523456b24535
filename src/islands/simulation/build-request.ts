import type { AnswerSet } from '../../simulator/run.ts';
import { applySetWith } from '../../simulator/scenario/apply-set.ts';
import type { Limits } from '../../simulator/scenario/defaults.ts';
import { drawScenario } from '../../simulator/scenario/draw-scenario.ts';
import { gradeRun } from '../../simulator/scenario/grade-run.ts';
import { metricsOf } from '../../simulator/scenario/metrics.ts';
import { missingParts, readScenarioWith, type Scenario } from '../../simulator/scenario/read-scenario.ts';
import { STOREY_FORMS } from '../../simulator/storey-forms.ts';
import type { Proof, SimulationFault } from './protocol.ts';
import { sayFault } from './read-request.ts';
import { loadStoreys } from './upper-storeys.ts';

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

/**
 * What `drydock check` would say of a draft as a file of the lab, and how its answers end: each is run on `trial`, the same
 * world with a challenge that can be run although words of it are missing.
 */
export async function proveDraft(
  { draft, trial, present }: { draft: unknown; trial: unknown; present: AnswerSet },
  limits: Limits,
): Promise<Proof> {
  const file = readScenarioWith(STOREY_FORMS, draft, { limits });
  const read = readScenarioWith(STOREY_FORMS, trial, { limits });
  const own = (file.faults ?? missingParts(file.scenario)).map(sayFault);
  // A reader stops at words that are missing; what is wrong with a goal is told beside them.
  const ofGoals = (read.faults ?? []).map(sayFault).filter(({ path }) => path.startsWith('challenge.goals.'));
  const faults = [...own, ...ofGoals.filter(({ path }) => !own.some((fault) => fault.path === path))];
  const { scenario } = read;
  if (scenario === undefined) return { faults, answers: [], present: null, metrics: metricsIn(draft, limits) };
  const answer = async (set: AnswerSet) => {
    const applied = applySetWith(STOREY_FORMS, scenario, set, { allowed: 'change', limits });
    if (applied.faults) return { faults: applied.faults.map(sayFault) };
    return { grade: gradeRun(await loadStoreys(applied.scenario), applied.scenario, { limits }) };
  };
  const answers: Proof['answers'] = [];
  for (const key of ['solutions', 'mistakes'] as const) {
    for (const [index, { set }] of (scenario.challenge?.[key] ?? []).entries()) {
      const { grade, faults: refused = [] } = await answer(set);
      const missed = (grade?.goals ?? []).flatMap(({ id, met }) => (met ? [] : [id]));
      answers.push({ key, index, missed, faults: refused });
    }
  }
  const now = await answer(present);
  return { faults, answers, present: now.grade?.goals ?? null, metrics: metricsOf(scenario.world, STOREY_FORMS) };
}

/** A challenge that names a metric that is not there cannot be run, and just then the names are wanted. */
function metricsIn(draft: unknown, limits: Limits): string[] {
  const read = readOutside(draft, limits);
  return 'scenario' in read ? metricsOf(read.scenario.world, STOREY_FORMS) : [];
}
