import { labMessages } from '../../i18n/lab-messages.ts';
import { runMessages } from '../../i18n/run-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AnswerSet, Entry } from '../../simulator/run.ts';
import { clock } from '../lab/chart-model.ts';
import { Mark } from '../lab/Mark.tsx';
import { inline } from '../lab/Prose.tsx';
import { sayEntry, sayValue } from '../lab/say.ts';
import type { GoalTold } from './still-run.ts';

/** The second, and what has just happened. */
export function Now({ lang, second, entry }: { lang: Language; second: number; entry: Entry | undefined }) {
  return (
    <p class="run-now small">
      <b class="num">{clock(second)}</b>{' '}
      {entry === undefined ? labMessages[lang].beforeRun : inline(sayEntry(lang, entry))}
    </p>
  );
}

/** The verdict in short: each goal, met or not, with what the run gave. */
export function Goals({ lang, goals }: { lang: Language; goals: readonly GoalTold[] }) {
  const words = labMessages[lang];
  return (
    <ul class="goals">
      {goals.map(({ id, metric, say, met, observed }) => (
        <li key={id}>
          <Mark met={met} label={met ? words.met : words.notMet} />
          <b>{inline(say[lang])}</b>
          <span class="got">{sayValue(words, metric, observed)}</span>
        </li>
      ))}
    </ul>
  );
}

/** What stands above a run that a text tells: its name, and what was set for it. */
export function RunTitle({ lang, title, set }: { lang: Language; title: string; set: AnswerSet }) {
  const words = runMessages[lang];
  const settings = Object.entries(set);
  return (
    <figcaption>
      <p class="label">{words.run}</p>
      <p class="run-title">{title}</p>
      <ul class="run-set" aria-label={words.settings}>
        {settings.length === 0 && <li>{words.asWritten}</li>}
        {settings.map(([path, value]) => (
          <li key={path}>
            <code>{path.slice(path.lastIndexOf('/') + 1)}</code>{' '}
            <b class="num">{typeof value === 'string' ? value : JSON.stringify(value)}</b>
          </li>
        ))}
      </ul>
    </figcaption>
  );
}
