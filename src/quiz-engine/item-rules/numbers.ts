import { visible } from './wording.ts';

/** Letters that may follow a number without making it a name: 7,680MiB is a number, 2a and m5.large are names. */
const UNIT = '(?:MiB|GiB|KiB|TiB|MB|GB|KB|TB|vCPU|CPU|ms|s|m|h|x)';
const NUMBER = new RegExp(`^(\\d[\\d,]*(?:\\.\\d+)?)${UNIT}?(?:-[a-z]+)?$`);

/** The numbers that a text writes in digits, without repetition; digits inside names (`web:2`, m5.large) are none. */
export function digits(text: string): string[] {
  // 1순위 is an idiom ("the favourite"), mid-2026 a year like any other.
  const plain = visible(text)
    .replace(/\d순위/g, '')
    .replace(/\bmid-(?=\d{4}\b)/g, '');
  const tokens = plain.match(/[A-Za-z0-9_][A-Za-z0-9_.,:=-]*/g) ?? [];
  const numbers = tokens.flatMap((token) => {
    const bare = token.replace(/[.,:=-]+$/, '');
    const parts = /^\d+(:\d+)+$/.test(bare) ? bare.split(':') : [bare];
    return parts.flatMap((part) => NUMBER.exec(part)?.[1] ?? []);
  });
  return [...new Set(numbers.map((number) => String(Number(number.replaceAll(',', '')))))];
}

const ENGLISH: [RegExp, string[]][] = [
  [/\b(zero|no|none|nobody|nothing)\b/i, ['0']],
  [/\b(an?|one|first|once|single|another)\b/i, ['1']],
  [/\b(two|second|twice|both|pair|half|halves)\b/i, ['2']],
  [/\b(three|thirds?)\b/i, ['3']],
  [/\b(four|fourth|quarters?)\b/i, ['4']],
  [/\b(five|fifths?)\b/i, ['5']],
  [/\b(six|sixth)\b/i, ['6']],
  [/\b(seven|seventh)\b/i, ['7']],
  [/\b(eight|eighth)\b/i, ['8']],
  [/\b(nine|ninth)\b/i, ['9']],
  [/\b(ten|tenths?)\b/i, ['10']],
  [/\b(eleven|eleventh)\b/i, ['11']],
  [/\b(twelve|twelfth|dozen)\b/i, ['12']],
  [/\bthirteen\b/i, ['13']],
  [/\bfourteen\b/i, ['14']],
  [/\bfifteen\b/i, ['15']],
  [/\bsixteen\b/i, ['16']],
  [/\bseventeen\b/i, ['17']],
  [/\beighteen\b/i, ['18']],
  [/\bnineteen\b/i, ['19']],
  [/\b(twenty|twentieth)\b/i, ['20']],
  [/\b(thirty|thirtieth)\b/i, ['30']],
  [/\bforty\b/i, ['40']],
  [/\b(fifty|half)\b/i, ['50']],
  [/\bsixty\b/i, ['60']],
  [/\bhundred\b/i, ['100']],
];

/** Korean writes months as numbers: 12월 is December. */
const MONTHS: [RegExp, string[]][] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
].map((month, index) => [new RegExp(`\\b${month}\\b`), [String(index + 1)]]);

/** Native numerals stand alone or before what they count: 네 대 is four, 네트워크 is a network, 서브넷 a subnet. */
const BEFORE_COUNTER = '(?=\\s|개|대|번|곳|명|배|시간|가지|초|분|군데|째|$)';
const KOREAN: [RegExp, string[]][] = [
  [/없|영(?=\s|개|초)/, ['0']],
  [new RegExp(`(?<![가-힣])(?:한|첫)${BEFORE_COUNTER}|(?<![가-힣])하나|혼자`), ['1']],
  [new RegExp(`(?<![가-힣])두${BEFORE_COUNTER}|(?<![가-힣])둘|절반|양쪽|반씩`), ['2']],
  [new RegExp(`(?<![가-힣])(?:세|석)${BEFORE_COUNTER}|(?<![가-힣])셋`), ['3']],
  [new RegExp(`(?<![가-힣])(?:네|넉)${BEFORE_COUNTER}|(?<![가-힣])넷`), ['4']],
  [/다섯/, ['5']],
  [/여섯/, ['6']],
  [/일곱/, ['7']],
  [/여덟/, ['8']],
  [/아홉/, ['9']],
  [new RegExp(`(?<![가-힣])열${BEFORE_COUNTER}`), ['10']],
  [/열한/, ['11']],
  [/열두|열둘/, ['12']],
  [/스무|스물/, ['20']],
  [/서른/, ['30']],
  [/마흔/, ['40']],
  [/쉰|절반/, ['50']],
  [/백/, ['100']],
];

/** The numbers that an English text says, in digits or in words. */
export function englishNumbers(text: string): Set<string> {
  return said(text, [...ENGLISH, ...MONTHS]);
}

/** The numbers that a Korean text says, in digits or in native numerals. */
export function koreanNumbers(text: string): Set<string> {
  return said(text, KOREAN);
}

function said(text: string, numerals: readonly [RegExp, string[]][]): Set<string> {
  return new Set([...digits(text), ...numerals.flatMap(([word, numbers]) => (word.test(text) ? numbers : []))]);
}
