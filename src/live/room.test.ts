import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ALL_KINDS,
  answered,
  closed,
  created,
  type Given,
  given,
  joined,
  logOf,
  opened,
  revealed,
  START_MS,
  verdictAfter,
} from './room.fixture.ts';
import { fold } from './room.ts';
import type { RoomEvent } from './room-events.ts';
import { roomHash } from './room-hash.ts';
import { emptyRoom } from './room-state.ts';
import { teamsOf } from './standing.ts';

type Rule = [string, Given[], string];

const CLASS = [created(), joined('s1'), joined('s2')];
const FIRST = [created({ changeable: false }), joined('s1'), joined('s2')];
const OPEN = [...CLASS, opened()];
/** `OPEN` opens at second 3 for 30 s. */
const BELL_MS = START_MS + 3_000 + 30_000;

describe('an answer', () => {
  it.each<Rule>([
    ['to the open question counts', [...OPEN, answered('s1')], 'taken'],
    ['sent again is the one that counts', [...OPEN, answered('s1'), answered('s1')], 'again 5'],
    [
      'is taken again after the bell, when its receipt was lost',
      [...OPEN, answered('s1'), closed(), answered('s1')],
      'again 5',
    ],
    [
      'with a greater number takes the place of the one before',
      [...OPEN, answered('s1'), answered('s1', { seq: 2 })],
      'taken',
    ],
    [
      'that comes late with a smaller number changes nothing',
      [...OPEN, answered('s1', { seq: 2 }), answered('s1')],
      'again 5',
    ],
    ['is final where the host says so', [...FIRST, opened(), answered('s1'), answered('s1', { seq: 2 })], 'final'],
    [
      'of which copies differ is the first in the log',
      [...FIRST, opened(), answered('s1'), answered('s1', { response: ['b'] })],
      'again 5',
    ],
    ['before the first question is too early', [...CLASS, answered('s1')], 'not-open'],
    ['that was there before the opening is too early', [...OPEN, answered('s1', { at: START_MS + 2_000 })], 'not-open'],
    ['to a question that comes later is for another', [...OPEN, answered('s1', { question: 1 })], 'other-question'],
    ['to a question that is past is for another', [...OPEN, closed(), opened(1), answered('s1')], 'other-question'],
    ['to a question that does not exist is for another', [...OPEN, answered('s1', { question: 9 })], 'other-question'],
    ['to a round that comes later is too early', [...OPEN, answered('s1', { round: 1 })], 'not-open'],
    ['to a round that is past is late', [...OPEN, closed(), opened(0, 1), answered('s1')], 'late'],
    ['within the grace after the bell counts', [...OPEN, answered('s1', { at: BELL_MS + 250 })], 'taken'],
    ['after the grace is late', [...OPEN, answered('s1', { at: BELL_MS + 251 })], 'late'],
    ['after `closed` in the log is late, whatever its time', [...OPEN, closed(), answered('s1')], 'late'],
    [
      'without a bell has time until it is closed',
      [...CLASS, opened(0, 0, null), answered('s1', { at: START_MS * 2 })],
      'taken',
    ],
    ['after the end is late', [...OPEN, { t: 'ended' }, answered('s1')], 'late'],
    ['of an unknown seat does not count', [...OPEN, answered('s9')], 'not-in'],
    ['of a barred seat does not count', [...OPEN, { t: 'barred', seats: ['s1'] }, answered('s1')], 'barred'],
    ['of who waits does not count', [created({ approval: true }), joined('s1'), opened(), answered('s1')], 'waiting'],
    [
      'of who was let in counts',
      [created({ approval: true }), joined('s1'), { t: 'approved', seats: ['s1'] }, opened(), answered('s1')],
      'taken',
    ],
    ['without a number of its own is none', [...OPEN, answered('s1', { seq: Number.NaN })], 'shape'],
    ['before the room exists has none', [answered('s1')], 'no-room'],
  ])('%s', (_, events, verdict) => {
    expect(verdictAfter(...events)).toBe(verdict);
  });

  it.each<[string, number, unknown, string]>([
    ['one choice', 0, ['a'], 'taken'],
    ['two of a single choice', 0, ['a', 'b'], 'shape'],
    ['an unknown choice', 0, ['z'], 'shape'],
    ['a choice that is no list', 0, 'a', 'shape'],
    ['nothing', 0, null, 'shape'],
    ['some of several', 1, ['c', 'a'], 'taken'],
    ['none of several', 1, [], 'shape'],
    ['one of several twice', 1, ['a', 'a'], 'shape'],
    ['a whole order', 2, ['d', 'c', 'b', 'a'], 'taken'],
    ['half an order', 2, ['d', 'c'], 'shape'],
    ['pairs', 3, { l: 's', m: 's' }, 'taken'],
    ['a pair with a stranger', 3, { l: 'x' }, 'shape'],
    ['a number', 4, 12.5, 'taken'],
    ['an infinite number', 4, Number.POSITIVE_INFINITY, 'shape'],
    ['a number as text', 4, '12', 'shape'],
    ['a set', 5, { '/services/0/desiredCount': 3 }, 'taken'],
    ['a set without a path', 5, { desiredCount: 3 }, 'shape'],
    ['a set too large', 5, { '/x': 'y'.repeat(9_000) }, 'shape'],
    ['a set too deep', 5, { '/x': deep(100_000) }, 'shape'],
    ['the parts of a case', 6, { one: ['b'], two: 3 }, 'taken'],
    ['one part of a case', 6, { two: 3 }, 'taken'],
    ['an unknown part', 6, { three: 3 }, 'shape'],
    ['a part of another kind', 6, { one: 3 }, 'shape'],
    ['a key that objects inherit', 6, { constructor: 3 }, 'shape'],
  ])('is compared with its question: %s', (_, question, response, verdict) => {
    const answer = answered('s1', { question, response: response as never });
    expect(verdictAfter(created({}, ALL_KINDS), joined('s1'), opened(question), answer)).toBe(verdict);
  });
});

