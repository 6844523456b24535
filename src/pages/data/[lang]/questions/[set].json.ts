import { getCollection } from 'astro:content';
import { createHash } from 'node:crypto';
import type { APIRoute } from 'astro';
import { pathIn } from '../../../../i18n/paths.ts';
import { LANGUAGES, type Language } from '../../../../i18n/text.ts';
import { writeFragment } from '../../../../islands/lab/answer-fragment.ts';
import type { QuestionKey, QuestionSet } from '../../../../islands/quiz/quiz-model.ts';
import { renderInline, renderMarkdown } from '../../../../markdown/render-markdown.ts';
import { choicesOf, type Question } from '../../../../quiz-engine/question-schema.ts';
import type { Scenario } from '../../../../simulator/scenario/scenario-schema.ts';

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

/** Keys and reasons of one set in one language; the page itself holds neither. */
export const GET: APIRoute = async ({ params }) => {
  const lang = params.lang as Language;
  const scenarios = new Map(
    (await getCollection('scenarios')).map((entry) => [entry.id, entry.data.source as Scenario]),
  );
  const listed = (await questions()).filter((question) => question.set === params.set);
  const set: QuestionSet = {
    format: 1,
    questions: Object.fromEntries(listed.map((question) => [question.id, keyOf(question, lang, scenarios)])),
  };
  return new Response(JSON.stringify(set), { headers: { 'Content-Type': 'application/json' } });
};

function keyOf(question: Question, lang: Language, scenarios: Map<string, Scenario>): QuestionKey {
  const [slug, anchor] = question.lesson.split('#');
  const runs = runsOf(question, lang, scenarios);
  return {
    version: createHash('sha256').update(JSON.stringify(question)).digest('hex').slice(0, 12),
    lesson: `${pathIn(lang, `/lessons/${slug}/`)}#${anchor}`,
    choices: choicesOf(question).map((choice) => ({
      id: choice.id,
      ...(choice.correct ? { correct: true as const } : {}),
      whyHtml: renderInline(choice.why[lang]),
    })),
    ...(question.today ? { todayHtml: renderMarkdown(question.today[lang]) } : {}),
    ...(runs ? { runs } : {}),
  };
}

/** Links into the lab, where the proof is a scenario of its own and sets only what a learner may set. */
function runsOf(
  question: Question,
  lang: Language,
  scenarios: Map<string, Scenario>,
): Record<string, string> | undefined {
  const proof = 'proof' in question ? question.proof : undefined;
  if (proof === undefined || typeof proof.scenario !== 'string') return undefined;
  const { scenario, each } = proof;
  const allowed = scenarios.get(scenario)?.challenge?.change?.map((change) => change.path) ?? [];
  const open = Object.values(each).every(({ set }) => Object.keys(set).every((path) => allowed.includes(path)));
  if (!open) return undefined;
  const link = (set: (typeof each)[string]['set']) => {
    const fragment = writeFragment(set);
    return pathIn(lang, `/lab/${scenario}/`) + (fragment === '' ? '' : `#${fragment}`);
  };
  return Object.fromEntries(Object.entries(each).map(([id, { set }]) => [id, link(set)]));
}
