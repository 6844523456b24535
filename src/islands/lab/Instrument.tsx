import { useCallback, useMemo, useRef } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { atReadingPace, type Live } from './at-reading-pace.ts';
import { Chart } from './Chart.tsx';
import { type Chart as ChartModel, chartOf, clock } from './chart-model.ts';
import { takeTurn } from './frame-turns.ts';
import { guessLines } from './guess-lines.ts';
import { Icon } from './Icon.tsx';
import { type LabAction, type LabState, SPEEDS } from './lab-model.ts';
import { memo } from './memo.ts';
import { runOf, spanOf } from './playhead.ts';
import { subjectOf } from './subject.ts';
import { useLoaded } from './use-loaded.ts';
import { useWidth } from './use-width.ts';

type Props = { lang: Language; words: LabWords; state: LabState; act: (action: LabAction) => void };

const loadSignals = () => import('./SignalsOfRun.tsx');

/** Chart, scrubber and transport: one instrument, one time axis. In every frame only the playhead moves. */
export const Instrument = atReadingPace(Parts);

function Parts({ lang, words, state, act, live }: Props & { live: Live<Props> }) {
  const plot = useRef<HTMLDivElement>(null);
  const width = useWidth(plot) ?? 620;
  const span = spanOf(state);
  const chart = useMemo(() => chartOfState(state), [state.shown]);
  const guesses = useMemo(
    () => guessLines(state.lab.source.challenge?.predict ?? [], state.guesses, chart?.service ?? ''),
    [chart, state.guesses],
  );
  const ticks = useMemo(() => ticksOf(state), [state.shown]);
  const signals = useLoaded(state.shown !== null, loadSignals);
  const follow = useCallback(
    (move: (second: number) => void) => live.follow((next) => move(next.state.second)),
    [live],
  );
  const ready = state.shown !== null;
  return (
    <section class="card instrument" aria-label={words.time}>
      <div class="transport">
        <Buttons words={words} ready={ready} playing={state.playing} act={act} />
        <Clock words={words} state={state} />
        <Speeds words={words} speed={state.speed} act={act} />
      </div>
      <div class="plot" ref={plot}>
        <Scrub words={words} state={state} act={act} />
        <Chart
          words={words}
          chart={chart}
          seconds={span}
          second={state.second}
          ticks={ticks}
          width={width}
          guesses={guesses}
          guessWord={words.yourGuess}
          follow={follow}
        />
        {!ready && <p class="waiting">{words.waiting}</p>}
      </div>
      {signals !== undefined && signals !== 'failed' && (
        <signals.SignalsOfRun lang={lang} state={state} seconds={span} width={width} follow={follow} />
      )}
    </section>
  );
}

/** The range under the chart: while time runs the playhead is what is seen of it. */
const Scrub = ({ words, state, act }: Pick<Props, 'words' | 'state' | 'act'>) => (
  <input
    class="scrub"
    type="range"
    min="0"
    max={Math.max(1, spanOf(state))}
    step="1"
    value={state.second}
    disabled={state.shown === null}
    aria-label={words.momentOfRun}
    aria-valuetext={valueText(words, state)}
    onInput={(event) => {
      const second = Number(event.currentTarget.value);
      takeTurn(act, () => act({ do: 'go-to-second', second }));
    }}
    onKeyDown={(event) => stepByKey(event, act)}
  />
);

/** Arrow keys move by entries, the unit of the story; Page Up and Down, Home and End stay the browser's own. */
function stepByKey(event: KeyboardEvent, act: (action: LabAction) => void): void {
  const back = event.key === 'ArrowLeft' || event.key === 'ArrowDown';
  const on = event.key === 'ArrowRight' || event.key === 'ArrowUp';
  if (!back && !on) return;
  event.preventDefault();
  act({ do: on ? 'next' : 'previous' });
}

type ButtonsProps = Pick<Props, 'words' | 'act'> & { ready: boolean; playing: boolean };

const Buttons = memo(({ words, ready, playing, act }: ButtonsProps) => (
  <>
    <button
      class="btn icon"
      type="button"
      disabled={!ready}
      aria-label={words.previousEntry}
      onClick={() => act({ do: 'previous' })}
    >
      <Icon name="back" />
    </button>
    <button
      class="btn ink play"
      type="button"
      disabled={!ready}
      onClick={() => act({ do: playing ? 'pause' : 'play' })}
    >
      <Icon name={playing ? 'pause' : 'play'} />
      {playing ? words.pause : words.play}
    </button>
    <button
      class="btn icon"
      type="button"
      disabled={!ready}
      aria-label={words.nextEntry}
      onClick={() => act({ do: 'next' })}
    >
      <Icon name="next" />
    </button>
  </>
));

function Clock({ words, state }: Pick<Props, 'words' | 'state'>) {
  const run = runOf(state);
  return (
    <p class="clock num">
      {clock(state.second)}{' '}
      {state.shown !== null && <small>{words.clockOf(clock(run.seconds), state.entry + 1, run.entries.length)}</small>}
    </p>
  );
}

type SpeedsProps = Pick<Props, 'words' | 'act'> & { speed: LabState['speed'] };

const Speeds = memo(({ words, speed: chosen, act }: SpeedsProps) => (
  <fieldset class="seg speed">
    <legend class="vh">{words.speed}</legend>
    {SPEEDS.map((speed) => (
      <label key={speed}>
        <input type="radio" name="speed" checked={chosen === speed} onChange={() => act({ do: 'speed', speed })} />
        <span>{speed}×</span>
      </label>
    ))}
  </fieldset>
));

function valueText(words: LabWords, state: LabState): string {
  if (state.shown === null) return words.waiting;
  const all = state.shown.graded.grade.entries.length;
  return words.valueText(Math.floor(state.second / 60), state.second % 60, state.entry + 1, all);
}

/** The chart of the service that the scenario is about. */
function chartOfState(state: LabState): ChartModel | null {
  if (state.shown === null) return null;
  const goals = state.lab.source.challenge?.goals ?? [];
  const subject = subjectOf(state);
  return subject === undefined ? null : (chartOf(state.shown.graded.grade, subject, goals) ?? null);
}

/** Marks on the rail, one per second and weight, so that a busy second is not drawn a hundred times. */
function ticksOf(state: LabState): { at: number; key: boolean }[] {
  const seen = new Map<string, { at: number; key: boolean }>();
  for (const entry of runOf(state).entries) {
    if (entry.at === 0) continue;
    const key = /^(deployment|event|alarm|task-not-placed|service-scaled|capacity-scaled|requests-failing|spot)/.test(
      entry.type,
    );
    seen.set(`${entry.at}${key}`, { at: entry.at, key });
  }
  return [...seen.values()];
}
