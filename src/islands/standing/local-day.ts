const DAY_MS = 86_400_000;

/** The learner's day of a moment, in the time zone of this device, as days from 1970-01-01. */
export function localDayOf(atMs: number): number {
  const at = new Date(atMs);
  return Date.UTC(at.getFullYear(), at.getMonth(), at.getDate()) / DAY_MS;
}

/** A day as people say it: "Tue 24 Nov", "11월 24일 (화)". */
export function sayDayNumber(lang: 'en' | 'ko', day: number): string {
  const format = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const;
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'ko', format).format(day * DAY_MS).replace(',', '');
}
