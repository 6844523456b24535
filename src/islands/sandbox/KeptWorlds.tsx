import { useEffect, useState } from 'preact/hooks';
import type { SandboxWords } from '../../i18n/sandbox-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { KeptWorld } from './kept-worlds.ts';
import type { OpenOutcome } from './use-sandbox.ts';

type Props = {
  lang: Language;
  words: SandboxWords;
  open: (candidate: unknown) => Promise<OpenOutcome>;
  /** Counts up when one was kept. */
  times?: number;
};

/** The worlds that are kept on this device. */
export function KeptWorlds({ lang, words, open, times = 0 }: Props) {
  const [worlds, setWorlds] = useState<KeptWorld[]>([]);
  const [said, setSaid] = useState('');
  const read = async () => {
    const store = await import('./kept-worlds.ts').catch(() => undefined);
    if (store) setWorlds(await store.keptWorlds());
  };
  useEffect(() => void read(), [times]);
  const forget = async (name: string) => {
    const store = await import('./kept-worlds.ts');
    await store.forgetWorld(name);
    setSaid(words.forgotten(name));
    await read();
  };
  const take = async ({ name, draft }: KeptWorld) => {
    const outcome = await open(draft);
    setSaid(outcome === 'opened' ? '' : words.keptBroken(name));
  };
  return (
    <>
      {worlds.length > 0 && (
        <ul class="kept-worlds" aria-label={words.kept}>
          {worlds.map((world) => (
            <li key={world.name}>
              <button class="as-link" type="button" onClick={() => void take(world)}>
                {world.name}
              </button>
              <time class="small faint" dateTime={new Date(world.atMs).toISOString()}>
                {new Date(world.atMs).toLocaleDateString(lang)}
              </time>
              <button
                class="btn plain slim"
                type="button"
                aria-label={words.removeNamed(world.name)}
                onClick={() => void forget(world.name)}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
      <p class="small" role="status">
        {said}
      </p>
    </>
  );
}
