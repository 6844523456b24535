import type { Component } from 'preact';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atReadingPace } from './at-reading-pace.ts';

type Props = { state: { entry: number; second: number; tab: string }; asked: number };
type Paced = Component<Props> & { shouldComponentUpdate: (next: Props) => boolean };

const at = (second: number, tab = 'here', asked = second): Props => ({ state: { entry: second, second, tab }, asked });
let frames: ((now: number) => void)[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal('requestAnimationFrame', (call: (now: number) => void) => frames.push(call));
});
afterEach(() => {
  // Who still waits belongs to its own test.
  for (let i = 0; i < 20; i++) passFrame();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** One frame of 16 ms. */
function passFrame(): void {
  vi.advanceTimersByTime(16);
  for (const call of frames.splice(0)) call(performance.now());
}

/** A part on show, as Preact holds it, and how often it was drawn. */
function partOf(moving: readonly (keyof Props)[] = ['asked']) {
  const Part = atReadingPace<Props>(() => null, moving) as unknown as new (props: Props) => Paced;
  const part = new Part(at(0));
  const drawn: number[] = [];
  const draw = () => {
    part.render(part.props, {});
    drawn.push(part.props.state.second);
  };
  part.forceUpdate = draw;
  draw();
  const give = (next: Props) => {
    const wanted = part.shouldComponentUpdate(next);
    part.props = next;
    if (wanted) draw();
  };
  return { drawn, give, part };
}

it('draws a moment at once when time stood still, then as fast as one reads, and the last one always', () => {
  vi.advanceTimersByTime(1000);
  const { drawn, give } = partOf();
  give(at(1));
  expect(drawn).toEqual([0, 1]);
  for (let second = 2; second <= 20; second++) {
    give(at(second));
    passFrame();
  }
  expect(drawn.length).toBeGreaterThan(3);
  expect(drawn.length).toBeLessThan(7);
  for (let i = 0; i < 12; i++) passFrame();
  expect(drawn.at(-1)).toBe(20);
  expect(frames).toHaveLength(0);
});

it('draws anything else than the moment at once, also while time runs', () => {
  vi.advanceTimersByTime(1000);
  const { drawn, give } = partOf();
  give(at(1));
  give(at(2));
  give(at(3, 'log'));
  expect(drawn).toEqual([0, 1, 3]);
});

it('draws one part a frame, the one that has waited longest', () => {
  vi.advanceTimersByTime(1000);
  const parts = [partOf(), partOf(), partOf()];
  for (const { give } of parts) give(at(1));
  for (const { give } of parts) give(at(2));
  passFrame();
  vi.advanceTimersByTime(200);
  const counts = () => parts.map(({ drawn }) => drawn.length);
  expect(counts()).toEqual([2, 2, 2]);
  passFrame();
  expect(counts()).toEqual([3, 2, 2]);
  passFrame();
  expect(counts()).toEqual([3, 3, 2]);
});
