import type { Library, LibraryFault } from './library.ts';

/** A source that nobody compared with its page for longer than this is reported, in days. */
export const SOURCE_FRESH_DAYS = 180;

/** Days from one ISO day to another, by the proleptic Gregorian calendar (Howard Hinnant, days_from_civil). */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

function dayNumber(day: string): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra;
}

/** Warns of sources that nobody compared with their page for too long, and refuses dates of the future. */
export function checkSources(library: Library, today: string): LibraryFault[] {
  return library.sources.flatMap(({ value, origin }): LibraryFault[] => {
    const age = daysBetween(value.checked, today);
    const at = { ...origin, path: [...origin.path, 'checked'] };
    if (age < 0) {
      return [
        {
          origin: at,
          message: `${value.checked} is after today (${today}); write the day it was checked`,
          level: 'error',
        },
      ];
    }
    if (age > SOURCE_FRESH_DAYS) {
      const message = `source "${value.id}" was checked ${age} days ago; compare it with ${value.url} and write today's date`;
      return [{ origin: at, message, level: 'warning', isOld: true }];
    }
    return [];
  });
}
