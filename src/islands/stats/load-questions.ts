import type { Language } from '../../i18n/text.ts';
import type { AskedQuestion, QuestionKey, QuestionSet } from '../../quiz-engine/asked/asked-question.ts';
import type { KnownQuestion } from '../../quiz-engine/item-statistics/answer-options.ts';
import { knownQuestion } from '../../quiz-engine/item-statistics/known-question.ts';
import { loadBank } from '../standing/load-bank.ts';

/** A question of the site with its words, to read the statistics beside. */
export type SiteQuestion = {
  known: KnownQuestion;
  stemHtml: string;
  choicesHtml: Record<string, string>;
  lesson: string;
};

/**
 * The site's questions with these ids. What cannot be fetched, offline and not saved, is left out: the figures stand without
 * the words, and without the choices that nobody took.
 */
export async function loadQuestions(lang: Language, ids: ReadonlySet<string>): Promise<Map<string, SiteQuestion>> {
  const lines = (await loadBank())?.filter(({ id }) => ids.has(id)) ?? [];
  const sets = await Promise.all([...new Set(lines.map(({ set }) => set))].map((set) => loadSet(lang, set)));
  const found = new Map<string, SiteQuestion>();
  for (const set of sets) {
    for (const [id, key] of Object.entries(set?.questions ?? {})) {
      const asked = set?.asked[id];
      if (asked && ids.has(id)) found.set(id, siteQuestion(asked, key));
    }
  }
  return found;
}

async function loadSet(lang: Language, set: string): Promise<QuestionSet | undefined> {
  try {
    const response = await fetch(`/data/${lang}/questions/${set}.json`);
    if (!response.ok) return undefined;
    const loaded = (await response.json()) as QuestionSet;
    return loaded.format === 2 ? loaded : undefined;
  } catch {
    return undefined;
  }
}

function siteQuestion(asked: AskedQuestion, key: QuestionKey): SiteQuestion {
  const { version, grading, drawn } = key;
  const isChoice = asked.kind === 'single' || asked.kind === 'multiple';
  return {
    known: knownQuestion({
      version,
      kind: asked.kind,
      // The choices of a drawn question differ from drawing to drawing.
      grading: drawn && asked.drawn ? undefined : grading,
      choices: asked.kind === 'match' ? asked.right.length : isChoice ? asked.choices.length : undefined,
    }),
    stemHtml: asked.stemHtml,
    choicesHtml: isChoice && !asked.drawn ? Object.fromEntries(asked.choices.map(({ id, html }) => [id, html])) : {},
    lesson: key.lesson,
  };
}
