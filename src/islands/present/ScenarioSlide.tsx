import '../quiz/scenario/scenario.css';
import { useEffect, useReducer, useState } from 'preact/hooks';
import { labMessages } from '../../i18n/lab-messages.ts';
import type { PresentWords } from '../../i18n/present-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Scenario } from '../../simulator/scenario/read-scenario.ts';
import { Controls } from '../lab/Controls.tsx';
import { stepLab } from '../lab/lab-model.ts';
import { loadScenario } from '../quiz/load-scenario.ts';
import { Brief, Goals, LabLink } from '../quiz/scenario/ScenarioParts.tsx';
import { beginAnswer } from '../quiz/scenario/scenario-answer.ts';
import { PlayRun } from '../run-player/PlayRun.tsx';
import type { RunSetting } from '../run-player/run-setting.ts';

export type ScenarioProps = { lang: Language; words: PresentWords; id: string; revealed: boolean };

/** A simulator task in front of a class: its controls set as the class says, run, and after the reveal the run that solves it. */
export function ScenarioSlide(props: ScenarioProps) {
  const [source, setSource] = useState<Scenario | 'failed'>();
  const load = () => loadScenario(props.id).then((loaded) => setSource(loaded ?? 'failed'));
  useEffect(() => void load(), []);
  if (source === undefined) return null;
  if (source === 'failed') {
    return (
      <p class="row" role="alert">
        <span class="fault">{props.words.runFailed}</span>
        <button class="btn" type="button" onClick={() => void load()}>
          {props.words.runAgain}
        </button>
      </p>
    );
  }
  return <Opened {...props} source={source} />;
}

function Opened({ lang, words, id, revealed, source }: ScenarioProps & { source: Scenario }) {
  const labWords = labMessages[lang];
  const [state, act] = useReducer(stepLab, null, () => beginAnswer({ lang, id, source }));
  const [runs, setRuns] = useState<{ count: number; settings: RunSetting[] }>();
  const solution = source.challenge?.solutions?.[0]?.set;
  const own: RunSetting = { label: words.classAnswer, set: state.answer };
  const written: RunSetting = { label: labWords.asWritten, set: {} };
  const solved = solution && revealed ? [{ label: labWords.withSolution, set: solution }] : [];
  const isSet = Object.keys(state.answer).length > 0;
  const run = (settings: RunSetting[]) => setRuns({ count: (runs?.count ?? 0) + 1, settings });
  return (
    <div class="scenario-panel slide-task">
      <div class="slide-task-sides">
        <div class="stack">
          <Brief lang={lang} source={source} />
          <Goals
            lang={lang}
            source={source}
            goals={(source.challenge?.goals ?? []).map((goal) => ({ id: goal.id, met: undefined }))}
          />
        </div>
        <div class="stack">
          <Controls lang={lang} words={labWords} state={state} act={act} />
        </div>
      </div>
      <p class="row">
        <button
          class="btn ink"
          type="button"
          onClick={() => run(isSet ? [own, written, ...solved] : [written, ...solved])}
        >
          {runs ? words.runAgain : words.run}
        </button>
        {solved.length > 0 && (
          <button class="btn ink" type="button" onClick={() => run([...solved, ...(isSet ? [own] : []), written])}>
            {words.showRun}
          </button>
        )}
        <LabLink lang={lang} id={id} set={state.answer}>
          {labWords.openInLab}
        </LabLink>
      </p>
      {runs && <PlayRun key={runs.count} lang={lang} id={id} settings={runs.settings} legend={labWords.settings} />}
    </div>
  );
}
