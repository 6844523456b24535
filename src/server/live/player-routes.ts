import type { Context } from 'hono';
import type { Answer, NotTaken, Received } from '../../live/commands.ts';
import { readAnswer } from '../../live/messages.ts';
import { fitsQuestion } from '../../live/response-shape.ts';
import { GraderBusy, outcomesOf } from './grader.ts';
import type { LiveApp, LiveEnv, LiveParts } from './live.ts';
import type { LiveRoom } from './live-room.ts';
import { refuse, refuseFold } from './replies.ts';
import { bodyOf, enter } from './request-parts.ts';

/** What the log's reader takes; no person changes an answer that often. */
const MOST_CHANGES = 10_000;

type LiveContext = Context<LiveEnv>;

/** POST `/rooms/:room/answer`. */
export function addPlayerRoutes(app: LiveApp, parts: LiveParts): void {
  app.post('/rooms/:room/answer', async (context) => {
    const entered = await enter(context, parts);
    if (entered instanceof Response) return entered;
    const { room, who } = entered;
    if (who.role !== 'player') return refuseFold(context, 'not-in');
    const arrivedAt = context.get('arrivedAt');
    const bucket = parts.limits.answers.of(who.seat, arrivedAt);
    if (!bucket.take(arrivedAt)) return refuse(context, 429, 'too-many', { waitMs: bucket.waitMs(arrivedAt) });
    const answer = await bodyOf(context, readAnswer);
    return answer instanceof Response
      ? answer
      : room.during(() => take(context, parts, { room, seat: who.seat, answer }));
  });
}

type Taking = { room: LiveRoom; seat: string; answer: Answer };

async function take(context: LiveContext, { grader }: LiveParts, taking: Taking): Promise<Response> {
  const { room, seat, answer } = taking;
  const known = knownAnswer(taking);
  if (known !== undefined) return context.json(known);
  const why = whyNever(taking);
  if (why !== undefined) return refuse(context, 409, why);
  const { question, round, response, seq, certainty } = answer;
  const asked = room.state.questions[question]?.text.en.asked;
  let run: Awaited<ReturnType<typeof outcomesOf>> = {};
  try {
    if (asked !== undefined) run = await outcomesOf(grader, asked, response);
  } catch (error) {
    if (error instanceof GraderBusy) return refuse(context, 503, 'grader-busy', { waitMs: 2000 });
    throw error;
  }
  const { verdict } = await room.append({
    t: 'answered',
    seat,
    question,
    round,
    response,
    seq,
    at: room.logTime(context.get('arrivedAt')),
    ...(certainty === undefined ? {} : { certainty }),
    ...run,
  });
  if (!verdict.ok) return refuse(context, 409, verdict.why);
  const received: Received = { received: true, seq: verdict.seq, off: verdict.off };
  return context.json(received);
}

/** The answer of a retry, or of a late copy: what counts already. Nothing has to be written for it. */
function knownAnswer({ room, seat, answer }: Taking): Received | undefined {
  const held = room.state.asked[answer.question]?.rounds[answer.round]?.answers.get(seat);
  const isIn = room.state.seats.get(seat)?.status === 'in';
  if (!isIn || held === undefined || answer.seq > held.seq) return undefined;
  return { received: true, seq: held.seq, off: held.off };
}

/** What no later event of the log can make right; everything else is for the fold to say. */
function whyNever({ room: { state }, seat, answer }: Taking): NotTaken | undefined {
  if (state.seats.get(seat)?.status === 'barred') return 'barred';
  const question = state.questions[answer.question];
  if (question === undefined) return 'other-question';
  if (state.ended || state.asked[answer.question]?.rounds[answer.round]?.closedAt !== undefined) return 'late';
  return answer.seq <= MOST_CHANGES && fitsQuestion(question.text.en.asked, answer.response) ? undefined : 'shape';
}
