import type { Answer, NotTaken, Received } from '../../live/commands.ts';
import { fitsQuestion } from '../../live/response-shape.ts';
import { GraderBusy, outcomesOf } from './grader.ts';
import type { LiveParts } from './live.ts';
import type { LiveRoom } from './live-room.ts';
import { Refusal } from './replies.ts';

/** What the log's reader takes; no person changes an answer that often. */
const MOST_CHANGES = 10_000;

export type Taking = { room: LiveRoom; seat: string; answer: Answer; arrivedAt: number };

/** What POST `/rooms/:room/answer` is answered with, of a seat that may speak now; `arrivedAt` on the server's clock. */
export async function takeAnswer({ grader }: LiveParts, taking: Taking): Promise<Received | Refusal> {
  const { room, seat, answer, arrivedAt } = taking;
  const known = knownAnswer(taking);
  if (known !== undefined) return known;
  const why = whyNever(taking);
  if (why !== undefined) return new Refusal(409, why);
  const { question, round, response, seq, certainty } = answer;
  const asked = room.state.questions[question]?.text.en.asked;
  let run: Awaited<ReturnType<typeof outcomesOf>> = {};
  try {
    if (asked !== undefined) run = await outcomesOf(grader, asked, response);
  } catch (error) {
    if (error instanceof GraderBusy) return new Refusal(503, 'grader-busy', { waitMs: 2000 });
    throw error;
  }
  const { verdict } = await room.append({
    t: 'answered',
    seat,
    question,
    round,
    response,
    seq,
    at: room.logTime(arrivedAt),
    ...(certainty === undefined ? {} : { certainty }),
    ...run,
  });
  if (!verdict.ok) return new Refusal(409, verdict.why);
  return { received: true, seq: verdict.seq, off: verdict.off };
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
