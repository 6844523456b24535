/** Korean typed while the keyboard stood on English: xotmzm → 태스크. Asked only when a query finds nothing as it is. */
import { fromJamo } from './hangul.ts';
import { normalize } from './tokenize.ts';

/** Key, letter, key, letter … of the standard two-set layout; capitals are shifted keys. */
const LAYOUT = 'rㄱRㄲsㄴeㄷEㄸfㄹaㅁqㅂQㅃtㅅTㅆdㅇwㅈWㅉcㅊzㅋxㅌvㅍgㅎkㅏoㅐiㅑOㅒjㅓpㅔuㅕPㅖhㅗyㅛnㅜbㅠmㅡlㅣ';
const LETTERS = new Map([...LAYOUT.matchAll(/(.)(.)/g)].map(([, key = '', letter = '']) => [key, letter]));

/** The Hangul that these keys type; what is no letter stays. */
export function fromLatinKeys(query: string): string {
  const letter = (key: string) => LETTERS.get(key) ?? LETTERS.get(key.toLowerCase()) ?? key;
  return fromJamo([...normalize(query)].map(letter).join(''));
}
