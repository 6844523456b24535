import type { Language } from '../../i18n/text.ts';
import { showTime, wholeSeconds } from './countdown.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** Day and time in words, in the device's time zone. `atMs` is the server's: a device whose clock is wrong says the same. */
export function sayMoment(lang: Language, atMs: number, timeZone?: string): string {
  return new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : 'ko', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    hour: lang === 'en' ? '2-digit' : 'numeric',
    minute: '2-digit',
    ...(timeZone === undefined ? {} : { timeZone }),
  }).format(atMs);
}

/** What is left in words, its two largest units; the last ten minutes as a clock. A begun minute counts. */
export function sayLeft(lang: Language, leftMs: number): string {
  if (leftMs <= 10 * MINUTE_MS) return showTime(wholeSeconds(leftMs));
  const whole = Math.ceil(leftMs / MINUTE_MS) * MINUTE_MS;
  const [days, hours, minutes] = [whole / DAY_MS, (whole % DAY_MS) / HOUR_MS, (whole % HOUR_MS) / MINUTE_MS];
  const parts =
    days >= 1
      ? ([
          ['day', days],
          ['hour', hours],
        ] as const)
      : ([
          ['hour', hours],
          ['minute', minutes],
        ] as const);
  return parts
    .filter(([, count]) => count >= 1)
    .map(([unit, count]) =>
      new Intl.NumberFormat(lang, { style: 'unit', unit, unitDisplay: 'long' }).format(Math.floor(count)),
    )
    .join(' ');
}
