import { LANGUAGES, type Language } from '../../i18n/text.ts';
import type { ItemRule } from './item-rule.ts';
import { visible } from './wording.ts';

/** A key that repeats this many more words of the stem than any wrong choice gives itself away. */
const TOO_MANY_MORE = 2;

export const echoWords: ItemRule = {
  id: 'O11-echo',
  level: 'warning',
  name: 'Right choices do not repeat words of the stem more than wrong ones do',
  check: ({ stem, choices }) =>
    LANGUAGES.flatMap((language) => {
      const asked = new Set(contentWords(stem[language], language));
      const echoes = choices.map((choice) =>
        [...new Set(contentWords(choice.text[language], language))].filter((word) => asked.has(word)),
      );
      const wrong = Math.max(...echoes.filter((_, index) => !choices[index]?.correct).map((echo) => echo.length));
      return echoes.flatMap((echo, index) =>
        choices[index]?.correct && echo.length - wrong >= TOO_MANY_MORE
          ? [
              {
                path: ['choices', index, 'text', language],
                message: `this right choice repeats words of the stem (${echo.join(', ')}), and no wrong one does as much; use other words, or use them in wrong choices too`,
              },
            ]
          : [],
      );
    }),
};

/** Words that carry meaning: four letters and more in English; in Korean the first two syllables, so that particles do not count. */
function contentWords(text: string, language: Language): string[] {
  const plain = visible(text).toLowerCase();
  if (language === 'en')
    return plain.match(/[a-z][a-z0-9:.-]{3,}/g)?.map((word) => word.replace(/s?[:.-]*$/, '')) ?? [];
  return (plain.match(/[가-힣]{2,}|[a-z][a-z0-9:.-]{3,}/g) ?? []).map((word) =>
    /[가-힣]/.test(word) ? word.slice(0, 2) : word,
  );
}
