import './field.css';
import { useEffect, useRef, useState } from 'preact/hooks';
import { pathIn } from '../../../i18n/paths.ts';
import type { ScreenWords } from '../../../i18n/screen-messages.ts';
import type { Language } from '../../../i18n/text.ts';
import type { Spread } from '../../../live/frames.ts';
import type { Scenario } from '../../../simulator/scenario/read-scenario.ts';
import { inline } from '../../lab/Prose.tsx';
import { mayMove } from '../../lab/use-clock.ts';
import { loadScenario } from '../../quiz/load-scenario.ts';
import { setOf } from '../../quiz/scenario/scenario-answer.ts';
import { RunPlayer } from '../../run-player/RunPlayer.tsx';
import type { RunSetting } from '../../run-player/run-setting.ts';
import type { Graded } from '../../simulation/protocol.ts';
import { makeSimulationWorker, openSimulation, type SimulationClient } from '../../simulation/simulation-client.ts';
import { Bars } from './Fields.tsx';

export type FieldStageProps = { lang: Language; words: ScreenWords; id: string; spread: Spread };

type Played = { setting: RunSetting; graded: Graded; run: number };
type Stage = { kind: 'running' | 'failed' } | { kind: 'ready'; source: Scenario; played: Played[]; refused: string[] };

/** How many met each goal, and the best and the most instructive answer played in the yard, one after the other. */
export function FieldStage(props: FieldStageProps) {
  const { lang, words, id, spread } = props;
  const client = useRef<SimulationClient>();
  client.current ??= openSimulation(makeSimulationWorker);
  const stage = useStage(props, client.current);
  const [at, setAt] = useState(0);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  useEffect(
    () => () => {
      clearTimeout(timer.current);
      client.current?.close();
    },
    [],
  );
  if (stage.kind !== 'ready') return <p>{stage.kind === 'failed' ? words.notRun : words.running}</p>;
  const { source, played, refused } = stage;
  const now = played[at % Math.max(1, played.length)];
  const next = () => {
    if (played.length < 2 || !mayMove()) return;
    timer.current = setTimeout(() => setAt(at + 1), REST_MS);
  };
  return (
    <div class="p-field">
      <GoalBars {...props} source={source} />
      <div class="p-run">
        {now && (
          <>
            <p class="p-which">{now.setting.label}</p>
            <RunPlayer
              key={at}
              lang={lang}
              lab={{ id, source, yard: now.graded.yard, still: [] }}
              settings={played.map(({ setting }) => setting)}
              legend={words.runOf}
              first={{ chosen: at % played.length, graded: now.graded, run: now.run }}
              simulation={client.current}
              labLink={() => pathIn(lang, `/lab/${id}/`)}
              // A service without instances has no berths to show: its series tell.
              fixed={now.graded.yard.instances.length === 0 ? { at: undefined, labLink: '' } : undefined}
              ended={next}
            />
          </>
        )}
        {refused.map((message) => (
          <p class="fault" key={message}>
            {words.refused} {message}
          </p>
        ))}
      </div>
      {spread.field && <p class="vh">{words.sent(spread.field.sets.length)}</p>}
    </div>
  );
}

/** Between two runs, so that the last moment is seen. */
const REST_MS = 5000;

function GoalBars({ lang, words, source, spread }: FieldStageProps & { source: Scenario }) {
  const goals = source.challenge?.goals ?? [];
  const lines = (spread.goals ?? []).map(({ id, passed }) => ({ id, label: '', count: passed, right: true }));
  return (
    <div class="p-goals">
      <h2>{words.goals}</h2>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <span>{inline(goals.find((goal) => goal.id === line.id)?.say[lang] ?? line.id)}</span>
            <Bars lang={lang} lines={[line]} />
          </li>
        ))}
      </ul>
      {spread.field && <p>{words.sent(spread.field.sets.length)}</p>}
    </div>
  );
}

/** Runs what is shown once, in the worker of this device. */
function useStage({ words, id, spread }: FieldStageProps, client: SimulationClient): Stage {
  const [stage, setStage] = useState<Stage>({ kind: 'running' });
  useEffect(() => {
    let isWanted = true;
    const { field } = spread;
    const shown = [
      { at: field?.best, say: words.best },
      { at: field?.instructive, say: words.instructive },
    ].flatMap(({ at, say }) => {
      const one = at === undefined ? undefined : field?.sets[at];
      return one ? [{ label: say(one.count), set: setOf(one.set), refused: one.outcome.refused }] : [];
    });
    runAll(client, id, shown).then(
      (made) => isWanted && setStage(made),
      () => isWanted && setStage({ kind: 'failed' }),
    );
    return () => {
      isWanted = false;
    };
  }, [id]);
  return stage;
}

type Shown = RunSetting & { refused: readonly string[] | undefined };

async function runAll(client: SimulationClient, id: string, shown: readonly Shown[]): Promise<Stage> {
  const source = await loadScenario(id);
  if (source === undefined) return { kind: 'failed' };
  const played: Played[] = [];
  for (const { label, set, refused } of shown) {
    if (refused !== undefined && refused.length > 0) continue;
    const outcome = await client.grade({ scenario: source, name: id, set });
    if (outcome.kind === 'graded') played.push({ setting: { label, set }, graded: outcome.graded, run: outcome.run });
  }
  return { kind: 'ready', source, played, refused: shown.flatMap(({ refused }) => [...(refused ?? [])]) };
}
