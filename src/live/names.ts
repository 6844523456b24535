import type { Language } from '../i18n/text.ts';
import type { Random } from '../random/random.ts';
import { nameKey } from './name-key.ts';
import { MADE_NAMES, OFFENSIVE } from './name-words.ts';

/** The longest name, in characters as a person counts them. */
export const LONGEST_NAME = 24;
/** A character may carry marks; no honest name has more code units than this. */
const LONGEST_TEXT = 160;

export type NameFault = 'empty' | 'long' | 'offensive';

/**
 * A name as a person typed it, made ready for a list: NFKC, one space between words, without controls, text direction, invisible
 * and unassigned characters; 1 to 24 characters. HTML and formulas stay as they are: whoever shows or exports a name guards it.
 *
 * An offensive one comes back with its fault, for a host who wants it all the same.
 */
export function readName(text: string): { name: string; fault?: undefined } | { name: string; fault: NameFault } {
  const name = cleaned(text.slice(0, 10 * LONGEST_TEXT));
  if (name === '' || !VISIBLE.test(name)) return { name: '', fault: 'empty' };
  if (name.length > LONGEST_TEXT || graphemes(name) > LONGEST_NAME) return { name: '', fault: 'long' };
  return isOffensive(name) ? { name, fault: 'offensive' } : { name };
}

/** Something that leaves ink: a letter, a number, a sign, a symbol. Blank letters of Hangul and Braille do not. */
const VISIBLE = /[\p{L}\p{N}\p{P}\p{S}]/u;
/** Blank to the eye, though Unicode calls them letters or symbols. */
const BLANK = /[\u115f\u1160\u3164\uffa0\u2800]|\u17b4|\u17b5|\u034f/g;

function cleaned(text: string): string {
  const known = text.normalize('NFKC').replace(BLANK, '');
  // A joiner between two emoji makes one of them; elsewhere it is invisible.
  const joined = known.replace(
    /(?<!\p{Extended_Pictographic}[\p{M}\p{Emoji_Modifier}]*)\u200d|\u200d(?!\p{Extended_Pictographic})/gu,
    '',
  );
  return joined
    .replace(/\s+/gu, ' ')
    .replace(/[^\P{C}\u200d]/gu, '')
    .replace(/(\p{M}{4})\p{M}+/gu, '$1')
    .trim();
}

/**
 * Characters as a person counts them: a letter with its marks, a syllable of Hangul jamo, a family of joined emoji, a flag.
 * A small part of Unicode's rule (UAX 29), enough for names after NFKC.
 */
export function graphemes(text: string): number {
  let count = 0;
  let isJoined = false;
  let flags = 0;
  let before = '';
  for (const character of text) {
    const isFlag = /\p{Regional_Indicator}/u.test(character);
    flags = isFlag ? flags + 1 : 0;
    const isTail =
      isJoined ||
      /[\p{M}\p{Emoji_Modifier}\u200d]/u.test(character) ||
      (isFlag && flags % 2 === 0) ||
      joinsAsJamo(before, character);
    if (!isTail || count === 0) count++;
    isJoined = character === '\u200d';
    before = character;
  }
  return count;
}

/** Leading consonants, vowels and finals that NFC could not make one syllable of. */
function joinsAsJamo(before: string, character: string): boolean {
  if (/[\u1160-\u11a7]/.test(character)) return /[\u1100-\u11a7\uac00-\ud7a3]/.test(before);
  if (/[\u11a8-\u11ff]/.test(character)) return /[\u1160-\u11ff\uac00-\ud7a3]/.test(before);
  return false;
}

/** The coarsest words only, after folding look-alikes; a host can rename whom it strikes wrongly, and bar whom it misses. */
export function isOffensive(name: string): boolean {
  const key = nameKey(name);
  // Letters pulled long hide a word as signs between them do.
  const keys = [key, key.replace(/(.)\1{2,}/gu, '$1'), key.replace(/(.)\1{2,}/gu, '$1$1')];
  const words = new Set(name.split(/\s+/u).map(nameKey));
  return OFFENSIVE.some(({ word, whole }) => {
    const folded = nameKey(word);
    return whole ? words.has(folded) || keys.includes(folded) : keys.some((one) => one.includes(folded));
  });
}

/** A name of harbour and sea that nobody in the room has; with a number when all are taken. */
export function makeName(lang: Language, random: Random, isTaken: (key: string) => boolean): string {
  const { first, last, between } = MADE_NAMES[lang];
  const draw = () => `${first[random.below(first.length)]}${between}${last[random.below(last.length)]}`;
  for (let tries = 0; tries < 20; tries++) {
    const name = draw();
    if (!isTaken(nameKey(name))) return name;
  }
  const base = draw();
  for (let number = 2; ; number++) {
    const name = `${base} ${number}`;
    if (!isTaken(nameKey(name))) return name;
  }
}
