import type { IncomingMessage } from 'node:http';
import type { Context } from 'hono';
import type { Read } from '../../live/messages.ts';
import { saysTooMuch, textOf } from './exchange.ts';
import type { LiveEnv, LiveParts } from './live.ts';
import type { LiveRoom } from './live-room.ts';
import { Refusal, refuse, sayRefusal } from './replies.ts';
import type { Who } from './tickets.ts';
import { bearerOf, hashOf, isSame, seatOf } from './tokens.ts';

const LOOK_AGAIN_MS = 50;

type LiveContext = Context<LiveEnv>;

/** The body as JSON of the form that `read` knows, or the refusal. */
export async function readBody<T>(request: IncomingMessage, read: (value: unknown) => Read<T>): Promise<T | Refusal> {
  const text = saysTooMuch(request) ? undefined : await textOf(request);
  if (text === undefined) return new Refusal(413, 'too-large');
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return new Refusal(400, 'no-json');
  }
  const { value: body, fault } = { value: undefined, ...read(value) };
  // Where and what: for who writes a client. A page never sends such a body.
  return fault === undefined ? (body as T) : new Refusal(400, 'shape', { fault });
}

/** The same for a route of the framework. */
export async function bodyOf<T>(context: LiveContext, read: (value: unknown) => Read<T>): Promise<T | Response> {
  const body = await readBody(context.env.incoming, read);
  return body instanceof Refusal ? sayRefusal(context, body) : body;
}

/** The room of the address, and who the header `Authorization` says is asking; or the refusal. */
export async function enter(
  { rooms, world }: Pick<LiveParts, 'rooms' | 'world'>,
  id: string,
  authorization: string | undefined,
): Promise<{ room: LiveRoom; who: Who } | Refusal> {
  const room = rooms.running(id) ?? (await arrived(() => rooms.find(id), world.lagMs));
  if (room === undefined) return new Refusal(404, 'no-room');
  const token = bearerOf(authorization);
  if (token === undefined) return new Refusal(401, 'no-token');
  const who = whoIs(room, token) ?? (await arrived(async () => whoIs(room, token), world.lagMs));
  return who === undefined ? new Refusal(401, 'no-token') : { room, who };
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

/** The same for a route of the framework, for the host alone. */
export async function enterAsHost(context: LiveContext, parts: LiveParts): Promise<LiveRoom | Response> {
  const entered = await enter(parts, context.req.param('room') ?? '', context.req.header('Authorization'));
  if (entered instanceof Refusal) return sayRefusal(context, entered);
  return entered.who.role === 'host' ? entered.room : refuse(context, 403, 'not-allowed');
}
