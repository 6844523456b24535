import { useMemo } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import { Lines, Scaling } from './ChartLines.tsx';
import { Guesses, Names, StartingLabel } from './ChartWords.tsx';
import { clock, countTicks, type Chart as Model, type Step, timeTicks } from './chart-model.ts';
import { BOTTOM, CHART_HEIGHT, edgeOf, LEFT, RAIL, RIGHT, type Scale, TOP } from './chart-shape.ts';
import type { GuessLine } from './guess-lines.ts';
import { memo } from './memo.ts';
import { Head, Played, type Track, Veil } from './Playhead.tsx';

type Props = {
  words: LabWords;
  /** Null before a run: an empty instrument with its axes. */
  chart: Model | null;
  /** Length of the run in seconds. */
  seconds: number;
  second: number;
  /** Seconds of entries; the key ones moved a deployment or placed a task. */
  ticks: { at: number; key: boolean }[];
  /** What the learner guessed, where the chart has an axis for it; `guessWord` says whose it is. */
  guesses?: readonly GuessLine[];
  guessWord?: (value: string) => string;
  /** Pixels of the drawing. */
  width: number;
  follow?: Track['follow'];
};

type Still = Omit<Props, 'second' | 'follow'>;

/** Tasks over time as stacked steps, with the bounds as lines, and the rail of the scrubber below. */
export function Chart({ second, follow, ...still }: Props) {
  const { words, chart, width } = still;
  const { x, end } = scalesOf(still);
  const track: Track = { width, height: CHART_HEIGHT, from: LEFT, end, x, second, follow };
  const head = x(second);
  const label = useMemo(() => labelOf(words, chart), [words, chart]);
  return (
    <div class="chart" role="img" aria-label={label}>
      <StillUnder {...still} />
      {chart && <Veil {...track} top={TOP} bottom={BOTTOM} />}
      <StillOver {...still} />
      <Played {...track} rail={RAIL} />
      <Head {...track}>
        <path class="head" d={`M0 16V${RAIL}`} />
        <rect class="grip" x="-9" y={RAIL - 9} width="18" height="22" rx="2" />
        <path class="grip-mark" d={`M-3 ${RAIL - 3}v10m3-10v10m3-10v10`} />
        {chart && second > 0 && (
          <text class="b halo" x={Math.min(0, end - 4 - head)} y="12" text-anchor={head > end - 40 ? 'end' : 'start'}>
            {clock(second)}
          </text>
        )}
      </Head>
    </div>
  );
}

function scalesOf({ chart, seconds, width }: Pick<Still, 'chart' | 'seconds' | 'width'>) {
  const right = width < 480 ? 14 : RIGHT;
  const span = Math.max(1, seconds);
  const x = (at: number) => round(LEFT + ((width - LEFT - right) * Math.min(at, span)) / span);
  const top = chart?.top ?? 4;
  const y = (count: number) => round(BOTTOM - ((BOTTOM - TOP - 12) * count) / top);
  return { x, y, top, end: x(span), labelsInside: right < RIGHT };
}

/** What lies under the veil of the future. It stands still while the run plays. */
const StillUnder = memo(function Under(still: Still) {
  const { words, chart, width } = still;
  const { x, y, top, end } = scalesOf(still);
  return (
    <svg class="under" viewBox={`0 0 ${width} ${CHART_HEIGHT}`} height={CHART_HEIGHT} aria-hidden="true">
      {countTicks(top, 4).map((count) => (
        <g key={count}>
          <path class="grid" d={`M${LEFT} ${y(count)}H${end}`} />
          <text x={LEFT - 7} y={y(count) + 4} text-anchor="end">
            {count}
          </text>
        </g>
      ))}
      {chart && <Bands chart={chart} x={x} y={y} />}
      {chart && <StartingLabel words={words} chart={chart} x={x} y={y} />}
    </svg>
  );
});

/** Bounds, names and axes lie over it: what a run must respect is known before it happens. */
const StillOver = memo(function Over(still: Still) {
  const { words, chart, seconds, ticks, width, guesses = [], guessWord = String } = still;
  const { x, y, end, labelsInside } = scalesOf(still);
  return (
    <svg class="layer" viewBox={`0 0 ${width} ${CHART_HEIGHT}`} height={CHART_HEIGHT} aria-hidden="true">
      {chart && <Lines words={words} chart={chart} x={x} y={y} labelsInside={labelsInside} />}
      {chart && <Scaling words={words} chart={chart} x={x} y={y} labelsInside={labelsInside} />}
      {chart && (
        <Guesses chart={chart} guesses={guesses} guessWord={guessWord} seconds={seconds} end={end} x={x} y={y} />
      )}
      {chart && <Names words={words} chart={chart} x={x} y={y} />}
      <TimeAxis seconds={seconds} x={x} end={end} most={width < 480 ? 4 : 7} />
      <Rail ticks={ticks} x={x} end={end} />
    </svg>
  );
});

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

function labelOf(words: LabWords, chart: Model | null): string {
  if (chart === null) return words.waiting;
  const top = chart.bands.at(-1)?.steps ?? [];
  const lowest = Math.min(...top.map((step) => step.high));
  const highest = Math.max(...top.map((step) => step.high), ...chart.starting.map((step) => step.high));
  return words.chartLabel(chart.service, Number.isFinite(lowest) ? lowest : 0, Number.isFinite(highest) ? highest : 0);
}

function Bands({ chart, x, y }: { chart: Model; x: Scale; y: Scale }) {
  return (
    <>
      {chart.bands.map((band) => (
        <g key={band.taskDefinition}>
          <path class={`a${band.hue}`} d={areaOf(band.steps, x, y)} />
          <path class={`p${band.hue}`} d={areaOf(band.steps, x, y)} />
        </g>
      ))}
      {chart.starting.map((step) => (
        <rect
          class="ap"
          key={step.from}
          x={x(step.from)}
          y={y(step.high)}
          width={Math.max(1, x(step.to) - x(step.from))}
          height={y(step.low) - y(step.high)}
        />
      ))}
      {chart.bands.map((band) => (
        <path class="top-edge" key={band.taskDefinition} d={edgeOf(band.steps, x, y)} />
      ))}
    </>
  );
}

/** The outline of a band, forward along its top and back along its bottom. */
function areaOf(steps: Step[], x: Scale, y: Scale): string {
  if (steps.length === 0) return '';
  const back = steps.toReversed().map((step) => `L${x(step.to)} ${y(step.low)}L${x(step.from)} ${y(step.low)}`);
  return `${edgeOf(steps, x, y)}${back.join('')}z`;
}

function TimeAxis({ seconds, x, end, most }: { seconds: number; x: Scale; end: number; most: number }) {
  return (
    <>
      <path class="axis" d={`M${LEFT} ${BOTTOM}H${end}`} />
      {timeTicks(seconds, most).map((at) => (
        <g key={at}>
          <path class="axis" d={`M${x(at)} ${BOTTOM}v4`} />
          <text x={x(at)} y={BOTTOM + 16} text-anchor="middle">
            {clock(at)}
          </text>
        </g>
      ))}
    </>
  );
}

function Rail({ ticks, x, end }: { ticks: Props['ticks']; x: Scale; end: number }) {
  return (
    <>
      <rect class="track" x={LEFT} y={RAIL} width={end - LEFT} height="5" rx="2.5" />
      {ticks.map(({ at, key }) => (
        <rect
          class={key ? 'ev key' : 'ev'}
          key={`${at}${key}`}
          x={x(at)}
          y={RAIL + 11}
          width="1.6"
          height={key ? 7 : 5}
        />
      ))}
    </>
  );
}
