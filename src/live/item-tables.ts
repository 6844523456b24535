import { roomTableMessages } from '../i18n/room-table-messages.ts';
import type { Language } from '../i18n/text.ts';
import type { QuestionAttempt } from '../quiz-engine/attempt.ts';
import type { OptionFigures } from '../quiz-engine/item-statistics/distractors.ts';
import { itemStatistics, type QuestionStatistics } from '../quiz-engine/item-statistics/item-statistics.ts';
import { knownQuestion } from '../quiz-engine/item-statistics/known-question.ts';
import type { Gain } from './frames.ts';
import type { LiveQuestion } from './live-question.ts';
import type { QuestionState, Room } from './room-state.ts';
import { gainOf } from './spread.ts';
import { standingOf } from './standing.ts';
import { type Column, type RoomTable, tableOf } from './table.ts';
import { countedAnswer, verdictOf } from './verdict.ts';

type Item = { index: number; question: LiveQuestion; state: QuestionState; figures: QuestionStatistics | undefined };

/** One row for each question of the room, asked or not, with the figures of its counted answers. */
export function questionTable(room: Room, lang: Language): RoomTable {
  const words = roomTableMessages[lang];
  const gain = ({ index }: Item): Gain | undefined => gainOf(room, index);
  const columns: Column<Item>[] = [
    ['number', words.number, ({ index }) => index + 1],
    ['question', words.question, ({ question }) => question.id],
    ['stem', words.stem, ({ question }) => plainText(question.text[lang].asked.stemHtml)],
    ['kind', words.kind, ({ question }) => question.text[lang].asked.kind],
    ['revealed', words.state, ({ state }) => state.countedRounds !== undefined],
    ['votes', words.votes, ({ state }) => state.rounds.length],
    ['answered', words.answered, ({ figures }) => figures?.n ?? 0],
    ['share', words.share, ({ figures }) => figures?.facility],
    ['low', words.low, ({ figures }) => figures?.low],
    ['high', words.high, ({ figures }) => figures?.high],
    ['discrimination', words.discrimination, ({ figures }) => figures?.discrimination],
    ['correlation', words.correlation, ({ figures }) => figures?.corrected],
    ['upper_lower', words.upperLower, ({ figures }) => figures?.upperLower],
    ['seconds', words.seconds, ({ state }) => medianSeconds(room, state)],
    ['first_vote', words.firstVote, (item) => gain(item)?.beforeRight],
    ['last_vote', words.lastVote, (item) => gain(item)?.afterRight],
    ['gain', words.gain, (item) => gain(item)?.gain],
    ['flags', words.flags, ({ figures }) => figures?.flags.join(' ')],
  ];
  return tableOf('questions', { lang, columns }, itemsOf(room));
}

/** One row for each choice of each question; of other kinds for each of the commonest answers. */
export function choiceTable(room: Room, lang: Language): RoomTable {
  const words = roomTableMessages[lang];
  type Option = Item & { option: OptionFigures };
  const rows = itemsOf(room).flatMap((item) =>
    (item.figures?.answers.options ?? []).map((option): Option => ({ ...item, option })),
  );
  const columns: Column<Option>[] = [
    ['number', words.number, ({ index }) => index + 1],
    ['question', words.question, ({ question }) => question.id],
    ['choice', words.choice, ({ option }) => option.id],
    ['right', words.isRight, ({ option }) => option.correct],
    ['chosen', words.chosen, ({ option }) => option.chosen],
    ['share', words.chosenShare, ({ option }) => option.share],
    ['correlation', words.correlation, ({ option }) => option.pointBiserial],
  ];
  return tableOf('choices', { lang, columns }, rows);
}

function itemsOf(room: Room): Item[] {
  const { order } = standingOf(room);
  const logs = order.map(({ id, lang }) =>
    room.questions.flatMap((question, index): QuestionAttempt[] => {
      const state = room.asked[index];
      const counted = state && countedAnswer(state, id);
      if (counted === undefined) return [];
      const { answer } = counted;
      const { correct } = verdictOf(question, answer);
      const { version } = question.text.en.key;
      const response = answer.response;
      return [
        { kind: 'question', id: nameOf(index), version, response, correct, atMs: answer.at, behaviour: 'live', lang },
      ];
    }),
  );
  const statistics = itemStatistics(logs, (id) => known(room.questions[Number(id)]));
  const figures = new Map(statistics.questions.map((one) => [one.id, one]));
  return room.questions.flatMap((question, index) => {
    const state = room.asked[index];
    return state === undefined ? [] : [{ index, question, state, figures: figures.get(nameOf(index)) }];
  });
}

/** A room may ask a question twice: its place names it. */
function nameOf(index: number): string {
  return String(index);
}

function known(question: LiveQuestion | undefined) {
  if (question === undefined) return undefined;
  const { asked, key } = question.text.en;
  const choices = asked.kind === 'match' ? asked.right.length : undefined;
  return knownQuestion({ version: key.version, kind: asked.kind, grading: key.grading, choices });
}

/** Of the counted answers of a hosted question, to a tenth of a second. */
function medianSeconds(room: Room, state: QuestionState): number | undefined {
  if (room.settings.pace === 'self') return undefined;
  const times = standingOf(room)
    .order.flatMap(({ id }) => {
      const counted = countedAnswer(state, id);
      return counted === undefined ? [] : Math.max(0, counted.answer.at - counted.round.openedAt);
    })
    .sort((a, b) => a - b);
  const middle = times[times.length >> 1];
  if (middle === undefined) return undefined;
  const median = times.length % 2 === 1 ? middle : (middle + (times[(times.length >> 1) - 1] ?? middle)) / 2;
  return Math.round(median / 100) / 10;
}

/** A stem without its tags, for a cell. */
function plainText(html: string): string {
  const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' };
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(#?\w+);/g, (whole, name: string) => entities[name] ?? whole)
    .replace(/\s+/g, ' ')
    .trim();
}
