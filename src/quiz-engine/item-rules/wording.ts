import { LANGUAGES, type Language, type Text } from '../../i18n/text.ts';
import type { Item } from './item.ts';

/** A text of a question in one language, and where it stands in the question. */
export type Wording = { path: (string | number)[]; language: Language; text: string };

/** Every text of a question, pairs of languages kept together. */
export function textsOf(question: Item): { path: (string | number)[]; text: Text }[] {
  return [
    { path: ['stem'], text: question.stem },
    ...question.choices.flatMap((choice, index) => [
      { path: ['choices', index, 'text'], text: choice.text },
      { path: ['choices', index, 'why'], text: choice.why },
    ]),
    ...question.more,
    ...(question.choices.length > 0 ? [] : question.reasons),
    ...(question.hints ?? []).map((text, index) => ({ path: ['hints', index], text })),
    ...(question.today === undefined ? [] : [{ path: ['today'], text: question.today }]),
  ];
}

/** The same texts, one entry for each language. */
export function wordingsOf(question: Item): Wording[] {
  return textsOf(question).flatMap(({ path, text }) =>
    LANGUAGES.map((language) => ({ path: [...path, language], language, text: text[language] })),
  );
}

/** The choices as a reader sees them: without Markdown's marks. */
export function choiceWordings(question: Item, language: Language): string[] {
  return question.choices.map((choice) => visible(choice.text[language]));
}

/** What a reader sees of inline Markdown: no marks of code and emphasis, of a link only its words. */
export function visible(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`|\*\*|__/g, '')
    .trim();
}

/** Words in English, eojeol in Korean: what stands between spaces and has a letter or a digit. */
export function words(text: string): string[] {
  return visible(text)
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}

/** The sentences of a text; rows of tables and fenced blocks are no sentences, a list item is one at least. */
export function sentences(markdown: string): string[] {
  return markdown
    .replace(/^```[\s\S]*?^```/gm, '')
    .split('\n')
    .filter((line) => !/^\s*\|/.test(line))
    .flatMap((line) => line.split(/(?<=[.?!])["”’)]*\s+/))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');
}

/** The last sentence that asks, without a count in brackets: in it a negative word turns the question round. */
export function askOf(stem: string): string {
  const asked = sentences(stem.replace(/\([^()]*\)\s*$/, ''));
  return asked.findLast((sentence) => sentence.endsWith('?')) ?? asked.at(-1) ?? '';
}
