import { getCollection } from 'astro:content';
import { LANGUAGES, type Language } from '../../i18n/text.ts';
import type { QuestionSet } from '../../quiz-engine/asked/asked-question.ts';
import type { Question } from '../../quiz-engine/question-schema.ts';
import { askedOf } from './asked-question.ts';
import { placedIn } from './placed.ts';
import { keyOf } from './question-key.ts';

type Listed = Question & { set: string };

/** Who may have a question: everybody, or live rooms alone, so that nobody can look its key up. */
export type Shown = 'public' | 'live';

async function questions(shown: Shown): Promise<Listed[]> {
  const entries = await getCollection('questions', ({ data }) => (data.visibility === 'live') === (shown === 'live'));
  return entries.map((entry) => entry.data as Listed);
}

/** Names of the question files that have such questions. */
export async function setNames(shown: Shown): Promise<string[]> {
  return [...new Set((await questions(shown)).map(({ set }) => set))];
}

/** One path for each set and language. */
export async function setPaths(shown: Shown) {
  const sets = await setNames(shown);
  return LANGUAGES.flatMap((lang) => sets.map((set) => ({ params: { lang, set } })));
}

/** Questions, keys and reasons of one set in one language. */
export async function questionSet(shown: Shown, lang: Language, set: string): Promise<QuestionSet> {
  const placed = await placedIn(lang, set);
  const listed = (await questions(shown)).filter((question) => question.set === set);
  return {
    format: 2,
    asked: Object.fromEntries(listed.map((question) => [question.id, askedOf(question, placed)])),
    questions: Object.fromEntries(listed.map((question) => [question.id, keyOf(question, placed)])),
  };
}
