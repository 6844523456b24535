import type { SignalWords } from '../../i18n/signal-messages.ts';
import { LEFT, RIGHT } from './chart-shape.ts';
import { memo } from './memo.ts';
import { Head, type Track, Veil } from './Playhead.tsx';
import { outlineOf, type Signal, valueAt } from './signals-model.ts';

type Props = {
  words: SignalWords;
  signals: Signal[];
  /** Length of the run, and the playhead. */
  seconds: number;
  second: number;
  /** Pixels of the drawing. */
  width: number;
  follow?: Track['follow'];
};

const HEIGHT = 50;
const TOP = 6;

/** What a service is measured by, each on a strip of its own under the chart, on the same time axis. */
export function Signals({ signals, ...how }: Props) {
  const { words, second } = how;
  return (
    <div class="signals">
      {signals.map((signal) => (
        <figure key={`${signal.kind} ${signal.of}`}>
          <figcaption>
            <b>{words.signal(signal.kind, signal.of)}</b>
            {signal.lines.map((line) => (
              <span class={`line ${line.tone}`} key={line.name}>
                <i aria-hidden="true" />
                {words.line(line.name)} <span class="num">{rounded(valueAt(line, second))}</span>
              </span>
            ))}
          </figcaption>
          <Strip signal={signal} {...how} />
        </figure>
      ))}
    </div>
  );
}

type StripProps = Omit<Props, 'signals'> & { signal: Signal };

function Strip({ second, follow, ...still }: StripProps) {
  const { x, end } = scalesOf(still);
  const track: Track = { width: still.width, height: HEIGHT + 1, from: LEFT, end, x, second, follow };
  return (
    <div class="strip" aria-hidden="true">
      <StillStrip {...still} />
      <Veil {...track} top={0} bottom={HEIGHT - 1} />
      <Head {...track}>
        <path class="head" d={`M0 0V${HEIGHT}`} />
      </Head>
    </div>
  );
}

type StillProps = Omit<StripProps, 'second' | 'follow'>;

function scalesOf({ signal, seconds, width }: Omit<StillProps, 'words'>) {
  const right = width < 480 ? 14 : RIGHT;
  const span = Math.max(1, seconds);
  const x = (at: number) => LEFT + ((width - LEFT - right) * Math.min(at, span)) / span;
  const y = (value: number) => Math.round((HEIGHT - (HEIGHT - TOP) * (value / signal.top)) * 10) / 10;
  return { x, y, end: x(span), isTight: right < RIGHT };
}

/** Lines and limits: they stand still while the run plays. */
const StillStrip = memo(function Still(props: StillProps) {
  const { words, signal, seconds, width } = props;
  const { x, y, end, isTight } = scalesOf(props);
  return (
    <svg class="under" viewBox={`0 0 ${width} ${HEIGHT + 1}`} height={HEIGHT + 1} aria-hidden="true">
      <path class="grid" d={`M${LEFT} ${TOP}H${end}`} />
      <path class="axis" d={`M${LEFT} ${HEIGHT}H${end}`} />
      <text x={LEFT - 7} y={TOP + 4} text-anchor="end">
        {rounded(signal.top)}
      </text>
      <text x={LEFT - 7} y={HEIGHT} text-anchor="end">
        0
      </text>
      {signal.lines.map(({ name, tone, series }) => {
        const outline = outlineOf(series, seconds, x, y);
        return (
          <g class={tone} key={name}>
            {tone === 'bad' && <path class="area" d={`${outline}V${HEIGHT}H${Math.round(x(series[0]?.[0] ?? 0))}z`} />}
            <path class="run" d={outline} />
          </g>
        );
      })}
      {signal.limits.map(({ value, kind }) => (
        <g key={`${kind}${value}`}>
          <path class="limit" d={`M${LEFT} ${y(value)}H${end}`} />
          <text
            class="halo"
            x={isTight ? end - 2 : end + 6}
            y={y(value) + (isTight ? (y(value) < 18 ? 12 : -4) : 4)}
            text-anchor={isTight ? 'end' : 'start'}
          >
            {words.limit(kind)} {rounded(value)}
          </text>
        </g>
      ))}
    </svg>
  );
});

/** Short enough for the margin: 1,234 as 1.2k. */
function rounded(value: number): string {
  if (value >= 10_000) return `${Math.round(value / 1000)}k`;
  return String(Math.round(value * 100) / 100);
}
