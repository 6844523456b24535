import type { LabWords } from '../../i18n/lab-messages.ts';
import { Container, HEIGHTS, percent } from './Container.tsx';
import type { Mark } from './marks.ts';
import type { Berth, Distance, Size } from './picture.ts';
import { grouped } from './say.ts';
import type { Spot } from './spot.ts';

type Props = {
  words: LabWords;
  berth: Berth;
  size: Size;
  distance: Distance;
  berthPx: number;
  picked: string | null;
  mark?: Mark | undefined;
  /** The current entry speaks of this berth, and of this task on it where it names one. */
  spot?: Spot | undefined;
  onPick?: ((task: string) => void) | undefined;
};

/** A container instance: its name, the ground its containers stand on, and what is taken of it. */
export function BerthView({ words, berth, size, distance, berthPx, picked, mark, spot, onPick }: Props) {
  const { instance, containers, draining, lost, phase } = berth;
  const { box, above } = HEIGHTS[distance];
  const ground = above + box + 1;
  const isGoing = draining || lost || phase === 'leaving';
  const classes = [
    'berth',
    spot ? 'spot' : '',
    isGoing ? 'draining' : '',
    phase === 'launching' ? 'launching' : '',
    mark?.kind ?? '',
  ]
    .filter(Boolean)
    .join(' ');
  return (
    <div class={classes} data-instance={instance.name}>
      {distance !== 'far' && (
        <header>
          <b>{instance.name}</b>
          {distance === 'near' && instance.instanceType && <span class="type">{instance.instanceType}</span>}
          {distance === 'near' && berth.ports.length > 0 && (
            <span class="port-list num" title={berth.ports.join(' ')}>
              {berth.ports.map((port) => `:${port}`).join(' ')}
            </span>
          )}
          <Tag mark={mark} state={stateOf(berth, words)} calm={phase === 'launching'} distance={distance} />
        </header>
      )}
      {/* biome-ignore lint/a11y/useSemanticElements: inside a drawing there is no fieldset; the group names its tasks. */}
      <svg class="floor" height={ground + 4} role="group" aria-label={words.tasksOn(instance.name, containers.length)}>
        <line class="ground" x1="0" y1={ground} x2="100%" y2={ground} />
        {distance === 'near' && !instance.waiting && phase !== 'launching' && (
          <Ticks amount={instance[size]} y={ground} />
        )}
        {containers.map((container) => (
          <Container
            key={container.task.name}
            container={container}
            distance={distance}
            berthPx={berthPx}
            picked={container.task.name === picked}
            isSpot={container.task.name === spot?.task}
            onPick={onPick}
          />
        ))}
      </svg>
      {distance !== 'far' && phase !== 'launching' && !instance.waiting && (
        <Gauges berth={berth} distance={distance} size={size} />
      )}
    </div>
  );
}

/** In a word, what keeps the instance from taking tasks. */
export function stateOf({ lost, draining, phase }: Berth, words: LabWords): string | undefined {
  if (lost) return words.lost;
  if (phase === 'launching') return words.launching;
  return draining ? words.draining : phase === 'leaving' ? words.leaving : undefined;
}

type TagProps = { mark: Mark | undefined; state: string | undefined; calm: boolean; distance: Distance };

function Tag({ mark, state, calm, distance }: TagProps) {
  if (distance === 'middle') return mark?.kind === 'refused' ? <span class="tag bad">×</span> : null;
  if (mark?.kind === 'chosen') return <span class="tag now">{mark.text}</span>;
  if (mark?.kind === 'refused') return <span class="tag bad">{mark.text}</span>;
  if (state) return <span class={calm ? 'tag' : 'tag bad'}>{state}</span>;
  return mark ? <span class="tag">{mark.text}</span> : null;
}

/** A tick per GiB or vCPU (1,024 units): free room can be counted. Big instances get a tick per four, or sixteen. */
function Ticks({ amount, y }: { amount: number; y: number }) {
  const units = amount / 1024;
  const every = units <= 16 ? 1 : units <= 64 ? 4 : 16;
  const ticks = Array.from({ length: Math.floor(units / every) + 1 }, (_, i) => (i * every) / units);
  return (
    <>
      {ticks.map((share) => (
        <line class="tick" key={share} x1={percent(share)} y1={y + 0.5} x2={percent(share)} y2={y + 4} />
      ))}
    </>
  );
}

function Gauges({ berth, distance, size }: { berth: Berth; distance: Distance; size: Size }) {
  const { instance, used, interfaces } = berth;
  const isNear = distance === 'near';
  const rows = [
    { of: 'cpu' as const, label: 'CPU', amount: instance.cpu },
    { of: 'memory' as const, label: 'MEM', amount: instance.memory },
    ...(isNear && interfaces !== undefined ? [{ of: 'interfaces' as const, label: 'ENI', amount: interfaces }] : []),
  ].filter((row) => isNear || row.of === size);
  return (
    <div class="gauges">
      {rows.map(({ of, label, amount }) => (
        <Gauge key={of} label={label} used={used[of]} amount={amount} bare={!isNear} />
      ))}
    </div>
  );
}

function Gauge({ label, used, amount, bare }: { label: string; used: number; amount: number; bare: boolean }) {
  const share = amount > 0 ? Math.min(1, used / amount) : 0;
  return (
    <>
      {!bare && <span>{label}</span>}
      <svg class="gauge" viewBox="0 0 100 5" preserveAspectRatio="none" aria-hidden="true">
        <rect class="of" width="100" height="5" />
        <rect class="is" width={Math.round(share * 1000) / 10} height="5" />
      </svg>
      {!bare && (
        <span class="num">
          {grouped(used)}
          <span class="of-n"> / {grouped(amount)}</span>
        </span>
      )}
    </>
  );
}
