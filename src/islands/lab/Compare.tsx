import { useMemo } from 'preact/hooks';
import { type CompareWords, compareMessages } from '../../i18n/compare-messages.ts';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Goal } from '../../simulator/scenario/scenario-schema.ts';
import { atReadingPace } from './at-reading-pace.ts';
import { Chart } from './Chart.tsx';
import { chartOf, clock } from './chart-model.ts';
import { countAt, goalsOfBoth, measuresOfShown, settingsApart } from './compare-model.ts';
import { sameAnswer } from './controls-model.ts';
import type { LabAction, LabState, Shown } from './lab-model.ts';
import { entryAt } from './moment.ts';
import { inline } from './Prose.tsx';
import { pictureOf } from './picture.ts';
import { spanOf } from './playhead.ts';
import { momentAt } from './replay.ts';
import { sayValue } from './say.ts';
import { subjectOf } from './subject.ts';
import { Yard } from './Yard.tsx';

type Props = {
  lang: Language;
  words: LabWords;
  state: LabState;
  act: (action: LabAction) => void;
  kept: Shown;
  shown: Shown;
  width: number | undefined;
};

/** A kept run beside the present one: what was set, which goals hold, what is true at the playhead, and its own chart and yard. */
export function Compare(props: Props) {
  const { lang, words, state, act, kept, shown } = props;
  const own = compareMessages[lang];
  const isSame = sameAnswer(kept.set, shown.set);
  return (
    <section class="card compare" aria-label={own.title}>
      <h2>{own.title}</h2>
      {isSame ? <p class="small">{own.sameRun}</p> : <Measured {...props} own={own} />}
      {!isSame && <KeptChart {...props} own={own} />}
      <div class="row small">
        <button
          class="btn"
          type="button"
          disabled={sameAnswer(kept.set, state.answer)}
          onClick={() => act({ do: 'take-back' })}
        >
          {own.takeBack}
        </button>
        <button class="btn plain" type="button" onClick={() => act({ do: 'drop-kept' })}>
          {own.drop}
        </button>
      </div>
      {!isSame && (
        <details class="more">
          <summary>{own.yardOfKept(clock(state.second))}</summary>
          <KeptYard words={words} state={state} kept={kept} width={props.width} />
        </details>
      )}
    </section>
  );
}

type Own = Props & { own: CompareWords };

const Measured = atReadingPace(Table);

function Table({ lang, words, state, kept, shown, own }: Own) {
  const { second } = state;
  const goalOf = (id: string) => state.lab.source.challenge?.goals.find((goal) => goal.id === id);
  const service = subjectOf(state);
  const [before, after] = [measuresOfShown(state.lab, kept), measuresOfShown(state.lab, shown)];
  const seconds = (value: number | undefined) => (value === undefined ? own.notSettled : clock(value));
  const counts =
    service === undefined
      ? []
      : [
          { name: own.healthyOf(service), metric: `services.${service}.healthy` },
          { name: own.tasksOf(service), metric: `services.${service}.tasks` },
        ];
  return (
    <table class="compare-table">
      <caption class="vh">{own.caption}</caption>
      <thead>
        <tr>
          <th scope="col">{own.what}</th>
          <th scope="col">{own.kept}</th>
          <th scope="col">{own.now}</th>
        </tr>
      </thead>
      <tbody>
        {settingsApart(state.controls, kept, shown).map(({ control, kept: was, now }) => (
          <Line key={control.path} name={inline(control.change.label[lang])} kept={was} now={now} mono />
        ))}
        {counts.map(({ name, metric }) => (
          <Line
            key={metric}
            name={`${own.atMoment(clock(second))} · ${name}`}
            kept={countAt(kept, metric, second)}
            now={countAt(shown, metric, second)}
          />
        ))}
        {goalsOfBoth(kept, shown).map((goal) => (
          <GoalLine key={goal.id} lang={lang} words={words} own={own} goal={goalOf(goal.id)} results={goal} />
        ))}
        <Line name={own.changes} kept={before.changes} now={after.changes} />
        <Line name={own.lasts} kept={seconds(before.seconds)} now={seconds(after.seconds)} />
        {before.usd !== undefined && after.usd !== undefined && (
          <Line name={own.cost} kept={`$${before.usd}`} now={`$${after.usd}`} />
        )}
      </tbody>
    </table>
  );
}

type LineProps = {
  name: preact.ComponentChildren;
  kept: preact.ComponentChildren;
  now: preact.ComponentChildren;
  mono?: boolean;
};

function Line({ name, kept, now, mono = false }: LineProps) {
  return (
    <tr class={kept === now ? undefined : 'differs'}>
      <th scope="row">{name}</th>
      <td class={mono ? 'mono' : 'num'}>{kept}</td>
      <td class={mono ? 'mono' : 'num'}>{now}</td>
    </tr>
  );
}

type GoalProps = {
  lang: Language;
  words: LabWords;
  own: CompareWords;
  goal: Goal | undefined;
  results: ReturnType<typeof goalsOfBoth>[number];
};

function GoalLine({ lang, words, own, goal, results }: GoalProps) {
  if (goal === undefined) return null;
  const say = (result: typeof results.now) =>
    `${result.met ? `✓ ${own.met}` : `✗ ${own.notMet}`} · ${sayValue(words, goal.metric, result.observed)}`;
  return <Line name={inline(goal.say[lang])} kept={say(results.kept)} now={say(results.now)} />;
}

/** The kept run's chart on the time axis of the scrubber above. */
function KeptChart({ words, state, kept, own, width }: Own) {
  const service = subjectOf(state);
  const chart = useMemo(
    () =>
      service === undefined
        ? null
        : (chartOf(kept.graded.grade, service, state.lab.source.challenge?.goals ?? []) ?? null),
    [kept, service],
  );
  if (chart === null) return null;
  return (
    <figure class="kept-chart">
      <figcaption class="label">{own.chartOfKept}</figcaption>
      <Chart
        words={words}
        chart={chart}
        seconds={spanOf(state)}
        second={state.second}
        ticks={[]}
        width={Math.max(280, (width ?? 620) - 32)}
      />
    </figure>
  );
}

function KeptYard({ words, state, kept, width }: Pick<Props, 'words' | 'state' | 'kept' | 'width'>) {
  const run = kept.graded.grade;
  const piers = useMemo(() => {
    const entry = entryAt(run, Math.min(state.second, run.seconds));
    return pictureOf(kept.graded.yard, momentAt(run, kept.graded.yard, entry), state.size);
  }, [kept, state.second, state.size]);
  return <Yard words={words} piers={piers} size={state.size} width={width && width - 32} picked={null} />;
}
