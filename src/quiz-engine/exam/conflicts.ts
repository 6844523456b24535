import { LANGUAGES, type Language } from '../../i18n/text.ts';
import { visible } from '../item-rules/wording.ts';
import { choicesOf, type Question } from '../question-schema.ts';

/** A key this short stands in half of all stems and gives nothing away: "2", "awsvpc mode". */
const SHORTEST: Record<Language, { words: number; letters: number }> = {
  en: { words: 3, letters: 14 },
  ko: { words: 2, letters: 9 },
};

/**
 * Questions of which one's right choice stands in the other's stem, in either language (rule C4): whoever meets both in one
 * exam reads an answer. Pairs by id, each both ways; questions that authors keep apart (`apart`) are in it too.
 */
export function conflictsOf(bank: readonly Question[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>(bank.map(({ id }) => [id, new Set<string>()]));
  const note = (one: string, other: string) => {
    found.get(one)?.add(other);
    found.get(other)?.add(one);
  };
  const read = bank.map((question) => ({ id: question.id, keys: keysOf(question), stems: stemsOf(question) }));
  for (const asked of read) {
    for (const other of read) {
      if (asked !== other && givesAway(other.stems, asked.keys)) note(asked.id, other.id);
    }
  }
  for (const { id, apart } of bank) for (const other of apart ?? []) if (found.has(other)) note(id, other);
  return new Map([...found].map(([id, others]) => [id, [...others].sort()]));
}

type ByLanguage = Record<Language, string[]>;

/** Whole words; in Korean a particle may follow the last one. */
function givesAway(stems: ByLanguage, keys: ByLanguage): boolean {
  return LANGUAGES.some((language) => {
    const end = language === 'ko' ? '' : ' ';
    return keys[language].some((key) => stems[language].some((stem) => ` ${stem} `.includes(` ${key}${end}`)));
  });
}

/** The right choices that say enough to be recognised. */
function keysOf(question: Question): ByLanguage {
  const parts = question.kind === 'case' ? question.parts : [question];
  const right = parts.flatMap((part) => choicesOf(part).filter(({ correct }) => correct));
  return byLanguage((language) => {
    const { words, letters } = SHORTEST[language];
    return right
      .map(({ text }) => plain(text[language]))
      .filter((key) => key.split(' ').length >= words && key.length >= letters);
  });
}

function stemsOf(question: Question): ByLanguage {
  const parts = question.kind === 'case' ? question.parts : [];
  return byLanguage((language) => [question, ...parts].map(({ stem }) => plain(stem[language])));
}

function byLanguage(read: (language: Language) => string[]): ByLanguage {
  return { en: read('en'), ko: read('ko') };
}

/** What a reader sees, without marks, punctuation and capitals. */
function plain(markdown: string): string {
  return visible(markdown)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%:/-]+/gu, ' ')
    .trim();
}
