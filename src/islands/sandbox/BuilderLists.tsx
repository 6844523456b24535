import type { Change } from '../../simulator/scenario/scenario-schema.ts';
import { valueAt } from '../lab/controls-model.ts';
import type { PartProps } from './BuilderForm.tsx';
import { freshChange, freshId, NO_TEXT, pathsOf, replaced } from './builder-model.ts';
import { Field } from './Field.tsx';
import { GoalForm, ReadingFields } from './GoalForm.tsx';
import { Remove } from './Remove.tsx';
import { TextPair } from './TextPair.tsx';

/** The paths that a learner may set. */
export function ControlsForm({ words, sandbox, draft, form, set, faultsAt }: PartProps) {
  const paths = pathsOf(draft);
  const used = form.change.map(({ path }) => path);
  const add = () => {
    const favourite = paths.find((path) => /desiredCount|minimumHealthyPercent/.test(path) && !used.includes(path));
    const path = favourite ?? paths.find((each) => !used.includes(each)) ?? '';
    set({ ...form, change: [...form.change, freshChange(path, valueAt(draft.world, path))] });
  };
  return (
    <>
      <ol class="entries">
        {form.change.map((change, index) => {
          const place = `challenge.change.${index}`;
          const put = (next: Change | undefined) => set({ ...form, change: replaced(form.change, index, next) });
          const without = (key: 'min' | 'max') => {
            const { [key]: _, ...rest } = change;
            return rest;
          };
          return (
            <li class="entry" key={index}>
              <div class="fields with-path">
                <Field
                  label={words.path}
                  kind="text"
                  value={change.path}
                  offered={paths}
                  faults={faultsAt(`${place}.path`)}
                  set={(path) =>
                    put({
                      ...freshChange(String(path ?? ''), valueAt(draft.world, String(path ?? ''))),
                      ...(change.choices ? { choices: change.choices } : {}),
                    })
                  }
                />
                {(['min', 'max'] as const).map((key) => (
                  <Field
                    key={key}
                    label={key}
                    isCode
                    kind="number"
                    value={change[key]}
                    faults={faultsAt(`${place}.${key}`)}
                    set={(value) => put(value === undefined ? without(key) : { ...change, [key]: value as number })}
                  />
                ))}
              </div>
              <TextPair
                words={words}
                label={words.label}
                text={change.label}
                path={`${place}.label`}
                faultsAt={faultsAt}
                set={(label) => put({ ...change, label })}
              />
              <Remove words={sandbox} name={change.path} remove={() => put(undefined)} />
            </li>
          );
        })}
      </ol>
      <button class="btn" type="button" onClick={add}>
        + {words.addControl}
      </button>
    </>
  );
}

/** The goals, each with how it stands now. */
export function GoalsForm({ lang, words, sandbox, draft, form, set, proof, isFresh, faultsAt }: PartProps) {
  const metrics = proof?.metrics ?? [];
  const service = draft.world.services?.[0]?.serviceName;
  const add = () => {
    const metric = service === undefined ? (metrics[0] ?? '') : `services.${service}.running`;
    const id = freshId(
      'goal',
      form.goals.map((goal) => goal.id),
    );
    set({
      ...form,
      goals: [...form.goals, { id, metric, over: 'always', take: 'min', is: { atLeast: 1 }, say: NO_TEXT }],
    });
  };
  return (
    <>
      <ol class="entries">
        {form.goals.map((goal, index) => (
          <GoalForm
            key={index}
            {...{ lang, words, sandbox, metrics, faultsAt, goal }}
            path={`challenge.goals.${index}`}
            now={isFresh ? proof?.present?.[index] : undefined}
            set={(next) => set({ ...form, goals: replaced(form.goals, index, next) })}
          />
        ))}
      </ol>
      <button class="btn" type="button" onClick={add}>
        + {words.addGoal}
      </button>
    </>
  );
}

/** What is asked before the run. */
export function PredictionsForm({ lang, words, sandbox, draft, form, set, proof, faultsAt }: PartProps) {
  const metrics = proof?.metrics ?? [];
  const service = draft.world.services?.[0]?.serviceName ?? '';
  const add = () => {
    const id = freshId(
      'lowest',
      form.predict.map((each) => each.id),
    );
    const metric = `services.${service}.running`;
    set({ ...form, predict: [...form.predict, { id, ask: NO_TEXT, metric, over: 'always', take: 'min' }] });
  };
  return (
    <>
      <ol class="entries">
        {form.predict.map((prediction, index) => {
          const path = `challenge.predict.${index}`;
          const put = (next: typeof prediction | undefined) =>
            set({ ...form, predict: replaced(form.predict, index, next) });
          return (
            <li class="entry" key={index}>
              <div class="fields">
                <ReadingFields {...{ lang, words, sandbox, metrics, faultsAt, path }} reading={prediction} set={put} />
              </div>
              <TextPair
                words={words}
                label={words.ask}
                text={prediction.ask}
                path={`${path}.ask`}
                faultsAt={faultsAt}
                set={(ask) => put({ ...prediction, ask })}
                long
              />
              <Remove words={sandbox} name={prediction.id} remove={() => put(undefined)} />
            </li>
          );
        })}
      </ol>
      <button class="btn" type="button" onClick={add}>
        + {words.addPrediction}
      </button>
    </>
  );
}
