import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import type { Looked } from '../../live/commands.ts';
import { browserWorld } from '../live/browser-world.ts';
import { ask } from '../live/live-request.ts';
import type { HostKey } from './host-model.ts';

/** However fast a class answers, a spread that moves more often cannot be read. */
const EVERY_MS = 1_000;

/** One question with its key and spread, fetched again after each `change`. Undefined until it is here. */
export function useLooked(lang: Language, { room, token }: HostKey, at: { place: number; change: number }) {
  const [looked, setLooked] = useState<Looked>();
  const [isFailed, setFailed] = useState(false);
  const state = useRef({ wanted: at.change, isBusy: false, isHere: true });
  const path = `/rooms/${encodeURIComponent(room)}/questions/${at.place}`;
  const look = async () => {
    const now = state.current;
    now.isBusy = true;
    for (let had: number | undefined; now.isHere && had !== now.wanted; ) {
      const wanted = now.wanted;
      const reply = await ask<Looked>(browserWorld, path, { lang, token, method: 'GET' });
      if (!now.isHere) return;
      setFailed(reply.kind !== 'ok');
      if (reply.kind === 'ok') setLooked(reply.body);
      // What cannot be had now is asked for again; what is refused is not.
      if (reply.kind !== 'later') had = wanted;
      await new Promise<void>((resolve) => browserWorld.after(EVERY_MS, resolve));
    }
    now.isBusy = false;
  };
  useEffect(() => {
    state.current.wanted = at.change;
    if (!state.current.isBusy) void look();
  }, [at.change]);
  useEffect(() => {
    state.current.isHere = true;
    return () => {
      state.current.isHere = false;
    };
  }, []);
  return { looked, isFailed };
}
