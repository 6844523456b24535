import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../../i18n/text.ts';
import type { Door } from '../../../live/commands.ts';
import { browserWorld } from '../browser-world.ts';
import { ask } from '../live-request.ts';

/** How old the counts of teams may be on a page that is looked at. */
const AGAIN_MS = 8_000;

/**
 * What the room says to who has its code. Undefined until it is known, and where it cannot be: then one joins without.
 * `noRoom` is called when there is no such room, before a name was thought of.
 */
export function useDoor(lang: Language, code: string, noRoom: () => void): Door | undefined {
  const [door, setDoor] = useState<Door>();
  useEffect(() => {
    let isHere = true;
    let stop = () => {};
    const look = async () => {
      const reply = await ask<Door>(browserWorld, `/codes/${code}`, { lang, method: 'GET' });
      if (!isHere) return;
      if (reply.kind === 'refused' && reply.why === 'wrong-code') return noRoom();
      const teams = reply.kind === 'ok' ? reply.body?.teams : undefined;
      if (Array.isArray(teams)) setDoor(reply.kind === 'ok' ? reply.body : undefined);
      // Without teams nothing at the door changes.
      if (teams === undefined || teams.length > 0) stop = browserWorld.after(AGAIN_MS, () => void lookIfSeen());
    };
    const lookIfSeen = async () => {
      if (document.hidden) stop = browserWorld.after(AGAIN_MS, () => void lookIfSeen());
      else await look();
    };
    void look();
    return () => {
      isHere = false;
      stop();
    };
  }, [code, lang]);
  return door;
}
