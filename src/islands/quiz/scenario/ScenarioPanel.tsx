import './scenario.css';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { labMessages } from '../../../i18n/lab-messages.ts';
import { pathIn } from '../../../i18n/paths.ts';
import type { Language } from '../../../i18n/text.ts';
import type { Verdict } from '../../../quiz-engine/grade.ts';
import type { AnswerSet } from '../../../simulator/run.ts';
import type { Scenario } from '../../../simulator/scenario/read-scenario.ts';
import { writeFragment } from '../../lab/answer-fragment.ts';
import { Controls } from '../../lab/Controls.tsx';
import { keepAttempt } from '../../lab/keep-attempt.ts';
import { beginLab, type LabScenario, stepLab } from '../../lab/lab-model.ts';
import { inline, Prose } from '../../lab/Prose.tsx';
import { sayValue } from '../../lab/say.ts';
import { Mark } from '../../lab/Verdict.tsx';
import { makeSimulationWorker, openSimulation, type SimulationClient } from '../../simulation/simulation-client.ts';

export type ScenarioPanelProps = {
  lang: Language;
  /** `<topic>/<file>` */
  id: string;
  source: Scenario;
  locked: boolean;
  onJudged: (set: AnswerSet, verdict: Verdict) => void;
};

/** What a lab needs besides its scenario is only for drawing, which the lab itself does better. */
const labOf = (id: string, source: Scenario): LabScenario => ({
  id,
  source,
  yard: { availabilityZones: [], instances: [], taskDefinitions: {}, focus: [] },
  still: [],
});

/** Brief, controls, Run and the goals of a scenario, inside a question. */
export function ScenarioPanel({ lang, id, source, locked, onJudged }: ScenarioPanelProps) {
  const words = labMessages[lang];
  const [state, act] = useReducer(stepLab, null, () => beginLab(labOf(id, source)));
  const client = useRef<SimulationClient>();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The pressed button has made way for this panel.
    place.current?.focus();
    return () => client.current?.close();
  }, []);
  const run = async () => {
    act({ do: 'run-started' });
    client.current ??= openSimulation(makeSimulationWorker);
    const set = state.answer;
    const outcome = await client.current.grade({ scenario: source, checked: true, name: id, set });
    if (outcome.kind === 'stale') return;
    if (outcome.kind === 'faults') return act({ do: 'run-refused', faults: outcome.faults });
    act({ do: 'run-graded', graded: outcome.graded, run: outcome.run, set, play: false });
    const { goals } = outcome.graded.grade;
    keepAttempt(id, set, goals);
    onJudged(set, verdictOf(goals));
  };
  const fragment = writeFragment(state.answer);
  return (
    <div class="scenario-panel stack" ref={place} tabindex={-1}>
      <div class="scenario-brief">
        <Prose text={source.challenge?.brief?.[lang] ?? ''} />
      </div>
      {!locked && <Controls lang={lang} words={words} state={state} act={act} />}
      {state.faults
        .filter((fault) => !state.controls.some((control) => control.path === fault.path))
        .map((fault) => (
          <p class="fault" key={fault.message}>
            {fault.message}
          </p>
        ))}
      <p class="row">
        {!locked && (
          <button class="btn go" type="button" aria-disabled={state.running || undefined} onClick={() => void run()}>
            {state.running ? words.runningNow : state.shown ? words.runAgain : words.run}
          </button>
        )}
        <a href={pathIn(lang, `/lab/${id}/`) + (fragment && `#${fragment}`)}>{words.openInLab}</a>
      </p>
      <ul class="goals">
        {(state.shown?.graded.grade.goals ?? []).map((result) => {
          const goal = source.challenge?.goals.find((each) => each.id === result.id);
          return (
            goal && (
              <li key={result.id}>
                <Mark met={result.met} label={result.met ? words.met : words.notMet} />
                <b>{inline(goal.say[lang])}</b>
                <span class="got">{sayValue(words, goal.metric, result.observed)}</span>
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

/** Right when all goals are met; the share of them is the credit. */
export function verdictOf(goals: readonly { id: string; met: boolean }[]): Verdict {
  const met = goals.filter((goal) => goal.met).length;
  return {
    correct: met === goals.length,
    credit: goals.length === 0 ? 0 : met / goals.length,
    items: goals.map(({ id, met: right }) => ({ id, chosen: true, right })),
  };
}
