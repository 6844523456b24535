import { useCallback, useEffect, useMemo, useState } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import { BerthView } from './Berth.tsx';
import { FarPier } from './FarPier.tsx';
import type { FarMarks } from './far-paint.ts';
import { farShapeOf } from './far-shape.ts';
import type { Marks } from './marks.ts';
import { memo } from './memo.ts';
import { type Berth, berthWidth, type Pier, type Size } from './picture.ts';
import type { Spot } from './spot.ts';

type Props = {
  words: LabWords;
  piers: Pier[];
  size: Size;
  /** Pixels of the yard. */
  width: number;
  /** Tasks that stand at once at most. */
  mostTasks: number;
  picked: string | null;
  marks?: Marks | undefined;
  spot?: Spot | undefined;
  onPick?: ((task: string) => void) | undefined;
};

/** A zone where nothing happens is not painted, nor compared, again. */
const Far = memo(FarPier);
const Lens = memo(BerthView);

/** Pixels of the yard that no pier has: its paddings and borders. */
const AROUND = 20;

/**
 * The yard from afar: each pier one drawing whose berths are buttons, and below it the berth that was chosen, as near as
 * any. Hundreds of tasks change in one frame while a run is scrubbed; only the cells that changed are painted.
 */
export function FarYard({ words, piers, size, width, mostTasks, picked, marks, spot, onPick }: Props) {
  const inner = width - AROUND;
  const places = piers.map((pier) => pier.places.length).join();
  const shape = useMemo(() => farShapeOf(piers, inner, mostTasks), [places, inner, mostTasks]);
  const [chosen, setChosen] = useState<string | null>(null);
  const home = useMemo(() => (picked === null ? undefined : homeOf(piers, picked)?.instance.name), [piers, picked]);
  useEffect(() => {
    if (home !== undefined) setChosen(home);
  }, [home, picked]);
  const drawn = useMemo(
    (): FarMarks => ({
      picked: picked ?? spot?.task ?? null,
      chosen: chosen ?? chosenBy(marks) ?? spot?.instance ?? null,
      pressed: chosen ?? chosenBy(marks),
      refused: refusedBy(marks),
    }),
    [picked, chosen, marks, spot?.task, spot?.instance],
  );
  const first = piers.find((each) => each.berths.length > 0);
  const choose = useCallback((name: string) => setChosen((before) => (name === before ? null : name)), []);
  const lens = chosen === null ? undefined : berthNamed(piers, chosen);
  return (
    <div class="yard far-yard">
      {piers.map((pier) => (
        <Far
          key={pier.availabilityZone}
          words={words}
          pier={pier}
          shape={shape}
          marks={drawn}
          isFirst={pier === first}
          choose={choose}
        />
      ))}
      <section class="pier lens near" aria-label={words.berthNear}>
        {lens === undefined ? (
          <p class="empty">{words.pickBerth}</p>
        ) : (
          <Lens
            words={words}
            berth={lens}
            size={size}
            distance="near"
            berthPx={berthWidth('near', 1, width)}
            picked={picked}
            mark={marks?.[lens.instance.name]}
            onPick={onPick}
          />
        )}
      </section>
    </div>
  );
}

function berthNamed(piers: readonly Pier[], name: string): Berth | undefined {
  for (const { berths } of piers) {
    const found = berths.find((berth) => berth.instance.name === name);
    if (found) return found;
  }
  return undefined;
}

function homeOf(piers: readonly Pier[], task: string): Berth | undefined {
  return piers
    .flatMap(({ berths }) => berths)
    .find(({ containers }) => containers.some((container) => container.task.name === task));
}

function chosenBy(marks: Marks | undefined): string | null {
  return Object.entries(marks ?? {}).find(([, mark]) => mark.kind === 'chosen')?.[0] ?? null;
}

function refusedBy(marks: Marks | undefined): ReadonlySet<string> {
  return new Set(Object.entries(marks ?? {}).flatMap(([name, mark]) => (mark.kind === 'refused' ? [name] : [])));
}
