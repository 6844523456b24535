import './scenario.css';
import { useReducer } from 'preact/hooks';
import { kindMessages } from '../../../i18n/kind-messages.ts';
import { labMessages } from '../../../i18n/lab-messages.ts';
import type { AnswerSet } from '../../../simulator/run.ts';
import { Controls } from '../../lab/Controls.tsx';
import { type LabAction, stepLab } from '../../lab/lab-model.ts';
import { Brief, Goals } from './ScenarioParts.tsx';
import { beginAnswer, type ScenarioAbout } from './scenario-answer.ts';

type Props = ScenarioAbout & {
  /** What was set before. */
  given: AnswerSet;
  locked: boolean;
  /** Null when everything stands as the scenario has it. */
  answer: (set: AnswerSet | null) => void;
};

/** Brief, controls and goals of a scenario whose run is kept for the end: what is set is the answer. */
export function ScenarioAnswer({ given, locked, answer, ...about }: Props) {
  const { lang, source } = about;
  const words = kindMessages[lang];
  const [state, step] = useReducer(stepLab, null, () => beginAnswer(about, given));
  const act = (action: LabAction) => {
    const next = stepLab(state, action).answer;
    step(action);
    answer(Object.keys(next).length === 0 ? null : next);
  };
  const isSet = Object.keys(state.answer).length > 0;
  return (
    <div class="scenario-panel stack">
      <Brief {...about} />
      <Goals {...about} goals={(source.challenge?.goals ?? []).map(({ id }) => ({ id, met: undefined }))} />
      {!locked && <Controls lang={lang} words={labMessages[lang]} state={state} act={act} />}
      <p class="row">
        <span class="small faint">{isSet ? words.runsAtEnd : words.setSomething}</span>
        {!locked && (
          <button class="btn plain" type="button" disabled={!isSet} onClick={() => act({ do: 'reset' })}>
            {labMessages[lang].reset}
          </button>
        )}
      </p>
    </div>
  );
}
