import { useState } from 'preact/hooks';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import { useFileDrop } from '../file-place/use-file-drop.ts';
import type { SimulationFault } from '../simulation/protocol.ts';
import { FaultList } from './FaultList.tsx';
import type { OpenOutcome } from './use-sandbox.ts';

/** Larger texts are no scenario that a browser runs. */
const MOST_CHARACTERS = 1_000_000;

type Props = { words: SandboxWords; open: (candidate: unknown) => Promise<OpenOutcome> };

type Failed = 'too-large' | 'unread' | 'not-loaded' | { line: number; message: string } | SimulationFault[];

/** A scenario from a file or a paste, YAML or JSON. What cannot be read is told at its place, and nothing is lost. */
export function Bring({ words, open }: Props) {
  const [pasted, setPasted] = useState('');
  const [failed, setFailed] = useState<Failed>();
  const take = async (text: string) => setFailed(await bring(text, open));
  const takeFile = async (file: File | undefined) => {
    if (file === undefined) return;
    if (file.size > 4 * MOST_CHARACTERS) return setFailed('too-large');
    const text = await file.text().catch(() => undefined);
    if (text === undefined) setFailed('unread');
    else await take(text);
  };
  const drop = useFileDrop(([file]) => void takeFile(file));
  return (
    <div class="bring drop-place" {...drop}>
      <div class="row">
        <label class="btn file-button">
          {words.openFile}
          <input
            type="file"
            accept=".yaml,.yml,.json,application/json,application/yaml"
            onChange={(event) => {
              const input = event.currentTarget;
              void takeFile(input.files?.[0]).then(() => {
                // So that the same file can be opened again.
                input.value = '';
              });
            }}
          />
        </label>
      </div>
      <details class="more">
        <summary>{words.paste}</summary>
        <div class="field">
          <label class="vh" for="pasted-scenario">
            {words.pasted}
          </label>
          <textarea
            class="input mono"
            id="pasted-scenario"
            rows={5}
            spellcheck={false}
            value={pasted}
            onInput={(event) => setPasted(event.currentTarget.value)}
          />
        </div>
        <button class="btn" type="button" disabled={pasted.trim() === ''} onClick={() => void take(pasted)}>
          {words.openPasted}
        </button>
      </details>
      <div role="status">{failed !== undefined && <Told words={words} failed={failed} />}</div>
    </div>
  );
}

async function bring(text: string, open: Props['open']): Promise<Failed | undefined> {
  if (text.length > MOST_CHARACTERS) return 'too-large';
  const part = await import('./scenario-text.ts').catch(() => undefined);
  if (part === undefined) return 'not-loaded';
  const read = part.readText(text);
  if (read.fault) return read.fault;
  const outcome = await open(read.value);
  return outcome === 'opened' ? undefined : outcome.faults;
}

function Told({ words, failed }: { words: SandboxWords; failed: Failed }) {
  if (Array.isArray(failed)) {
    return (
      <>
        <p class="fault-line">{words.notAWorld}</p>
        <FaultList words={words} faults={failed} />
      </>
    );
  }
  if (typeof failed === 'object') return <p class="fault-line">{words.notYaml(failed.line, failed.message)}</p>;
  const said = { 'too-large': words.fileTooLarge, unread: words.fileUnread, 'not-loaded': words.partNotLoaded };
  return <p class="fault-line">{said[failed]}</p>;
}
