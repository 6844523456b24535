import { labMessages } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { clock } from '../lab/chart-model.ts';
import type { LabState } from '../lab/lab-model.ts';
import { Mark } from '../lab/Mark.tsx';
import { stillEntry } from '../lab/moment.ts';
import { inline } from '../lab/Prose.tsx';
import { runOf } from '../lab/playhead.ts';
import { sayEntry, sayValue } from '../lab/say.ts';

type Props = { lang: Language; state: LabState };

/** The second, and what has just happened. */
export function Now({ lang, state }: Props) {
  const run = runOf(state);
  const entry = state.entry <= stillEntry(run) ? undefined : run.entries[state.entry];
  return (
    <p class="run-now small">
      <b class="num">{clock(state.second)}</b>{' '}
      {entry === undefined ? labMessages[lang].beforeRun : inline(sayEntry(lang, entry))}
    </p>
  );
}

/** The verdict in short: each goal, met or not, with what the run gave. */
export function Goals({ lang, state }: Props) {
  const words = labMessages[lang];
  const goals = state.lab.source.challenge?.goals ?? [];
  const results = state.shown?.graded.grade.goals ?? [];
  return (
    <ul class="goals">
      {results.map((result) => {
        const goal = goals.find((each) => each.id === result.id);
        if (goal === undefined) return null;
        return (
          <li key={result.id}>
            <Mark met={result.met} label={result.met ? words.met : words.notMet} />
            <b>{inline(goal.say[lang])}</b>
            <span class="got">{sayValue(words, goal.metric, result.observed)}</span>
          </li>
        );
      })}
    </ul>
  );
}
