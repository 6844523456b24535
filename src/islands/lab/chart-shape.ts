import type { Step } from './chart-model.ts';

/** Paddings in pixels; the scrubber over the chart uses the same ones. */
export const LEFT = 30;
export const RIGHT = 76;
export const TOP = 20;
export const BOTTOM = 116;
export const RAIL = 146;
export const CHART_HEIGHT = 166;

/** From seconds or counts to pixels. */
export type Scale = (value: number) => number;

/** The upper edge of steps. */
export function edgeOf(steps: Step[], x: Scale, y: Scale): string {
  return steps
    .map((step, i) => `${i === 0 ? 'M' : 'L'}${x(step.from)} ${y(step.high)}L${x(step.to)} ${y(step.high)}`)
    .join('');
}
