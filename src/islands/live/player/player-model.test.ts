import { describe, expect, it } from 'vitest';
import type { PlayerFrame } from '../../../live/frames.ts';
import { playerFrame, SINGLE } from './player-frames.fixture.ts';
import {
  isTapSent,
  nextSeq,
  type RoomState,
  sameResponse,
  sceneOf,
  standingOf,
  stepRoom,
  UNKNOWN_ROOM,
} from './player-model.ts';

const roomWith = (frame: PlayerFrame | undefined, rest: Partial<RoomState> = {}): RoomState => ({
  ...UNKNOWN_ROOM,
  frame,
  ...rest,
});

describe('what a player sees', () => {
  it.each<[string, string, Partial<PlayerFrame>]>([
    ['the lobby before the first question', 'lobby', { phase: 'lobby' }],
    ['the question while it is open', 'asked', { phase: 'open', asked: SINGLE }],
    ['the question after the bell', 'asked', { phase: 'closed', asked: SINGLE }],
    ['the question, when its reveal has no key yet', 'asked', { phase: 'revealed', asked: SINGLE }],
    ['the end', 'ended', { phase: 'ended', asked: SINGLE }],
    ['an assignment', 'assignment', { phase: 'open', assignment: [SINGLE] }],
  ])('is %s', (_, scene, fields) => {
    expect(sceneOf(roomWith(playerFrame(fields)))).toBe(scene);
  });

  it('is a wait until the host lets the seat in, and a farewell once it was barred, whatever the room does', () => {
    const me = playerFrame().me;
    const open = { phase: 'open', asked: SINGLE } as const;
    expect(sceneOf(roomWith(playerFrame({ ...open, me: { ...me, status: 'waiting' } })))).toBe('waiting');
    const barred = playerFrame({ ...open, me: { ...me, status: 'barred' } });
    expect(sceneOf(roomWith(barred, { lost: 'stranger' }))).toBe('barred');
  });

  it('is what was last heard while the connection is away, and the reason when there is no way back', () => {
    const frame = playerFrame({ phase: 'open', asked: SINGLE });
    expect(sceneOf(roomWith(frame, { link: 'offline' }))).toBe('asked');
    expect(sceneOf(roomWith(frame, { lost: 'gone' }))).toBe('gone');
    expect(sceneOf(roomWith(undefined))).toBe('connecting');
  });
});

describe('where an answer stands', () => {
  const place = { question: 2, round: 0 };
  const answer = (seq: number, choice = 'a') => ({ ...place, response: [choice], seq });

  it('is nowhere before anything was sent', () => {
    expect(standingOf(place, { inLog: undefined, sending: undefined, remembered: undefined })).toEqual({
      answer: undefined,
      sending: undefined,
      isReceived: false,
    });
  });

  it('is not received while it waits, and received when the server said so', () => {
    const sources = { inLog: undefined, remembered: answer(1) };
    const waiting = standingOf(place, { ...sources, sending: { state: 'waiting', answer: answer(1) } });
    expect(waiting.isReceived).toBe(false);
    const received = standingOf(place, { ...sources, sending: { state: 'received', answer: answer(1) } });
    expect(received.isReceived).toBe(true);
  });

  it('is the log’s answer after a reload, or the device’s newer one that the frame did not know', () => {
    const inLog = { response: ['a'], seq: 1 };
    expect(standingOf(place, { inLog, sending: undefined, remembered: undefined })).toMatchObject({
      answer: answer(1),
      isReceived: true,
    });
    const newer = standingOf(place, { inLog, sending: undefined, remembered: answer(2, 'b') });
    expect(newer).toMatchObject({ answer: answer(2, 'b'), isReceived: true });
  });

  it('is the answer of another device of the seat, when that is the newer one', () => {
    const sending = { state: 'received', answer: answer(1) } as const;
    const standing = standingOf(place, { inLog: { response: ['c'], seq: 4 }, sending, remembered: answer(1) });
    expect(standing).toMatchObject({ answer: answer(4, 'c'), isReceived: true });
  });

  it('is the answer before, when the newer one was refused', () => {
    const sending = { state: 'refused', answer: answer(2, 'b'), why: 'late', error: '' } as const;
    const standing = standingOf(place, { inLog: { response: ['a'], seq: 1 }, sending, remembered: answer(2, 'b') });
    expect(standing.answer).toEqual(answer(1));
  });

  it('counts each change above everything that was ever sent, by this device or another', () => {
    expect(nextSeq({ inLog: undefined, sending: undefined, remembered: undefined })).toBe(1);
    expect(nextSeq({ inLog: { response: 1, seq: 7 }, sending: undefined, remembered: answer(3) })).toBe(8);
  });
});

describe('sending', () => {
  it('is done by the tap for one choice that may be changed, by a button for everything else', () => {
    expect(isTapSent(SINGLE, true)).toBe(true);
    expect(isTapSent(SINGLE, false)).toBe(false);
    expect(isTapSent({ ...SINGLE, kind: 'multiple', pick: 2 }, true)).toBe(false);
  });

  it('is remembered by question and round', () => {
    const answer = { question: 1, round: 1, response: 3, seq: 1 };
    const state = stepRoom(UNKNOWN_ROOM, { do: 'sending', sending: { state: 'sending', answer } });
    expect(Object.keys(state.sendings)).toEqual(['1/1']);
  });

  it('is of something else only when the response differs, not when its fields stand otherwise', () => {
    expect(sameResponse({ a: 1, b: [1] }, { b: [1], a: 1 })).toBe(true);
    expect(sameResponse(['a', 'b'], ['b', 'a'])).toBe(false);
    expect(sameResponse(null, undefined)).toBe(true);
  });
});
