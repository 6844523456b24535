import type { Language } from './text.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** A calendar day (ISO 8601, "2026-11-20") as people write it: "20 Nov 2026", "2026년 11월 20일". */
export function sayDay(lang: Language, day: string): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number);
  return lang === 'ko' ? `${year}년 ${month}월 ${date}일` : `${date} ${MONTHS[month - 1]} ${year}`;
}

/** A date of which only the month may be known ("2026-09"): "Sep 2026", "2026년 9월". */
export function sayDate(lang: Language, date: string): string {
  if (date.length > 7) return sayDay(lang, date);
  const [year = 0, month = 0] = date.split('-').map(Number);
  return lang === 'ko' ? `${year}년 ${month}월` : `${MONTHS[month - 1]} ${year}`;
}
