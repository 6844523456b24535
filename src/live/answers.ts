import type { Certainty } from '../quiz-engine/attempt.ts';
import type { NotDone, NotTaken } from './commands.ts';
import { fitsQuestion } from './response-shape.ts';
import type { Outcome, RoomEvent, Stored } from './room-events.ts';
import { GRACE_MS, type HeldAnswer, type Room, type Round, type Seat } from './room-state.ts';

/**
 * What the log's order made of an event. Of an answer `seq` and `off` are those of the one that counts now, which a retry or a
 * late copy gets too (`dup`); nothing in it says whether it is right. Of anything else `seq` is 0.
 */
export type FoldVerdict = { ok: true; dup: boolean; seq: number; off: string } | { ok: false; why: NotTaken | NotDone };

type Answered = Extract<RoomEvent, { t: 'answered' }>;

/**
 * Takes an answer or says why not. The first of (seat, question, round) in log order counts; where answers may be changed,
 * one with a greater `seq` takes its place until the bell. A copy of what counts is taken again at any time.
 */
export function takeAnswer(room: Room, event: Answered, { off }: Pick<Stored, 'off'>): FoldVerdict {
  const seat = room.seats.get(event.seat);
  const unfit = whyNotSeat(seat) ?? (isWhole(event) ? undefined : 'shape');
  if (seat === undefined || unfit !== undefined) return { ok: false, why: unfit ?? 'not-in' };
  const round = room.asked[event.question]?.rounds[event.round];
  const held = round?.answers.get(seat.id);
  if (held !== undefined && event.seq <= held.seq) return { ok: true, dup: true, seq: held.seq, off: held.off };
  const why = whyNotNow(room, event, round) ?? (held && !room.settings.changeable ? 'final' : whyNotShape(room, event));
  if (round === undefined || why !== undefined) return { ok: false, why: why ?? 'not-open' };
  round.answers.set(seat.id, heldFrom(event, off));
  round.revision++;
  return { ok: true, dup: false, seq: event.seq, off };
}

function whyNotSeat(seat: Seat | undefined): NotTaken | undefined {
  if (seat === undefined) return 'not-in';
  if (seat.status === 'in') return undefined;
  return seat.status;
}

/** Bells are compared with `at`, when the answer reached the server; the order of the log decides about `closed`. */
function whyNotNow(room: Room, event: Answered, round: Round | undefined): NotTaken | undefined {
  const { question, at } = event;
  const state = room.asked[question];
  if (state === undefined) return 'other-question';
  if (room.settings.pace === 'host') {
    if (question !== room.current)
      return round === undefined && room.current === undefined ? 'not-open' : 'other-question';
    if (round !== undefined && event.round !== state.rounds.length - 1) return 'late';
  }
  if (round === undefined) return 'not-open';
  if (room.ended || round.closedAt !== undefined) return 'late';
  if (round.bellAt !== null && at > round.bellAt + GRACE_MS) return 'late';
  return at < round.openedAt - GRACE_MS ? 'not-open' : undefined;
}

function whyNotShape(room: Room, event: Answered): NotTaken | undefined {
  const lang = room.made?.lang ?? 'en';
  const asked = room.questions[event.question]?.text[lang].asked;
  return asked !== undefined && fitsQuestion(asked, event.response) ? undefined : 'shape';
}

function isWhole({ seq, at, certainty, outcome, outcomes }: Answered): boolean {
  return (
    Number.isSafeInteger(seq) &&
    seq >= 0 &&
    Number.isFinite(at) &&
    (certainty === undefined || CERTAINTIES.includes(certainty)) &&
    (outcome === undefined || isOutcome(outcome)) &&
    (outcomes === undefined || areOutcomes(outcomes))
  );
}

const CERTAINTIES: readonly Certainty[] = ['unsure', 'fairly', 'sure'];

function isOutcome(outcome: Outcome): boolean {
  if (typeof outcome !== 'object' || outcome === null || typeof outcome.correct !== 'boolean') return false;
  const { goals, refused } = outcome;
  const areGoals =
    Array.isArray(goals) && goals.every((goal) => typeof goal?.id === 'string' && typeof goal.passed === 'boolean');
  return (
    areGoals && (refused === undefined || (Array.isArray(refused) && refused.every((one) => typeof one === 'string')))
  );
}

function areOutcomes(outcomes: Readonly<Record<string, Outcome>>): boolean {
  return typeof outcomes === 'object' && outcomes !== null && Object.values(outcomes).every(isOutcome);
}

function heldFrom({ response, seq, at, certainty, outcome, outcomes }: Answered, off: string): HeldAnswer {
  return { response, seq, at, off, certainty, outcome, outcomes, verdict: undefined };
}
