import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Entry } from '../../simulator/run.ts';
import { clock } from './chart-model.ts';
import type { LabAction, LabState } from './lab-model.ts';
import { placeIn, WHOLE_LOG, wantedEntries } from './log-model.ts';
import { memo } from './memo.ts';
import { inline } from './Prose.tsx';
import { runOf } from './playhead.ts';
import { sayEntry } from './say.ts';

type Props = {
  lang: Language;
  words: LabWords;
  state: LabState;
  act: (action: LabAction) => void;
  /** All entries, or only those around the moment. */
  whole: boolean;
};

/** More than this many lines would be slow to draw; what is left out is said. */
const MOST_LINES = 400;
/** The window of a long log moves by so many lines at a time, not with every entry. */
const STEP = 100;

/** The entries in order, those that are wanted; the current one is marked, and each is a button that jumps there. */
export function Log({ lang, words, state, act, whole }: Props) {
  const current = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const { entries } = runOf(state);
  const filter = whole ? state.logFilter : WHOLE_LOG;
  const wanted = useMemo(
    () => wantedEntries(entries, filter, { task: state.picked, say: (entry) => sayEntry(lang, entry) }),
    [entries, filter, state.picked, lang],
  );
  const place = placeIn(wanted, state.entry);
  useEffect(() => {
    if (whole && list.current && current.current) keepInSight(list.current, current.current);
  }, [whole, place]);
  if (state.shown === null) return <p class="empty">{words.logBeforeRun}</p>;
  const [from, to] = whole ? windowOf(place, wanted.length) : [Math.max(0, place - 1), Math.max(0, place - 1) + 5];
  return (
    <>
      {whole && from > 0 && <p class="faint small">{words.entriesHidden(from)}</p>}
      <ul class={whole ? 'log whole' : 'log'} ref={list}>
        {wanted.slice(from, to).map((index, i) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          const here = index === state.entry;
          return (
            // Few lines keep their places and change their words: nothing moves while the run plays.
            <Line
              key={whole ? index : i}
              lang={lang}
              entry={entry}
              index={index}
              when={here ? 'now' : index > state.entry ? 'later' : 'before'}
              button={from + i === place ? current : undefined}
              act={act}
            />
          );
        })}
      </ul>
      {whole && to < wanted.length && <p class="faint small">{words.entriesHidden(wanted.length - to)}</p>}
      {whole && wanted.length === 0 && <p class="empty">{words.nothingFound}</p>}
    </>
  );
}

function windowOf(place: number, all: number): [from: number, to: number] {
  const wish = Math.floor((place - MOST_LINES / 2) / STEP) * STEP;
  const from = Math.max(0, Math.min(wish, Math.ceil((all - MOST_LINES) / STEP) * STEP));
  return [from, Math.min(all, from + MOST_LINES)];
}

type LineProps = {
  lang: Language;
  entry: Entry;
  index: number;
  when: 'before' | 'now' | 'later';
  button: { current: HTMLButtonElement | null } | undefined;
  act: (action: LabAction) => void;
};

/** A line that stays what it is is not made again: hundreds of them stand in a long log. */
const Line = memo(({ lang, entry, index, when, button, act }: LineProps) => (
  <li>
    <button
      type="button"
      ref={button}
      class={when === 'later' ? 'later' : undefined}
      aria-current={when === 'now' ? 'true' : undefined}
      onClick={() => act({ do: 'go-to-entry', entry: index })}
    >
      <time>{clock(entry.at)}</time>
      <span>{inline(sayEntry(lang, entry))}</span>
    </button>
  </li>
));

/** Scrolls the list, never the page. */
function keepInSight(list: HTMLElement, line: HTMLElement): void {
  const above = line.offsetTop - list.offsetTop;
  if (above < list.scrollTop) list.scrollTop = above;
  else if (above + line.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = above + line.offsetHeight - list.clientHeight;
}
