import { LANGUAGES } from '../../i18n/text.ts';
import type { ItemFault, ItemRule } from './item-rule.ts';
import { visible } from './wording.ts';

/** A verb that is denied. "No task starts" and "태스크가 없다" say what there is: nothing. */
const DENIES = {
  en: /\b(?:not|never|cannot|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|won't|wouldn't|can't|couldn't|hasn't|haven't|mustn't|shouldn't)\b/i,
  ko: /[가-힣]+지 (?:않|못|말)[가-힣]*|(?<![가-힣])(?:안|못) [가-힣]+|아니(?:에요|다|라|고|며)/,
};

export const positiveChoices: ItemRule = {
  id: 'O10',
  level: 'warning',
  name: 'Choices say what is, not what is not',
  check: ({ choices }) =>
    choices.flatMap((choice, index) =>
      LANGUAGES.flatMap((language): ItemFault[] => {
        const word = DENIES[language].exec(visible(choice.text[language]))?.[0];
        if (word === undefined) return [];
        return [
          {
            path: ['choices', index, 'text', language],
            message: `"${word}" makes the reader turn this choice round; say what happens instead`,
          },
        ];
      }),
    ),
};
