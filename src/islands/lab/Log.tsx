import { useEffect, useRef } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { clock } from './chart-model.ts';
import type { LabAction, LabState } from './lab-model.ts';
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

/** The entries in order; the current one is marked, and each is a button that jumps there. */
export function Log({ lang, words, state, act, whole }: Props) {
  const current = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (whole && list.current && current.current) keepInSight(list.current, current.current);
  }, [whole, state.entry]);
  if (state.shown === null) return <p class="empty">{words.logBeforeRun}</p>;
  const entries = runOf(state).entries;
  const from = whole
    ? Math.max(0, Math.min(state.entry - MOST_LINES / 2, entries.length - MOST_LINES))
    : Math.max(0, state.entry - 1);
  const to = Math.min(entries.length, whole ? from + MOST_LINES : from + 5);
  return (
    <>
      {whole && from > 0 && <p class="faint small">{words.entriesHidden(from)}</p>}
      <ul class={whole ? 'log whole' : 'log'} ref={list}>
        {entries.slice(from, to).map((entry, i) => {
          const index = from + i;
          const here = index === state.entry;
          return (
            // Few lines keep their places and change their words: nothing moves while the run plays.
            <li key={whole ? index : i}>
              <button
                type="button"
                ref={here ? current : undefined}
                class={index > state.entry ? 'later' : undefined}
                aria-current={here ? 'true' : undefined}
                onClick={() => act({ do: 'go-to-entry', entry: index })}
              >
                <time>{clock(entry.at)}</time>
                <span>{inline(sayEntry(lang, entry))}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {whole && to < entries.length && <p class="faint small">{words.entriesHidden(entries.length - to)}</p>}
    </>
  );
}

/** Scrolls the list, never the page. */
function keepInSight(list: HTMLElement, line: HTMLElement): void {
  const above = line.offsetTop - list.offsetTop;
  if (above < list.scrollTop) list.scrollTop = above;
  else if (above + line.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = above + line.offsetHeight - list.clientHeight;
}
