import { describe, expect, it } from 'vitest';
import { answerPoints, normalisedChange, speedBonus } from './points.ts';
import { answered, closed, created, type Given, given, joined, opened, revealed, START_MS } from './room.fixture.ts';
import type { RoomSettings } from './room-events.ts';
import { gainOf } from './spread.ts';
import { pointsFor, standingOf, teamsOf, topOf } from './standing.ts';
import { countedAnswer } from './verdict.ts';

const FACTS = { correct: true, tookMs: 0, wholeMs: 30_000, certainty: undefined };

describe('points of an answer', () => {
  it.each([
    ['right is a hundred', 'accuracy', {}, 100],
    ['wrong is none', 'accuracy', { correct: false }, 0],
    ['accuracy asks for no time', 'accuracy', { tookMs: 30_000 }, 100],
    ['speed adds a fifth', 'speed', {}, 120],
    ['speed never helps who is wrong', 'speed', { correct: false }, 0],
    ['unsure and right', 'certainty', { certainty: 'unsure' }, 50],
    ['unsure and wrong', 'certainty', { certainty: 'unsure', correct: false }, 0],
    ['fairly sure and right', 'certainty', { certainty: 'fairly' }, 100],
    ['fairly sure and wrong', 'certainty', { certainty: 'fairly', correct: false }, -100],
    ['sure and right', 'certainty', { certainty: 'sure' }, 150],
    ['sure and wrong', 'certainty', { certainty: 'sure', correct: false }, -300],
    ['nothing said is unsure', 'certainty', {}, 50],
  ] as const)('%s', (_, scoring, facts, points) => {
    expect(answerPoints(scoring, { ...FACTS, ...facts })).toBe(points);
  });

  it('of certainty pay best for what one believes', () => {
    const best = (belief: number) => {
      const worth = (certainty: 'unsure' | 'fairly' | 'sure') =>
        belief * answerPoints('certainty', { ...FACTS, certainty }) +
        (1 - belief) * answerPoints('certainty', { ...FACTS, certainty, correct: false });
      return (['unsure', 'fairly', 'sure'] as const).toSorted((a, b) => worth(b) - worth(a))[0];
    };
    expect([0.3, 0.6, 0.7, 0.79, 0.85, 1].map(best)).toEqual(['unsure', 'unsure', 'fairly', 'fairly', 'sure', 'sure']);
  });
});

describe('the speed bonus', () => {
  it.each([
    [-100, 20],
    [0, 20],
    [10_000, 20],
    [10_001, 19],
    [20_000, 10],
    [29_999, 0],
    [30_000, 0],
    [30_250, 0],
  ])('after %i of 30,000 ms is %i', (tookMs, bonus) => {
    expect(speedBonus(tookMs, 30_000)).toBe(bonus);
  });

  it('is none without a bell', () => {
    expect(speedBonus(0, null)).toBe(0);
  });
});

describe('the normalised change', () => {
  it.each([
    [0.4, 0.7, 0.5],
    [0.4, 0.2, -0.5],
    [0.4, 0.4, 0],
    [0, 0, 0],
    [1, 1, 0],
    [0, 1, 1],
    [1, 0, -1],
  ])('from %f to %f is %f', (before, after, change) => {
    expect(normalisedChange(before, after)).toBeCloseTo(change, 12);
  });
});

const SEATS = ['s1', 's2', 's3', 's4'];
/** Four people, of whom these are right about question 0. */
function played(right: readonly string[], settings: Partial<RoomSettings> = {}, ...more: Given[]) {
  const answers = SEATS.map((seat) => answered(seat, { response: [right.includes(seat) ? 'a' : 'b'] }));
  return given(created(settings), ...SEATS.map((seat) => joined(seat)), opened(), ...answers, closed(), ...more).room;
}

describe('the standing', () => {
  it('shares places of equal points and leaves out the next', () => {
    const room = played(['s2', 's3'], {}, revealed());
    expect([...standingOf(room).place]).toEqual([
      ['s2', 1],
      ['s3', 1],
      ['s1', 3],
      ['s4', 3],
    ]);
  });

  it('counts a question once it is revealed, or when the room ends', () => {
    expect(topOf(played(['s1']))).toEqual([]);
    expect(topOf(played(['s1'], {}, revealed()))).toEqual([{ name: 'Person s1', points: 100 }]);
    expect(topOf(played(['s1'], {}, revealed(), revealed()))).toEqual([{ name: 'Person s1', points: 100 }]);
    expect(topOf(played(['s1'], {}, { t: 'ended' }))).toEqual([{ name: 'Person s1', points: 100 }]);
  });

  it('knows nobody who was barred', () => {
    const room = played(['s1', 's2'], { teams: ['x', 'y'] }, revealed(), { t: 'barred', seats: ['s1'] });
    expect([...standingOf(room).place]).toEqual([
      ['s2', 1],
      ['s3', 2],
      ['s4', 2],
    ]);
    // s1 and s3 are team x, s2 and s4 team y.
    expect(teamsOf(room)).toEqual([
      { name: 'x', mean: 0, seats: 1 },
      { name: 'y', mean: 50, seats: 2 },
    ]);
  });

  it('of teams is by the mean, so that their size is no matter', () => {
    const seats = SEATS.map((seat, i) => joined(seat, { team: i === 0 ? 0 : 1 }));
    const answers = ['s1', 's2', 's3'].map((seat) => answered(seat));
    const { room } = given(
      created({ teams: ['one', 'three', 'none'] }),
      ...seats,
      opened(),
      ...answers,
      closed(),
      revealed(),
    );
    expect(teamsOf(room)).toEqual([
      { name: 'one', mean: 100, seats: 1 },
      { name: 'three', mean: 66.7, seats: 3 },
      { name: 'none', mean: 0, seats: 0 },
    ]);
  });
});

describe('a vote that is repeated', () => {
  const again = (right: readonly string[]) =>
    SEATS.map((seat) =>
      answered(seat, { round: 1, response: [right.includes(seat) ? 'a' : 'c'], at: START_MS + 12_000 }),
    );

  it('gives the points of the last vote, with the time of that vote', () => {
    const room = played(['s1'], { scoring: 'speed' }, opened(0, 1), ...again(['s2']), closed(0, 1), revealed());
    expect(topOf(room)).toEqual([{ name: 'Person s2', points: 120 }]);
  });

  it('keeps the vote before of who did not vote again', () => {
    const room = played(['s1'], {}, opened(0, 1), ...again(['s2']).slice(1), closed(0, 1), revealed());
    expect(topOf(room).map(({ name }) => name)).toEqual(['Person s1', 'Person s2']);
    const counted = countedAnswer(room.asked[0] as never, 's1');
    expect(counted && pointsFor(room, 0, counted)).toBe(100);
  });

  it('shows the gain among those who voted both times', () => {
    const room = played(['s1'], {}, opened(0, 1), ...again(['s1', 's2', 's3']).slice(0, 3), closed(0, 1));
    expect(gainOf(room, 0)).toMatchObject({
      before: { answered: 4, right: 1 },
      after: { answered: 3, right: 3 },
      beforeRight: 1 / 3,
      afterRight: 1,
      gain: 1,
    });
  });

  it('after the reveal gives neither points nor gain', () => {
    const room = played(['s1'], {}, revealed(), opened(0, 1), ...again(SEATS), closed(0, 1), revealed(), {
      t: 'ended',
    });
    expect(topOf(room)).toEqual([{ name: 'Person s1', points: 100 }]);
    expect(gainOf(room, 0)).toBeUndefined();
  });
});
