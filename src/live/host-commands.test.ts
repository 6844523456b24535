import { describe, expect, it } from 'vitest';
import type { Command } from './commands.ts';
import { handle } from './host-commands.ts';
import { closed, created, type Given, given, joined, opened, revealed } from './room.fixture.ts';
import { fold } from './room.ts';

type Rule = [string, Given[], Command, object];

const CLASS = [created(), joined('s1'), joined('s2', { from: 'address-s1' }), joined('s3')];
const OPEN = [...CLASS, opened()];
const CLOSED = [...OPEN, closed()];
const SELF = [created({ pace: 'self', deadlineMs: 9_000_000 }), joined('s1')];

describe('a command of the host', () => {
  it.each<Rule>([
    ['opens the first question', CLASS, { do: 'open', seconds: 30 }, opened()],
    ['opens one without a bell', CLASS, { do: 'open', seconds: null }, opened(0, 0, null)],
    ['opens the next one', CLOSED, { do: 'open', seconds: 30 }, opened(1)],
    ['opens one by its place', CLASS, { do: 'open', question: 1, seconds: 30 }, opened(1)],
    ['opens an earlier one in its next round', CLOSED, { do: 'open', question: 0, seconds: 30 }, opened(0, 1)],
    [
      'has nothing to open past the last',
      [...CLASS, opened(1), closed(1)],
      { do: 'open', seconds: 30 },
      { refused: 'no-question' },
    ],
    ['opens nothing that does not exist', CLASS, { do: 'open', question: 7, seconds: 30 }, { refused: 'no-question' }],
    ['opens nothing while one is open', OPEN, { do: 'open', seconds: 30 }, { refused: 'still-open' }],
    ['repeats the vote', CLOSED, { do: 'revote', seconds: 30 }, opened(0, 1)],
    ['repeats no vote before the first', CLASS, { do: 'revote', seconds: 30 }, { refused: 'not-now' }],
    ['adds time', OPEN, { do: 'extend', seconds: 15 }, { t: 'extended', question: 0, round: 0, ms: 15_000 }],
    ['adds no time to what is closed', CLOSED, { do: 'extend', seconds: 15 }, { refused: 'not-now' }],
    [
      'adds no time without a bell',
      [...CLASS, opened(0, 0, null)],
      { do: 'extend', seconds: 15 },
      { refused: 'no-bell' },
    ],
    ['closes', OPEN, { do: 'close' }, closed()],
    ['closes nothing twice', CLOSED, { do: 'close' }, { refused: 'not-now' }],
    ['reveals', CLOSED, { do: 'reveal' }, revealed()],
    ['reveals nothing that is open', OPEN, { do: 'reveal' }, { refused: 'still-open' }],
    ['reveals nothing before the first', CLASS, { do: 'reveal' }, { refused: 'not-now' }],
    [
      'shows an earlier one again',
      [...CLOSED, revealed(), opened(1), closed(1)],
      { do: 'reveal', question: 0 },
      revealed(),
    ],
    ['shows nothing that was never asked', CLOSED, { do: 'reveal', question: 1 }, { refused: 'not-now' }],
    ['locks', CLASS, { do: 'lock', locked: true }, { t: 'locked', locked: true }],
    [
      'lets in',
      [created({ approval: true }), joined('s1')],
      { do: 'approve', seats: ['s1', 's9'] },
      { t: 'approved', seats: ['s1'] },
    ],
    [
      'renames, with the name made ready',
      CLASS,
      { do: 'rename', seat: 's1', name: ' Ａda ' },
      { t: 'renamed', seat: 's1', name: 'Ada' },
    ],
    ['renames nobody to nothing', CLASS, { do: 'rename', seat: 's1', name: '\u200b' }, { refused: 'name' }],
    ['renames nobody to another', CLASS, { do: 'rename', seat: 's1', name: 'Person s3' }, { refused: 'name-taken' }],
    [
      'moves to another team',
      [created({ teams: ['x', 'y'] }), joined('s1')],
      { do: 'move', seat: 's1', team: 1 },
      { t: 'moved', seat: 's1', team: 1 },
    ],
    ['moves to no team where there are none', CLASS, { do: 'move', seat: 's1', team: 0 }, { refused: 'no-team' }],
    ['bars', CLASS, { do: 'bar', seats: ['s1'] }, { t: 'barred', seats: ['s1'] }],
    ['bars all from the same address', CLASS, { do: 'bar-like', seats: ['s1'] }, { t: 'barred', seats: ['s1', 's2'] }],
    ['bars nobody who is not there', CLASS, { do: 'bar', seats: ['s9'] }, { refused: 'no-seat' }],
    ['ends', OPEN, { do: 'end' }, { t: 'ended' }],
    ['does nothing after the end', [...OPEN, { t: 'ended' }], { do: 'open', seconds: 30 }, { refused: 'ended' }],
    ['opens nothing in an assignment', SELF, { do: 'open', seconds: 30 }, { refused: 'self-paced' }],
    [
      'prolongs an assignment',
      SELF,
      { do: 'extend', seconds: 60 },
      { t: 'extended', question: 0, round: 0, ms: 60_000 },
    ],
    ['needs a room', [], { do: 'end' }, { refused: 'no-room' }],
  ])('%s', (_, events, command, result) => {
    const { room } = given(...events);
    const event = handle(room, command);
    expect(event).toEqual(result);
    // Whatever is not refused here is taken by the fold.
    if (!('refused' in event)) expect(fold(room, { off: '99', at: 1_010_000, event })).toMatchObject({ ok: true });
  });

  it('pressed twice at once is done once', () => {
    const { room } = given(...CLASS);
    const [one, two] = [handle(room, { do: 'open', seconds: 30 }), handle(room, { do: 'open', seconds: 60 })];
    expect(fold(room, { off: '5', at: 1_004_000, event: one as never })).toMatchObject({ ok: true });
    expect(fold(room, { off: '6', at: 1_004_001, event: two as never })).toEqual({ ok: false, why: 'still-open' });
  });
});
