import { useEffect, useRef, useState } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { atReadingPace } from './at-reading-pace.ts';
import { clock } from './chart-model.ts';
import type { LabState } from './lab-model.ts';
import { runOf } from './playhead.ts';
import { sayEntry } from './say.ts';

type Props = {
  lang: Language;
  words: LabWords;
  state: LabState;
  /** What is said of a new run that has no goals. */
  sayRun?: (end: string) => string;
};

/** Tells a screen reader what changed: a run's verdict, a refusal, the entry stepped to. Silent while the run plays. */
export const Spoken = atReadingPace(Status);

function Status({ lang, words, state, sayRun }: Props) {
  const [text, setText] = useState('');
  const first = useRef(true);
  useEffect(() => {
    if (state.shown === null) return;
    const { goals, seconds } = state.shown.graded.grade;
    const end = clock(seconds);
    setText(sayRun?.(end) ?? words.saidRun(goals.filter((goal) => goal.met).length, goals.length, end));
    first.current = true;
  }, [state.shown]);
  useEffect(() => {
    if (state.faults.length > 0) setText([words.saidRefused, ...state.faults.map((fault) => fault.message)].join(' '));
  }, [state.faults]);
  useEffect(() => {
    if (state.shown === null || state.playing) return;
    // The verdict has just been said; the entry at which a new run stands would talk over it.
    if (first.current) {
      first.current = false;
      return;
    }
    const entry = runOf(state).entries[state.entry];
    if (entry) setText(`${clock(entry.at)} ${sayEntry(lang, entry)}`);
  }, [state.entry, state.playing]);
  return (
    <p class="vh" role="status">
      {text}
    </p>
  );
}
