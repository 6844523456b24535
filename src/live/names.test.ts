import { describe, expect, it } from 'vitest';
import { randomFrom } from '../random/random.ts';
import { nameKey } from './name-key.ts';
import { MADE_NAMES, OFFENSIVE } from './name-words.ts';
import { graphemes, isOffensive, LONGEST_NAME, makeName, readName } from './names.ts';

const FAMILY = '👨‍👩‍👧‍👦';

describe('a name', () => {
  it.each([
    ['keeps Korean', '김하늘', '김하늘'],
    ['keeps accents, joined', 'Ame\u0301lie', 'Amélie'],
    ['keeps a family of emoji', `${FAMILY} Kim`, `${FAMILY} Kim`],
    ['is NFKC: full width becomes plain', 'Ａｄｍｉｎ', 'Admin'],
    ['has one space between words and none around', '  Ada \t\n Lovelace ', 'Ada Lovelace'],
    ['loses text direction', 'Ada\u202Enimda', 'Adanimda'],
    ['loses NUL and other controls', 'A\u0000d\u001ba', 'Ada'],
    ['loses what has no width', 'A\u200bd\u200da\ufeff\u2060', 'Ada'],
    ['loses half a character', 'Ada\ud83d', 'Ada'],
    ['keeps four marks on a letter and no tower of them', `x${'\u0337'.repeat(40)}`, `x${'\u0337'.repeat(4)}`],
    ['leaves HTML as text', '<b>Ada</b>', '<b>Ada</b>'],
    ['leaves a formula as text', '=SUM(A1)', '=SUM(A1)'],
    ['may be of emoji alone', '🐳', '🐳'],
    ['may be as long as this', 'x'.repeat(LONGEST_NAME), 'x'.repeat(LONGEST_NAME)],
  ])('%s', (_, text, name) => {
    expect(readName(text)).toEqual({ name });
  });

  it.each([
    ['empty', ''],
    ['empty', ' \t '],
    ['empty', '\u200b\u200d\u2060'],
    ['empty', '\u3164\u115f\u2800'],
    ['empty', '\u0301\u0301'],
    ['long', 'x'.repeat(LONGEST_NAME + 1)],
    ['long', FAMILY.repeat(LONGEST_NAME)],
    ['long', 'x'.repeat(500_000)],
  ])('is refused as %s: %j', (fault, text) => {
    expect(readName(text)).toEqual({ name: '', fault });
  });

  it('that is offensive comes with its fault, for a host who wants it all the same', () => {
    expect(readName('Fuck you')).toEqual({ name: 'Fuck you', fault: 'offensive' });
  });
});

describe('characters', () => {
  it.each([
    ['', 0],
    ['abc', 3],
    ['한글', 2],
    ['\u1112\u1161\u11ab\u1100\u1173\u11af', 2],
    ['ㅋㅋㅋ', 3],
    ['e\u0301a\u0308', 2],
    ['👍🏽', 1],
    [FAMILY, 1],
    [`${FAMILY}x`, 2],
    ['🇰🇷🇺🇸', 2],
    ['❤️', 1],
    ['नमस्ते', 4],
  ])('of %j are counted as a person counts them: %i', (text, count) => {
    expect(graphemes(text)).toBe(count);
  });
});

describe('a key', () => {
  it.each([
    ['Ada', 'ADA'],
    ['Ada', 'Аdа'],
    ['Amélie', 'amelie'],
    ['Ada', 'A-d a.'],
    ['Bill', 'Bi11'],
    ['Leo', 'L30'],
    ['Ada', '𝐀𝐝𝐚'],
    ['하늘', '하 늘'],
  ])('is the same for %j and %j, which read the same', (one, two) => {
    expect(nameKey(one)).toBe(nameKey(two));
  });

  it.each([
    ['Ada', 'Eda'],
    ['하늘', '하눌'],
    ['Person 1', 'Person 2'],
    ['राम', 'रम'],
    ['🐳', '🐬'],
  ])('is another for %j and %j', (one, two) => {
    expect(nameKey(one)).not.toBe(nameKey(two));
  });
});

describe('the list of words', () => {
  it.each([
    'FUCK',
    'f u c k',
    'fuuuuck',
    'ƒuck fuck',
    'sh1t',
    'Ｂｉｔｃｈ',
    'fцсkfuсk',
    '씨발',
    '씨 발',
    '씨이발씨발',
    'ㅅㅂ',
    '병신아',
    'N1gger',
  ])('strikes %j', (name) => {
    expect(isOffensive(name)).toBe(true);
  });

  it.each([
    'Scunthorpe',
    'Matsushita',
    'Dickens',
    'Cassandra',
    'Nigeria',
    '시발점',
    '보지마',
    '김자지러',
    'Sussex',
    'Documents',
    '새끼손가락',
  ])('spares %j', (name) => {
    expect(isOffensive(name)).toBe(false);
  });

  it('strikes each of its own words', () => {
    expect(OFFENSIVE.filter(({ word }) => !isOffensive(word))).toEqual([]);
  });
});

describe('a made name', () => {
  it.each(['en', 'ko'] as const)('is a good name in %s, the same for the same seed', (lang) => {
    const { first, last } = MADE_NAMES[lang];
    for (const a of first) for (const b of last) expect(readName(`${a} ${b}`)).toEqual({ name: `${a} ${b}` });
    const make = () => makeName(lang, randomFrom('names', 7), () => false);
    expect(make()).toBe(make());
  });

  it('is one that nobody has, also when all are taken', () => {
    const taken = new Set<string>();
    const random = randomFrom('names', 7);
    for (let i = 0; i < 3_000; i++) {
      const name = makeName('en', random, (key) => taken.has(key));
      expect(taken.has(nameKey(name))).toBe(false);
      taken.add(nameKey(name));
    }
  });
});
