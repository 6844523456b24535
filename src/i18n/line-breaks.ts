import type { Language } from './text.ts';

const NO_BREAK_SPACE = '\u00a0';
const WORD_JOINER = '\u2060';

/** What stands before a counter as a numeral: digits, 몇, and the native numerals in their short form. */
const NUMERAL = '\\d|몇|한|두|세|네|다섯|여섯|일곱|여덟|아홉|열';
const COUNTER =
  '개|대|번|초|분|시간|명|가지|곳|단계|줄|칸|배|차례|쪽|종류|달|주|일|년|회|건|벌|쌍|퍼센트|묶음|곳|자리|조각|문제|레슨';
/** Some words only begin like a counter (한 개발자): keeping these together too does no harm. */
const COUNTED = new RegExp(`(${NUMERAL}) (?=(?:${COUNTER}))`, 'g');
/** A closing bracket and the particle after it: `word-break: keep-all` alone breaks there. */
const PARTICLE = /([)\]}”’」』〉》])(?=[가-힣])/g;
const UNIT = /(\d) (?=(?:GiB|MiB|GB|MB|kB|vCPU|CPU|ms|px|min|h|s)\b)/g;

/**
 * Keeps together what belongs together at the end of a line: a number and its unit; in Korean also a numeral and its
 * counter (몇 개), `수 있다`, and a closing bracket with its particle. Changes only spaces and invisible characters.
 */
export function keepTogether(lang: Language, text: string): string {
  const units = text.replace(UNIT, `$1${NO_BREAK_SPACE}`);
  if (lang !== 'ko') return units;
  return units
    .replace(PARTICLE, `$1${WORD_JOINER}`)
    .replace(COUNTED, `$1${NO_BREAK_SPACE}`)
    .replace(/ 수 (?=[있없])/g, ` 수${NO_BREAK_SPACE}`);
}

/** True when a text that follows a piece ending in `before` begins with its particle, across a border of markup. */
export function needsJoiner(lang: Language, before: string, after: string): boolean {
  return lang === 'ko' && /[)\]}”’」』〉》]$/.test(before) && /^[가-힣]/.test(after);
}

export const JOINER = WORD_JOINER;
export const HARD_SPACE = NO_BREAK_SPACE;
