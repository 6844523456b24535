/** Seconds of `2:30`, `1:00:00` or `150`, as people write a moment of a run; undefined for anything else. */
export function readClock(text: string): number | undefined {
  const parts = text.trim().split(':');
  if (parts.length > 3 || parts.some((part) => !/^\d{1,6}$/.test(part))) return undefined;
  if (parts.slice(1).some((part) => Number(part) > 59)) return undefined;
  return parts.reduce((seconds, part) => seconds * 60 + Number(part), 0);
}
