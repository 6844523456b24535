import type { BuilderWords } from '../../i18n/builder-messages.ts';
import { labMessages } from '../../i18n/lab-messages.ts';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AnswerSet } from '../../simulator/run.ts';
import { Controls } from '../lab/Controls.tsx';
import { controlsOf, withValue } from '../lab/controls-model.ts';
import type { LabAction, LabState } from '../lab/lab-model.ts';
import type { Proof } from '../simulation/protocol.ts';
import { type ChallengeForm, endsAsSaid, freshId, replaced } from './builder-model.ts';
import type { Draft } from './draft.ts';
import { FaultList } from './FaultList.tsx';
import { Field } from './Field.tsx';
import { Remove } from './Remove.tsx';
import { TextPair } from './TextPair.tsx';

type Props = {
  lang: Language;
  words: BuilderWords;
  sandbox: SandboxWords;
  draft: Draft;
  lab: LabState;
  form: ChallengeForm;
  set: (form: ChallengeForm) => void;
  proof: Proof | undefined;
  isFresh: boolean;
  present: AnswerSet;
  setPresent: (present: AnswerSet) => void;
  faultsAt: (path: string) => string[];
};

/** The learner's controls to try, and the settings that were taken as solutions and mistakes, each with its verdict. */
export function AnswersForm(props: Props) {
  const { lang, words, draft, lab, form, set, proof, isFresh, present, setPresent } = props;
  const controls = controlsOf(
    draft.world,
    form.change.filter(({ path }) => path !== ''),
  );
  const state: LabState = {
    ...lab,
    lab: { ...lab.lab, source: { ...lab.lab.source, world: draft.world } },
    controls,
    answer: present,
    faults: [],
  };
  const act = (action: LabAction) => {
    if (action.do === 'set') setPresent(withValue(present, action.control, action.value));
  };
  const missed = (proof?.present ?? []).flatMap(({ id, met }) => (met ? [] : [id]));
  const names = [...form.solutions, ...form.mistakes].map(({ name }) => name);
  const takeSolution = () =>
    set({ ...form, solutions: [...form.solutions, { name: freshId('solution', names), set: present }] });
  const takeMistake = () => {
    const name = Object.keys(present).length === 0 ? 'as-it-was' : 'mistake';
    const mistake = { name: freshId(name, names), set: present, fails: missed, why: { en: '', ko: '' } };
    set({ ...form, mistakes: [...form.mistakes, mistake] });
  };
  const canTake = isFresh && proof?.present !== null && proof !== undefined && form.goals.length > 0;
  return (
    <>
      {controls.length === 0 ? (
        <p class="empty">{words.noControls}</p>
      ) : (
        <div class="try controls-here">
          <Controls lang={lang} words={labMessages[lang]} state={state} act={act} />
          <p class="small" role="status">
            {canTake && (missed.length === 0 ? words.passes : words.passesNot(missed.join(', ')))}
          </p>
          <div class="row">
            <button class="btn" type="button" disabled={!canTake || missed.length > 0} onClick={takeSolution}>
              {words.takeSolution}
            </button>
            <button class="btn" type="button" disabled={!canTake || missed.length === 0} onClick={takeMistake}>
              {words.takeMistake}
            </button>
          </div>
        </div>
      )}
      <ol class="entries">
        {form.solutions.map((solution, index) => (
          <Answer
            key={`solution ${index}`}
            {...props}
            kind="solutions"
            index={index}
            remove={() => set({ ...form, solutions: replaced(form.solutions, index, undefined) })}
            rename={(name) => set({ ...form, solutions: replaced(form.solutions, index, { ...solution, name }) })}
          />
        ))}
        {form.mistakes.map((mistake, index) => {
          const put = (next: typeof mistake | undefined) =>
            set({ ...form, mistakes: replaced(form.mistakes, index, next) });
          return (
            <Answer
              key={`mistake ${index}`}
              {...props}
              kind="mistakes"
              index={index}
              remove={() => put(undefined)}
              rename={(name) => put({ ...mistake, name })}
              takeMissed={(fails) => put({ ...mistake, fails })}
            >
              <TextPair
                words={words}
                label={words.why}
                text={mistake.why}
                path={`challenge.mistakes.${index}.why`}
                faultsAt={props.faultsAt}
                set={(why) => put({ ...mistake, why })}
                long
              />
            </Answer>
          );
        })}
      </ol>
    </>
  );
}

type AnswerProps = Props & {
  kind: 'solutions' | 'mistakes';
  index: number;
  remove: () => void;
  rename: (name: string) => void;
  takeMissed?: (fails: string[]) => void;
  children?: preact.ComponentChildren;
};

function Answer(props: AnswerProps) {
  const { words, sandbox, form, kind, index, faultsAt, remove, rename, setPresent, children } = props;
  const answer = form[kind][index];
  if (answer === undefined) return null;
  const place = `challenge.${kind}.${index}`;
  return (
    <li class="entry">
      <div class="row between">
        <p class="entry-name">
          <span class={kind === 'solutions' ? 'tag ok' : 'tag bad'}>
            {kind === 'solutions' ? words.solution : words.mistake}
          </span>
          <span class="mono small">{sayset(words, answer.set)}</span>
        </p>
        <span class="row">
          <button class="as-link small" type="button" onClick={() => setPresent(answer.set)}>
            {words.tryIt}
          </button>
          <Remove words={sandbox} name={answer.name} remove={remove} />
        </span>
      </div>
      <Ending {...props} />
      <div class="fields">
        <Field
          label={words.name}
          isCode
          kind="text"
          value={answer.name}
          faults={[...faultsAt(`${place}.name`), ...faultsAt(`${place}.fails`)]}
          set={(name) => rename(String(name ?? ''))}
        />
      </div>
      {children}
    </li>
  );
}

/** How the answer ends when it is run, against what is said of it. */
function Ending({ words, sandbox, form, kind, index, proof, takeMissed }: AnswerProps) {
  const found = proof?.answers.find((each) => each.key === kind && each.index === index);
  if (found === undefined) return <p class="small faint">{words.notTried}</p>;
  if (found.faults.length > 0) return <FaultList words={sandbox} faults={found.faults} />;
  const said = kind === 'mistakes' ? (form.mistakes[index]?.fails ?? []) : [];
  const list = (goals: readonly string[]) => (goals.length === 0 ? words.noGoalMissed : goals.join(', '));
  const isAsSaid = endsAsSaid(form, found);
  if (kind === 'solutions')
    return isAsSaid ? (
      <p class="ending ok">{words.passes}</p>
    ) : (
      <p class="ending bad">{words.passesNot(list(found.missed))}</p>
    );
  return isAsSaid ? (
    <p class="ending ok">{words.failsAsSaid(list(found.missed))}</p>
  ) : (
    <p class="ending bad">
      {words.failsOther(list(found.missed), list(said))}{' '}
      {found.missed.length > 0 && (
        <button class="as-link" type="button" onClick={() => takeMissed?.(found.missed)}>
          {words.takeMissed}
        </button>
      )}
    </p>
  );
}

/** `minimumHealthyPercent 50 · maximumPercent 150`. */
function sayset(words: BuilderWords, set: AnswerSet): string {
  const parts = Object.entries(set).map(
    ([path, value]) => `${path.slice(path.lastIndexOf('/') + 1)} ${JSON.stringify(value)}`,
  );
  return parts.join(' · ') || words.asItIs;
}
