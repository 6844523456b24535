import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { sinkOf } from './follower.ts';
import type { LiveApp, LiveParts } from './live.ts';
import { languageOf, refuse } from './replies.ts';
import { enter } from './request-parts.ts';

/** POST `/rooms/:room/ticket` and GET `/rooms/:room/stream`. */
export function addStreamRoutes(app: LiveApp, parts: LiveParts): void {
  const { rooms, tickets, limits } = parts;

  app.post('/rooms/:room/ticket', async (context) => {
    const entered = await enter(context, parts);
    if (entered instanceof Response) return entered;
    const { room, who } = entered;
    const arrivedAt = context.get('arrivedAt');
    const bucket = limits.tickets.of(`${room.id} ${who.role === 'player' ? who.seat : who.role}`, arrivedAt);
    if (!bucket.take(arrivedAt)) return refuse(context, 429, 'too-many', { waitMs: bucket.waitMs(arrivedAt) });
    return context.json({ ticket: tickets.give(room.id, who, room.secret) });
  });

  app.get('/rooms/:room/stream', async (context) => {
    const room = await rooms.find(context.req.param('room'));
    if (room === undefined) return refuse(context, 404, 'no-room');
    const who = tickets.take(room.id, context.req.query('ticket') ?? '', room.secret);
    if (who === undefined) return refuse(context, 401, 'no-ticket');
    const { outgoing } = context.env;
    if (outgoing === undefined) throw new Error('A stream needs a connection of its own.');
    const wish = context.req.query('lang');
    const lang = wish === 'en' || wish === 'ko' ? wish : languageOf(context.req.header('Accept-Language'));
    room.attach(sinkOf(outgoing), { who, lang, after: context.req.header('Last-Event-ID') });
    return RESPONSE_ALREADY_SENT;
  });
}
