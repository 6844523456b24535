import type { Context } from 'hono';
import type { Read } from '../../live/messages.ts';
import { textOf } from './exchange.ts';
import type { LiveEnv, LiveParts } from './live.ts';
import type { LiveRoom } from './live-room.ts';
import { refuse } from './replies.ts';

import type { Who } from './tickets.ts';
import { bearerOf, hashOf, isSame, seatOf } from './tokens.ts';

const LOOK_AGAIN_MS = 50;

type LiveContext = Context<LiveEnv>;

/** The body as JSON of the form that `read` knows, or the refusal. */
export async function bodyOf<T>(context: LiveContext, read: (value: unknown) => Read<T>): Promise<T | Response> {
  let value: unknown;
  try {
    const text = await textOf(context.req);
    if (text === undefined) return refuse(context, 413, 'too-large');
    value = JSON.parse(text);
  } catch {
    return refuse(context, 400, 'no-json');
  }
  const { value: body, fault } = { value: undefined, ...read(value) };
  // Where and what: for who writes a client. A page never sends such a body.
  return fault === undefined ? (body as T) : refuse(context, 400, 'shape', { fault });
}

/** The room of the address, and who the token says is asking; or the refusal. */
export async function enter(
  context: LiveContext,
  { rooms, world }: LiveParts,
): Promise<{ room: LiveRoom; who: Who } | Response> {
  const id = context.req.param('room') ?? '';
  const room = await arrived(() => rooms.find(id), world.lagMs);
  if (room === undefined) return refuse(context, 404, 'no-room');
  const token = bearerOf(context.req.header('Authorization'));
  const who = token === undefined ? undefined : await arrived(async () => whoIs(room, token), world.lagMs);
  return who === undefined ? refuse(context, 401, 'no-token') : { room, who };
}

/** What another server has just written may not be here yet: nobody is told "unknown" for that. */
async function arrived<T>(find: () => Promise<T | undefined>, lagMs: number): Promise<T | undefined> {
  for (let waited = 0; ; waited += LOOK_AGAIN_MS) {
    const found = await find();
    if (found !== undefined || waited >= lagMs) return found;
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
  }
}

function whoIs({ state }: LiveRoom, token: string): Who | undefined {
  const seat = seatOf(token);
  if (state.seats.has(seat)) return { role: 'player', seat };
  const hash = hashOf(token);
  if (isSame(hash, state.made?.hostHash ?? '')) return { role: 'host' };
  return isSame(hash, state.made?.screenHash ?? '') ? { role: 'screen' } : undefined;
}

/** As `enter`, for the host alone. */
export async function enterAsHost(context: LiveContext, parts: LiveParts): Promise<LiveRoom | Response> {
  const entered = await enter(context, parts);
  if (entered instanceof Response) return entered;
  return entered.who.role === 'host' ? entered.room : refuse(context, 403, 'not-allowed');
}
