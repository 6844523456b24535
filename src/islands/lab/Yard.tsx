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
        <section
          class={isQuay(pier) ? 'pier quay' : 'pier'}
          key={pier.availabilityZone}
          aria-label={isQuay(pier) ? words.waitingRoom : pier.availabilityZone}
        >
          <header>
            <b>{isQuay(pier) ? words.waitingRoom : pier.availabilityZone}</b>
            <span>{isQuay(pier) ? words.waitingTasks(waitingOn(pier)) : saidInstances(pier, words)}</span>
            <span>{!isQuay(pier) && countsOf(pier.berths, words)}</span>
          </header>
          <div class="berths" data-columns={columns}>
            {pier.places.map((berth, place) =>
              berth === undefined ? (
                <EmptyBerth key={place} words={words} />
              ) : (
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
              ),
            )}
            {Array.from({ length: freeBerths(pier, columns, distance) }, (_, i) => (
              <EmptyBerth key={`free-${i}`} words={words} />
            ))}
          </div>
          <div class="ribs" />
        </section>
      ))}
    </div>
  );
}

/** Tasks of a capacity provider wait there for an instance. */
function isQuay({ availabilityZone }: Pier): boolean {
  return availabilityZone === '';
}

function waitingOn({ berths }: Pier): number {
  return berths.reduce((sum, { containers }) => sum + containers.length, 0);
}

/** Those that are there: one that launches is not yet, one that is lost no more, and Fargate shows none. */
function saidInstances({ berths }: Pier, words: LabWords): string {
  if (berths.length > 0 && berths.every(({ instance }) => instance.fargate)) return '';
  return words.instances(
    berths.filter((each) => each.phase !== 'launching' && !each.lost && !each.instance.fargate).length,
  );
}

/** Places of a pier's last row that hold no instance: water would lie there. */
function freeBerths(pier: Pier, columns: number, distance: Distance): number {
  if (pier.places.length === 0) return 1;
  return distance === 'near' && !isQuay(pier) ? (columns - (pier.places.length % columns)) % columns : 0;
}

function EmptyBerth({ words }: { words: LabWords }) {
  return (
    <div class="berth free">
      <header>
        <span>{words.noInstance}</span>
      </header>
    </div>
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
