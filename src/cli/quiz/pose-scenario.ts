import { kindMessages } from '../../i18n/kind-messages.ts';
import type { TerminalWords } from '../../i18n/terminal-messages.ts';
import type { Response } from '../../quiz-engine/grade.ts';
import { visible } from '../../quiz-engine/item-rules/wording.ts';
import type { ScenarioQuestion } from '../../quiz-engine/kinds/scenario-kind-schema.ts';
import type { AnswerSet } from '../../simulator/run.ts';
import { gradeAnswer } from '../../simulator/scenario/grade.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import { sayUserFault, UserError } from '../../simulator/scenario/user-error.ts';
import { loadSet } from '../load-scenario.ts';
import type { Asking, Posed } from './pose.ts';
import type { Read } from './read-answer.ts';

type Own = Pick<Posed, 'lines' | 'how' | 'hints' | 'read' | 'grade' | 'nudge' | 'explain'>;

/** A scenario to solve: a set as JSON or as a file, judged by its run. */
export function poseScenario(question: ScenarioQuestion, { lang, find, outside }: Asking, words: TerminalWords): Own {
  const scenario = find(question.scenario);
  const challenge = scenario?.challenge;
  if (scenario === undefined || challenge === undefined)
    throw new UserError(`"${question.id}" has no scenario with goals; run drydock check`, 1);
  const run = (set: AnswerSet) => gradeAnswer(scenario, set, { id: question.scenario });
  const goalsOf = (response: Response) =>
    (run(response as AnswerSet).grade?.goals ?? []).map(
      ({ id, met, because }) => `${met ? '✓' : '✗'} ${met ? words.met : words.notMet}  ${id}: ${because}`,
    );
  return {
    lines: [
      visible(challenge.brief?.[lang] ?? ''),
      '',
      words.mayChange,
      ...(challenge.change ?? []).map(({ path, label, min, max }) => `  ${path}  ${label[lang]}${sayBounds(min, max)}`),
      words.goals,
      ...challenge.goals.map(({ id, say }) => `  ${id}: ${say?.[lang] ?? ''}`),
    ],
    how: words.askSet,
    hints: (question.hints ?? challenge.hints ?? []).map((hint) => visible(hint[lang])),
    read: (line) => readSet(line, scenario, outside),
    grade: (response) => {
      const { grade } = run(response as AnswerSet);
      const items = (grade?.goals ?? []).map(({ id, met }) => ({ id, chosen: true, right: met }));
      const correct = items.length > 0 && items.every(({ right }) => right);
      return { correct, credit: items.filter(({ right }) => right).length / Math.max(1, items.length), items };
    },
    nudge: (response) => [kindMessages[lang].wrongRun, ...goalsOf(response)],
    explain: (response) => [
      ...(response === undefined ? [] : goalsOf(response)),
      ...(challenge.solutions ?? []).slice(0, 1).map(({ set }) => `${words.answer}: ${JSON.stringify(set)}`),
    ],
  };
}

/** A refused set is told at its place, as `drydock grade` tells it, and can be typed again. */
function readSet(line: string, scenario: Scenario, outside: Asking['outside']): Read {
  try {
    const { set, refuse } = loadSet(line.trim(), outside);
    const refused = gradeAnswer(scenario, set).faults;
    if (refused) throw refuse(refused);
    return { response: set };
  } catch (error) {
    if (error instanceof UserError) return { problem: error.faults.map(sayUserFault).join('\n') };
    throw error;
  }
}

function sayBounds(min: number | undefined, max: number | undefined): string {
  return min === undefined || max === undefined ? '' : ` (${min} … ${max})`;
}
