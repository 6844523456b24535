import { describe, expect, it } from 'vitest';
import { roomTables } from './export-table.ts';
import { progressOf } from './progress.ts';
import { answered, created, type Given, given, joined } from './room.fixture.ts';
import { hostFrame } from './screen-frame.ts';

const SELF = [created({ pace: 'self', openMs: 60_000 }), joined('s1'), joined('s2'), joined('s3')];
const WORK: Given[] = [
  answered('s1'),
  answered('s1', { question: 1, response: ['a', 'b'] }),
  answered('s2', { question: 1, response: ['c', 'd'] }),
];
const WORLD = { now: 0, join: [], connected: new Set<string>() };

describe('the progress of an assignment', () => {
  it('says of each question how many answered and how many of them right', () => {
    expect(progressOf(given(...SELF, ...WORK).room).questions).toEqual([
      { answered: 1, right: 1 },
      { answered: 2, right: 1 },
    ]);
  });

  it('says of each seat what it did with each question', () => {
    expect([...progressOf(given(...SELF, ...WORK).room).marks]).toEqual([
      ['s1', 'rr'],
      ['s2', '.w'],
    ]);
  });

  it('follows a changed answer and whoever is barred', () => {
    const { room } = given(...SELF, ...WORK);
    progressOf(room);
    const changed = given(...SELF, ...WORK, answered('s1', { response: ['b'], seq: 2 }), {
      t: 'barred',
      seats: ['s2'],
    });
    expect(progressOf(changed.room)).toMatchObject({
      questions: [
        { answered: 1, right: 0 },
        { answered: 1, right: 1 },
      ],
    });
    expect(progressOf(changed.room).marks.get('s1')).toBe('wr');
  });

  it('stands in the host’s frame of an assignment, and in no other', () => {
    const frame = hostFrame(given(...SELF, ...WORK).room, 'en', WORLD);
    expect(frame.seats.map(({ marks }) => marks)).toEqual(['rr', '.w', undefined]);
    expect(frame.list[1]?.answers).toEqual({ answered: 2, right: 1, change: 2 });
    const led = hostFrame(given(created(), joined('s1')).room, 'en', WORLD);
    expect(JSON.stringify(led)).not.toMatch(/"(marks|answers)"/);
  });

  it('looked at changes nothing of what is exported', () => {
    const [looked, left] = [given(...SELF, ...WORK).room, given(...SELF, ...WORK).room];
    hostFrame(looked, 'en', WORLD);
    expect(roomTables(looked, 'en')).toEqual(roomTables(left, 'en'));
  });
});
