import * as z from 'zod/mini';

const LANGUAGE_NAMES = { en: 'English', ko: 'Korean' } as const;

function translation(language: keyof typeof LANGUAGE_NAMES) {
  const name = LANGUAGE_NAMES[language];
  return z
    .string({
      error: ({ input }) =>
        input === undefined
          ? `the ${name} translation is missing; write ${language}: …`
          : `is not a text; write the ${name} text`,
    })
    .check(z.minLength(1, { error: `the ${name} translation is empty; write it` }));
}

/** A text in both languages; a missing one is a fault, never a fallback. */
export const textSchema = z.strictObject(
  { en: translation('en'), ko: translation('ko') },
  {
    error: (issue) => (issue.code === 'invalid_type' ? 'write a text in both languages: { en: …, ko: … }' : undefined),
  },
);
