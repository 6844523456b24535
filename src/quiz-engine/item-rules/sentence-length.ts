import type { ItemFault, ItemRule } from './item-rule.ts';
import { sentences, visible, wordingsOf, words } from './wording.ts';

/** Words of an English sentence, characters of a Korean clause. */
const MOST_WORDS = 35;
const MOST_CHARACTERS = 90;

export const sentenceLength: ItemRule = {
  id: 'C8',
  level: 'warning',
  name: 'Sentences are short enough to be read once',
  check: (question) =>
    wordingsOf(question).flatMap(({ path, language, text }): ItemFault[] =>
      sentences(text).flatMap((sentence) => {
        if (language === 'en') {
          const count = words(sentence).length;
          return count <= MOST_WORDS
            ? []
            : [{ path, message: `a sentence has ${count} words; make two of it, ${MOST_WORDS} at most` }];
        }
        const longest = Math.max(
          ...visible(sentence)
            .split(/,\s/)
            .map((clause) => [...clause].length),
        );
        return longest <= MOST_CHARACTERS
          ? []
          : [{ path, message: `a clause has ${longest} characters; make two of it, ${MOST_CHARACTERS} at most` }];
      }),
    ),
};
