/** Characters that look like a Latin letter or digit, to it: the ones that a keyboard or a prankster finds. After folding to small letters. */
const LOOK_ALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    // Cyrillic.
    ...[
      'аa',
      'еe',
      'оo',
      'рp',
      'сc',
      'уy',
      'хx',
      'іl',
      'јj',
      'ѕs',
      'һh',
      'ԁd',
      'ԛq',
      'ԝw',
      'ӏl',
      'кk',
      'мm',
      'тt',
      'вb',
      'нh',
    ],
    // Greek.
    ...['αa', 'εe', 'ιl', 'κk', 'νv', 'οo', 'ρp', 'τt', 'υu', 'χx', 'ωw', 'ηn', 'βb', 'γy'],
    // Latin, digits and signs.
    ...[
      'il',
      'ıl',
      'ɩl',
      'ɑa',
      'ɡg',
      'łl',
      'øo',
      'đd',
      'ðd',
      '0o',
      '1l',
      '3e',
      '4a',
      '5s',
      '7t',
      '8b',
      '9g',
      '$s',
      '@a',
      '!l',
      '|l',
    ],
  ].map((pair) => [...pair]),
);

/** Combining marks of Latin, Greek and Cyrillic; those of other scripts are vowels. */
const ACCENT = /[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe2f]/;

/**
 * What two names have in common that read the same: small letters without accents, look-alikes of other scripts and digits as
 * the Latin letter, nothing but letters and numbers. A name of signs alone is its own key. Rooms in a log were folded with it:
 * a change needs a version of the event.
 */
export function nameKey(name: string): string {
  const small = name.normalize('NFKC').toLowerCase().normalize('NFKD');
  let key = '';
  for (const character of small) {
    if (ACCENT.test(character)) continue;
    const letter = LOOK_ALIKES[character] ?? character;
    if (/[\p{L}\p{N}\p{M}]/u.test(letter)) key += letter;
  }
  return key === '' ? name.normalize('NFKC').trim() : key.normalize('NFC');
}
