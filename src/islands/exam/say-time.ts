/** Time left as a clock shows it: 1:21:40, 9:05. A begun second counts, so that 0:00 is the bell. */
export function sayTime(leftMs: number): string {
  const seconds = Math.ceil(leftMs / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}

/** Minutes left that are worth a word, or none: told once each, to who does not see the clock. */
export function minutesToSay(leftMs: number, total: number): number | undefined {
  return [1, 5, 10, 30].find((minutes) => minutes < total && leftMs <= minutes * 60_000 && leftMs > 0);
}
