import { useState } from 'preact/hooks';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { Bring } from './Bring.tsx';
import { type Draft, titleOf } from './draft.ts';
import { KeptWorlds } from './KeptWorlds.tsx';
import { fileNameOf, saveText } from './save-text.ts';
import type { OpenOutcome } from './use-sandbox.ts';

type Props = {
  lang: Language;
  words: SandboxWords;
  draft: Draft;
  open: (candidate: unknown) => Promise<OpenOutcome>;
};

/** The world kept on this device, as a file, and from a file. */
export function Keep({ lang, words, draft, open }: Props) {
  const [name, setName] = useState<string | null>(null);
  const [times, setTimes] = useState(0);
  const [said, setSaid] = useState('');
  const shown = name ?? titleOf(draft, lang) ?? words.myWorld;
  const keep = async () => {
    try {
      const store = await import('./kept-worlds.ts');
      await store.keepWorld({ name: shown.trim().slice(0, 80) || words.myWorld, atMs: Date.now(), draft });
      setSaid(words.isKept);
      setTimes(times + 1);
    } catch {
      // The device has no storage, or it is full.
      setSaid(words.notKept);
    }
  };
  const exportYaml = async () => {
    const part = await import('./scenario-text.ts').catch(() => undefined);
    if (part === undefined) return setSaid(words.partNotLoaded);
    const file = fileNameOf(titleOf(draft, 'en'));
    saveText(file, part.writeScenario(draft, [words.fileHeader(file)]));
    setSaid(words.exported(file));
  };
  return (
    <section class="block keep" aria-labelledby="keep-name">
      <h2 id="keep-name">{words.keepTitle}</h2>
      <div class="field">
        <label for="world-to-keep">{words.keepAs}</label>
        <div class="row nowrap">
          <input
            class="input"
            id="world-to-keep"
            autocomplete="off"
            maxLength={80}
            value={shown}
            onInput={(event) => setName(event.currentTarget.value)}
          />
          <button class="btn" type="button" onClick={() => void keep()}>
            {words.keepHere}
          </button>
        </div>
      </div>
      <KeptWorlds lang={lang} words={words} open={open} times={times} />
      <div class="row">
        <button class="btn" type="button" onClick={() => void exportYaml()}>
          {words.exportYaml}
        </button>
      </div>
      <p class="small" role="status">
        {said}
      </p>
      <Bring words={words} open={open} />
    </section>
  );
}
