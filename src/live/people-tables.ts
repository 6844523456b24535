import { roomTableMessages } from '../i18n/room-table-messages.ts';
import type { Language } from '../i18n/text.ts';
import type { Cell } from '../quiz-engine/csv.ts';
import { canonicalText } from './field.ts';
import type { Room, Seat } from './room-state.ts';
import { counts, pointsFor, standingOf } from './standing.ts';
import { type Column, type RoomTable, tableOf } from './table.ts';
import { countedAnswer, verdictOf } from './verdict.ts';

/** The best first; a column of points for each question. */
export function peopleTable(room: Room, lang: Language): RoomTable {
  const words = roomTableMessages[lang];
  const { order, place } = standingOf(room);
  const teams = room.settings.teams;
  const columns: Column<Seat>[] = [
    ['place', words.place, ({ id }) => place.get(id)],
    ['name', words.name, ({ name }) => name],
    ...(teams.length === 0 ? [] : [['team', words.team, ({ team }: Seat) => teams[team ?? -1]] as const]),
    ['language', words.language, (seat) => seat.lang],
    ['points', words.points, ({ points }) => points],
    ['right', words.right, ({ right }) => right],
    ['answered', words.answered, ({ id }) => room.asked.filter((state) => countedAnswer(state, id)).length],
    ...room.questions.map(
      (question, i): Column<Seat> => [`q${i + 1}`, `${i + 1}. ${question.id}`, ({ id }) => pointsAt(room, i, id)],
    ),
  ];
  return tableOf('people', { lang, columns }, order);
}

/** Points of a seat for a question; none without an answer, and before the question counts. */
function pointsAt(room: Room, index: number, seat: string): number | undefined {
  const state = room.asked[index];
  const counted = state !== undefined && counts(state) ? countedAnswer(state, seat) : undefined;
  return counted && pointsFor(room, index, counted);
}

type AnswerRow = { seat: Seat; index: number; round: number };

/** Every answer of every vote, by question, vote and the order of joining. */
export function answerTable(room: Room, lang: Language): RoomTable {
  const words = roomTableMessages[lang];
  const held = ({ seat, index, round }: AnswerRow) => {
    const own = room.asked[index]?.rounds[round];
    const answer = own?.answers.get(seat.id);
    return own && answer && { answer, round: own };
  };
  const question = ({ index }: AnswerRow) => room.questions[index];
  const isCounted = (row: AnswerRow) => {
    const state = room.asked[row.index];
    return state !== undefined && countedAnswer(state, row.seat.id)?.answer === held(row)?.answer;
  };
  const columns: Column<AnswerRow>[] = [
    ['name', words.name, ({ seat }) => seat.name],
    ['number', words.number, ({ index }) => index + 1],
    ['question', words.question, (row) => question(row)?.id],
    ['vote', words.vote, ({ round }) => round + 1],
    ['response', words.response, (row) => responseText(held(row)?.answer.response)],
    ['right', words.isRight, (row) => verdictCell(room, row, held(row)?.answer)],
    ['points', words.points, (row) => (isCounted(row) ? pointsAt(room, row.index, row.seat.id) : undefined)],
    ['certainty', words.certainty, (row) => held(row)?.answer.certainty],
    ['seconds', words.took, (row) => secondsOf(held(row))],
    ['counts', words.counts, isCounted],
  ];
  return tableOf('answers', { lang, columns }, answerRows(room));
}

function answerRows(room: Room): AnswerRow[] {
  const seats = standingOf(room).order.toSorted((a, b) => a.joinedAt - b.joinedAt || (a.id < b.id ? -1 : 1));
  return room.asked.flatMap(({ rounds }, index) =>
    rounds.flatMap(({ answers }, round) =>
      seats.flatMap((seat) => (answers.has(seat.id) ? [{ seat, index, round }] : [])),
    ),
  );
}

function verdictCell(room: Room, { index }: AnswerRow, answer: Parameters<typeof verdictOf>[1] | undefined): Cell {
  const question = room.questions[index];
  return question && answer && verdictOf(question, answer).correct;
}

/** Ids of choices as a list, anything else as JSON. */
function responseText(response: unknown): string {
  if (Array.isArray(response) && response.every((id) => typeof id === 'string')) return response.join(', ');
  return canonicalText(response ?? null);
}

/** From the opening to the server, to a tenth; of an assignment that says nothing. */
function secondsOf(held: { answer: { at: number }; round: { openedAt: number; ms: number | null } } | undefined): Cell {
  return held && Math.max(0, Math.round((held.answer.at - held.round.openedAt) / 100)) / 10;
}
