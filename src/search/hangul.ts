/** Hangul syllables ↔ the letters that a keyboard types, by the arithmetic of Unicode's syllable block (U+AC00, 19 × 21 × 28). */

const LEADS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ';
const VOWELS = 'ㅏ ㅐ ㅑ ㅒ ㅓ ㅔ ㅕ ㅖ ㅗ ㅗㅏ ㅗㅐ ㅗㅣ ㅛ ㅜ ㅜㅓ ㅜㅔ ㅜㅣ ㅠ ㅡ ㅡㅣ ㅣ'.split(' ');
const TAILS =
  ' ㄱ ㄲ ㄱㅅ ㄴ ㄴㅈ ㄴㅎ ㄷ ㄹ ㄹㄱ ㄹㅁ ㄹㅂ ㄹㅅ ㄹㅌ ㄹㅍ ㄹㅎ ㅁ ㅂ ㅂㅅ ㅅ ㅆ ㅇ ㅈ ㅊ ㅋ ㅌ ㅍ ㅎ'.split(' ');

/** Lone compound letters, as an unfinished syllable may show them. */
const COMPOUND_LETTERS = new Map(
  'ㅘㅗㅏ ㅙㅗㅐ ㅚㅗㅣ ㅝㅜㅓ ㅞㅜㅔ ㅟㅜㅣ ㅢㅡㅣ ㄳㄱㅅ ㄵㄴㅈ ㄶㄴㅎ ㄺㄹㄱ ㄻㄹㅁ ㄼㄹㅂ ㄽㄹㅅ ㄾㄹㅌ ㄿㄹㅍ ㅀㄹㅎ ㅄㅂㅅ'
    .split(' ')
    .map((entry) => [entry.charAt(0), entry.slice(1)]),
);

/** 태스ㅋ → ㅌㅐㅅㅡㅋ: syllables and lone letters as the keystrokes that type them; compound ones in two. */
export function toJamo(word: string): string {
  let letters = '';
  for (const character of word) {
    const place = character.charCodeAt(0) - 0xac00;
    if (place < 0 || place > 11171) letters += COMPOUND_LETTERS.get(character) ?? character;
    else {
      letters += LEADS.charAt(Math.floor(place / 588));
      letters += VOWELS[Math.floor((place % 588) / 28)] ?? '';
      letters += TAILS[place % 28] ?? '';
    }
  }
  return letters;
}

const VOWEL = 'ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ';
const TAIL = 'ㄱㅅ|ㄴ[ㅈㅎ]|ㄹ[ㄱㅁㅂㅅㅌㅍㅎ]|ㅂㅅ|[ㄱㄲㄴㄷㄹㅁㅂㅅㅆㅇㅈㅊㅋㅌㅍㅎ]';
const SYLLABLE = new RegExp(`([${LEADS}])(ㅗ[ㅏㅐㅣ]|ㅜ[ㅓㅔㅣ]|ㅡㅣ|[${VOWEL}])((?:${TAIL})(?![${VOWEL}]))?`, 'g');

/** ㅌㅐㅅㅡㅋㅡ → 태스크; letters that make no syllable stay. A consonant before a vowel opens the next syllable. */
export function fromJamo(letters: string): string {
  return letters.replace(SYLLABLE, (_, lead: string, vowel: string, tail: string | undefined) =>
    String.fromCharCode(0xac00 + LEADS.indexOf(lead) * 588 + VOWELS.indexOf(vowel) * 28 + TAILS.indexOf(tail ?? '')),
  );
}
