import type { BuilderWords } from '../../i18n/builder-messages.ts';
import { labMessages } from '../../i18n/lab-messages.ts';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { GoalResult } from '../../simulator/run.ts';
import type { Goal, Prediction } from '../../simulator/scenario/scenario-schema.ts';
import { isMoment, sayTest, sayValue } from '../lab/say.ts';
import { TAKES, TESTS } from './builder-model.ts';
import { Field } from './Field.tsx';
import { Remove } from './Remove.tsx';
import { TextPair } from './TextPair.tsx';

type Shared = {
  lang: Language;
  words: BuilderWords;
  sandbox: SandboxWords;
  metrics: readonly string[];
  faultsAt: (path: string) => string[];
  path: string;
};

type ReadingProps<T> = Shared & { reading: T; set: (reading: T) => void };

/** Metric, window and reduction: what is read from a run. */
export function ReadingFields<T extends Goal | Prediction>({
  words,
  metrics,
  faultsAt,
  path,
  reading,
  set,
}: ReadingProps<T>) {
  const { over = 'always', take = 'last' } = reading;
  const window = typeof over === 'string' ? over : `${over.from}–${over.to} s`;
  const windows = ['always', 'deployment', 'final'].map((value) => ({ value, label: words.windows(value) }));
  return (
    <>
      <Field
        label="metric"
        isCode
        kind="text"
        value={reading.metric}
        offered={metrics}
        faults={faultsAt(`${path}.metric`)}
        set={(metric) => set({ ...reading, metric: String(metric ?? '') })}
      />
      <Field
        label={words.over}
        kind="choice"
        value={window}
        choices={typeof over === 'string' ? windows : [...windows, { value: window, label: window }]}
        set={(value) => value !== window && set({ ...reading, over: value as 'always' | 'deployment' | 'final' })}
      />
      <Field
        label={words.take}
        kind="choice"
        value={take}
        choices={TAKES.map((value) => ({ value, label: words.takes(value) }))}
        set={(value) => set({ ...reading, take: value as Goal['take'] })}
      />
    </>
  );
}

type Props = Shared & {
  goal: Goal;
  set: (goal: Goal | undefined) => void;
  /** How the goal stands under the settings on show. */
  now: GoalResult | undefined;
};

/** One goal: what is read, what it has to be, and how that is said to a learner. */
export function GoalForm({ goal, set, now, ...shared }: Props) {
  const { lang, words, sandbox, faultsAt, path } = shared;
  const test = TESTS.find((each) => each in goal.is);
  const bound = test === undefined ? undefined : (goal.is as Record<string, number>)[test];
  return (
    <li class="entry">
      <div class="row between">
        <p class="entry-name">
          <code>{goal.id || '–'}</code>
          {now && (
            <span class={now.met ? 'tag ok' : 'tag bad'}>
              {now.met ? words.goalMet : words.goalMissed}: {sayValue(labMessages[lang], goal.metric, now.observed)}
            </span>
          )}
        </p>
        <Remove words={sandbox} name={goal.id} remove={() => set(undefined)} />
      </div>
      <div class="fields">
        <Field
          label="id"
          isCode
          kind="text"
          value={goal.id}
          faults={faultsAt(`${path}.id`)}
          set={(id) => set({ ...goal, id: String(id ?? '') })}
        />
        <ReadingFields {...shared} reading={goal} set={set} />
        {test === undefined ? (
          <p class="small">
            {words.betweenKept} {sayTest(goal.metric, goal.is)}
          </p>
        ) : (
          <>
            <Field
              label={words.is}
              kind="choice"
              value={test}
              choices={TESTS.map((value) => ({ value, label: words.tests(value) }))}
              set={(value) => set({ ...goal, is: { [String(value)]: bound } as Goal['is'] })}
            />
            <Field
              label={isMoment(goal.metric) ? `${words.bound} (s)` : words.bound}
              kind="number"
              value={bound}
              faults={faultsAt(`${path}.is`)}
              set={(value) => set({ ...goal, is: { [test]: typeof value === 'number' ? value : 0 } as Goal['is'] })}
            />
          </>
        )}
      </div>
      <TextPair
        words={words}
        label={words.say}
        text={goal.say}
        path={`${path}.say`}
        faultsAt={faultsAt}
        set={(say) => set({ ...goal, say })}
      />
    </li>
  );
}
