import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Bounds, Entry } from '../../simulator/run.ts';
import { clock } from './chart-model.ts';
import type { LabAction, LabState } from './lab-model.ts';
import { runOf } from './playhead.ts';
import { sayEntry } from './say.ts';

type Props = { lang: Language; words: LabWords; state: LabState; act: (action: LabAction) => void };

/** What was worked out last: the two bounds of a rolling update, or the arithmetic of scaling, capacity or an alarm. */
export function WhyNow(props: Props) {
  const { lang, words, state } = props;
  if (state.shown === null) return <p class="empty">{words.nowBeforeRun}</p>;
  const entry = lastWeighed(runOf(state).entries, state.entry);
  if (entry === undefined) return <p class="empty">{words.noBounds}</p>;
  if (entry.bounds) return <BoundsNow {...props} entry={entry} bounds={entry.bounds} />;
  return (
    <>
      <div class="row between">
        <h2>{words.boundsAt(clock(entry.at))}</h2>
        <span class="tag mono">{entry.type}</span>
      </div>
      <p class="small">{sayEntry(lang, entry)}</p>
      <pre class="sum">{workingOf(entry)}</pre>
    </>
  );
}

function BoundsNow({ lang, words, state, act, entry, bounds }: Props & { entry: Entry; bounds: Bounds }) {
  return (
    <>
      <div class="row between">
        <h2>{words.boundsAt(clock(entry.at))}</h2>
        <span class="tag mono">{entry.type}</span>
      </div>
      <p class="small">{sayEntry(lang, entry)}</p>
      <pre class="sum">{sumLines(words, bounds)}</pre>
      <p class="small">{words.healthyNow(bounds.healthy, bounds.floor, bounds.healthy - bounds.floor)}</p>
      <p class="small">{words.roomNow(bounds.cap, bounds.tasks, bounds.cap - bounds.tasks)}</p>
      {entry.type === 'deployment-blocked' && bounds.cap > bounds.tasks && (
        <p class="note-line">
          {words.noRoom(bounds.cap - bounds.tasks)} <ToRefusal words={words} state={state} act={act} />
        </p>
      )}
      {isStuck(bounds) && <p class="note-line">{words.stuck}</p>}
    </>
  );
}

/** The last entry up to this one that shows its arithmetic. */
function lastWeighed(entries: Entry[], index: number): Entry | undefined {
  for (let i = index; i >= 0; i--) {
    const { bounds, scaling, capacity, evaluation, shares } = entries[i] ?? {};
    if (bounds || scaling || capacity || evaluation || shares) return entries[i];
  }
  return undefined;
}

/** The figures of an entry, a line each, by the names that AWS gives them: the same in every language. */
function workingOf({ scaling, capacity, evaluation, shares = [] }: Entry): string {
  if (scaling) {
    const { policy, sum, from, to, minCapacity, maxCapacity } = scaling;
    return [
      `${policy}: ${sum}`,
      `desiredCount ${from} → ${to}`,
      `minCapacity ${minCapacity}, maxCapacity ${maxCapacity}`,
    ].join('\n');
  }
  if (capacity) {
    const { needed, instances, reservation, target, from, to } = capacity;
    const moves = from === undefined ? [] : [`desiredCapacity ${from} → ${to}`];
    return [
      `M ÷ N × 100 = ${needed} ÷ ${instances} × 100`,
      `CapacityProviderReservation ${reservation} %, targetCapacity ${target} %`,
      ...moves,
    ].join('\n');
  }
  if (evaluation) {
    const { metric, statistic, periodSeconds, values, breaching, datapointsToAlarm, threshold, comparisonOperator } =
      evaluation;
    return [
      `${statistic}(${metric}), ${periodSeconds} s: ${values.join(', ')}`,
      `${comparisonOperator} ${threshold}: ${breaching} / ${datapointsToAlarm}`,
    ].join('\n');
  }
  return shares
    .map(({ capacityProvider, base, weight, tasks }) => `${capacityProvider} base ${base} weight ${weight} → ${tasks}`)
    .join('\n');
}

function sumLines(words: LabWords, b: Bounds): string {
  return [
    `${words.floor} = ceil(${b.desired} × ${b.minimumHealthyPercent} / 100) = ${b.floor}`,
    `${words.cap} = floor(${b.desired} × ${b.maximumPercent} / 100) = ${b.cap}`,
  ].join('\n');
}

/** Leads to the last placement that found no instance, where every refusal stands. */
function ToRefusal({ words, state, act }: Pick<Props, 'words' | 'state' | 'act'>) {
  const index = runOf(state).entries.findLastIndex((entry, i) => i <= state.entry && entry.type === 'task-not-placed');
  if (index === -1) return null;
  const show = () => {
    act({ do: 'go-to-entry', entry: index });
    act({ do: 'pick', task: null });
    act({ do: 'tab', tab: 'here' });
  };
  return (
    <button class="as-link" type="button" onClick={show}>
      {words.showRefusal}
    </button>
  );
}

/** With every task healthy, neither a stop nor a start would be allowed. */
function isStuck(bounds: Bounds): boolean {
  return bounds.floor >= bounds.desired && bounds.cap <= bounds.desired;
}
