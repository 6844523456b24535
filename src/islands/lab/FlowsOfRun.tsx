import { useMemo } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import { atReadingPace } from './at-reading-pace.ts';
import type { LabState } from './lab-model.ts';
import { useLoaded } from './use-loaded.ts';

const loadFlows = () => import('./Flows.tsx');

/** What flows into the yard, fetched with the first run into which something flows. */
export const FlowsOfRun = atReadingPace(Loaded);

function Loaded({ lang, state }: { lang: Language; state: LabState }) {
  const run = state.shown?.graded.grade;
  const isFlowing = useMemo(() => Object.keys(run?.series ?? {}).some((name) => FLOWING.test(name)), [run]);
  const part = useLoaded(isFlowing, loadFlows);
  if (!isFlowing || run === undefined || part === undefined || part === 'failed') return null;
  return <part.Flows lang={lang} run={run} second={state.second} />;
}

const FLOWING = /^(queues|targetGroups|loadBalancers)\.|\.requests\.sent$/;
