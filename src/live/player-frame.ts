import type { Language } from '../i18n/text.ts';
import { askedNow, commonOf, type FrameWorld, phaseOf, toldOf } from './common-frame.ts';
import type { Mine, PlayerFrame } from './frames.ts';
import { type HeldAnswer, lastRound, type QuestionState, type Room, type Seat } from './room-state.ts';
import { pointsFor, standingOf } from './standing.ts';
import { countedAnswer, verdictOf } from './verdict.ts';

/** All of a player's frame but the player's own part: the same for everybody who is in and reads one language. */
export type SharedFrame = Omit<PlayerFrame, 'me'>;

export type AnyAnswer = NonNullable<Mine['answer']>;
type Result = NonNullable<Mine['result']>;

/**
 * What every player of a language sees. The key stands in it only while a reveal is shown, and of an assignment when it has ended;
 * who waits to be let in or is barred (`inside` false) sees no question at all.
 */
export function sharedFrame(
  room: Room,
  { lang, inside }: { lang: Language; inside: boolean },
  world: FrameWorld,
): SharedFrame {
  const common = { ...commonOf(room, world), to: 'player' as const };
  if (!inside || room.made === undefined) return common;
  if (room.settings.pace === 'self') {
    const assignment = room.questions.map(({ text }) => text[lang].asked);
    if (!room.ended) return { ...common, assignment };
    return { ...common, assignment, toldOf: room.questions.flatMap((_, i) => toldOf(room, i, lang) ?? []) };
  }
  const asked = askedNow(room, lang);
  const told = common.phase === 'revealed' && room.current !== undefined ? toldOf(room, room.current, lang) : undefined;
  return { ...common, ...(asked === undefined ? {} : { asked }), ...(told === undefined ? {} : { told }) };
}

/** A seat's own part: small, of its own seat alone, without a result before the reveal. Undefined for no such seat. */
export function mineOf(room: Room, id: string): Mine | undefined {
  const seat = room.seats.get(id);
  if (seat === undefined) return undefined;
  const mine: Mine = { seat: id, name: seat.name, status: seat.status };
  if (seat.team !== undefined) mine.team = seat.team;
  if (seat.status !== 'in') return mine;
  if (room.settings.pace === 'self') addAnswers(room, seat, mine);
  else if (room.current !== undefined && !room.ended) addAnswer(room, seat, mine);
  const phase = phaseOf(room);
  if (phase !== 'revealed' && phase !== 'ended') return mine;
  mine.total = seat.points;
  const { order, place } = standingOf(room);
  const own = place.get(id);
  // No public bottom of the table: from the middle down nobody is told a place.
  if (own !== undefined && 2 * own <= order.length + 1) mine.place = own;
  return mine;
}

function addAnswer(room: Room, seat: Seat, mine: Mine): void {
  const state = room.asked[room.current ?? -1];
  const answer = lastRound(state)?.answers.get(seat.id);
  if (answer !== undefined) mine.answer = told(answer);
  if (state === undefined || phaseOf(room) !== 'revealed') return;
  const result = resultOf(room, room.current ?? -1, seat);
  if (result !== undefined) mine.result = result;
}

function addAnswers(room: Room, seat: Seat, mine: Mine): void {
  const answers: Record<number, AnyAnswer> = {};
  const results: Record<number, Result> = {};
  for (const [question, state] of room.asked.entries()) {
    const answer = lastRound(state)?.answers.get(seat.id);
    if (answer !== undefined) answers[question] = told(answer);
    const result = room.ended ? resultOf(room, question, seat) : undefined;
    if (result !== undefined) results[question] = result;
  }
  mine.answers = answers;
  if (room.ended) mine.results = results;
}

function told({ response, seq, certainty }: HeldAnswer): AnyAnswer {
  return { response, seq, ...(certainty === undefined ? {} : { certainty }) };
}

/** Of the answer that gives points; of one given after the reveal, for practice, with none. */
function resultOf(room: Room, question: number, seat: Seat): Result | undefined {
  const asked = room.questions[question];
  const state = room.asked[question];
  const shown = state === undefined ? undefined : shownAnswer(state, seat.id);
  if (asked === undefined || shown === undefined) return undefined;
  const { answer, isCounted } = shown;
  const points = isCounted === undefined ? 0 : pointsFor(room, question, isCounted);
  return {
    verdict: verdictOf(asked, answer),
    ...(answer.outcome === undefined ? {} : { outcome: answer.outcome }),
    points,
  };
}

function shownAnswer(state: QuestionState, seat: string) {
  const counted = countedAnswer(state, seat);
  const practice =
    state.rounds.length > (state.countedRounds ?? state.rounds.length)
      ? lastRound(state)?.answers.get(seat)
      : undefined;
  const answer = practice ?? counted?.answer;
  if (answer === undefined) return undefined;
  return { answer, isCounted: practice === undefined ? counted : undefined };
}

/** The frame of one player, whole; undefined for no such seat. */
export function playerFrame(
  room: Room,
  { seat, lang }: { seat: string; lang: Language },
  world: FrameWorld,
): PlayerFrame | undefined {
  const me = mineOf(room, seat);
  return me && { ...sharedFrame(room, { lang, inside: me.status === 'in' }, world), me };
}

/** Frames of many players at one moment, as JSON: what they share is built and written once for each language. */
export function playerTexts(room: Room, world: FrameWorld): (seat: string, lang: Language) => string | undefined {
  const shared = new Map<string, string>();
  return (seat, lang) => {
    const me = mineOf(room, seat);
    if (me === undefined) return undefined;
    const inside = me.status === 'in';
    const kind = `${lang} ${inside}`;
    const text = shared.get(kind) ?? JSON.stringify(sharedFrame(room, { lang, inside }, world)).slice(0, -1);
    shared.set(kind, text);
    return `${text},"me":${JSON.stringify(me)}}`;
  };
}
