import type { BuilderWords } from '../../i18n/builder-messages.ts';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AnswerSet } from '../../simulator/run.ts';
import type { LabState } from '../lab/lab-model.ts';
import type { Proof } from '../simulation/protocol.ts';
import { AnswersForm } from './AnswersForm.tsx';
import { ControlsForm, GoalsForm, PredictionsForm } from './BuilderLists.tsx';
import { type ChallengeForm, replaced } from './builder-model.ts';
import type { Draft } from './draft.ts';
import { Happenings } from './Happenings.tsx';
import { TextPair } from './TextPair.tsx';
import { WordsForm } from './WordsForm.tsx';

export type BuilderFormProps = {
  lang: Language;
  words: BuilderWords;
  sandbox: SandboxWords;
  draft: Draft;
  lab: LabState;
  form: ChallengeForm;
  edit: (draft: Draft) => void;
  /** The challenge of the draft as it now is. */
  set: (form: ChallengeForm) => void;
  proof: Proof | undefined;
  isFresh: boolean;
  present: AnswerSet;
  setPresent: (present: AnswerSet) => void;
  lessons: readonly string[];
  sandboxLink: string;
};

/** What every part of the form is given. */
export type PartProps = BuilderFormProps & { faultsAt: (path: string) => string[] };

/** A scenario for learners, part by part, in the order in which one thinks of it. */
export function BuilderForm(props: BuilderFormProps) {
  const { words, sandbox, draft, form, set, edit, proof } = props;
  const faultsAt = (path: string) =>
    (proof?.faults ?? []).filter((fault) => fault.path === path).map(({ message }) => message);
  const shared = { ...props, faultsAt };
  return (
    <div class="builder-form">
      <Part id="part-words" name={words.words}>
        <WordsForm {...shared} />
      </Part>
      <Part id="part-world" name={sandbox.world} hint={words.worldHint}>
        <p>
          <a href={props.sandboxLink}>{words.changeWorld}</a>
        </p>
        <Happenings
          words={sandbox}
          draft={draft}
          second={-1}
          faults={proof?.faults ?? []}
          edit={edit}
          goTo={() => undefined}
        />
      </Part>
      <Part id="part-controls" name={words.controls} hint={words.controlsHint}>
        <ControlsForm {...shared} />
      </Part>
      <Part id="part-goals" name={words.goals} hint={words.goalsHint}>
        <GoalsForm {...shared} />
      </Part>
      <Part id="part-answers" name={words.answers} hint={words.answersHint}>
        <AnswersForm {...shared} />
      </Part>
      <Part id="part-hints" name={words.hints} hint={words.hintsHint}>
        {form.hints.map((hint, index) => (
          <TextPair
            key={index}
            words={words}
            label={words.hint(index + 1)}
            text={hint}
            path={`challenge.hints.${index}`}
            faultsAt={faultsAt}
            set={(next) => set({ ...form, hints: replaced(form.hints, index, next) })}
            long
          />
        ))}
      </Part>
      <Part id="part-predictions" name={words.predictions} hint={words.predictionsHint}>
        <PredictionsForm {...shared} />
      </Part>
    </div>
  );
}

function Part({
  id,
  name,
  hint,
  children,
}: {
  id: string;
  name: string;
  hint?: string;
  children: preact.ComponentChildren;
}) {
  return (
    <section class="part" id={id} aria-labelledby={`${id}-name`}>
      <h2 id={`${id}-name`}>{name}</h2>
      {hint && <p class="small faint part-hint">{hint}</p>}
      {children}
    </section>
  );
}
