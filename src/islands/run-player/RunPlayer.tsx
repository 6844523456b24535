import { useEffect, useMemo, useReducer, useRef, useState } from 'preact/hooks';
import { labMessages } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { clock } from '../lab/chart-model.ts';
import { Icon } from '../lab/Icon.tsx';
import {
  beginLab,
  currentMoment,
  type LabAction,
  type LabScenario,
  type LabState,
  stepLab,
  yardOf,
} from '../lab/lab-model.ts';
import { Mark } from '../lab/Mark.tsx';
import { stillEntry } from '../lab/moment.ts';
import { inline } from '../lab/Prose.tsx';
import { pictureOf } from '../lab/picture.ts';
import { runOf } from '../lab/playhead.ts';
import { sayEntry, sayValue } from '../lab/say.ts';
import { mayMove, useClock } from '../lab/use-clock.ts';
import { useWidth } from '../lab/use-width.ts';
import { Yard } from '../lab/Yard.tsx';
import type { Graded } from '../simulation/protocol.ts';
import type { SimulationClient } from '../simulation/simulation-client.ts';
import type { RunSetting } from './run-setting.ts';

type Props = {
  lang: Language;
  lab: LabScenario;
  settings: RunSetting[];
  legend: string;
  /** The setting that was chosen when Run was pressed, and its run. */
  first: { chosen: number; graded: Graded; run: number };
  simulation: SimulationClient;
  labLink: (set: RunSetting['set']) => string;
};

/** A scenario played where it is told: the yard, a few settings, and time. */
export function RunPlayer({ lang, lab, settings, legend, first, simulation, labLink }: Props) {
  const words = labMessages[lang];
  const [chosen, setChosen] = useState(first.chosen);
  const [state, act] = useReducer(stepLab, null, () => begin(lab, settings[first.chosen], first));
  const stage = useRef<HTMLDivElement>(null);
  const play = useRef<HTMLButtonElement>(null);
  const width = useWidth(stage);
  const piers = useMemo(
    () => pictureOf(yardOf(state), currentMoment(state), state.size),
    [state.shown, state.entry, state.size],
  );
  useClock(state, act);
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
      <p class="run-now small">
        <Now lang={lang} state={state} before={words.beforeRun} />
      </p>
      <div ref={stage}>
        <Yard words={words} piers={piers} size={state.size} width={width} picked={null} />
      </div>
      <div class="run-bar">
        <Settings legend={legend} settings={settings} chosen={chosen} choose={(index) => void choose(index)} />
        <button class="btn ink" type="button" ref={play} onClick={() => act({ do: state.playing ? 'pause' : 'play' })}>
          <Icon name={state.playing ? 'pause' : 'play'} />
          {state.playing ? words.pause : words.play}
        </button>
        <Scrub lang={lang} state={state} act={act} />
        <a href={labLink(settings[chosen]?.set ?? {})}>{words.openInLab}</a>
      </div>
      <Goals lang={lang} state={state} />
    </>
  );
}

/** The state of a lab that has just got its first run. */
function begin(lab: LabScenario, setting: RunSetting | undefined, first: Props['first']): LabState {
  const size = beginLab({ ...lab, yard: first.graded.yard }).size;
  return stepLab(
    { ...beginLab(lab), size },
    { do: 'run-graded', graded: first.graded, run: first.run, set: setting?.set ?? {}, play: mayMove() },
  );
}

function Now({ lang, state, before }: { lang: Language; state: LabState; before: string }) {
  const run = runOf(state);
  const entry = state.entry <= stillEntry(run) ? undefined : run.entries[state.entry];
  return (
    <>
      <b class="num">{clock(state.second)}</b> {entry === undefined ? before : inline(sayEntry(lang, entry))}
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

function Scrub({ lang, state, act }: { lang: Language; state: LabState; act: (action: LabAction) => void }) {
  const words = labMessages[lang];
  const input = useRef<HTMLInputElement>(null);
  const { seconds, entries } = runOf(state);
  const share = state.second / Math.max(1, seconds);
  useEffect(() => input.current?.style.setProperty('--at', `${share * 100}%`), [share]);
  return (
    <input
      ref={input}
      class="slider"
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

/** The verdict in short: each goal, met or not, with what the run gave. Announced, because it is new. */
function Goals({ lang, state }: { lang: Language; state: LabState }) {
  const words = labMessages[lang];
  const goals = state.lab.source.challenge?.goals ?? [];
  const results = state.shown?.graded.grade.goals ?? [];
  return (
    <div role="status">
      <ul class="goals">
        {results.map((result) => {
          const goal = goals.find((each) => each.id === result.id);
          if (goal === undefined) return null;
          return (
            <li key={result.id}>
              <Mark met={result.met} label={result.met ? words.met : words.notMet} />
              <b>{inline(goal.say[lang])}</b>
              <span class="got">{sayValue(words, goal.metric, result.observed)}</span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
