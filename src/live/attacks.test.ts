import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readAnswer } from './messages.ts';
import { readName } from './names.ts';
import { playerFrame } from './player-frame.ts';
import {
  answered,
  closed,
  created,
  type Given,
  given,
  joined,
  opened,
  revealed,
  START_MS,
  verdictAfter,
} from './room.fixture.ts';
import { fold } from './room.ts';
import { roomHash } from './room-hash.ts';
import { hostFrame } from './screen-frame.ts';

const OPEN = [created(), joined('s1'), joined('s2'), opened()];
const NOW = { now: START_MS, join: [], connected: new Set<string>() };

describe('attacks on a room', () => {
  it('double, reordered, concurrent answers: the greatest number counts, however often and in whatever order they come', () => {
    const choices = ['a', 'b', 'c', 'd'];
    const sent = choices.map((id, i) => answered('s1', { response: [id], seq: i + 1 }));
    const copies = fc.shuffledSubarray([...sent, ...sent, ...sent], { minLength: 12 });
    const straight = given(...OPEN, ...sent.map((event): Given => [4, event])).room;
    fc.assert(
      fc.property(copies, (events) => {
        const { room } = given(...OPEN, ...events.map((event): Given => [4, event]));
        expect(room.asked[0]?.rounds[0]?.answers.get('s1')).toMatchObject({ response: ['d'], seq: 4 });
        expect(roomHash(room)).toBe(roomHash(straight));
      }),
    );
  });

  it('concurrent answers through several servers: one is stored and all get its receipt', () => {
    const { room } = given(created({ changeable: false }), joined('s1'), opened());
    const verdicts = ['a', 'b', 'c', 'a', 'b', 'c'].map((id, i) =>
      fold(room, { off: `9-${i}`, at: START_MS + 2_500, event: answered('s1', { response: [id] }) }),
    );
    expect(new Set(verdicts.map((verdict) => verdict.ok && verdict.off))).toEqual(new Set(['9-0']));
    expect(room.asked[0]?.rounds[0]?.answers.get('s1')?.response).toEqual(['a']);
  });

  it('answers before opening, after the bell, for another question: each is told apart and none counts', () => {
    const late = START_MS + 3_000 + 30_000 + 251;
    const why = [
      verdictAfter(...OPEN.slice(0, 3), answered('s1')),
      verdictAfter(...OPEN, answered('s1', { at: START_MS + 2_000 })),
      verdictAfter(...OPEN, answered('s1', { at: late })),
      verdictAfter(...OPEN, closed(), answered('s1')),
      verdictAfter(...OPEN, answered('s1', { question: 1 })),
    ];
    expect(why).toEqual(['not-open', 'not-open', 'late', 'late', 'other-question']);
  });

  it('client clock ± 30 s: no message has a place for a client’s time', () => {
    const answer = { question: 0, round: 0, response: ['a'], seq: 1 };
    for (const clock of [{ at: START_MS - 30_000 }, { at: START_MS + 30_000 }, { tookMs: 1 }]) {
      expect(readAnswer({ ...answer, ...clock }).fault).toMatch(/unknown key/);
    }
  });

  it('a receipt that tells: right and wrong get the same one', () => {
    const of = (response: string) => given(...OPEN, answered('s1', { response: [response] })).verdict;
    expect(of('a')).toEqual(of('b'));
  });

  it('barred player back: neither the seat nor its answers count, and joining again does not help it', () => {
    const barred: Given[] = [...OPEN, answered('s1'), { t: 'barred', seats: ['s1'] }];
    expect(verdictAfter(...barred, answered('s1', { seq: 2 }))).toBe('barred');
    expect(verdictAfter(...barred, answered('s1'))).toBe('barred');
    expect(verdictAfter(...barred, joined('s1'))).toBe('barred');
    expect(verdictAfter(...barred, { t: 'renamed', seat: 's1', name: 'Back' })).toBe('no-seat');
    expect(verdictAfter(...barred, { t: 'approved', seats: ['s1'] }, answered('s1', { seq: 2 }))).toBe('barred');
  });

  it('seat theft by name: one that reads the same is taken, whoever asks', () => {
    for (const name of [
      'Person s1',
      'PERSON S1',
      'Ｐｅｒｓｏｎ ｓ１',
      'Реrsоn s1',
      'Per\u200bson s1',
      'Pérson s1',
      'Person sl',
      'Person  s1.',
    ]) {
      expect(verdictAfter(...OPEN, joined('s9', { name })), name).toBe('name-taken');
    }
  });

  it('offensive, look-alike, invisible, huge names: each is refused for what it is', () => {
    const faults = ['fυсk', '\u202e\u200b\u2060', 'x'.repeat(25), 'x'.repeat(1_000_000)].map(
      (text) => readName(text).fault,
    );
    expect(faults).toEqual(['offensive', 'empty', 'long', 'long']);
  });

  it('HTML in every text: it goes through as text, byte for byte, and is nobody else’s to see', () => {
    const name = '<img src=x onerror=alert(1)>'.slice(0, 24);
    const { room } = given(
      created(),
      joined('s1', { name }),
      joined('s2'),
      opened(),
      answered('s1'),
      closed(),
      revealed(),
    );
    expect(hostFrame(room, 'en', NOW).seats[0]?.name).toBe(name);
    expect(JSON.stringify(playerFrame(room, { seat: 's2', lang: 'en' }, NOW))).not.toContain('<img');
  });

  it('keys that objects inherit: seats, choices and parts named so are like any other', () => {
    for (const id of ['__proto__', 'constructor', 'toString']) {
      expect(verdictAfter(...OPEN, answered(id))).toBe('not-in');
      expect(verdictAfter(...OPEN, answered('s1', { response: [id] }))).toBe('shape');
      const { room } = given(created(), joined(id), opened(), answered(id), closed(), revealed());
      expect(playerFrame(room, { seat: id, lang: 'en' }, NOW)?.me).toMatchObject({ total: 100, place: 1 });
    }
  });
});
