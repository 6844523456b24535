import type { Language } from '../../i18n/text.ts';
import { ask, type LiveWorld, pauseBefore, type StreamPort } from './live-request.ts';

/** `connecting`: on its way. `offline`: tried more than once in vain; it goes on trying. */
export type Link = 'connecting' | 'connected' | 'offline';

/** Why no further try is made. `gone`: there is no such room any more. `stranger`: the token is not of this room. */
export type Lost = 'gone' | 'stranger';

export type ConnectionProps<F> = {
  /** Whose page this is. A frame for another means that the token is another one's: the host's on the wall, a player's at the host. */
  to: 'player' | 'host' | 'screen';
  room: string;
  /** Of a seat, of the host or of the projector. */
  token: string;
  /** In which language questions come. */
  lang: Language;
  /** `arrivedAt` is the world's `now` at the moment of arrival: times in a frame count from there. */
  onFrame: (frame: F, arrivedAt: number) => void;
  /** Milliseconds within which the room must be heard again: a bell will ring. A stream that says nothing then is dead. */
  nextWithin: (frame: F) => number | undefined;
  onLink: (link: Link) => void;
  onLost: (why: Lost) => void;
};

export type Connection = {
  /** The device woke, or has a network again: what may be dead is made anew, at once. */
  wake: () => void;
  close: () => void;
};

/**
 * Holds a stream of frames open for as long as it is wanted. A stream that breaks is taken up again by the browser with
 * `Last-Event-ID`; one that the browser gave up (an expired ticket, a 503) is made anew with a fresh ticket, after a
 * pause of its own length for each client.
 */
export function openConnection<F extends { to?: string }>(world: LiveWorld, props: ConnectionProps<F>): Connection {
  let stream: StreamPort | undefined;
  let failures = 0;
  let heardAt = world.now();
  /** Each try has its number, so that the answer to an old one is dropped. */
  let turn = 0;
  let cancel = () => {};
  let cancelNext = () => {};

  const say = (link: Link) => props.onLink(link);
  const stop = () => {
    turn++;
    cancel();
    cancelNext();
    stream?.close();
    stream = undefined;
  };
  const later = (atLeastMs = 0) => {
    stop();
    failures++;
    say(failures > 1 ? 'offline' : 'connecting');
    cancel = world.after(pauseBefore(failures, world.random, atLeastMs), () => void begin());
  };
  const begin = async () => {
    stop();
    const mine = turn;
    const reply = await ask<{ ticket: string }>(world, `/rooms/${encodeURIComponent(props.room)}/ticket`, props);
    if (mine !== turn) return;
    if (reply.kind === 'later') return later(reply.afterMs);
    if (reply.kind === 'refused') {
      stop();
      return props.onLost(reply.status === 401 || reply.status === 403 ? 'stranger' : 'gone');
    }
    listen(reply.body.ticket);
  };
  const listen = (ticket: string) => {
    const query = new URLSearchParams({ ticket, lang: props.lang });
    const opened = world.openStream(`/api/live/rooms/${encodeURIComponent(props.room)}/stream?${query}`);
    stream = opened;
    const isMine = () => stream === opened;
    // A connection that neither opens nor fails: a captive network, a proxy that holds it.
    const patience = () => {
      cancel();
      cancel = world.after(OPEN_MS, () => isMine() && later());
    };
    patience();
    const heard = () => {
      cancel();
      failures = 0;
      heardAt = world.now();
      say('connected');
    };
    opened.addEventListener('open', () => isMine() && heard());
    opened.addEventListener('frame', ({ data }) => {
      const frame = isMine() ? readFrame<F>(data) : undefined;
      if (frame === undefined) return;
      if (frame.to !== undefined && frame.to !== props.to) {
        stop();
        return props.onLost('stranger');
      }
      heard();
      cancelNext();
      const nextMs = props.nextWithin(frame);
      if (nextMs !== undefined) cancelNext = world.after(Math.max(0, nextMs) + spread(world), () => void begin());
      props.onFrame(frame, heardAt);
    });
    opened.addEventListener('error', () => {
      if (!isMine()) return;
      if (opened.readyState === CLOSED) return later();
      say(failures > 0 ? 'offline' : 'connecting');
      failures++;
      patience();
    });
  };

  say('connecting');
  void begin();
  return {
    wake: () => {
      if (stream?.readyState === OPEN && world.now() - heardAt < SILENCE_MS) return;
      failures = Math.min(failures, 1);
      void begin();
    },
    close: stop,
  };
}

/** Not everybody in one moment, and later than the frame itself. */
function spread({ random }: LiveWorld): number {
  return 4000 + 4000 * random();
}

/** Of a hosted question that is open with a bell: its end is told. */
export function bellOf({ phase, leftMs }: { phase: string; leftMs?: number }): number | undefined {
  return phase === 'open' ? leftMs : undefined;
}

const OPEN = 1;
const CLOSED = 2;
/** A stream that did not open by then is made anew. */
const OPEN_MS = 12_000;
/** A phone that slept longer than this may hold a dead connection without knowing. */
const SILENCE_MS = 15_000;

function readFrame<F>(data: string | undefined): F | undefined {
  try {
    return JSON.parse(data ?? '') as F;
  } catch {
    return undefined;
  }
}

/** Wakes a connection when the page is shown again or the network is back; the answer takes the listeners away. */
export function wakeWith(page: Window & typeof globalThis, connection: Connection): () => void {
  const wake = () => {
    if (page.document.visibilityState === 'visible') connection.wake();
  };
  page.addEventListener('online', wake);
  page.addEventListener('pageshow', wake);
  page.document.addEventListener('visibilitychange', wake);
  return () => {
    page.removeEventListener('online', wake);
    page.removeEventListener('pageshow', wake);
    page.document.removeEventListener('visibilitychange', wake);
  };
}
