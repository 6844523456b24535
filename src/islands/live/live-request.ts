import type { Language } from '../../i18n/text.ts';

/** What talking to a room may not find out for itself, so that tests can give it. */
export type LiveWorld = {
  fetch: (path: string, init: RequestInit) => Promise<Response>;
  openStream: (url: string) => StreamPort;
  /** Milliseconds that never go back, from any beginning: no clock that a person can set. */
  now: () => number;
  /** Calls later; the answer takes it back. */
  after: (ms: number, then: () => void) => () => void;
  /** From 0 to below 1. */
  random: () => number;
};

/** The part of an EventSource that is used. `readyState` 2: it has given up. */
export type StreamPort = {
  readonly readyState: number;
  addEventListener: (type: string, listener: (event: { data?: string }) => void) => void;
  close: () => void;
};

/**
 * What became of a request. `refused`: asking again changes nothing; `error` is a sentence for a person. `later`: the
 * server could not be reached (`status` 0) or is not ready, so that asking again is right, and safe.
 */
export type Reply<T> =
  | { kind: 'ok'; body: T }
  | { kind: 'refused'; status: number; error: string; why: string }
  | { kind: 'later'; status: number; error: string; afterMs: number };

export type LiveRequest = {
  lang: Language;
  /** Seat, host or screen token. */
  token?: string | undefined;
  method?: 'GET' | 'POST' | 'DELETE';
  body?: unknown;
};

/** A request to `/api/live`; never rejects. A server that says nothing for ten seconds counts as out of reach. */
export async function ask<T>(world: Pick<LiveWorld, 'fetch'>, path: string, request: LiveRequest): Promise<Reply<T>> {
  const { lang, token, method = 'POST', body } = request;
  try {
    const answer = await world.fetch(`/api/live${path}`, {
      method,
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
      headers: {
        'Accept-Language': lang,
        ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const said = await readJson(answer);
    if (answer.ok) return { kind: 'ok', body: said as T };
    const error = textOf(said, 'error');
    if (answer.status >= 500 || answer.status === 429 || answer.status === 408) {
      return {
        kind: 'later',
        status: answer.status,
        error,
        afterMs: 1000 * (Number(answer.headers.get('Retry-After')) || 0),
      };
    }
    return { kind: 'refused', status: answer.status, error, why: textOf(said, 'why') };
  } catch {
    return { kind: 'later', status: 0, error: '', afterMs: 0 };
  }
}

const PATIENCE_MS = 10_000;

/**
 * Milliseconds until the next try: longer after each failure, and never the same for two clients, so that a class does
 * not come back in one moment. `atLeastMs` is what the server asked for.
 */
export function pauseBefore(failures: number, random: () => number, atLeastMs = 0): number {
  const most = Math.min(8000, 500 * 2 ** Math.min(failures, 5));
  return Math.round(Math.min(atLeastMs, 30_000) + most * (0.4 + 0.6 * random()));
}

async function readJson(answer: Response): Promise<unknown> {
  try {
    return await answer.json();
  } catch {
    // A proxy or a static host answers with a page.
    return undefined;
  }
}

function textOf(said: unknown, field: 'error' | 'why'): string {
  const value = typeof said === 'object' && said !== null ? (said as Record<string, unknown>)[field] : undefined;
  return typeof value === 'string' ? value : '';
}
