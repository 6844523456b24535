import { randomInt } from 'node:crypto';
import type { Context } from 'hono';
import type { Door, Join, Joined } from '../../live/commands.ts';
import { readJoin } from '../../live/messages.ts';
import { nameKey } from '../../live/name-key.ts';
import { makeName, readName } from '../../live/names.ts';
import type { RoomEvent } from '../../live/room-events.ts';
import { doorOf, whyNotJoin } from '../../live/seats.ts';
import { randomFrom } from '../../random/random.ts';
import { readCode } from './codes.ts';
import type { LiveApp, LiveEnv, LiveParts } from './live.ts';
import type { LiveRoom } from './live-room.ts';
import { refuse, refuseFold } from './replies.ts';
import { bodyOf } from './request-parts.ts';
import { newToken, pseudonym, seatOf } from './tokens.ts';

type Sitting = Extract<RoomEvent, { t: 'joined' }>;
type LiveContext = Context<LiveEnv>;

/** Tries of a made name: two who come at once may be given the same one. */
const TRIES = 5;
/** From here on most made names are taken. */
const MANY = 500;

/** GET `/codes/:code` and POST `/codes/:code/join`. */
export function addJoinRoute(app: LiveApp, parts: LiveParts): void {
  app.get('/codes/:code', async (context) => {
    const room = await roomOfCode(context, parts);
    return room instanceof Response ? room : context.json(doorOf(room.state) satisfies Door);
  });

  app.post('/codes/:code/join', async (context) => {
    const room = await roomOfCode(context, parts);
    if (room instanceof Response) return room;
    const wish = await bodyOf(context, readJoin);
    return wish instanceof Response ? wish : join(context, room, wish);
  });
}

/** Wrong codes are counted, and who guesses has to wait; but not before a room in which somebody of this address sits. */
async function roomOfCode(context: LiveContext, { rooms, wrongCodes }: LiveParts): Promise<LiveRoom | Response> {
  const [arrivedAt, address] = [context.get('arrivedAt'), context.get('address')];
  const code = readCode(context.req.param('code') ?? '');
  const room = code === undefined ? undefined : await rooms.findByCode(code);
  const isKnown = room?.addresses.has(pseudonymOf(room, address)) === true;
  const waitMs = isKnown ? 0 : wrongCodes.waitMs(address, arrivedAt);
  if (waitMs > 0) return refuse(context, 429, 'too-many-codes', { waitMs });
  if (room !== undefined) return room;
  wrongCodes.failed(address, arrivedAt);
  return refuse(context, 404, 'wrong-code');
}

async function join(context: LiveContext, room: LiveRoom, wish: Join): Promise<Response> {
  const [arrivedAt, address] = [context.get('arrivedAt'), context.get('address')];
  const name = wish.name === undefined || wish.name.trim() === '' ? undefined : readName(wish.name);
  if (name?.fault !== undefined) return refuse(context, 400, 'name');
  const token = newToken();
  const { lang, team } = wish;
  const seat: Omit<Sitting, 'name'> = {
    t: 'joined',
    seat: seatOf(token),
    lang,
    ...(team === undefined ? {} : { team }),
    from: pseudonymOf(room, address),
  };
  const event = { ...seat, name: name?.name ?? nameFor(room, lang) };
  const why = whyNotJoin(room.state, event);
  if (why !== undefined) return refuseFold(context, why);
  const waitMs = room.gate().ask(address, arrivedAt);
  if (waitMs > 0) return refuse(context, 429, 'too-many', { waitMs });
  for (let tries = 1; ; tries++) {
    const named = tries === 1 ? event : { ...seat, name: nameFor(room, lang, true) };
    const { verdict } = await room.append(named);
    const sitting = room.state.seats.get(seat.seat);
    if (verdict.ok && sitting !== undefined) {
      const { name, status } = sitting;
      const joined: Joined = {
        room: room.id,
        seat: seat.seat,
        token,
        name,
        status: status === 'in' ? 'in' : 'waiting',
      };
      return context.json(joined, 201);
    }
    const isTaken = !verdict.ok && verdict.why === 'name-taken' && name === undefined;
    if (!isTaken || tries === TRIES) return refuseFold(context, verdict.ok ? 'no-seat' : verdict.why);
  }
}

/**
 * A name that nobody has, in the language of the page. In a hall, and where other servers give names at the same moment, with a
 * number that is drawn: counting up would take long and give two the same.
 */
function nameFor({ state }: LiveRoom, lang: Join['lang'], isRetry = false): string {
  const random = randomFrom('name', randomInt(2 ** 32));
  const isTaken = (key: string) => state.names.has(key);
  if (!isRetry && state.names.size < MANY) return makeName(lang, random, isTaken);
  let name: string;
  do name = `${makeName(lang, random, () => false)} ${randomInt(100, 100_000)}`;
  while (isTaken(nameKey(name)));
  return name;
}

/** An address as the log keeps it. */
function pseudonymOf({ state }: LiveRoom, address: string): string {
  return pseudonym(state.made?.hostHash ?? '', address);
}
