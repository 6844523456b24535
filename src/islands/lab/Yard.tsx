import type { LabWords } from '../../i18n/lab-messages.ts';
import { BerthView } from './Berth.tsx';
import type { Marks } from './marks.ts';
import { memo } from './memo.ts';
import { isQuay, PierHead } from './PierHead.tsx';
import { type Berth, berthWidth, columnsOf, type Distance, distanceFor, type Pier, type Size } from './picture.ts';
import type { Spot } from './spot.ts';
import { useLoaded } from './use-loaded.ts';

type Props = {
  words: LabWords;
  piers: Pier[];
  size: Size;
  /** Pixels of the yard, once they are known. */
  width?: number | undefined;
  /** Tasks that stand at once at most during the run. */
  mostTasks?: number | undefined;
  picked: string | null;
  /** What the decision on show says about each berth. */
  marks?: Marks | undefined;
  /** What the current entry is about. */
  spot?: Spot | undefined;
  onPick?: ((task: string) => void) | undefined;
};

/** Pixels the yard has on a wide page, to draw it before it can be measured. */
const USUAL_WIDTH = 650;

const loadFar = () => import('./FarYard.tsx');

/** Zones as piers, instances as berths, tasks as containers; as marks where there are too many. */
export function Yard(props: Props) {
  const { piers, mostTasks = 0, width } = props;
  const distance = distanceFor(piers, mostTasks);
  // Only a page that is alive can paint; until then, and without the script, the berths are drawn one by one.
  const far = useLoaded(distance === 'far' && width !== undefined, loadFar);
  if (distance !== 'far' || far === undefined || far === 'failed' || width === undefined)
    return <DrawnYard {...props} distance={distance} />;
  return <far.FarYard {...props} width={width} mostTasks={mostTasks} />;
}

const Place = memo(BerthView);

function DrawnYard({
  words,
  piers,
  size,
  width,
  picked,
  marks,
  spot,
  onPick,
  distance,
}: Props & { distance: Distance }) {
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
          <PierHead words={words} pier={pier} />
          <div class="berths" data-columns={columns}>
            {pier.places.map((berth, place) =>
              berth === undefined ? (
                <EmptyBerth key={place} words={words} />
              ) : (
                <Place
                  key={berth.instance.name}
                  words={words}
                  berth={berth}
                  size={size}
                  distance={distance}
                  berthPx={berthPx}
                  picked={holds(berth, picked) ? picked : null}
                  mark={marks?.[berth.instance.name]}
                  spot={spot && isSpot(berth, spot) ? spot : undefined}
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

/** A berth hears of the picked task only where it stands: picking one draws two berths, not all. */
function holds({ containers }: Berth, task: string | null): boolean {
  return task !== null && containers.some((container) => container.task.name === task);
}

function isSpot(berth: Berth, { instance, task }: Spot): boolean {
  return berth.instance.name === instance || holds(berth, task);
}
