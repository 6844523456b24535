import { useState } from 'preact/hooks';
import { labMessages } from '../../i18n/lab-messages.ts';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { FieldsLookUp } from '../lab/editor-completion.ts';
import { readAnswerJson } from '../lab/json-place.ts';
import { useLoaded } from '../lab/use-loaded.ts';
import type { SimulationFault } from '../simulation/protocol.ts';
import type { Draft } from './draft.ts';
import { FaultList } from './FaultList.tsx';
import type { OpenOutcome } from './use-sandbox.ts';

export type DraftJsonProps = {
  lang: Language;
  words: SandboxWords;
  draft: Draft;
  open: (candidate: unknown) => Promise<OpenOutcome>;
  fieldsAt: FieldsLookUp;
};

/** The whole scenario as JSON: a plain field, and on demand the lab's editor. It is taken over when it is right. */
export function DraftJson({ lang, words, draft, open, fieldsAt }: DraftJsonProps) {
  const lab = labMessages[lang];
  const [typed, setTyped] = useState<string | null>(null);
  const [faults, setFaults] = useState<SimulationFault[]>([]);
  const [wanted, setWanted] = useState(false);
  const part = useLoaded(wanted, () => import('../lab/JsonEditorHost.tsx'));
  const editor = wanted && part !== undefined && part !== 'failed' ? part : undefined;
  const text = typed ?? JSON.stringify(draft, null, 2);
  const { fault } = readAnswerJson(text);
  // Any JSON will do here: only what is none has a place.
  const stop = fault && fault.what.kind !== 'not-a-set' ? fault : undefined;
  const write = (next: string) => {
    setTyped(next);
    setFaults([]);
  };
  const take = async () => {
    const outcome = await open(JSON.parse(text));
    if (outcome === 'opened') setTyped(null);
    setFaults(outcome === 'opened' ? [] : outcome.faults);
  };
  return (
    <div class="field">
      {editor ? (
        <editor.JsonEditorHost
          lang={lang}
          label={words.wholeJson}
          text={text}
          faults={stop ? [{ offset: stop.offset, message: words.notJson }] : []}
          controls={[]}
          isScenario
          fieldsAt={fieldsAt}
          onText={write}
          shown={undefined}
        />
      ) : (
        <>
          <label class="vh" for="whole-json">
            {words.wholeJson}
          </label>
          <textarea
            class="input mono"
            id="whole-json"
            rows={12}
            spellcheck={false}
            autocapitalize="off"
            aria-invalid={stop !== undefined || faults.length > 0 || undefined}
            aria-describedby="whole-json-faults"
            value={text}
            onInput={(event) => write(event.currentTarget.value)}
          />
        </>
      )}
      <div id="whole-json-faults" role="status">
        {stop && (
          <p class="fault">
            {lab.place(stop.line, stop.column)} {words.notJson}
          </p>
        )}
        <FaultList words={words} faults={faults} />
      </div>
      <div class="row">
        <button
          class="btn ink"
          type="button"
          disabled={typed === null || stop !== undefined}
          onClick={() => void take()}
        >
          {words.takeJson}
        </button>
        <button class="btn" type="button" onClick={() => setWanted(!wanted)}>
          {wanted ? lab.plainField : lab.openEditor}
        </button>
      </div>
    </div>
  );
}
