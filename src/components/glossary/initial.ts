const LEADS = [
  'ㄱ',
  'ㄱ',
  'ㄴ',
  'ㄷ',
  'ㄷ',
  'ㄹ',
  'ㅁ',
  'ㅂ',
  'ㅂ',
  'ㅅ',
  'ㅅ',
  'ㅇ',
  'ㅈ',
  'ㅈ',
  'ㅊ',
  'ㅋ',
  'ㅌ',
  'ㅍ',
  'ㅎ',
];

/** Under which letter a word stands: a Latin capital, the first consonant of a Hangul syllable (ㄲ under ㄱ), or # for the rest. */
export function initialOf(word: string): string {
  const code = word.charCodeAt(0) - 0xac00;
  if (code >= 0 && code < 11172) return LEADS[Math.floor(code / 588)] ?? '#';
  const letter = word.charAt(0).toUpperCase();
  return /[A-Z]/.test(letter) ? letter : '#';
}
