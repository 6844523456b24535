import { useRef, useState } from 'preact/hooks';
import { type JsonFieldWords, jsonFieldMessages } from '../../i18n/json-field-messages.ts';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { FieldsLookUp } from './editor-completion.ts';
import type { JsonFault } from './json-place.ts';
import { placeOfKey } from './json-place.ts';
import { jsonText, type LabAction, type LabState } from './lab-model.ts';
import { useLoaded } from './use-loaded.ts';

export type JsonProps = {
  lang: Language;
  words: LabWords;
  state: LabState;
  act: (action: LabAction) => void;
  fieldsAt: FieldsLookUp;
};

/** The whole answer as JSON: a plain field, and on demand an editor. What is wrong stands below with its line and column. */
export function JsonField({ lang, words, state, act, fieldsAt }: JsonProps) {
  const own = jsonFieldMessages[lang];
  const field = useRef<HTMLTextAreaElement>(null);
  const [wanted, setWanted] = useState(false);
  const [shown, setShown] = useState<{ offset: number; times: number }>();
  const part = useLoaded(wanted, () => import('./JsonEditorHost.tsx'));
  const editor = wanted && part !== undefined && part !== 'failed' ? part : undefined;
  const text = jsonText(state);
  const faults = faultsOf({ words, own }, state, text);
  const write = (next: string) => act({ do: 'write-json', text: next });
  const show = (offset: number) => {
    setShown((before) => ({ offset, times: (before?.times ?? 0) + 1 }));
    field.current?.focus();
    field.current?.setSelectionRange(offset, Math.min(text.length, offset + 1));
  };
  return (
    <div class="field">
      {editor ? (
        <editor.JsonEditorHost
          lang={lang}
          label={words.json}
          text={text}
          faults={faults}
          controls={state.controls}
          fieldsAt={fieldsAt}
          onText={write}
          shown={shown}
        />
      ) : (
        <>
          <label class="vh" for="answer-json">
            {words.json}
          </label>
          <textarea
            ref={field}
            class="input mono"
            id="answer-json"
            rows={Math.min(12, Math.max(4, text.split('\n').length + 1))}
            spellcheck={false}
            autocapitalize="off"
            aria-invalid={faults.length > 0 || undefined}
            aria-describedby={faults.length > 0 ? 'answer-json-help answer-json-faults' : 'answer-json-help'}
            value={text}
            onInput={(event) => write(event.currentTarget.value)}
          />
        </>
      )}
      <p class="hint" id="answer-json-help">
        {editor ? own.editorHelp : own.jsonHelp}
      </p>
      <button class="btn" type="button" onClick={() => setWanted(!wanted)}>
        {wanted ? words.plainField : words.openEditor}
      </button>
      {part === 'failed' && wanted && <p class="fault-line">{words.partFailed}</p>}
      <div id="answer-json-faults" role="status">
        {faults.map((fault) => (
          <p class="fault" key={fault.message}>
            {words.place(fault.line, fault.column)} {fault.message}.{' '}
            <button class="as-link" type="button" onClick={() => show(fault.offset)}>
              {own.showPlace}
            </button>
          </p>
        ))}
        {state.draft?.fault && <p class="hint">{own.jsonKept}</p>}
      </div>
    </div>
  );
}
type Place = { line: number; column: number; offset: number; message: string };

/** Faults of the text itself, and those that the simulator found in a value of it. */
type Both = { words: LabWords; own: JsonFieldWords };

function faultsOf(both: Both, state: LabState, text: string): Place[] {
  const fault = state.draft?.fault;
  if (fault) return [{ ...fault, message: sayJsonFault(both, fault.what) }];
  return state.faults
    .filter((each) => each.path in state.answer)
    .map((each) => ({ ...placeOfKey(text, each.path), message: each.message.replace(/\.$/, '') }));
}

function sayJsonFault({ words, own }: Both, what: JsonFault): string {
  if (what.kind === 'syntax') return own.jsonSyntax(JSON.stringify(what.found));
  return what.kind === 'end' ? words.jsonEnd : own.jsonNotSet;
}
