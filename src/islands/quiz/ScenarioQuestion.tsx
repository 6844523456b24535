import { useEffect, useState } from 'preact/hooks';
import { kindMessages } from '../../i18n/kind-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import type { AskedScenario } from '../../quiz-engine/asked/asked-question.ts';
import { drawOf } from '../../quiz-engine/asked/drawing.ts';
import type { Scenario } from '../../simulator/scenario/read-scenario.ts';
import type { KindProps } from './kind-props.ts';

type Views = typeof import('./scenario/scenario-views.ts');
type Opened = { views: Views; source: Scenario };

/**
 * A scenario to solve with the lab's own controls. Where the behaviour tells at once, its run is the answer; where it does
 * not, what is set is the answer and is run when the rest is graded.
 */
export function ScenarioQuestion(props: KindProps<AskedScenario>) {
  const { question, lang, response, respond, told, locked, tells, seed = 0, onRun } = props;
  const [hasRun, setRun] = useState(false);
  const draw = drawOf(question, seed, tells);
  const isTold = told?.isOver === true && !hasRun;
  // A run is begun by a press; what an exam asks, or what was answered in one, is there with the question.
  const { opened, phase, open } = useScenario({ id: question.scenario, draw }, !tells || isTold);
  if (opened === undefined) return <Closed {...props} phase={phase} open={open} />;
  const { views, source } = opened;
  const about = { lang, id: question.scenario, source, draw };
  if (isTold) return <views.ScenarioTold {...about} set={views.setOf(response)} verdict={told.verdict} />;
  if (!tells) return <views.ScenarioAnswer {...about} given={views.setOf(response)} locked={locked} answer={respond} />;
  return (
    <views.ScenarioPanel
      {...about}
      locked={locked}
      onJudged={(set, verdict) => {
        setRun(true);
        respond(set);
        onRun(question.id, verdict, set);
      }}
    />
  );
}

type Phase = 'closed' | 'opening' | 'failed';

type Asked = { id: string; draw: number };

function useScenario(
  { id, draw }: Asked,
  isWanted: boolean,
): { opened: Opened | undefined; phase: Phase; open: () => void } {
  const [opened, setOpened] = useState<Opened>();
  const [phase, setPhase] = useState<Phase>('closed');
  const open = async () => {
    setPhase('opening');
    try {
      const views = await import('./scenario/scenario-views.ts');
      const source = await views.loadAsked(id, draw);
      if (source) setOpened({ views, source });
      setPhase(source ? 'closed' : 'failed');
    } catch {
      // Offline before the first visit, most likely: the button stays and can be pressed again.
      setPhase('failed');
    }
  };
  useEffect(() => {
    if (isWanted && opened === undefined) void open();
  }, [isWanted]);
  return { opened, phase, open: () => void open() };
}

function Closed({ question, lang, tells, phase, open }: KindProps<AskedScenario> & { phase: Phase; open: () => void }) {
  const words = kindMessages[lang];
  const lab = pathIn(lang, `/lab/${question.scenario}/`);
  return (
    <div class="scenario-open">
      <p class="row">
        <button class="btn" type="button" disabled={phase === 'opening'} onClick={open}>
          {phase === 'opening' ? words.opening : words.openControls}
        </button>
        {/* Its verdict would tell before the end. */}
        {tells && <a href={lab}>{lab.replace(/^.*\/lab\//, '').replace(/\/$/, '')}</a>}
      </p>
      <p class="fault" aria-live="polite">
        {phase === 'failed' ? words.scenarioFailed : ''}
      </p>
    </div>
  );
}
