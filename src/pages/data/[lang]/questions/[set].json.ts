import { getCollection } from 'astro:content';
import type { APIRoute } from 'astro';
import { askedOf } from '../../../../components/question/asked-question.ts';
import { placedIn } from '../../../../components/question/placed.ts';
import { keyOf } from '../../../../components/question/question-key.ts';
import { LANGUAGES, type Language } from '../../../../i18n/text.ts';
import type { QuestionSet } from '../../../../quiz-engine/asked/asked-question.ts';
import type { Question } from '../../../../quiz-engine/question-schema.ts';

type Listed = Question & { set: string };

async function questions(): Promise<Listed[]> {
  const entries = await getCollection('questions');
  // A question for live rooms never reaches the static site.
  return entries.map((entry) => entry.data as Listed).filter((question) => question.visibility !== 'live');
}

export async function getStaticPaths() {
  const sets = [...new Set((await questions()).map((question) => question.set))];
  return LANGUAGES.flatMap((lang) => sets.map((set) => ({ params: { lang, set } })));
}

/** Questions, keys and reasons of one set in one language; the pages of lessons hold no keys. */
export const GET: APIRoute = async ({ params }) => {
  const placed = await placedIn(params.lang as Language, params.set ?? '');
  const listed = (await questions()).filter((question) => question.set === params.set);
  const set: QuestionSet = {
    format: 2,
    asked: Object.fromEntries(listed.map((question) => [question.id, askedOf(question, placed)])),
    questions: Object.fromEntries(listed.map((question) => [question.id, keyOf(question, placed)])),
  };
  return new Response(JSON.stringify(set), { headers: { 'Content-Type': 'application/json' } });
};
