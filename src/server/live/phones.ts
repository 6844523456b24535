import type { IncomingMessage, ServerResponse } from 'node:http';
import { readAnswer } from '../../live/messages.ts';
import { takeAnswer } from './answer.ts';
import { sendJson } from './exchange.ts';
import type { LiveParts } from './live.ts';
import { languageOf, Refusal, refusalOf, refusalOfFold } from './replies.ts';
import { enter, readBody } from './request-parts.ts';
import { StreamSink } from './stream-sink.ts';

/** Takes a request that is one of phones and answers it; false for every other one. */
export type Phones = (request: IncomingMessage, response: ServerResponse) => boolean;

type Asked = {
  request: IncomingMessage;
  response: ServerResponse;
  room: string;
  query: string;
  /** Before anything of the body is read: what the server is busy with costs nobody points. */
  arrivedAt: number;
};
/** The body of an answer with 200, a refusal, or undefined when there is a stream. */
type Said = object | Refusal | undefined;

const PATH = /^\/api\/live\/rooms\/([\w-]+)\/(answer|ticket|stream)(?:\?(.*))?$/;

/**
 * What every phone of a hall asks in the same second: to answer, and to follow the room. These three addresses are on Node's own
 * request and response, since a framework's cost as much again as all that is done here; everything else of the API is a route.
 */
export function phonesOf(parts: LiveParts): Phones {
  return (request, response) => {
    const [, room = '', what, query = ''] = PATH.exec(request.url ?? '') ?? [];
    if (what === undefined || request.method !== (what === 'stream' ? 'GET' : 'POST')) return false;
    const asked = { request, response, room, query, arrivedAt: parts.world.now() };
    const doing =
      what === 'answer' ? answer(parts, asked) : what === 'ticket' ? ticket(parts, asked) : stream(parts, asked);
    doing.catch(refusalOf).then((said) => say(asked, said));
    return true;
  };
}

function say({ request, response }: Asked, said: Said): void {
  if (said === undefined) return;
  if (!(said instanceof Refusal)) {
    sendJson(response, 200, said);
    return;
  }
  const { status, retryAfter } = said;
  const more = retryAfter === undefined ? [] : ['Retry-After', retryAfter];
  sendJson(response, status, said.body(request.headers['accept-language']), more);
}

/** POST `/rooms/:room/answer`. */
async function answer(parts: LiveParts, { request, room: id, arrivedAt }: Asked): Promise<Said> {
  const entered = await enter(parts, id, request.headers.authorization);
  if (entered instanceof Refusal) return entered;
  const { room, who } = entered;
  if (who.role !== 'player') return refusalOfFold('not-in');
  const { seat } = who;
  const bucket = parts.limits.answers.of(seat, arrivedAt);
  if (!bucket.take(arrivedAt)) return new Refusal(429, 'too-many', { waitMs: bucket.waitMs(arrivedAt) });
  const answer = await readBody(request, readAnswer);
  if (answer instanceof Refusal) return answer;
  return room.during(() => takeAnswer(parts, { room, seat, answer, arrivedAt }));
}

/** POST `/rooms/:room/ticket`. */
async function ticket(parts: LiveParts, { request, room: id, arrivedAt }: Asked): Promise<Said> {
  const entered = await enter(parts, id, request.headers.authorization);
  if (entered instanceof Refusal) return entered;
  const { room, who } = entered;
  const bucket = parts.limits.tickets.of(who.role === 'player' ? who.seat : `${room.id} ${who.role}`, arrivedAt);
  if (!bucket.take(arrivedAt)) return new Refusal(429, 'too-many', { waitMs: bucket.waitMs(arrivedAt) });
  return { ticket: parts.tickets.give(room.id, who, room.secret) };
}

/** GET `/rooms/:room/stream`. */
async function stream({ rooms, tickets }: LiveParts, { request, response, room: id, query }: Asked): Promise<Said> {
  const room = rooms.running(id) ?? (await rooms.find(id));
  if (room === undefined) return new Refusal(404, 'no-room');
  const wishes = new URLSearchParams(query);
  const who = tickets.take(room.id, wishes.get('ticket') ?? '', room.secret);
  if (who === undefined) return new Refusal(401, 'no-ticket');
  // It has hung up meanwhile.
  if (response.socket === null || response.socket.destroyed) return undefined;
  const wish = wishes.get('lang');
  const lang = wish === 'en' || wish === 'ko' ? wish : languageOf(request.headers['accept-language']);
  const after = request.headers['last-event-id'];
  room.attach(new StreamSink(response), { who, lang, after: typeof after === 'string' ? after : undefined });
  return undefined;
}
