import '../../../styles/yard.css';
import './watch.css';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { labMessages } from '../../../i18n/lab-messages.ts';
import type { Language } from '../../../i18n/text.ts';
import { watchMessages } from '../../../i18n/watch-messages.ts';
import type { AskedItem, WatchData } from '../../../quiz-engine/asked/asked-question.ts';
import type { Scenario } from '../../../simulator/scenario/read-scenario.ts';
import { clock } from '../../lab/chart-model.ts';
import { Pane } from './Pane.tsx';
import { useSides } from './use-sides.ts';
import { bestView, chartsOf, decidingGoal, type Side, spanOf, stepFrom } from './watch-model.ts';

export type WatchProps = {
  lang: Language;
  /** Names the runs and the fields. */
  name: string;
  watch: WatchData;
  choices: readonly AskedItem[];
  /** Ids of the right choices. */
  right: readonly string[];
  /** A wrong choice of the learner; absent when there was none. */
  chosen: string | undefined;
  /** `chosen` is what most of a class took. */
  isClass?: boolean;
};

/** The run of one choice beside the run of the right one: one scrubber, and the entry that decided each. */
export function Watch({ lang, name, watch, choices, right, chosen, isClass }: WatchProps) {
  const words = watchMessages[lang];
  const key = right[0] ?? '';
  const others = choices.filter(({ id }) => id !== key);
  const [other, setOther] = useState(chosen ?? others.find(({ id }) => !right.includes(id))?.id ?? '');
  const runs = useSides(name, watch, [other, key]);
  const place = useRef<HTMLElement>(null);
  // The pressed button has made way for this.
  useEffect(() => place.current?.focus({ preventScroll: true }), []);
  return (
    <section class="watch" aria-label={words.title} ref={place} tabindex={-1}>
      <div class="field compare">
        <label for={`watch-${name}`}>{words.compare}</label>
        <select
          class="input"
          id={`watch-${name}`}
          value={other}
          onChange={({ currentTarget: { value } }) => setOther(value)}
        >
          {others.map((choice) => (
            <option key={choice.id} value={choice.id}>
              {textOf(choice.html)}
            </option>
          ))}
        </select>
      </div>
      {runs.kind === 'running' && <p aria-live="polite">{words.running}</p>}
      {runs.kind === 'failed' && <p aria-live="polite">{words.failed}</p>}
      {runs.kind === 'ready' && (
        <TwoRuns
          key={other}
          lang={lang}
          name={name}
          source={runs.source}
          goals={watch.goals}
          sides={runs.sides}
          titles={[
            {
              who: other !== chosen ? words.other : isClass ? words.common : words.yours,
              html: htmlOf(choices, other),
            },
            { who: words.right, html: htmlOf(choices, key) },
          ]}
        />
      )}
    </section>
  );
}

type TwoProps = {
  lang: Language;
  name: string;
  source: Scenario;
  goals: readonly string[];
  sides: Side[];
  titles: { who: string; html: string }[];
};

function TwoRuns({ lang, name, source, goals, sides, titles }: TwoProps) {
  const words = watchMessages[lang];
  const span = spanOf(sides);
  const goal = decidingGoal(goals, sides);
  const [view, setView] = useState(() => bestView(source, goals));
  const [second, setSecond] = useState(() => (view === 'yard' ? span : firstLook(sides, goal, span)));
  const charts = useMemo(() => chartsOf(source, sides), [source, sides]);
  const slider = useRef<HTMLInputElement>(null);
  useEffect(() => slider.current?.style.setProperty('--at', `${(second / span) * 100}%`), [second, span]);
  return (
    <>
      {charts.some((chart) => chart !== undefined) && (
        <fieldset class="seg">
          <legend class="vh">{words.view}</legend>
          {(['chart', 'yard'] as const).map((each) => (
            <label key={each}>
              <input type="radio" name={`watch-view-${name}`} checked={view === each} onChange={() => setView(each)} />
              <span>{words[each]}</span>
            </label>
          ))}
        </fieldset>
      )}
      <div class="watch-time">
        <output class="num">{clock(second)}</output>
        <input
          ref={slider}
          class="slider"
          type="range"
          min="0"
          max={span}
          value={second}
          aria-label={words.moment}
          aria-valuetext={labMessages[lang].valueText(Math.floor(second / 60), second % 60, second, span)}
          onInput={({ currentTarget: { value } }) => setSecond(Number(value))}
          onKeyDown={(event) => {
            const by = STEPS[event.key];
            if (by === undefined) return;
            event.preventDefault();
            setSecond(stepFrom(sides, second, by));
          }}
        />
      </div>
      <div class="panes">
        {sides.map((side, i) => (
          <Pane
            key={side.choice}
            lang={lang}
            source={source}
            side={side}
            title={titles[i] ?? { who: '', html: '' }}
            chart={view === 'chart' ? charts[i] : undefined}
            span={span}
            second={second}
            goal={goal}
            goTo={setSecond}
          />
        ))}
      </div>
    </>
  );
}

/** Arrow keys go to the next or previous thing that happens in either run. */
const STEPS: Record<string, 1 | -1> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 };

/** A chart opens where it was decided, a yard with everything in its place. */
function firstLook(sides: readonly Side[], goal: string | undefined, span: number): number {
  const missed = sides
    .flatMap(({ graded }) => graded?.grade.goals.filter(({ id, met }) => id === goal && !met) ?? [])
    .map(({ at }) => at);
  return Math.min(missed[0] ?? span, span);
}

function htmlOf(choices: readonly AskedItem[], id: string): string {
  return choices.find((choice) => choice.id === id)?.html ?? '';
}

function textOf(html: string): string {
  return new DOMParser().parseFromString(html, 'text/html').body.textContent ?? '';
}
