import { useMemo } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { Log } from './Log.tsx';
import { LogChoice } from './LogChoice.tsx';
import type { LabAction, LabState } from './lab-model.ts';
import { wantedEntries } from './log-model.ts';
import { runOf } from './playhead.ts';
import { Sent } from './Sent.tsx';
import { sayEntry } from './say.ts';
import type { LabHandle } from './use-lab.ts';

type Props = {
  lang: Language;
  words: LabWords;
  state: LabState;
  act: (action: LabAction) => void;
  eventsOf: LabHandle['eventsOf'];
};

/** The whole log, what of it is shown, and what AWS sends for the current entry. Fetched with the tab. */
export function LogPanel({ lang, words, state, act, eventsOf }: Props) {
  const { entries } = runOf(state);
  const found = useMemo(
    () => wantedEntries(entries, state.logFilter, { task: state.picked, say: (entry) => sayEntry(lang, entry) }).length,
    [entries, state.logFilter, state.picked, lang],
  );
  return (
    <>
      {state.shown !== null && <Sent words={words} state={state} eventsOf={eventsOf} />}
      {state.shown !== null && <LogChoice lang={lang} state={state} act={act} found={found} />}
      <Log lang={lang} words={words} state={state} act={act} whole />
    </>
  );
}
