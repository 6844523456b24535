import { useEffect, useRef, useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import type { Command } from '../../live/commands.ts';
import type { HostFrame } from '../../live/frames.ts';
import { browserWorld } from '../live/browser-world.ts';
import { bellOf, type Link, type Lost, openConnection, wakeWith } from '../live/connection.ts';
import { ask } from '../live/live-request.ts';
import type { HostKey } from './host-model.ts';

export type HostRoom = {
  frame: HostFrame | undefined;
  /** By `performance.now`: times in the frame count from there. */
  arrivedAt: number;
  link: Link;
  lost: Lost | undefined;
  /** What became of the last command, when it was not done: a sentence. */
  fault: string;
  send: (command: Command) => Promise<boolean>;
};

/** The room as its host sees it now, and the way to lead it. `unreachable` is said when the server gives no reason. */
export function useHostRoom(lang: Language, { room, token }: HostKey, unreachable: string): HostRoom {
  const [seen, setSeen] = useState<{ frame: HostFrame; arrivedAt: number }>();
  const [link, setLink] = useState<Link>('connecting');
  const [lost, setLost] = useState<Lost>();
  const [fault, setFault] = useState('');
  const [inFlight, sent] = [useRef<readonly string[]>([]), useRef<Promise<unknown>>(Promise.resolve())];
  useEffect(() => {
    const connection = openConnection<HostFrame>(browserWorld, {
      to: 'host',
      room,
      token,
      lang,
      onFrame: (frame, arrivedAt) => setSeen({ frame, arrivedAt }),
      nextWithin: bellOf,
      onLink: setLink,
      onLost: setLost,
    });
    const rest = wakeWith(window, connection);
    return () => {
      rest();
      connection.close();
    };
  }, [room, token]);
  const frame = seen?.frame;
  // What was refused is past when the room is at something else: another page of the host may have moved it.
  useEffect(() => setFault(''), [frame?.phase, frame?.question, frame?.round, frame?.locked]);
  const place = useRef('');
  place.current = [frame?.phase, frame?.question, frame?.round].join();
  const post = async (command: Command, pressedAt: string) => {
    const path = `/rooms/${encodeURIComponent(room)}/command`;
    const reply = await ask<{ off: string }>(browserWorld, path, { lang, token, body: command });
    // The room has gone on since it was pressed: what was wished has happened, or is past.
    const isPast = reply.kind === 'refused' && place.current !== pressedAt;
    setFault(reply.kind === 'ok' || isPast ? '' : reply.error || unreachable);
    return reply.kind === 'ok';
  };
  const send = (command: Command) => {
    // One after the other. The same pressed again while it is on its way is the same.
    const name = JSON.stringify(command);
    if (inFlight.current.includes(name)) return Promise.resolve(false);
    inFlight.current = [...inFlight.current, name];
    const pressedAt = place.current;
    const done = sent.current.then(() => post(command, pressedAt));
    sent.current = done.then(() => {
      inFlight.current = inFlight.current.filter((each) => each !== name);
    });
    return done;
  };
  return { frame, arrivedAt: seen?.arrivedAt ?? 0, link, lost, fault, send };
}
