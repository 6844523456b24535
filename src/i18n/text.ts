/** The two languages of Drydock. English lives at `/`, Korean at `/ko/`. */
export const LANGUAGES = ['en', 'ko'] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in both languages; a missing one is a fault, never a fallback. */
export type Text = { en: string; ko: string };
