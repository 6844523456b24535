import { describe, expect, it } from 'vitest';
import { safeCell } from '../quiz-engine/csv.ts';
import { roomTables } from './export-table.ts';
import { ALL_KINDS, answered, closed, created, given, joined, opened, revealed, START_MS } from './room.fixture.ts';
import { type RoomTable, tableCsv, tableObjects } from './table.ts';

/** Two questions and a repeated vote; one of four was barred. */
const { room } = given(
  created({ teams: ['Quay', 'Pier'] }, ALL_KINDS),
  joined('s1', { name: '=HYPERLINK("x")' }),
  joined('s2', { name: '<b>하늘</b>', lang: 'ko' }),
  joined('s3'),
  joined('s4'),
  [5, opened()],
  [6, answered('s1', { response: ['b'], at: START_MS + 7_000 })],
  [6, answered('s2', { at: START_MS + 9_040 })],
  [6, answered('s4', { at: START_MS + 9_000 })],
  closed(),
  [20, opened(0, 1)],
  [21, answered('s1', { round: 1, at: START_MS + 23_000, certainty: 'sure' })],
  closed(0, 1),
  revealed(),
  [30, opened(4)],
  [31, answered('s1', { question: 4, response: 3, at: START_MS + 31_000 })],
  closed(4),
  { t: 'barred', seats: ['s4'] },
  { t: 'ended' },
);

function table(id: RoomTable['id'], lang: 'en' | 'ko' = 'en') {
  return roomTables(room, lang).find((one) => one.id === id) as RoomTable;
}

describe('the tables of a room', () => {
  it('hold a row for each person with points for each question, the best first; nobody who was barred', () => {
    expect(tableObjects(table('people'))).toEqual([
      {
        place: 1,
        name: '=HYPERLINK("x")',
        team: 'Quay',
        language: 'en',
        points: 100,
        right: 1,
        answered: 2,
        q1: 100,
        q5: 0,
      },
      { place: 1, name: '<b>하늘</b>', team: 'Pier', language: 'ko', points: 100, right: 1, answered: 1, q1: 100 },
      { place: 3, name: 'Person s3', team: 'Quay', language: 'en', points: 0, right: 0, answered: 0 },
    ]);
  });

  it('hold a row for each question, with its statistics and what the discussion brought', () => {
    const rows = tableObjects(table('questions'));
    expect(rows).toHaveLength(ALL_KINDS.length);
    expect(rows[0]).toMatchObject({
      number: 1,
      question: 'single',
      stem: 'stem of single (en)',
      kind: 'single',
      revealed: true,
      votes: 2,
      answered: 2,
      share: 1,
      seconds: 3.5,
      first_vote: 0,
      last_vote: 1,
      gain: 1,
      flags: 'too-few',
    });
    expect(rows[1]).toEqual({
      number: 2,
      question: 'multiple',
      stem: 'stem of multiple (en)',
      kind: 'multiple',
      revealed: false,
      votes: 0,
      answered: 0,
    });
    expect(rows[4]).toMatchObject({ number: 5, answered: 1, share: 0, revealed: true });
  });

  it('hold a row for each choice, those that nobody took too', () => {
    const rows = tableObjects(table('choices')).filter(({ number }) => number === 1);
    expect(rows.map(({ choice, right, chosen }) => [choice, right, chosen])).toEqual([
      ['a', true, 2],
      ['b', false, 0],
      ['c', false, 0],
      ['d', false, 0],
    ]);
  });

  it('hold every answer of every vote, and say which count', () => {
    expect(tableObjects(table('answers'))).toEqual([
      {
        name: '=HYPERLINK("x")',
        number: 1,
        question: 'single',
        vote: 1,
        response: 'b',
        right: false,
        seconds: 2,
        counts: false,
      },
      {
        name: '<b>하늘</b>',
        number: 1,
        question: 'single',
        vote: 1,
        response: 'a',
        right: true,
        points: 100,
        seconds: 4,
        counts: true,
      },
      {
        name: '=HYPERLINK("x")',
        number: 1,
        question: 'single',
        vote: 2,
        response: 'a',
        right: true,
        points: 100,
        certainty: 'sure',
        seconds: 3,
        counts: true,
      },
      {
        name: '=HYPERLINK("x")',
        number: 5,
        question: 'number',
        vote: 1,
        response: '3',
        right: false,
        points: 0,
        seconds: 1,
        counts: true,
      },
    ]);
  });

  it('have headings in both languages and ids for programs in one', () => {
    const [en, ko] = [table('people'), table('people', 'ko')];
    expect(ko.columns.map(({ id }) => id)).toEqual(en.columns.map(({ id }) => id));
    expect([en.title, ko.title, ko.columns[1]?.title]).toEqual(['People', '참가자', '이름']);
  });

  it('as CSV hold no formula, and HTML as it was typed', () => {
    const rows = tableCsv(table('people')).split('\r\n');
    expect(rows[0]).toBe(
      'Place,Name,Team,Language,Points,Right,Answered,1. single,2. multiple,3. order,4. match,5. number,6. task,7. case',
    );
    expect(rows[1]).toBe(`1,"'=HYPERLINK(""x"")",Quay,en,100,1,2,100,,,,0,,`);
    expect(rows[2]).toMatch(/^1,<b>하늘<\/b>,/);
  });
});

describe('a cell', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =1'])(
    'that begins like a formula gets an apostrophe: %j',
    (text) => {
      expect(safeCell(text)).toBe(`'${text}`);
    },
  );

  it.each(['', 'a=b', 'Ada', "'=1", '100 %', '<b>'])('that does not is left as it is: %j', (text) => {
    expect(safeCell(text)).toBe(text);
  });
});
