import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { AwsCliFold } from './AwsCliFold.tsx';
import { Controls } from './Controls.tsx';
import { fieldName, sameJson, shownValue } from './controls-model.ts';
import type { FieldsLookUp } from './editor-completion.ts';
import { Icon } from './Icon.tsx';
import { JsonFold } from './JsonFold.tsx';
import type { LabAction, LabState } from './lab-model.ts';
import { inline } from './Prose.tsx';

type Props = {
  lang: Language;
  words: LabWords;
  state: LabState;
  act: (action: LabAction) => void;
  run: () => void;
  /** On a phone the panel is a sheet; elsewhere this says nothing. */
  open: boolean;
  setOpen: (open: boolean) => void;
  fieldsAt: FieldsLookUp;
};

/** What a learner may change, and Run. On a phone a sheet whose head always shows the values and Run. */
export function ControlPanel({ lang, words, state, act, run, open, setOpen, fieldsAt }: Props) {
  const close = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && open) setOpen(false);
  };
  return (
    <section class={open ? 'controls open' : 'controls'} aria-label={words.controlsRegion} onKeyDown={close}>
      <div class="sheet-head">
        <span class="mono">{valuesInShort(lang, state)}</span>
        <button
          class="btn"
          type="button"
          aria-expanded={open}
          aria-controls="controls-body"
          onClick={() => setOpen(!open)}
        >
          {open ? words.close : words.change}
        </button>
        <RunButton words={words} state={state} run={run} short />
      </div>
      <div class="sheet-body stack" id="controls-body">
        <h2>{words.change}</h2>
        <Controls lang={lang} words={words} state={state} act={act} />
        <div class="row run-row">
          <RunButton words={words} state={state} run={run} />
          <HintButton words={words} state={state} act={act} />
        </div>
        <OtherFaults words={words} state={state} />
        <Star words={words} state={state} />
        <Hints lang={lang} words={words} state={state} />
        <JsonFold lang={lang} words={words} state={state} act={act} fieldsAt={fieldsAt} />
        <AwsCliFold lang={lang} words={words} state={state} act={act} />
      </div>
    </section>
  );
}

function RunButton({ words, state, run, short }: Pick<Props, 'words' | 'state' | 'run'> & { short?: boolean }) {
  const word = state.running ? words.runningNow : short || state.shown === null ? words.run : words.runAgain;
  return (
    <button
      class="btn go"
      type="button"
      aria-disabled={state.running || undefined}
      onClick={() => state.running || run()}
    >
      <Icon name="play" />
      {word}
    </button>
  );
}

function HintButton({ words, state, act }: Pick<Props, 'words' | 'state' | 'act'>) {
  const all = state.lab.source.challenge?.hints?.length ?? 0;
  if (state.hints >= all) return null;
  return (
    <button class="btn plain" type="button" onClick={() => act({ do: 'hint' })}>
      {words.hint(state.hints + 1, all)}
    </button>
  );
}

/** What a hint costs is seen before it is opened, and after. */
function Star({ words, state }: Pick<Props, 'words' | 'state'>) {
  if ((state.lab.source.challenge?.hints ?? []).length === 0) return null;
  const isKept = state.hints === 0 && !state.sawSolution;
  return (
    <p class={isKept ? 'star-line kept' : 'star-line'}>
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M10 1.8l2.5 5.3 5.8.7-4.3 4 1.1 5.7L10 14.7l-5.1 2.8L6 11.8l-4.3-4 5.8-.7z" />
      </svg>
      {isKept ? words.starKept : words.starLost}
    </p>
  );
}

function Hints({ lang, words, state }: Pick<Props, 'lang' | 'words' | 'state'>) {
  const hints = (state.lab.source.challenge?.hints ?? []).slice(0, state.hints);
  return (
    <div role="status" class="hint-list">
      {hints.length > 0 && (
        <ol aria-label={words.hints}>
          {hints.map((hint) => (
            <li key={hint.en}>{inline(hint[lang])}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** Faults that belong to no control: they stand under Run. */
function OtherFaults({ words, state }: Pick<Props, 'words' | 'state'>) {
  const paths = new Set(state.controls.map((control) => control.path));
  const others = state.faults.filter((fault) => !paths.has(fault.path));
  if (state.faults.length === 0) return null;
  return (
    <div class="refused-run">
      <p class="fault-line">
        <b>{words.refused}.</b> {state.shown ? words.refusedKept : ''}
      </p>
      {others.map((fault) => (
        <p class="fault-line" key={fault.path + fault.message}>
          {fault.path && <code>{fault.path}</code>} {fault.message}
        </p>
      ))}
    </div>
  );
}

const SHORT: Record<string, string> = { minimumHealthyPercent: 'min', maximumPercent: 'max', desiredCount: 'desired' };

/** `min 67 · max 100`: the values in the head of the sheet. */
function valuesInShort(lang: Language, state: LabState): string {
  return state.controls
    .map((control) => {
      const value = shownValue(control, state.answer);
      const choice = control.kind === 'choices' && control.choices.find((each) => sameJson(each.value, value));
      if (choice) return choice.label[lang];
      const text = typeof value === 'object' ? '…' : String(value ?? '–');
      return `${SHORT[fieldName(control.path)] ?? control.change.label[lang]} ${text}`;
    })
    .slice(0, 3)
    .join(' · ');
}
