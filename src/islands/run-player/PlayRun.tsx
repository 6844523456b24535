import { useEffect, useState } from 'preact/hooks';
import { kindMessages } from '../../i18n/kind-messages.ts';
import { labMessages } from '../../i18n/lab-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import type { Language } from '../../i18n/text.ts';
import type { Scenario } from '../../simulator/scenario/read-scenario.ts';
import { writeFragment } from '../lab/answer-fragment.ts';
import type { LabScenario } from '../lab/lab-model.ts';
import { loadDrawing, loadScenario } from '../quiz/load-scenario.ts';
import type { Graded } from '../simulation/protocol.ts';
import { makeSimulationWorker, openSimulation, type SimulationClient } from '../simulation/simulation-client.ts';
import { RunPlayer } from './RunPlayer.tsx';
import type { RunSetting } from './run-setting.ts';

type Props = {
  lang: Language;
  /** `<topic>/<file>` */
  id: string;
  /** The first is run at once. */
  settings: RunSetting[];
  legend: string;
  /** Which drawing; 0, as it is written, by default. */
  draw?: number;
  /** One run that a text tells: see `RunPlayer`. */
  fixed?: { at: number | undefined; labLink: string };
};
type Begun =
  | { kind: 'running' | 'failed' }
  | { kind: 'refused'; messages: string[] }
  | { kind: 'begun'; lab: LabScenario; graded: Graded; run: number; simulation: SimulationClient };

/** Runs a scenario of the site with some settings and plays it; what AWS refuses is said. */
export function PlayRun({ lang, id, settings, legend, draw = 0, fixed }: Props) {
  const [begun, setBegun] = useState<Begun>({ kind: 'running' });
  useEffect(() => {
    const simulation = openSimulation(makeSimulationWorker);
    let isWanted = true;
    begin(simulation, { id, draw, set: settings[0]?.set ?? {} }).then((made) => isWanted && setBegun(made));
    return () => {
      isWanted = false;
      simulation.close();
    };
  }, []);
  if (begun.kind === 'begun') {
    const { lab, graded, run, simulation } = begun;
    const labLink = (set: RunSetting['set']) => {
      const fragment = writeFragment(set, draw);
      return pathIn(lang, `/lab/${id}/`) + (fragment && `#${fragment}`);
    };
    const first = { chosen: 0, graded, run };
    return (
      <div class="run-card">
        <div class="run-stage">
          <RunPlayer {...{ lang, lab, settings, legend, simulation, labLink, first, fixed }} />
        </div>
      </div>
    );
  }
  return (
    <div role="status">
      {begun.kind === 'running' && <p>{labMessages[lang].runningNow}</p>}
      {begun.kind === 'failed' && <p class="fault">{labMessages[lang].playerFailed}</p>}
      {begun.kind === 'refused' &&
        begun.messages.map((message) => (
          <p class="fault" key={message}>
            {kindMessages[lang].refused} {message}
          </p>
        ))}
    </div>
  );
}

type Wanted = { id: string; draw: number; set: RunSetting['set'] };

async function begin(simulation: SimulationClient, { id, draw, set }: Wanted): Promise<Begun> {
  const source = await sourceOf(simulation, { id, draw });
  if (source === undefined) return { kind: 'failed' };
  const outcome = await simulation.grade({ scenario: source, name: id, set });
  if (outcome.kind === 'graded') {
    const { graded, run } = outcome;
    return { kind: 'begun', lab: { id, source, yard: graded.yard, still: [] }, graded, run, simulation };
  }
  const faults = outcome.kind === 'faults' ? outcome.faults : [];
  const said = faults.filter(({ path }) => path !== '').map(({ message }) => message);
  return said.length > 0 ? { kind: 'refused', messages: said } : { kind: 'failed' };
}

async function sourceOf(
  simulation: SimulationClient,
  { id, draw }: Omit<Wanted, 'set'>,
): Promise<Scenario | undefined> {
  return draw === 0 ? loadScenario(id) : (await loadDrawing(id, draw, simulation))?.source;
}
