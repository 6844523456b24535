import { describe, expect, it } from 'vitest';
import type { HostFrame, HostSeat, Phase } from '../../live/frames.ts';
import { actionsOf, isOnlyHere, readHostKey, readTeams, seatsInOrder, writeHostKey } from './host-model.ts';

const frame = (phase: Phase, more: Partial<HostFrame> = {}): HostFrame => ({
  to: 'host',
  phase,
  code: 'KHT7QW',
  title: '',
  settings: {
    scoring: 'accuracy',
    pace: 'host',
    changeable: true,
    teams: [],
    approval: false,
    seats: 2000,
    topTen: true,
  },
  now: 0,
  questions: 2,
  round: 0,
  players: 0,
  locked: false,
  answered: 0,
  connected: 0,
  seats: [],
  list: [0, 1].map((i) => ({
    id: `q${i}`,
    kind: 'single',
    stemHtml: '',
    isPublic: true,
    rounds: i === 0 ? 1 : 0,
    state: 'closed',
  })),
  top: [],
  join: [],
  ...more,
});
const names = (of: HostFrame) => actionsOf(of, 30).map(({ name }) => name);

describe('the host key in an address', () => {
  it('is written and read, with and without the projector', () => {
    for (const key of [
      { room: 'r', token: 't' },
      { room: 'r', token: 't', screen: 's' },
    ]) {
      expect(readHostKey(writeHostKey(key))).toEqual(key);
    }
    expect(readHostKey('#r')).toEqual({ room: 'r' });
  });

  it.each(['', '#', '#;t', '#r;<script>', '#a b'])('%j is none', (hash) => {
    expect(readHostKey(hash)).toBeUndefined();
  });
});

describe('what the host can do', () => {
  it('begins in the lobby, closes what is open, then reveals or votes again', () => {
    expect(names(frame('lobby'))).toEqual(['start']);
    expect(names(frame('open', { question: 0, leftMs: 9000 }))).toEqual(['close', 'extend']);
    expect(names(frame('open', { question: 0 }))).toEqual(['close']);
    expect(names(frame('closed', { question: 0 }))).toEqual(['reveal', 'revote', 'next']);
    expect(names(frame('revealed', { question: 0 }))).toEqual(['next', 'revote']);
  });

  it('ends after the last question, and goes back to one that was asked', () => {
    expect(names(frame('revealed', { question: 1 }))).toEqual(['end', 'revote', 'back']);
    expect(names(frame('ended', { question: 1 }))).toEqual([]);
  });

  it('says which question is next, so that two presses do not skip one', () => {
    expect(actionsOf(frame('revealed', { question: 0 }), 20)[0]?.command).toEqual({
      do: 'open',
      question: 1,
      seconds: 20,
    });
  });

  it('of an assignment is only to prolong and to end it', () => {
    const self = frame('open');
    expect(names({ ...self, settings: { ...self.settings, pace: 'self' } })).toEqual(['extendLong', 'end']);
  });
});

describe('the list of players', () => {
  const seat = (name: string, status: HostSeat['status'], points: number): HostSeat => ({
    seat: name,
    name,
    status,
    connected: true,
    answered: false,
    points,
    right: 0,
  });
  const seats = [seat('Ada', 'in', 1), seat('Bo', 'barred', 9), seat('Cy', 'in', 3), seat('Di', 'waiting', 0)];

  it('has who waits first and who is barred last', () => {
    expect(seatsInOrder(seats, 'joining', '').map(({ name }) => name)).toEqual(['Di', 'Ada', 'Cy', 'Bo']);
    expect(seatsInOrder(seats, 'points', '').map(({ name }) => name)).toEqual(['Di', 'Cy', 'Ada', 'Bo']);
    const marked = [
      { ...seats[0], marks: 'r..' },
      { ...seats[2], marks: 'rw.' },
    ] as HostSeat[];
    expect(seatsInOrder(marked, 'progress', '').map(({ name }) => name)).toEqual(['Cy', 'Ada']);
    expect(seatsInOrder(seats, 'joining', ' aD').map(({ name }) => name)).toEqual(['Ada']);
  });
});

it('reads names of teams as they are typed', () => {
  expect(readTeams(' Red, Blue,,Red ')).toEqual(['Red', 'Blue']);
});

it('knows an address that no phone can open', () => {
  expect(['http://127.0.0.1:4321', 'http://localhost:1', 'http://192.168.0.2:4321'].map(isOnlyHere)).toEqual([
    true,
    true,
    false,
  ]);
});
