import { useEffect, useRef, useState } from 'preact/hooks';
import { loadScenario } from '../quiz/load-scenario.ts';
import type { Draft } from './draft.ts';
import { worldOnly } from './draft.ts';
import type { SandboxAction, SandboxState } from './sandbox-model.ts';
import { readShare, writeShare } from './share-fragment.ts';
import type { OpenOutcome } from './use-sandbox.ts';

/** Milliseconds that a draft rests before the address is written: browsers refuse more than about three writes a second. */
const REST_MS = 400;

/**
 * Keeps the draft in the address, and takes over what a link brings: a shared world, or `#from=<topic>/<id>`, the world of
 * a scenario of the lab. Whatever cannot be read is told, and nothing that was there is lost.
 */
export function useAddress(
  state: SandboxState,
  act: (action: SandboxAction) => void,
  open: (candidate: unknown) => Promise<OpenOutcome>,
): string | 'too-large' {
  const [fragment, setFragment] = useState('');
  const own = useRef('');
  useEffect(() => {
    let reading = 0;
    const read = async () => {
      const { hash } = location;
      if (hash === `#${own.current}`) return;
      // A fragment that names a place on the page has led there; the address holds the world again.
      if (document.getElementById(hash.slice(1)) !== null) {
        if (own.current !== '') history.replaceState(history.state, '', `#${own.current}`);
        return;
      }
      const mine = ++reading;
      const notice = await take(hash, () => mine === reading, open);
      if (mine === reading && notice) act({ do: 'notice', notice });
    };
    const changed = () => void read();
    changed();
    addEventListener('hashchange', changed);
    return () => {
      reading++;
      removeEventListener('hashchange', changed);
    };
  }, []);
  const { draft, isNew } = state;
  useEffect(() => {
    if (isNew) return;
    let wanted = true;
    const rest = setTimeout(async () => {
      const written = await writeShare(draft);
      if (!wanted) return;
      own.current = written ?? '';
      setFragment(written ?? 'too-large');
      history.replaceState(history.state, '', written === undefined ? location.pathname : `#${written}`);
    }, REST_MS);
    return () => {
      wanted = false;
      clearTimeout(rest);
    };
  }, [draft, isNew]);
  return fragment;
}

type Notice = Extract<SandboxAction, { do: 'notice' }>['notice'];

/** Takes over what a fragment brings; what is wrong with it, if something is. */
async function take(
  hash: string,
  isWanted: () => boolean,
  open: (candidate: unknown) => Promise<OpenOutcome>,
): Promise<Notice | undefined> {
  const from = /^#from=([a-z0-9-]+\/[a-z0-9-]+)$/.exec(hash)?.[1];
  if (from !== undefined) {
    const source = await loadScenario(from);
    if (source === undefined) return { kind: 'not-loaded' };
    return isWanted() ? refusedOf(await open(worldOnly(source as Draft))) : undefined;
  }
  const read = await readShare(hash);
  if (read.kind === 'none') return undefined;
  if (read.kind !== 'value') return read;
  return isWanted() ? refusedOf(await open(read.value)) : undefined;
}

function refusedOf(outcome: OpenOutcome): Notice | undefined {
  return outcome === 'opened' ? undefined : { kind: 'refused', faults: outcome.faults };
}
