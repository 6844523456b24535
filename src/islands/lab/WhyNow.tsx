import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { whyMessages } from '../../i18n/why-messages.ts';
import type { Bounds, Entry } from '../../simulator/run.ts';
import { AssumedHere } from './AssumedHere.tsx';
import { clock } from './chart-model.ts';
import type { LabAction, LabState } from './lab-model.ts';
import { Mark } from './Mark.tsx';
import { inline } from './Prose.tsx';
import { runOf } from './playhead.ts';
import { sayEntry } from './say.ts';
import { type BoundLine, boundsSaid, type Figure, lastWeighed, otherFigures, scalingFigures } from './working-model.ts';

type Props = { lang: Language; words: LabWords; state: LabState; act: (action: LabAction) => void };

/** What was worked out last: the two bounds of a rolling update, or the arithmetic of scaling, capacity or an alarm. */
export function WhyNow(props: Props) {
  const { lang, words, state } = props;
  const why = whyMessages[lang];
  if (state.shown === null) return <p class="empty">{words.nowBeforeRun}</p>;
  const entry = lastWeighed(runOf(state).entries, state.entry);
  if (entry === undefined) return <p class="empty">{why.noBounds}</p>;
  return (
    <>
      <div class="row between">
        <h2>{why.boundsAt(clock(entry.at))}</h2>
        <span class="tag mono">{entry.type}</span>
      </div>
      <p class="small">{inline(sayEntry(lang, entry))}</p>
      {entry.bounds ? (
        <BoundsNow {...props} entry={entry} bounds={entry.bounds} />
      ) : (
        <Figures lang={lang} entry={entry} />
      )}
      <AssumedHere lang={lang} words={words} type={entry.type} ids={state.shown.graded.grade.assumptions} />
    </>
  );
}

function BoundsNow({ lang, words, state, act, entry, bounds }: Props & { entry: Entry; bounds: Bounds }) {
  const why = whyMessages[lang];
  const { lines, outcome } = boundsSaid(bounds);
  return (
    <>
      <ul class="bound-list">
        {lines.map((line) => (
          <BoundRow key={line.bound} lang={lang} words={words} line={line} bounds={bounds} />
        ))}
      </ul>
      <p class={outcome === 'stuck' ? 'note-line' : 'small outcome'}>
        {outcome === 'stuck' ? why.stuck : why.outcome(outcome)}
      </p>
      {entry.type === 'deployment-blocked' && bounds.cap > bounds.tasks && (
        <p class="note-line">
          {why.noRoom(bounds.cap - bounds.tasks)} <ToRefusal lang={lang} state={state} act={act} />
        </p>
      )}
    </>
  );
}

type RowProps = { lang: Language; words: LabWords; line: BoundLine; bounds: Bounds };

function BoundRow({ lang, words, line, bounds }: RowProps) {
  const why = whyMessages[lang];
  const isFloor = line.bound === 'floor';
  return (
    <li>
      <Mark met={line.room > 0} label={line.room > 0 ? why.lets : why.holds} />
      <span>
        <b>{isFloor ? words.floor : words.cap}</b> <code>{line.sum}</code>
        <span class="small">
          {isFloor
            ? why.healthyNow(bounds.healthy, bounds.floor, line.room)
            : why.roomNow(bounds.cap, bounds.tasks, line.room)}
        </span>
      </span>
    </li>
  );
}

/** Metric, formula, limits and cooldown of a scaling step; what held it back, in words. */
function Figures({ lang, entry }: { lang: Language; entry: Entry }) {
  const why = whyMessages[lang];
  const figures: Figure[] = entry.scaling ? scalingFigures(entry, clock) : otherFigures(entry);
  const held = entry.scaling?.heldBy;
  return (
    <>
      <dl class="figures">
        {figures.map(({ name, value }) => (
          <div key={name}>
            <dt>{why.figure(name)}</dt>
            <dd>{name === 'cooldown' ? why.until(value) : value}</dd>
          </div>
        ))}
      </dl>
      {held && <p class="note-line">{why.held(held)}</p>}
    </>
  );
}

/** Leads to the last placement that found no instance, where every refusal stands. */
function ToRefusal({ lang, state, act }: Pick<Props, 'lang' | 'state' | 'act'>) {
  const why = whyMessages[lang];
  const index = runOf(state).entries.findLastIndex((entry, i) => i <= state.entry && entry.type === 'task-not-placed');
  if (index === -1) return null;
  const show = () => {
    act({ do: 'go-to-entry', entry: index });
    act({ do: 'pick', task: null });
    act({ do: 'tab', tab: 'here' });
  };
  return (
    <button class="as-link" type="button" onClick={show}>
      {why.showRefusal}
    </button>
  );
}
