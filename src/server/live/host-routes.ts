import { randomInt } from 'node:crypto';
import type { Context } from 'hono';
import type { Looked, NewRoom, Opened } from '../../live/commands.ts';
import { toldOf } from '../../live/common-frame.ts';
import { handle, isRefusal } from '../../live/host-commands.ts';
import { readCommand, readNewRoom } from '../../live/messages.ts';
import { isCreated } from '../../live/room-event-schema.ts';
import type { RoomEvent } from '../../live/room-events.ts';
import { USUAL_SETTINGS } from '../../live/room-state.ts';
import { newCode } from './codes.ts';
import { exportRoom, isForm } from './export.ts';
import { scenariosOf } from './grader.ts';
import type { LiveApp, LiveEnv, LiveParts } from './live.ts';
import { bankLines, chooseQuestions, freezeQuestions } from './question-bank.ts';
import { languageOf, refuse, refuseFold } from './replies.ts';
import { bodyOf, enterAsHost } from './request-parts.ts';
import { hashOf, newToken } from './tokens.ts';

type LiveContext = Context<LiveEnv>;

const MOST_QUESTIONS = 100;
const MOST_ROOMS = 5_000;

/** What a host does: look at the bank, open a room, lead it, take its results along, delete it. */
export function addHostRoutes(app: LiveApp, parts: LiveParts): void {
  app.get('/bank', async (context) => context.json({ questions: bankLines(await parts.bank()) }));

  app.post('/rooms', async (context) => {
    const [arrivedAt, address] = [context.get('arrivedAt'), context.get('address')];
    const bucket = parts.limits.creations.of(address, arrivedAt);
    if (!bucket.take(arrivedAt) || parts.rooms.count >= MOST_ROOMS) {
      return refuse(context, 429, 'too-many', { waitMs: Math.max(1000, bucket.waitMs(arrivedAt)) });
    }
    const wish = await bodyOf(context, readNewRoom);
    return wish instanceof Response ? wish : openRoom(context, parts, wish);
  });

  app.post('/rooms/:room/command', async (context) => {
    const room = await enterAsHost(context, parts);
    if (room instanceof Response) return room;
    const command = await bodyOf(context, readCommand);
    if (command instanceof Response) return command;
    // Answers that were there before the host pressed are taken first.
    if (command.do === 'close' || command.do === 'end') await room.settled();
    const event = handle(room.state, command);
    if (isRefusal(event)) return refuseFold(context, event.refused);
    const { off, verdict } = await room.append(event);
    return verdict.ok ? context.json({ off }) : refuseFold(context, verdict.why);
  });

  app.get('/rooms/:room/export', async (context) => {
    const room = await enterAsHost(context, parts);
    if (room instanceof Response) return room;
    const form = context.req.query('as') ?? '';
    if (!isForm(form)) return refuse(context, 400, 'no-export');
    const lang = languageOf(context.req.header('Accept-Language'));
    const { body, type, name } = await exportRoom(room, {
      form,
      lang,
      table: context.req.query('table'),
      log: parts.world.log,
    });
    await parts.rooms.keep(room.id);
    return context.body(body, 200, { 'Content-Type': type, 'Content-Disposition': `attachment; filename="${name}"` });
  });

  app.get('/rooms/:room/questions/:place', async (context) => {
    const room = await enterAsHost(context, parts);
    if (room instanceof Response) return room;
    const [place, lang] = [Number(context.req.param('place')), languageOf(context.req.header('Accept-Language'))];
    const asked = room.state.questions[place]?.text[lang].asked;
    const told = toldOf(room.state, place, lang);
    if (asked === undefined || told === undefined) return refuseFold(context, 'no-question');
    return context.json({ asked, told } satisfies Looked);
  });

  app.delete('/rooms/:room', async (context) => {
    const room = await enterAsHost(context, parts);
    if (room instanceof Response) return room;
    await parts.rooms.purge(room.id);
    return context.body(null, 204);
  });
}

async function openRoom(context: LiveContext, { rooms, bank, grader }: LiveParts, wish: NewRoom): Promise<Response> {
  const questions = await bank();
  const seed = randomInt(2 ** 32);
  const chosen = chooseQuestions(questions, wish.questions, seed);
  if ('unknown' in chosen) return refuse(context, 400, 'unknown-question', { id: chosen.unknown });
  if (chosen.ids.length === 0) return refuse(context, 400, 'no-questions');
  if (chosen.ids.length > MOST_QUESTIONS) return refuse(context, 400, 'too-many-questions');
  let code = newCode();
  while (!rooms.isFree(code)) code = newCode();
  const [room, hostToken, screenToken] = [newToken(), newToken(), newToken()];
  const event: Extract<RoomEvent, { t: 'created' }> = {
    t: 'created',
    v: 1,
    code,
    title: oneLine(wish.title),
    lang: wish.lang,
    seed,
    settings: { ...USUAL_SETTINGS, ...wish.settings, teams: teamNames(wish.settings.teams ?? []) },
    questions: freezeQuestions(questions, chosen.ids, seed),
    hostHash: hashOf(hostToken),
    screenHash: hashOf(screenToken),
  };
  if (!isCreated(event)) return refuse(context, 400, 'shape');
  if ((await rooms.create(room, event)) === undefined) return refuse(context, 500, 'failed');
  for (const { text } of event.questions) {
    // The simulator is awake, and the run without a change known, before the first answer comes.
    for (const scenario of scenariosOf(text.en.asked)) grader.outcome(scenario, {}).catch(() => undefined);
  }
  const opened: Opened = { room, code, hostToken, screenToken };
  return context.json(opened, 201);
}

/** Without controls and text direction, which would turn the rest of a line around. HTML stays: whoever shows it guards it. */
function oneLine(text: string): string {
  return text.normalize('NFC').replace(/\p{C}/gu, '').trim();
}

/** No empty ones, none twice. */
function teamNames(names: readonly string[]): string[] {
  return [...new Set(names.map(oneLine))].filter((name) => name !== '');
}
