import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { atReadingPace } from './at-reading-pace.ts';
import { clock } from './chart-model.ts';
import type { LabAction, LabState } from './lab-model.ts';
import { stillEntry } from './moment.ts';
import { inline } from './Prose.tsx';
import { runOf } from './playhead.ts';
import { sayEntry } from './say.ts';

type Props = { lang: Language; words: LabWords; state: LabState; act: (action: LabAction) => void };

/** What has just happened, and how the yard is shown. */
export const YardBar = atReadingPace(Bar);

function Bar({ lang, words, state, act }: Props) {
  return (
    <div class="yard-bar">
      <p class="what">
        <span class="two-lines">
          <Now lang={lang} words={words} state={state} />
        </span>
      </p>
      <div class="row">
        <Choice
          legend={words.lengthShows}
          name="length"
          options={[
            { value: 'memory', label: words.memory },
            { value: 'cpu', label: words.cpu },
          ]}
          value={state.size}
          set={(size) => act({ do: 'size', size })}
        />
        <Choice
          legend={words.view}
          name="view"
          options={[
            { value: 'yard', label: words.yard },
            { value: 'table', label: words.table },
          ]}
          value={state.view}
          set={(view) => act({ do: 'view', view })}
        />
      </div>
    </div>
  );
}

function Now({ lang, words, state }: Pick<Props, 'lang' | 'words' | 'state'>) {
  const run = runOf(state);
  const entry = state.entry <= stillEntry(run) ? undefined : run.entries[state.entry];
  if (state.shown === null || entry === undefined) return <>{words.beforeRun}</>;
  return (
    <>
      <b>
        {words.moment} {clock(state.second)}.
      </b>{' '}
      {inline(sayEntry(lang, entry))}
    </>
  );
}

type ChoiceProps<T extends string> = {
  legend: string;
  name: string;
  options: { value: T; label: string }[];
  value: T;
  set: (value: T) => void;
};

function Choice<T extends string>({ legend, name, options, value, set }: ChoiceProps<T>) {
  return (
    <fieldset class="seg">
      <legend class="vh">{legend}</legend>
      {options.map((option) => (
        <label key={option.value}>
          <input type="radio" name={name} checked={option.value === value} onChange={() => set(option.value)} />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
