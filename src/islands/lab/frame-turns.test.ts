import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { awaitTurn, endTurn, type Follower, takeTurn } from './frame-turns.ts';

let frames: ((now: number) => void)[] = [];
let log: string[] = [];
let parts: Follower[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  vi.advanceTimersByTime(1000);
  [frames, log, parts] = [[], [], []];
  vi.stubGlobal('requestAnimationFrame', (call: (now: number) => void) => frames.push(call));
});
afterEach(() => {
  for (const part of parts) endTurn(part);
  passFrame();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** One frame of 16 ms; returns what it drew. */
function passFrame(): string[] {
  vi.advanceTimersByTime(16);
  for (const call of frames.splice(0)) call(performance.now());
  return log.splice(0);
}

/** A part in words that was drawn long ago. */
function wait(name: string): void {
  const part: Follower = { drawnAt: 0, forceUpdate: () => void log.push(name) };
  parts.push(part);
  awaitTurn(part);
}

const lab = {};
const move = (second: number, of: object = lab) => takeTurn(of, () => log.push(`moment ${second}`));

it('goes to a moment at once while no part waits', () => {
  move(1);
  expect(log).toEqual(['moment 1']);
  expect(frames).toHaveLength(0);
});

it('draws either the moment or one part in a frame, in turns, and asks for no frame when nothing waits', () => {
  wait('bar');
  wait('log');
  move(1);
  expect(passFrame()).toEqual(['bar']);
  move(2);
  expect(passFrame()).toEqual(['moment 2']);
  move(3);
  expect(passFrame()).toEqual(['log']);
  expect(passFrame()).toEqual(['moment 3']);
  expect(frames).toHaveLength(0);
});

it('keeps the newest moment of each lab, and none gets lost', () => {
  const other = {};
  wait('bar');
  move(1);
  move(2);
  move(7, other);
  expect(passFrame()).toEqual(['bar']);
  expect(passFrame()).toEqual(['moment 2', 'moment 7']);
});

it('draws a moment in every frame while the parts have been drawn too lately to be drawn again', () => {
  const part: Follower = { drawnAt: performance.now(), forceUpdate: () => void log.push('bar') };
  parts.push(part);
  awaitTurn(part);
  for (let second = 1; second <= 6; second++) {
    move(second);
    expect(passFrame()).toEqual([`moment ${second}`]);
  }
  vi.advanceTimersByTime(100);
  expect(passFrame()).toEqual(['bar']);
});
