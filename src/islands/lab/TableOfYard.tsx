import type { LabWords } from '../../i18n/lab-messages.ts';
import { atReadingPace } from './at-reading-pace.ts';
import { clock } from './chart-model.ts';
import type { LabState } from './lab-model.ts';
import type { Marks } from './marks.ts';
import type { Pier } from './picture.ts';
import { useLoaded } from './use-loaded.ts';

type Props = {
  words: LabWords;
  piers: Pier[];
  state: LabState;
  marks: Marks | undefined;
  onPick: (task: string) => void;
};

const load = () => import('./YardTable.tsx');

/** The yard as a table, fetched by who asks for it. */
export const TableOfYard = atReadingPace(Loaded, ['piers']);

function Loaded({ words, piers, state, marks, onPick }: Props) {
  const part = useLoaded(true, load);
  if (part === 'failed') return <p class="fault-line">{words.partFailed}</p>;
  if (part === undefined) return <p class="empty">{words.loading}</p>;
  return (
    <part.YardTable
      words={words}
      piers={piers}
      at={clock(state.second)}
      picked={state.picked}
      marks={marks}
      onPick={onPick}
    />
  );
}
