import { createHmac } from 'node:crypto';
import { isSame, newToken } from './tokens.ts';

/** Who follows a room. A seat of a player, or one of the two other views. */
export type Who = { role: 'host' } | { role: 'screen' } | { role: 'player'; seat: string };

const GOOD_FOR_MS = 60_000;

/**
 * Tickets for a stream: an `EventSource` can send no header, and a token in an address would stand in logs. A ticket says
 * who follows which room until when, signed with what only servers of the room know, so that any of them takes it; each of
 * them takes it once.
 */
export class Tickets {
  readonly #now: () => number;
  readonly #used = new Map<string, number>();

  constructor(now: () => number) {
    this.#now = now;
  }

  give(room: string, who: Who, secret: string): string {
    const seat = who.role === 'player' ? who.seat : '';
    const text = [who.role, seat, this.#now() + GOOD_FOR_MS, newToken()].join('.');
    return `${text}.${sign(room, text, secret)}`;
  }

  /** Who the ticket was given to; undefined when it is not for this room, too old, used, or no ticket. */
  take(room: string, ticket: string, secret: string): Who | undefined {
    const [role, seat = '', until = '', nonce = '', signature = ''] = ticket.split('.');
    const now = this.#now();
    if (!isSame(signature, sign(room, [role, seat, until, nonce].join('.'), secret))) return undefined;
    if (Number(until) <= now || this.#used.has(nonce)) return undefined;
    for (const [old, end] of this.#used) {
      if (end > now) break;
      this.#used.delete(old);
    }
    this.#used.set(nonce, Number(until));
    return role === 'player' ? { role, seat } : role === 'host' || role === 'screen' ? { role } : undefined;
  }
}

function sign(room: string, text: string, secret: string): string {
  return createHmac('sha256', secret).update(`${room}\n${text}`).digest('base64url').slice(0, 22);
}
