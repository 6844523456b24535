import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { labMessages } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { Chart } from '../lab/Chart.tsx';
import { Icon } from '../lab/Icon.tsx';
import { currentMoment, type LabAction, type LabScenario, type LabState, stepLab, yardOf } from '../lab/lab-model.ts';
import { pictureOf } from '../lab/picture.ts';
import { runOf } from '../lab/playhead.ts';
import { mayMove, useClock } from '../lab/use-clock.ts';
import { useWidth } from '../lab/use-width.ts';
import { Yard } from '../lab/Yard.tsx';
import type { Graded } from '../simulation/protocol.ts';
import type { SimulationClient } from '../simulation/simulation-client.ts';
import { beginRun } from './begin-run.ts';
import { Goals, Now } from './RunFacts.tsx';
import { runChartOf } from './run-chart.ts';
import type { RunSetting } from './run-setting.ts';
import { entryNow, goalsNow } from './still-run.ts';

type Props = {
  lang: Language;
  lab: LabScenario;
  settings: RunSetting[];
  legend: string;
  /** The setting that was chosen when Run was pressed, and its run. */
  first: { chosen: number; graded: Graded; run: number };
  simulation: SimulationClient;
  labLink: (set: RunSetting['set']) => string;
  /** One run that a text tells: no settings to choose, but its series; `at` is the second that it stood at. */
  fixed?: { at: number | undefined; labLink: string } | undefined;
  /** A run was played to its end. */
  ended?: () => void;
};

/** Pixels of the chart before it can be measured. */
const USUAL_WIDTH = 600;
const NO_TICKS: { at: number; key: boolean }[] = [];

/** A scenario played where it is told: the yard, a few settings, and time. */
export function RunPlayer({ lang, lab, settings, legend, first, simulation, labLink, fixed, ended }: Props) {
  const words = labMessages[lang];
  const [chosen, setChosen] = useState(first.chosen);
  const [state, act] = useReducer(stepLab, null, () =>
    beginRun(lab, { ...first, set: settings[first.chosen]?.set ?? {}, play: mayMove(), at: fixed?.at }),
  );
  const stage = useRef<HTMLDivElement>(null);
  const play = useRef<HTMLButtonElement>(null);
  const width = useWidth(stage);
  const piers = useMemo(
    () => pictureOf(yardOf(state), currentMoment(state), state.size),
    [state.shown, state.entry, state.size],
  );
  const chart = useMemo(() => (fixed === undefined ? undefined : runChartOf(state)), [state.shown]);
  useClock(state, act);
  const isAtEnd = !state.playing && state.second > 0 && state.second >= runOf(state).seconds;
  useEffect(() => {
    if (isAtEnd) ended?.();
  }, [isAtEnd]);
  // The pressed button has made way for this player: the focus moves to what took its place.
  useEffect(() => play.current?.focus({ preventScroll: true }), []);

  const choose = async (index: number) => {
    const setting = settings[index];
    if (setting === undefined) return;
    setChosen(index);
    const outcome = await simulation.grade({ scenario: lab.source, name: lab.id, set: setting.set });
    if (outcome.kind !== 'graded') return;
    act({ do: 'run-graded', graded: outcome.graded, run: outcome.run, set: setting.set, play: mayMove() });
  };

  return (
    <>
      <Now lang={lang} second={state.second} entry={entryNow(state)} />
      <div ref={stage}>
        <Yard words={words} piers={piers} size={state.size} width={width} picked={null} />
      </div>
      {chart && (
        <div class="plot">
          <Scrub lang={lang} state={state} act={act} look="scrub" />
          <Chart
            words={words}
            chart={chart}
            seconds={runOf(state).seconds}
            second={state.second}
            ticks={NO_TICKS}
            width={width ?? USUAL_WIDTH}
          />
        </div>
      )}
      <div class="run-bar">
        {fixed === undefined && (
          <Settings legend={legend} settings={settings} chosen={chosen} choose={(index) => void choose(index)} />
        )}
        <button class="btn ink" type="button" ref={play} onClick={() => act({ do: state.playing ? 'pause' : 'play' })}>
          <Icon name={state.playing ? 'pause' : 'play'} />
          {state.playing ? words.pause : words.play}
        </button>
        {chart === undefined && <Scrub lang={lang} state={state} act={act} look="slider" />}
        <a href={labLink(settings[chosen]?.set ?? {})}>{fixed?.labLink ?? words.openInLab}</a>
      </div>
      {/* Announced, because it is new. */}
      <div role="status">
        <Goals lang={lang} goals={goalsNow(state)} />
      </div>
    </>
  );
}

type SettingsProps = { legend: string; settings: RunSetting[]; chosen: number; choose: (index: number) => void };

function Settings({ legend, settings, chosen, choose }: SettingsProps) {
  const name = `setting-${legend.replaceAll(/\W/g, '')}`;
  return (
    <fieldset class="seg">
      <legend class="vh">{legend}</legend>
      {settings.map((setting, index) => (
        <label key={setting.label}>
          <input type="radio" name={name} checked={index === chosen} onChange={() => choose(index)} />
          <span>{setting.label}</span>
        </label>
      ))}
    </fieldset>
  );
}

type ScrubProps = { lang: Language; state: LabState; act: (action: LabAction) => void; look: 'slider' | 'scrub' };

/** Over the chart it is the chart's own handle. */
function Scrub({ lang, state, act, look }: ScrubProps) {
  const words = labMessages[lang];
  const input = useRef<HTMLInputElement>(null);
  const { seconds, entries } = runOf(state);
  const share = state.second / Math.max(1, seconds);
  useEffect(() => input.current?.style.setProperty('--at', `${share * 100}%`), [share]);
  return (
    <input
      ref={input}
      class={look}
      type="range"
      min="0"
      max={Math.max(1, seconds)}
      value={state.second}
      aria-label={words.momentOfRun}
      aria-valuetext={words.valueText(
        Math.floor(state.second / 60),
        state.second % 60,
        state.entry + 1,
        entries.length,
      )}
      onInput={(event) => act({ do: 'go-to-second', second: Number(event.currentTarget.value) })}
    />
  );
}
