import { answerPoints } from './points.ts';
import type { HeldAnswer, QuestionState, Room, Round, Seat } from './room-state.ts';
import { countedAnswer, verdictOf } from './verdict.ts';

/** Points of an answer in its round, by the room's rule. */
export function pointsFor(
  room: Room,
  question: number,
  { answer, round }: { answer: HeldAnswer; round: Round },
): number {
  const asked = room.questions[question];
  if (asked === undefined) return 0;
  return answerPoints(room.settings.scoring, {
    correct: verdictOf(asked, answer).correct,
    tookMs: answer.at - round.openedAt,
    wholeMs: room.settings.pace === 'self' ? null : round.ms,
    certainty: answer.certainty,
  });
}

/** Adds a question's points to its seats; called once for each question, when it counts. */
export function score(room: Room, question: number): void {
  const asked = room.questions[question];
  const state = room.asked[question];
  if (asked === undefined || state === undefined) return;
  for (const seat of room.seats.values()) {
    const counted = countedAnswer(state, seat.id);
    if (counted === undefined) continue;
    seat.points += pointsFor(room, question, counted);
    if (verdictOf(asked, counted.answer).correct) seat.right++;
  }
}

export type Standing = {
  /** Who is in, the best first; equal points in the order of joining. */
  order: readonly Seat[];
  /** Place by seat, 1 for the best; equal points share a place and the next is left out. */
  place: ReadonlyMap<string, number>;
};

/** One room's standing is asked for once for each of its seats: it is kept until something of it changes. */
const kept = new WeakMap<Room, { revision: number; standing: Standing }>();

export function standingOf(room: Room): Standing {
  const known = kept.get(room);
  if (known?.revision === room.revision) return known.standing;
  const order = [...room.seats.values()].filter(({ status }) => status === 'in').sort((a, b) => b.points - a.points);
  const place = new Map<string, number>();
  let shared = 1;
  for (const [i, seat] of order.entries()) {
    if (seat.points !== order[i - 1]?.points) shared = i + 1;
    place.set(seat.id, shared);
  }
  const standing = { order, place };
  kept.set(room, { revision: room.revision, standing });
  return standing;
}

/** The best ten with points, in the order of places. */
export function topOf(room: Room): { name: string; points: number }[] {
  const { order } = standingOf(room);
  return order.slice(0, 10).flatMap(({ name, points }) => (points > 0 ? { name, points } : []));
}

/** Each team by the mean of the seats that are in, so that its size is no matter; to a tenth of a point. */
export function teamsOf(room: Room): { name: string; mean: number; seats: number }[] | undefined {
  if (room.settings.teams.length === 0) return undefined;
  const sums = room.settings.teams.map(() => ({ points: 0, seats: 0 }));
  for (const { team, points, status } of room.seats.values()) {
    const sum = team === undefined || status !== 'in' ? undefined : sums[team];
    if (sum === undefined) continue;
    sum.points += points;
    sum.seats++;
  }
  return room.settings.teams.map((name, i) => {
    const { points, seats } = sums[i] ?? { points: 0, seats: 0 };
    return { name, mean: seats === 0 ? 0 : Math.round((10 * points) / seats) / 10, seats };
  });
}

/** A question whose points count: revealed, or the room has ended. */
export function counts(state: QuestionState | undefined): boolean {
  return state?.countedRounds !== undefined;
}
