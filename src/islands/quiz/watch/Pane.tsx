import { useId, useMemo, useRef } from 'preact/hooks';
import { labMessages } from '../../../i18n/lab-messages.ts';
import type { Language } from '../../../i18n/text.ts';
import { watchMessages } from '../../../i18n/watch-messages.ts';
import type { Scenario } from '../../../simulator/scenario/read-scenario.ts';
import { Chart } from '../../lab/Chart.tsx';
import { type Chart as ChartModel, clock } from '../../lab/chart-model.ts';
import { beginLab } from '../../lab/lab-model.ts';
import { Mark } from '../../lab/Mark.tsx';
import { inline } from '../../lab/Prose.tsx';
import { pictureOf } from '../../lab/picture.ts';
import { momentAt } from '../../lab/replay.ts';
import { sayEntry, sayEvidence, sayValue } from '../../lab/say.ts';
import { useWidth } from '../../lab/use-width.ts';
import { Yard } from '../../lab/Yard.tsx';
import type { Graded } from '../../simulation/protocol.ts';
import { entryNow, resultOf, type Side } from './watch-model.ts';

type Props = {
  lang: Language;
  source: Scenario;
  side: Side;
  title: { who: string; html: string };
  /** Absent: the yard is shown. */
  chart: ChartModel | undefined;
  span: number;
  second: number;
  goal: string | undefined;
  goTo: (second: number) => void;
};

/** One of the two runs at the second that both share. */
export function Pane({ lang, source, side, title, chart, span, second, goal, goTo }: Props) {
  const words = labMessages[lang];
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const head = useId();
  return (
    <section class="pane" aria-labelledby={`${side.choice}${head}`}>
      <p class="pane-title" id={`${side.choice}${head}`}>
        <span class="who">{title.who}</span> <span dangerouslySetInnerHTML={{ __html: title.html }} />
      </p>
      <div class="picture" ref={place}>
        {side.graded &&
          (chart ? (
            <Chart words={words} chart={chart} seconds={span} second={second} ticks={[]} width={width ?? 320} />
          ) : (
            <YardNow lang={lang} source={source} graded={side.graded} second={second} width={width} />
          ))}
      </div>
      {side.graded ? (
        <Now lang={lang} graded={side.graded} second={second} />
      ) : (
        <p>
          <b>{watchMessages[lang].refused}</b> {side.refused}
        </p>
      )}
      {goal !== undefined && <Decided lang={lang} source={source} side={side} goal={goal} goTo={goTo} />}
    </section>
  );
}

type YardProps = { lang: Language; source: Scenario; graded: Graded; second: number; width: number | undefined };

function YardNow({ lang, source, graded, second, width }: YardProps) {
  const { yard, grade } = graded;
  const { index } = entryNow(grade, second);
  const size = useMemo(() => beginLab({ id: '', source, yard, still: [] }).size, [source, yard]);
  const piers = useMemo(() => pictureOf(yard, momentAt(grade, yard, index), size), [graded, index, size]);
  return <Yard words={labMessages[lang]} piers={piers} size={size} width={width} picked={null} />;
}

function Now({ lang, graded: { grade }, second }: { lang: Language; graded: Graded; second: number }) {
  const words = watchMessages[lang];
  const { entry } = entryNow(grade, second);
  return (
    <p class="now small">
      {entry === undefined ? (
        words.before
      ) : (
        <>
          <b class="num">{clock(entry.at)}</b> {inline(sayEntry(lang, entry))}
        </>
      )}
      {second > grade.seconds && <span class="faint"> {words.over(clock(grade.seconds))}</span>}
    </p>
  );
}

type DecidedProps = { lang: Language; source: Scenario; side: Side; goal: string; goTo: (second: number) => void };

/** The goal that tells the two apart, what this run gave for it, and the entry that decided it. */
function Decided({ lang, source, side, goal, goTo }: DecidedProps) {
  const words = labMessages[lang];
  const result = resultOf(side, goal);
  const asked = source.challenge?.goals.find(({ id }) => id === goal);
  if (result === undefined || asked === undefined) return null;
  const entry = result.entry === undefined ? undefined : side.graded?.grade.entries[result.entry];
  const evidence = sayEvidence(words, asked, result);
  return (
    <div class={result.met ? 'decided ok' : 'decided bad'}>
      <p>
        <Mark met={result.met} label={result.met ? words.met : words.notMet} /> <b>{inline(asked.say[lang])}</b>
      </p>
      <p class="small">
        <b class="num">{sayValue(words, asked.metric, result.observed)}</b> {evidence.text}{' '}
        {evidence.at !== null && (
          <button class="as-link mono" type="button" onClick={() => goTo(result.at)}>
            {evidence.at}
          </button>
        )}
      </p>
      {entry && <p class="small entry">{inline(sayEntry(lang, entry))}</p>}
    </div>
  );
}
