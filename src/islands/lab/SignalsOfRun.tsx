import { useMemo } from 'preact/hooks';
import { signalMessages } from '../../i18n/signal-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { LabState } from './lab-model.ts';
import type { Track } from './Playhead.tsx';
import { Signals } from './Signals.tsx';
import { signalsOf } from './signals-model.ts';

type Props = { lang: Language; state: LabState; seconds: number; width: number; follow?: Track['follow'] };

/** What the services of the run on show are measured by, fetched with the first run. */
export function SignalsOfRun({ lang, state, seconds, width, follow }: Props) {
  const signals = useMemo(
    () => (state.shown === null ? [] : signalsOf(state.shown.graded.grade, state.lab.source.challenge)),
    [state.shown],
  );
  if (signals.length === 0) return null;
  return (
    <Signals
      words={signalMessages[lang]}
      signals={signals}
      seconds={seconds}
      second={state.second}
      width={width}
      follow={follow}
    />
  );
}
