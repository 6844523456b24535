import type { LabWords } from '../../i18n/lab-messages.ts';
import { BerthView } from './Berth.tsx';
import type { Marks } from './marks.ts';
import { type Berth, berthWidth, columnsOf, type Distance, distanceFor, type Pier, type Size } from './picture.ts';

type Props = {
  words: LabWords;
  piers: Pier[];
  size: Size;
  /** Pixels of the yard, once they are known. */
  width?: number | undefined;
  picked: string | null;
  /** What the decision on show says about each berth. */
  marks?: Marks | undefined;
  onPick?: ((task: string) => void) | undefined;
};

/** Pixels the yard has on a wide page, to draw it before it can be measured. */
const USUAL_WIDTH = 650;

/** Zones as piers, instances as berths, tasks as containers. */
export function Yard({ words, piers, size, width, picked, marks, onPick }: Props) {
  const distance = distanceFor(piers);
  const columns = columnsOf(piers, distance);
  const berthPx = berthWidth(distance, columns, width ?? USUAL_WIDTH);
  return (
    <div class={`yard ${distance}`}>
      {piers.map((pier) => (
        <section class="pier" key={pier.availabilityZone} aria-label={pier.availabilityZone}>
          <header>
            <b>{pier.availabilityZone}</b>
            <span>{words.instances(pier.berths.length)}</span>
            <span>{countsOf(pier.berths, words)}</span>
          </header>
          <div class="berths" data-columns={columns}>
            {pier.berths.map((berth) => (
              <BerthView
                key={berth.instance.name}
                words={words}
                berth={berth}
                size={size}
                distance={distance}
                berthPx={berthPx}
                picked={picked}
                mark={marks?.[berth.instance.name]}
                onPick={onPick}
              />
            ))}
            <EmptyBerths words={words} count={pier.berths.length === 0 ? 1 : freeBerths(pier, columns, distance)} />
          </div>
          <div class="ribs" />
        </section>
      ))}
    </div>
  );
}

/** Places of a pier's last row that hold no instance: water would lie there. */
function freeBerths(pier: Pier, columns: number, distance: Distance): number {
  return distance === 'near' ? (columns - (pier.berths.length % columns)) % columns : 0;
}

function EmptyBerths({ words, count }: { words: LabWords; count: number }) {
  return (
    <>
      {Array.from({ length: count }, (_, i) => (
        <div class="berth free" key={`free-${i}`}>
          <header>
            <span>{words.noInstance}</span>
          </header>
        </div>
      ))}
    </>
  );
}

/** `web: 2 running, 1 pending` for the services that the scenario is about. */
function countsOf(berths: Berth[], words: LabWords): string {
  const counts = new Map<string, { running: number; pending: number }>();
  for (const { task, state, revision } of berths.flatMap((berth) => berth.containers)) {
    if (revision === 0) continue;
    const count = counts.get(task.group) ?? { running: 0, pending: 0 };
    if (state === 'PENDING') count.pending++;
    else if (state !== 'STOPPING') count.running++;
    counts.set(task.group, count);
  }
  return [...counts].map(([group, count]) => words.zoneCount(group, count.running, count.pending)).join(' · ');
}