function deep(depth: number): unknown {
  let value: unknown = 1;
  for (let i = 0; i < depth; i++) value = [value];
  return value;
}

describe('a seat', () => {
  const LIKE = 'Рerson s1'; // The first letter is Cyrillic.
  it.each<Rule>([
    ['is taken by joining', [created(), joined('s1')], 'taken'],
    ['is the same when the join is sent again', [created(), joined('s1'), joined('s1', { name: 'Else' })], 'again 3'],
    ['needs a name that nobody has', [...CLASS, joined('s3', { name: 'Person s1' })], 'name-taken'],
    ['needs a name that reads like no other', [...CLASS, joined('s3', { name: LIKE })], 'name-taken'],
    [
      'may have the name of one who was barred',
      [...CLASS, { t: 'barred', seats: ['s1'] }, joined('s3', { name: 'Person s1' })],
      'taken',
    ],
    ['is not to be had in a locked room', [...CLASS, { t: 'locked', locked: true }, joined('s3')], 'locked'],
    [
      'is to be had when it is unlocked',
      [...CLASS, { t: 'locked', locked: true }, { t: 'locked', locked: false }, joined('s3')],
      'taken',
    ],
    ['is not to be had in a full room', [created({ seats: 2 }), joined('s1'), joined('s2'), joined('s3')], 'full'],
    [
      'becomes free when somebody is barred',
      [created({ seats: 2 }), joined('s1'), joined('s2'), { t: 'barred', seats: ['s1'] }, joined('s3')],
      'taken',
    ],
    ['is not to be had after the end', [...CLASS, { t: 'ended' }, joined('s3')], 'ended'],
    ['can be taken while a question is open', [...OPEN, joined('s3')], 'taken'],
    ['cannot name a team that does not exist', [created({ teams: ['x', 'y'] }), joined('s1', { team: 2 })], 'shape'],
    [
      'that nobody came to is free again',
      [created({ seats: 1 }), joined('s1'), { t: 'lapsed', seats: ['s1'] }, joined('s3', { name: 'Person s1' })],
      'taken',
    ],
    [
      'that somebody came to does not lapse',
      [...CLASS, { t: 'came', seat: 's1' }, { t: 'lapsed', seats: ['s1'] }],
      'no-seat',
    ],
    ['that answered does not lapse', [...OPEN, answered('s1'), { t: 'lapsed', seats: ['s1'] }], 'no-seat'],
    ['that lapsed does not answer', [...OPEN, { t: 'lapsed', seats: ['s1'] }, answered('s1')], 'not-in'],
    ['can be renamed', [...CLASS, { t: 'renamed', seat: 's1', name: 'Nam' }], 'taken'],
    ['can be renamed to how it reads already', [...CLASS, { t: 'renamed', seat: 's1', name: LIKE }], 'taken'],
    ['cannot be renamed to another', [...CLASS, { t: 'renamed', seat: 's1', name: 'person S2' }], 'name-taken'],
    ['that nobody has cannot be renamed', [...CLASS, { t: 'renamed', seat: 's9', name: 'Nam' }], 'no-seat'],
    [
      'can be moved to another team',
      [created({ teams: ['x', 'y'] }), joined('s1', { team: 0 }), { t: 'moved', seat: 's1', team: 1 }],
      'taken',
    ],
    [
      'cannot be moved to a team that does not exist',
      [created({ teams: ['x', 'y'] }), joined('s1'), { t: 'moved', seat: 's1', team: 2 }],
      'no-team',
    ],
    [
      'that was barred is in no team to be moved from',
      [
        created({ teams: ['x', 'y'] }),
        joined('s1'),
        { t: 'barred', seats: ['s1'] },
        { t: 'moved', seat: 's1', team: 1 },
      ],
      'no-seat',
    ],
    ['that nobody has cannot be barred', [...CLASS, { t: 'barred', seats: ['s9'] }], 'no-seat'],
  ])('%s', (_, events, verdict) => {
    expect(verdictAfter(...events)).toBe(verdict);
  });

  it('without a team gets the smallest, of equal ones the first', () => {
    const { room } = given(
      created({ teams: ['x', 'y'] }),
      joined('s1'),
      joined('s2'),
      joined('s3', { team: 1 }),
      joined('s4'),
    );
    expect([...room.seats.values()].map(({ team }) => team)).toEqual([0, 1, 1, 0]);
  });

  it('that is moved takes its points along, and who comes next is balanced anew', () => {
    const { room } = given(
      created({ teams: ['x', 'y'] }),
      joined('s1', { team: 0 }),
      opened(),
      answered('s1'),
      closed(),
      revealed(),
      { t: 'moved', seat: 's1', team: 1 },
      joined('s2'),
    );
    expect(teamsOf(room)).toEqual([
      { name: 'x', mean: 0, seats: 1 },
      { name: 'y', mean: 100, seats: 1 },
    ]);
  });
});

