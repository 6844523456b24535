import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../../i18n/text.ts';
import type { ScreenFrame } from '../../../live/frames.ts';
import { browserWorld } from '../browser-world.ts';
import { bellOf, type Link, type Lost, openConnection, wakeWith } from '../connection.ts';

export type ScreenState = {
  /** The page was opened without a room. */
  isBare: boolean;
  link: Link;
  lost: Lost | undefined;
  frame: ScreenFrame | undefined;
  arrivedAt: number;
};

const BEGIN: ScreenState = { isBare: false, link: 'connecting', lost: undefined, frame: undefined, arrivedAt: 0 };

/** The projector's connection, by the key that its address holds after `#`: `room;token`. */
export function useScreen(lang: Language): ScreenState {
  const [state, setState] = useState(BEGIN);
  useEffect(() => {
    const key = takeKey();
    const change = (changed: Partial<ScreenState>) => setState((before) => ({ ...before, ...changed }));
    if (key === undefined) return change({ isBare: true });
    const connection = openConnection<ScreenFrame>(browserWorld, {
      ...key,
      to: 'screen',
      lang,
      nextWithin: bellOf,
      onFrame: (frame, arrivedAt) => change({ frame, arrivedAt }),
      onLink: (link) => change({ link }),
      onLost: (lost) => change({ lost }),
    });
    const sleep = wakeWith(window, connection);
    return () => {
      sleep();
      connection.close();
    };
  }, [lang]);
  return state;
}

const KEY = 'drydock-live-screen';

/** The whole class sees the address bar: the key leaves it at once and stays with this entry of the tab, also over a reload. */
function takeKey(): { room: string; token: string } | undefined {
  const fragment = location.hash.slice(1);
  const kept = (history.state as Record<string, string> | null)?.[KEY] ?? '';
  const [room = '', token = ''] = (fragment.includes(';') ? fragment : kept).split(';');
  if (room === '' || token === '') return undefined;
  history.replaceState({ ...(history.state as object | null), [KEY]: `${room};${token}` }, '', location.pathname);
  return { room, token };
}
