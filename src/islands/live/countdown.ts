/**
 * What is left of `leftMs` that a frame said when it arrived, in ms; never below 0. Only the time since its arrival is
 * measured here: a device whose clock is wrong counts down like every other.
 */
export function leftAt(leftMs: number, arrivedAt: number, now: number): number {
  return Math.max(0, leftMs - Math.max(0, now - arrivedAt));
}

/** Whole seconds as a person counts them: 1 until the bell, then 0. */
export function wholeSeconds(ms: number): number {
  return Math.ceil(ms / 1000);
}

/** `0:18`, `12:05`, `1:02:00`. */
export function showTime(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
