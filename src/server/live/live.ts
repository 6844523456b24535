import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { pathIn } from '../../i18n/paths.ts';
import type { EventLog } from '../event-log/event-log.ts';
import { clientAddress } from './addresses.ts';
import { ClockSkew } from './clock-skew.ts';
import { HEADERS, saysTooMuch } from './exchange.ts';
import { Grader } from './grader.ts';
import { addHostRoutes } from './host-routes.ts';
import { addJoinRoute } from './join-route.ts';
import { JOIN_PAGE } from './live-room.ts';
import { type Phones, phonesOf } from './phones.ts';
import type { Presence } from './presence.ts';
import { type QuestionBank, readQuestionBank } from './question-bank.ts';
import type { ReadData } from './question-source.ts';
import { languageOf, refusalOf, refuse, sayRefusal } from './replies.ts';
import { Rooms } from './rooms.ts';
import { Tickets } from './tickets.ts';
import { TokenBucket, TokenBuckets } from './token-bucket.ts';
import { WrongCodes } from './wrong-codes.ts';

/** What live rooms may not find out for themselves. */
export type LiveWorld = {
  log: EventLog<unknown>;
  /** Data of the built site, and the questions that it does not show. */
  read: ReadData;
  /** The bank is read once; while content is being written, at every use. */
  keepsBank: boolean;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Addresses under which players reach this server, best first. */
  join: () => string[];
  /** How long an event of another server may take to get here, ms; 0 where there is no other. */
  lagMs: number;
  /** Who is connected at the other servers. */
  presence: Presence;
  /** There is a proxy in front that says where requests come from. */
  trustProxy: boolean;
};

export type LiveEnv = { Bindings: HttpBindings; Variables: { arrivedAt: number; address: string } };
export type LiveApp = Hono<LiveEnv>;

/** What the routes share. */
export type LiveParts = {
  rooms: Rooms;
  bank: () => Promise<QuestionBank>;
  grader: Grader;
  tickets: Tickets;
  wrongCodes: WrongCodes;
  limits: { creations: TokenBuckets; answers: TokenBuckets; tickets: TokenBuckets };
  world: LiveWorld;
};

/** `phones` takes what comes from every phone at once, `app` everything else of the API. */
export type Live = { app: LiveApp; phones: Phones; rooms: Rooms; stop: () => Promise<void> };

/** The API of live rooms, going on with every room that the log has. */
export async function openLive(world: LiveWorld): Promise<Live> {
  const { log, now } = world;
  const rooms = await Rooms.open({ log, now, join: world.join, skew: new ClockSkew(), presence: world.presence });
  const grader = new Grader(world.read);
  const parts: LiveParts = {
    rooms,
    bank: makeBank(world),
    grader,
    tickets: new Tickets(now),
    wrongCodes: new WrongCodes(now()),
    limits: {
      creations: new TokenBuckets((at) => new TokenBucket(120, 1 / 3, at)),
      answers: new TokenBuckets((at) => new TokenBucket(40, 4, at)),
      tickets: new TokenBuckets((at) => new TokenBucket(20, 1, at)),
    },
    world,
  };
  return {
    app: makeApp(parts),
    phones: phonesOf(parts),
    rooms,
    stop: async () => {
      rooms.stop();
      await grader.close();
      await world.presence.close();
      await log.close();
    },
  };
}

function makeApp(parts: LiveParts): LiveApp {
  const { now, join, trustProxy } = parts.world;
  const app: LiveApp = new Hono();
  app.use(async (context, next) => {
    // Before anything of the body is read: what the server is busy with costs nobody points.
    context.set('arrivedAt', now());
    const { incoming, outgoing } = context.env;
    const forwarded = trustProxy ? context.req.header('X-Forwarded-For') : undefined;
    context.set('address', clientAddress(incoming.socket.remoteAddress, forwarded, trustProxy));
    for (const [name, value] of HEADERS) outgoing.setHeader(name, value);
    return saysTooMuch(incoming) ? refuse(context, 413, 'too-large') : next();
  });
  app.get('/', (context) => {
    const page = pathIn(languageOf(context.req.header('Accept-Language')), JOIN_PAGE);
    return context.json({ live: true, join: join().map((address) => address + page) });
  });
  addHostRoutes(app, parts);
  addJoinRoute(app, parts);
  app.all('*', (context) => refuse(context, 404, 'nothing'));
  app.onError((error, context) => sayRefusal(context, refusalOf(error)));
  return app;
}

function makeBank({ read, keepsBank }: LiveWorld): () => Promise<QuestionBank> {
  let kept: Promise<QuestionBank> | undefined;
  return () => {
    if (kept !== undefined && keepsBank) return kept;
    const reading = readQuestionBank(read);
    kept = reading;
    reading.catch(() => {
      kept = undefined;
    });
    return reading;
  };
}