describe('what may follow what', () => {
  it.each<Rule>([
    ['a second beginning is none', [created(), created()], 'twice'],
    ['a beginning without questions is none', [created({}, [])], 'shape'],
    ['nothing comes before the beginning', [opened()], 'no-room'],
    ['one question is open at a time', [...OPEN, opened(1)], 'still-open'],
    ['a round has the next number', [...CLASS, opened(0, 1)], 'not-now'],
    ['a question that does not exist cannot be opened', [...CLASS, opened(2)], 'no-question'],
    ['a question can be left out', [...CLASS, opened(1)], 'taken'],
    ['an earlier question can be opened again', [...OPEN, closed(), opened(1), closed(1), opened(0, 1)], 'taken'],
    ['a vote can be repeated', [...OPEN, closed(), opened(0, 1)], 'taken'],
    ['a question can be asked again after its reveal', [...OPEN, closed(), revealed(), opened(0, 1)], 'taken'],
    ['what is not open cannot be closed', [...CLASS, closed()], 'not-now'],
    ['another question cannot be closed', [...OPEN, closed(1)], 'not-now'],
    ['another round cannot be closed', [...OPEN, closed(0, 1)], 'not-now'],
    ['what is open cannot be revealed', [...OPEN, revealed()], 'still-open'],
    ['what was never asked cannot be revealed', [...CLASS, revealed()], 'not-now'],
    ['what is closed can be revealed', [...OPEN, closed(), revealed()], 'taken'],
    [
      'an earlier question can be shown again',
      [...OPEN, closed(), revealed(), opened(1), closed(1), revealed()],
      'taken',
    ],
    ['time is added while a question is open', [...OPEN, { t: 'extended', question: 0, round: 0, ms: 5_000 }], 'taken'],
    [
      'no time is added to what is closed',
      [...OPEN, closed(), { t: 'extended', question: 0, round: 0, ms: 5_000 }],
      'not-now',
    ],
    [
      'no time is added without a bell',
      [...CLASS, opened(0, 0, null), { t: 'extended', question: 0, round: 0, ms: 5_000 }],
      'no-bell',
    ],
    ['nothing follows the end', [...CLASS, { t: 'ended' }, opened()], 'ended'],
    ['an event nobody knows changes nothing', [...CLASS, { t: 'danced' } as never], 'shape'],
  ])('%s', (_, events, verdict) => {
    expect(verdictAfter(...events)).toBe(verdict);
  });

  it('an extension counts from the bell, or from now when it has rung', () => {
    const more: RoomEvent = { t: 'extended', question: 0, round: 0, ms: 10_000 };
    expect(given(...OPEN, [5, more]).room.asked[0]?.rounds[0]).toMatchObject({ bellAt: BELL_MS + 10_000, ms: 40_000 });
    expect(given(...OPEN, [40, more]).room.asked[0]?.rounds[0]).toMatchObject({
      bellAt: START_MS + 50_000,
      ms: 47_000,
    });
  });
});

