/**
 * The window in which a rollout may move: at least `floor` healthy copies, at most `cap` copies in all.
 * Whole-number arithmetic throughout: 7 × 57 / 100 must not become 3.9899999.
 */
export type RolloutWindow = { floor: number; cap: number };

/** ceil(count × percent / 100), exactly. */
export function percentRoundedUp(count: number, percent: number): number {
  const product = count * percent;
  const rest = product % 100;
  return (product - rest) / 100 + (rest > 0 ? 1 : 0);
}

/** floor(count × percent / 100), exactly. */
export function percentRoundedDown(count: number, percent: number): number {
  const product = count * percent;
  return (product - (product % 100)) / 100;
}

/** The floor is rounded up and the cap down (3.1.1, 3.1.2): both roundings narrow the window. */
export function rolloutWindow(desired: number, minimumPercent: number, maximumPercent: number): RolloutWindow {
  return { floor: percentRoundedUp(desired, minimumPercent), cap: percentRoundedDown(desired, maximumPercent) };
}

/** How many healthy copies may be stopped now. */
export function stopsAllowed(window: RolloutWindow, healthy: number): number {
  return Math.max(0, healthy - window.floor);
}

/** How many copies may be started now. */
export function startsAllowed(window: RolloutWindow, copies: number): number {
  return Math.max(0, window.cap - copies);
}
