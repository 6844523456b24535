const PATTERN = /^(?:(\d{1,4})h)?(?:(\d{1,6})m)?(?:(\d{1,7})s)?$/;

/** About 115 days: longer than any scenario, and exact in every sum. */
const MAX_SECONDS = 10_000_000;

/** Whole seconds of `90s`, `5m`, `1h2m3s` or a whole number of seconds; undefined for anything else. */
export function parseDuration(value: unknown): number | undefined {
  const seconds = typeof value === 'number' ? value : typeof value === 'string' ? secondsOf(value) : undefined;
  if (seconds === undefined || !Number.isInteger(seconds) || seconds < 0 || seconds > MAX_SECONDS) return undefined;
  return seconds;
}

function secondsOf(text: string): number | undefined {
  const match = PATTERN.exec(text);
  if (match === null || text === '') return undefined;
  const [hours, minutes, seconds] = [match[1], match[2], match[3]].map((part) => Number(part ?? 0));
  return (hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0);
}

/** `1m 17s`, for sentences. */
export function sayDuration(seconds: number): string {
  const parts: string[] = [];
  if (seconds >= 3600) parts.push(`${Math.floor(seconds / 3600)}h`);
  if (seconds % 3600 >= 60) parts.push(`${Math.floor((seconds % 3600) / 60)}m`);
  if (seconds % 60 > 0 || parts.length === 0) parts.push(`${seconds % 60}s`);
  return parts.join(' ');
}