describe('an assignment', () => {
  const SELF = [created({ pace: 'self', openMs: 60_000 }), joined('s1')];
  it.each<Rule>([
    ['takes an answer to any question at once', [...SELF, answered('s1', { question: 1 })], 'taken'],
    [
      'takes a changed one until its end',
      [...SELF, answered('s1'), answered('s1', { seq: 2, at: START_MS + 60_250 })],
      'taken',
    ],
    ['takes none after its end', [...SELF, answered('s1', { at: START_MS + 60_251 })], 'late'],
    ['takes none after it was ended', [...SELF, { t: 'ended' }, answered('s1')], 'late'],
    [
      'of a log of earlier versions ends when that said',
      [created({ pace: 'self', deadlineMs: START_MS + 9_000 }), joined('s1'), answered('s1', { at: START_MS + 9_251 })],
      'late',
    ],
    ['has one round', [...SELF, answered('s1', { round: 1 })], 'not-open'],
    ['needs no host to open', [...SELF, opened()], 'self-paced'],
    [
      'can be prolonged',
      [
        ...SELF,
        { t: 'extended', question: 0, round: 0, ms: 60_000 },
        answered('s1', { question: 1, at: START_MS + 119_000 }),
      ],
      'taken',
    ],
  ])('%s', (_, events, verdict) => {
    expect(verdictAfter(...events)).toBe(verdict);
  });
});

describe('folding', () => {
  const anything = fc.oneof(
    fc.jsonValue(),
    fc.record(
      {
        t: fc.constantFrom(
          'created',
          'joined',
          'approved',
          'renamed',
          'moved',
          'barred',
          'locked',
          'came',
          'lapsed',
          'opened',
          'extended',
          'answered',
          'closed',
          'revealed',
          'ended',
          'x',
        ),
        v: fc.constantFrom(1, 2, '1'),
        ...Object.fromEntries(
          [
            'seat',
            'seats',
            'question',
            'round',
            'name',
            'seq',
            'at',
            'ms',
            'response',
            'team',
            'lang',
            'outcome',
            'certainty',
            'locked',
            'settings',
            'questions',
          ].map((field) => [
            field,
            fc.oneof(fc.constantFrom(0, 1, 's1', 'a', ['a'], ['s1'], 'en'), fc.jsonValue({ maxDepth: 2 })),
          ]),
        ),
      },
      { requiredKeys: ['t'] },
    ),
  );

  it('never throws, whatever a log holds', () => {
    fc.assert(
      fc.property(fc.array(anything, { maxLength: 20 }), fc.boolean(), (events, isOpen) => {
        const before: Given[] = isOpen ? [created({}, ALL_KINDS), joined('s1'), opened()] : [];
        for (const event of events) before.push([1, event as RoomEvent]);
        const { room } = given(...before);
        expect(roomHash(room)).toMatch(/^[0-9a-f]{16}$/);
      }),
      { numRuns: 300 },
    );
  });

  /** Any class: three seats, some of whose events come at the wrong time. */
  const classes = fc.array(
    fc.oneof(
      fc
        .record({
          seat: fc.constantFrom('s1', 's2', 's3'),
          choice: fc.constantFrom('a', 'b', 'c'),
          seq: fc.nat(3),
          question: fc.nat(1),
          round: fc.nat(1),
          at: fc.integer({ min: 0, max: 40_000 }),
        })
        .map(
          ({ choice, at, ...rest }): RoomEvent =>
            answered(rest.seat, { ...rest, response: [choice], at: START_MS + at }),
        ),
      fc.constantFrom<RoomEvent>(
        opened(),
        opened(0, 1),
        opened(1),
        closed(),
        closed(0, 1),
        closed(1),
        revealed(),
        revealed(1),
        { t: 'ended' },
        { t: 'barred', seats: ['s2'] },
      ),
    ),
    { maxLength: 40 },
  );

  it('gives the same room for the same log', () => {
    fc.assert(
      fc.property(classes, (events) => {
        const all = [...CLASS, joined('s3'), ...events];
        expect(roomHash(given(...all).room)).toBe(roomHash(given(...all).room));
      }),
    );
  });

  it('of an answer twice in a row is as of it once', () => {
    fc.assert(
      fc.property(classes, (events) => {
        const once = logOf([...CLASS, joined('s3'), ...events]);
        const [one, two] = [emptyRoom(), emptyRoom()];
        for (const stored of once) {
          const first = fold(one, stored);
          fold(two, stored);
          const second = stored.event.t === 'answered' ? fold(two, { ...stored, off: `${stored.off}+` }) : first;
          if (first.ok) expect(second).toMatchObject({ ok: true, off: first.off });
        }
        expect(roomHash(two)).toBe(roomHash(one));
      }),
    );
  });

  it('does not ask in which order different seats answered', () => {
    const seats = ['s1', 's2', 's3'];
    fc.assert(
      fc.property(fc.shuffledSubarray(seats, { minLength: 3 }), (order) => {
        const room = (own: string[]) =>
          given(
            ...CLASS,
            joined('s3'),
            opened(),
            ...own.map((seat): Given => [9, answered(seat, { at: START_MS + 5_000 })]),
          ).room;
        expect(roomHash(room(order))).toBe(roomHash(room(seats)));
      }),
    );
  });
});
