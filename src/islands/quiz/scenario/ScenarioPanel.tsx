import './scenario.css';
import { useEffect, useReducer, useRef } from 'preact/hooks';
import { labMessages } from '../../../i18n/lab-messages.ts';
import type { Verdict } from '../../../quiz-engine/grade.ts';
import type { AnswerSet } from '../../../simulator/run.ts';
import { Controls } from '../../lab/Controls.tsx';
import { keepAttempt } from '../../lab/keep-attempt.ts';
import { stepLab } from '../../lab/lab-model.ts';
import { sayValue } from '../../lab/say.ts';
import { makeSimulationWorker, openSimulation, type SimulationClient } from '../../simulation/simulation-client.ts';
import { Brief, Goals, LabLink } from './ScenarioParts.tsx';
import { beginAnswer, type ScenarioAbout, verdictOf } from './scenario-answer.ts';

type Props = ScenarioAbout & { locked: boolean; onJudged: (set: AnswerSet, verdict: Verdict) => void };

/** Brief, controls, Run and the goals of a scenario, inside a question. */
export function ScenarioPanel({ locked, onJudged, ...about }: Props) {
  const { lang, id, source, draw = 0 } = about;
  const words = labMessages[lang];
  const [state, act] = useReducer(stepLab, null, () => beginAnswer(about));
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
    keepAttempt({ id, set, grade: outcome.graded.grade, draw });
    onJudged(set, verdictOf(goals));
  };
  const goals = (state.shown?.graded.grade.goals ?? []).map((result) => {
    const metric = source.challenge?.goals.find((goal) => goal.id === result.id)?.metric ?? '';
    return { id: result.id, met: result.met, observed: sayValue(words, metric, result.observed) };
  });
  return (
    <div class="scenario-panel stack" ref={place} tabindex={-1}>
      <Brief {...about} />
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
        <LabLink {...about} set={state.answer}>
          {words.openInLab}
        </LabLink>
      </p>
      <Goals {...about} goals={goals} />
    </div>
  );
}
