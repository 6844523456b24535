/**
 * Text → terms, the same in Node at build time and in every browser. No `Intl.Segmenter`: its cuts differ between
 * engines, and an index cut one way and asked another way fails silently.
 *
 * Hangul terms are spelled in compatibility jamo, one letter per keystroke, so that edit distance 1 is one typing slip
 * and a half-composed syllable (태스ㅋ) is a prefix. Over-stripping (태스크정의 → 태스크정) is harmless only because
 * index and query share this file; change it and `TOKENIZER` must change with it.
 */

import { toJamo } from './hangul.ts';

/** Name of the present rules, kept in the header of every index. A test holds a recorded sample to it. */
export const TOKENIZER = 'en-ko/1';

/** A term with its place in the normalized text: `text.slice(start, end)` is what a reader sees of it. */
export type Token = { term: string; start: number; end: number };

const JAMO_RUN = /([ㄱ-ㅎㅏ-ㅣ]+)/;
const WORD = /[가-힣ㄱ-ㅎㅏ-ㅣ]+|[A-Za-z0-9]+/g;
const HANGUL = /[가-힣ㄱ-ㅎㅏ-ㅣ]/;

/** NFKC with compatibility jamo left alone: NFKC would turn a typed ㅋ into a letter no keyboard sends. */
export function normalize(text: string): string {
  return text
    .split(JAMO_RUN)
    .map((part) => (JAMO_RUN.test(part) ? part : part.normalize('NFKC')))
    .join('');
}

/** True for a run that starts in Hangul; `WORD` never mixes scripts in one run. */
export function isHangul(word: string): boolean {
  return HANGUL.test(word.charAt(0));
}

/** Terms of a text, in order, with repeats. */
export function termsOf(text: string): string[] {
  return tokensOf(normalize(text)).map((token) => token.term);
}

/** Words of a text before they are spelled in jamo, stripped of particles; what compounds are split from. */
export function wordsOf(text: string): string[] {
  return rawTokens(normalize(text)).map((token) => token.term);
}

/** Tokens of an already normalized text. */
export function tokensOf(normalized: string): Token[] {
  return rawTokens(normalized).map((token) => ({ ...token, term: spell(token.term) }));
}

/** How a word stands in the index: Hangul in jamo, Latin as it is. */
export function spell(word: string): string {
  return isHangul(word) ? toJamo(word) : word;
}

function rawTokens(text: string): Token[] {
  const tokens: Token[] = [];
  let latinEnd = -1;
  for (const match of text.matchAll(WORD)) {
    const run = match[0];
    const start = match.index;
    if (isHangul(run)) {
      const afterLatin = latinEnd === start;
      const stem = stripEndings(run);
      // ECS를: a particle alone, glued to a Latin word, is grammar and not a word.
      if (!(afterLatin && ENDINGS.has(run)) && !STOP.has(run) && !STOP.has(stem))
        tokens.push({ term: stem, start, end: start + stem.length });
    } else {
      tokens.push(...latinTokens(run, start));
      latinEnd = start + run.length;
    }
  }
  return tokens;
}

/** minimumHealthyPercent → the whole, and minimum, healthy, percent: people search by either. */
function latinTokens(run: string, start: number): Token[] {
  const tokens: Token[] = [];
  const add = (text: string, at: number) => {
    // AZs, VMs: the capitals say that the s is a plural.
    const lower = text.replace(/^([A-Z]{2,})s$/, '$1').toLowerCase();
    if (!STOP.has(lower)) tokens.push({ term: singular(lower), start: at, end: at + text.length });
  };
  add(run, start);
  const parts = run.split(/(?<=[a-z])(?=[A-Z])/);
  if (parts.length > 1) {
    let at = start;
    for (const part of parts) {
      add(part, at);
      at += part.length;
    }
  }
  return tokens;
}

/** Singular of an English plural, light-handed: it need not be a word, only the same for both. */
function singular(word: string): string {
  if (word.length < 4 || !word.endsWith('s') || NOT_PLURAL.has(word) || /(?:ss|us|is|\d+s)$/.test(word)) return word;
  if (word.endsWith('ies') && word.length > 4) return `${word.slice(0, -3)}y`;
  if (/(?:ss|x|ch|sh)es$/.test(word)) return word.slice(0, -2);
  return word.slice(0, -1);
}

const NOT_PLURAL = new Set(['kubernetes', 'https', 'windows', 'always', 'across', 'sometimes', 'dns', 'aws']);

/** Particles and endings off, longest first, at most two (업데이트+에서+는), never below two syllables. */
function stripEndings(word: string): string {
  let stem = word;
  for (let pass = 0; pass < 2; pass++) {
    const ending = ENDINGS_LONGEST_FIRST.find((end) => stem.length - end.length >= 2 && stem.endsWith(end));
    if (ending === undefined) break;
    stem = stem.slice(0, -ending.length);
  }
  return stem;
}

const ENDINGS_LONGEST_FIRST = (
  '으로부터 에서부터 이라는 이라고 이라면 로부터 에게서 에서는 에서도 에서의 으로는 으로도 으로써 으로서 이에요 입니다 ' +
  '합니다 됩니다 습니다 라는 라고 라면 이란 이며 이고 이나 이면 이라 까지 부터 에서 에게 에는 에도 에만 으로 로는 로도 ' +
  '로서 로써 마다 만큼 보다 처럼 밖에 과는 와는 과의 와의 들은 들이 들을 들의 하는 하면 하고 하지 하여 하며 해서 해야 ' +
  '해요 하기 한다 된다 되는 되면 되고 되지 돼요 돼서 되기 예요 했다 됐다 ' +
  '은 는 이 가 을 를 의 에 도 만 로 와 과 나 며 고 들 한 할 된 될'
).split(' ');
const ENDINGS = new Set(ENDINGS_LONGEST_FIRST);

const STOP = new Set(
  (
    'a an the and or of to in on at by for from with is are was were be been it its this that these those as than ' +
    'then there which who what how does do did i you your we our they so if ' +
    '수 것 등 및 때 그 저 더 또 각 한 할 이 있어요 있습니다 있는 있다 없어요 없는 그리고 하지만 그래서 또는 때문 어떻게 ' +
    '이것 대한 대해 위해 합니다 해요 돼요 됩니다'
  ).split(' '),
);
