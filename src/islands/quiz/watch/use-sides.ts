import { useEffect, useRef, useState } from 'preact/hooks';
import type { WatchData } from '../../../quiz-engine/asked/asked-question.ts';
import type { Scenario } from '../../../simulator/scenario/read-scenario.ts';
import { makeSimulationWorker, openSimulation, type SimulationClient } from '../../simulation/simulation-client.ts';
import type { Side } from './watch-model.ts';

export type Runs = { kind: 'running' } | { kind: 'failed' } | { kind: 'ready'; source: Scenario; sides: Side[] };

/** Runs the world of a proof once for each of some choices, in the worker. */
export function useSides(name: string, watch: WatchData, choices: readonly string[]): Runs {
  const [runs, setRuns] = useState<Runs>({ kind: 'running' });
  const client = useRef<SimulationClient>();
  useEffect(() => () => client.current?.close(), []);
  useEffect(() => {
    let wanted = true;
    setRuns({ kind: 'running' });
    client.current ??= openSimulation(makeSimulationWorker);
    runBoth(client.current, name, watch, choices).then(
      (made) => wanted && setRuns(made),
      () => wanted && setRuns({ kind: 'failed' }),
    );
    return () => {
      wanted = false;
    };
  }, [choices.join()]);
  return runs;
}

async function runBoth(
  client: SimulationClient,
  name: string,
  watch: WatchData,
  choices: readonly string[],
): Promise<Runs> {
  const source = await sourceOf(watch);
  const sides: Side[] = [];
  for (const choice of choices) {
    const set = watch.sets[choice] ?? {};
    const outcome = await client.grade({ scenario: source, allowed: 'world', name: `${name}-${choice}`, set });
    if (outcome.kind === 'stale') return { kind: 'running' };
    if (outcome.kind === 'graded') sides.push({ choice, graded: outcome.graded });
    else if (outcome.faults.some(({ path }) => path !== '')) {
      sides.push({ choice, refused: outcome.faults.map(({ message }) => message).join(' ') });
    } else return { kind: 'failed' };
  }
  return { kind: 'ready', source, sides };
}

async function sourceOf({ scenario }: WatchData): Promise<Scenario> {
  if (typeof scenario !== 'string') return scenario as unknown as Scenario;
  const answer = await fetch(`/data/scenarios/${scenario}.json`);
  if (!answer.ok) throw new Error(`the scenario ${scenario} answered ${answer.status}`);
  return (await answer.json()) as Scenario;
}
