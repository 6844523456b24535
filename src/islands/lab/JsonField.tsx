import { useRef } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { JsonFault } from './json-place.ts';
import { placeOfKey } from './json-place.ts';
import { jsonText, type LabAction, type LabState } from './lab-model.ts';

type Props = { words: LabWords; state: LabState; act: (action: LabAction) => void };

/** The whole answer as JSON. What is wrong stands below with its line and column, and can be shown in the text. */
export function JsonField({ words, state, act }: Props) {
  const field = useRef<HTMLTextAreaElement>(null);
  const text = jsonText(state);
  const faults = faultsOf(words, state, text);
  const show = (offset: number) => {
    field.current?.focus();
    field.current?.setSelectionRange(offset, Math.min(text.length, offset + 1));
  };
  return (
    <details class="more json">
      <summary>{words.json}</summary>
      <div class="field">
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
          onInput={(event) => act({ do: 'write-json', text: event.currentTarget.value })}
        />
        <p class="hint" id="answer-json-help">
          {words.jsonHelp}
        </p>
        <div id="answer-json-faults" role="status">
          {faults.map((fault) => (
            <p class="fault" key={fault.message}>
              {words.place(fault.line, fault.column)} {fault.message}.{' '}
              <button class="as-link" type="button" onClick={() => show(fault.offset)}>
                {words.showPlace}
              </button>
            </p>
          ))}
          {state.draft?.fault && <p class="hint">{words.jsonKept}</p>}
        </div>
      </div>
    </details>
  );
}

type Place = { line: number; column: number; offset: number; message: string };

/** Faults of the text itself, and those that the simulator found in a value of it. */
function faultsOf(words: LabWords, state: LabState, text: string): Place[] {
  const fault = state.draft?.fault;
  if (fault) return [{ ...fault, message: sayJsonFault(words, fault.what) }];
  return state.faults
    .filter((each) => each.path in state.answer)
    .map((each) => ({ ...placeOfKey(text, each.path), message: each.message.replace(/\.$/, '') }));
}

function sayJsonFault(words: LabWords, what: JsonFault): string {
  if (what.kind === 'syntax') return words.jsonSyntax(JSON.stringify(what.found));
  return what.kind === 'end' ? words.jsonEnd : words.jsonNotSet;
}
