import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { kindMessages } from '../../i18n/kind-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import type { Scenario } from '../../simulator/scenario/read-scenario.ts';
import type { KindProps } from './kind-props.ts';
import type { AskedScenario } from './question-data.ts';
import type { ScenarioPanelProps } from './scenario/ScenarioPanel.tsx';

type Opened = { Panel: ComponentType<ScenarioPanelProps>; source: Scenario };

/** A scenario to solve: the lab's own controls, fetched when they are asked for; the run's verdict is the answer's. */
export function ScenarioQuestion(props: KindProps<AskedScenario>) {
  const { question, lang, respond, locked, onRun } = props;
  const words = kindMessages[lang];
  const [opened, setOpened] = useState<Opened>();
  const [phase, setPhase] = useState<'closed' | 'opening' | 'failed'>('closed');
  const lab = pathIn(lang, `/lab/${question.scenario}/`);
  const open = async () => {
    setPhase('opening');
    try {
      const [{ ScenarioPanel }, answer] = await Promise.all([
        import('./scenario/ScenarioPanel.tsx'),
        fetch(`/data/scenarios/${question.scenario}.json`),
      ]);
      if (!answer.ok) throw new Error(`the scenario ${question.scenario} answered ${answer.status}`);
      setOpened({ Panel: ScenarioPanel, source: (await answer.json()) as Scenario });
      setPhase('closed');
    } catch {
      // Offline before the first visit, most likely: the button stays and can be pressed again.
      setPhase('failed');
    }
  };
  if (opened) {
    return (
      <opened.Panel
        lang={lang}
        id={question.scenario}
        source={opened.source}
        locked={locked}
        onJudged={(set, verdict) => {
          respond(set);
          onRun(question.id, verdict, set);
        }}
      />
    );
  }
  return (
    <div class="scenario-open">
      <p class="row">
        <button class="btn" type="button" disabled={phase === 'opening'} onClick={() => void open()}>
          {phase === 'opening' ? words.opening : words.openControls}
        </button>
        <a href={lab}>{lab.replace(/^.*\/lab\//, '').replace(/\/$/, '')}</a>
      </p>
      <p class="fault" aria-live="polite">
        {phase === 'failed' ? words.scenarioFailed : ''}
      </p>
    </div>
  );
}
