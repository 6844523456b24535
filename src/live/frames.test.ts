import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Command } from './commands.ts';
import { phaseOf } from './common-frame.ts';
import { handle } from './host-commands.ts';
import { mineOf, playerFrame, playerTexts, sharedFrame } from './player-frame.ts';
import { pushFor } from './push.ts';
import {
  ALL_KINDS,
  answered,
  closed,
  created,
  type Given,
  given,
  joined,
  opened,
  revealed,
  SECRET,
  SINGLE,
  START_MS,
} from './room.fixture.ts';
import { fold } from './room.ts';
import type { RoomEvent, RoomSettings } from './room-events.ts';
import type { Room } from './room-state.ts';
import { hostFrame, screenFrame } from './screen-frame.ts';

const NOW = { now: START_MS + 5_000, join: ['http://10.0.0.7:4321/live/join'] };
const CLASS = [created({ topTen: true }), joined('s1'), joined('s2')];
const player = (seat: string, ...events: Given[]) => playerFrame(given(...events).room, { seat, lang: 'en' }, NOW);

type Answered = Extract<RoomEvent, { t: 'answered' }>;

describe('a frame before the reveal', () => {
  const answers: readonly Answered[] = [
    answered('s1'),
    answered('s2', { response: ['b'], certainty: 'sure' }),
    answered('me', { response: ['a'] }),
    answered('s1', { question: 1, response: ['a', 'b'] }),
    answered('me', { question: 1, response: ['a', 'b'], certainty: 'sure' }),
    answered('s1', { question: 4, response: 77031 }),
    answered('me', { question: 4, response: 4 }),
    answered('s1', {
      question: 5,
      response: { '/x': 1 },
      outcome: { correct: true, goals: [{ id: 'goal-x', passed: true }] },
    }),
    answered('s1', { question: 2, response: ['b', 'a', 'c', 'd'] }),
    answered('s2', { question: 6, response: { one: ['a'], two: 3 } }),
  ];
  /** What a host may press, at any time; what does not fit is refused. */
  const commands = fc.oneof(
    fc.option(fc.nat(6), { nil: undefined }).map(
      (question): Command => ({
        do: 'open',
        seconds: 30,
        ...(question === undefined ? {} : { question }),
      }),
    ),
    fc.constantFrom<Command>(
      { do: 'close' },
      { do: 'close' },
      { do: 'reveal' },
      { do: 'revote', seconds: null },
      { do: 'extend', seconds: 9 },
      { do: 'approve', seats: ['s1', 's2', 'me'] },
      { do: 'rename', seat: 's1', name: 'OTHER-renamed' },
      { do: 'move', seat: 's1', team: 1 },
      { do: 'bar', seats: ['s2'] },
    ),
  );
  const steps = fc.oneof(commands, fc.constantFrom(...answers));
  /** Shows the room after every step that changed it. */
  function play(room: Room, events: readonly (Command | Answered)[], show: () => void): void {
    for (const [i, step] of events.entries()) {
      const at = START_MS + i * 1_000;
      const round = (room.asked['t' in step ? step.question : 0]?.rounds.length ?? 1) - 1;
      const event = 't' in step ? { ...step, at, round: Math.max(0, round) } : handle(room, step);
      if ('refused' in event || !fold(room, { off: String(i), at, event }).ok) continue;
      show();
    }
  }
  const settings: fc.Arbitrary<Partial<RoomSettings>> = fc.record({
    scoring: fc.constantFrom('accuracy', 'speed', 'certainty'),
    pace: fc.constantFrom('host', 'host', 'host', 'self'),
    approval: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
    topTen: fc.constant(true),
    teams: fc.constantFrom([], ['x', 'y']),
  });
  /** What stands in keys, reasons, verdicts, standings and host frames alone. */
  const words = [
    SECRET,
    'OTHER',
    '77031',
    '"correct"',
    '"grading"',
    '"whyHtml"',
    '"verdict"',
    '"points"',
    '"credit"',
    '"spread"',
    '"total"',
    '"place"',
    '"goal-x"',
    '"right":true',
    '"mean"',
    'hash-of',
    'address-',
  ];

  it('holds no byte of key, reason, verdict, points or of other people, whatever happened', () => {
    fc.assert(
      fc.property(settings, fc.array(steps, { maxLength: 40 }), (own, events) => {
        const { room } = given(
          created(own, ALL_KINDS),
          joined('s1', { name: 'OTHER-one' }),
          joined('s2', { name: 'OTHER-two' }),
          joined('me', { name: 'Mine' }),
        );
        play(room, events, () => {
          if (phaseOf(room) === 'revealed') return;
          const texts = [
            JSON.stringify(playerFrame(room, { seat: 'me', lang: 'ko' }, NOW)),
            playerTexts(room, NOW)('me', 'en') ?? '',
            JSON.stringify(screenFrame(room, 'en', NOW)),
          ];
          const found = words.filter((word) => texts.some((text) => text.includes(word)));
          expect(found, `in ${phaseOf(room)}`).toEqual([]);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('of a seat that answered differs from another only in what this seat sent itself', () => {
    const room = given(...CLASS, opened(), answered('s1'), answered('s2', { response: ['b'] })).room;
    expect(mineOf(room, 's1')).toEqual({
      seat: 's1',
      name: 'Person s1',
      status: 'in',
      answer: { response: ['a'], seq: 1 },
    });
    expect(mineOf(room, 's2')).toEqual({
      seat: 's2',
      name: 'Person s2',
      status: 'in',
      answer: { response: ['b'], seq: 1 },
    });
  });

  it('of who waits or is barred holds no question', () => {
    const waits = player('s1', created({ approval: true }), joined('s1'), opened());
    expect(waits).toMatchObject({ phase: 'open', me: { status: 'waiting' } });
    expect(waits).not.toHaveProperty('asked');
    expect(player('s1', ...CLASS, opened(), { t: 'barred', seats: ['s1'] })).not.toHaveProperty('asked');
  });

  it('would be caught: the host has what players must not', () => {
    const text = JSON.stringify(
      hostFrame(given(...CLASS, opened()).room, 'en', { ...NOW, connected: new Set(['s1']) }),
    );
    expect(text).toContain(SECRET);
    expect(text).toContain('Person s2');
  });
});

describe('a player’s frame', () => {
  it('is the same as what is shared and what is own, written apart', () => {
    const { room } = given(...CLASS, opened(), answered('s1'), closed(), revealed());
    for (const seat of ['s1', 's2']) {
      expect(JSON.parse(playerTexts(room, NOW)(seat, 'ko') ?? '')).toEqual(
        playerFrame(room, { seat, lang: 'ko' }, NOW),
      );
    }
    expect(playerTexts(room, NOW)('s9', 'en')).toBeUndefined();
  });

  it('counts time from the server’s now', () => {
    expect(player('s1', ...CLASS, opened())).toMatchObject({
      now: NOW.now,
      leftMs: 28_000,
      wholeMs: 30_000,
      question: 0,
      round: 0,
    });
    expect(player('s1', ...CLASS, opened(0, 0, null))).not.toHaveProperty('leftMs');
  });

  it('after the reveal holds key, spread and the own result', () => {
    const right = player(
      's1',
      ...CLASS,
      opened(),
      answered('s1'),
      answered('s2', { response: ['b'] }),
      closed(),
      revealed(),
    );
    expect(right).toMatchObject({
      phase: 'revealed',
      told: { key: SINGLE.text.en.key, spread: { answered: 2, right: 1, choices: { a: 1, b: 1, c: 0, d: 0 } } },
      me: { result: { points: 100, verdict: { correct: true } }, total: 100, place: 1 },
    });
    const wrong = player(
      's2',
      ...CLASS,
      opened(),
      answered('s1'),
      answered('s2', { response: ['b'] }),
      closed(),
      revealed(),
    );
    expect(wrong?.me).toMatchObject({ result: { points: 0, verdict: { correct: false } }, total: 0 });
    expect(wrong?.me, 'nobody in the lower half is told a place').not.toHaveProperty('place');
  });

  it('hides the key again while the question is asked again, and gives no points for it', () => {
    const again = [...CLASS, opened(), answered('s2', { response: ['b'] }), closed(), revealed(), opened(0, 1)];
    expect(JSON.stringify(player('s2', ...again))).not.toContain(SECRET);
    expect(JSON.stringify(player('s2', ...again, closed(0, 1)))).not.toContain(SECRET);
    const practice = player(
      's2',
      ...again,
      answered('s2', { round: 1, at: START_MS + 8_000 }),
      closed(0, 1),
      revealed(),
    );
    expect(practice?.me).toMatchObject({ result: { points: 0, verdict: { correct: true } }, total: 0 });
  });

  it('of an assignment has all questions, and all keys only after the end', () => {
    const self = [created({ pace: 'self', deadlineMs: START_MS + 60_000 }), joined('s1'), answered('s1')];
    const open = player('s1', ...self);
    expect(open).toMatchObject({
      phase: 'open',
      deadlineInMs: 55_000,
      assignment: [{ id: 'single' }, { id: 'multiple' }],
      me: { answers: { 0: { seq: 1 } } },
    });
    expect(JSON.stringify(open)).not.toContain(SECRET);
    const ended = player('s1', ...self, { t: 'ended' });
    expect(ended).toMatchObject({
      phase: 'ended',
      toldOf: [{ spread: { right: 1 } }, { spread: { answered: 0 } }],
      me: { results: { 0: { points: 100 } }, total: 100 },
    });
  });
});

describe('the projector’s frame', () => {
  it('shows the ten best only at the end, and only when the host wished for it', () => {
    const played = [opened(), answered('s1'), closed(), revealed()];
    const screen = (...events: Given[]) => screenFrame(given(...events).room, 'en', NOW);
    expect(screen(...CLASS, ...played)).not.toHaveProperty('top');
    expect(screen(...CLASS, ...played, { t: 'ended' })).toMatchObject({ top: [{ name: 'Person s1', points: 100 }] });
    expect(screen(created(), joined('s1'), ...played, { t: 'ended' })).not.toHaveProperty('top');
  });
});

describe('the shared part', () => {
  it('is built once for a language, whoever reads it', () => {
    const { room } = given(...CLASS, opened(), answered('s1'));
    const shared = sharedFrame(room, { lang: 'en', inside: true }, NOW);
    for (const seat of ['s1', 's2']) {
      const { me: _, ...rest } = playerFrame(room, { seat, lang: 'en' }, NOW) ?? { me: undefined };
      expect(rest).toEqual(shared);
    }
  });
});

describe('a push', () => {
  it('reaches a player three times a question: opened, closed, revealed', () => {
    const events = [
      joined('s3'),
      opened(),
      answered('s1'),
      answered('s2'),
      closed(),
      revealed(),
      { t: 'locked', locked: true } as const,
    ];
    expect(events.filter((event) => pushFor(event).players === 'all').map(({ t }) => t)).toEqual([
      'opened',
      'closed',
      'revealed',
    ]);
  });

  it('of a join or an answer reaches host and projector alone, with the next ones', () => {
    for (const event of [joined('s1'), answered('s1')]) {
      expect(pushFor(event)).toEqual({ players: 'none', host: 'soon', screen: 'soon' });
    }
  });

  it('of what happens to a seat reaches this seat', () => {
    expect(pushFor({ t: 'renamed', seat: 's1', name: 'x' }).players).toEqual(['s1']);
    expect(pushFor({ t: 'moved', seat: 's1', team: 1 }).players).toEqual(['s1']);
    expect(pushFor({ t: 'barred', seats: ['s1', 's2'] }).players).toEqual(['s1', 's2']);
  });
});
