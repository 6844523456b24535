import type { Language } from '../../i18n/text.ts';
import { renderInline, renderMarkdown } from '../../markdown/render-markdown.ts';
import type { Drawn } from '../../quiz-engine/asked/asked-question.ts';
import type { NumberQuestion } from '../../quiz-engine/kinds/number-schema.ts';
import { scenarioRunner } from '../../quiz-engine/prove-number.ts';
import { type Variant, variantOf } from '../../quiz-engine/variants.ts';
import { countOf, valuesAt } from '../../simulator/scenario/draws.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';

/** Drawings that a page is given at most: nobody practises one question more often. */
const MOST_DRAWINGS = 200;

/** Drawings do not depend on the language, and a page and its data file ask for the same ones. */
const known = new Map<string, Variant[]>();

/** Texts and all usable drawings of a question, with keys computed here, so that a page needs no simulator to grade. */
export function drawnOf(question: NumberQuestion, lang: Language, find: (id: string) => Scenario | undefined): Drawn {
  const { answer, distractors, hints, stem } = question;
  return {
    stemHtml: renderMarkdown(stem[lang]),
    ...(hints ? { hintsHtml: hints.map((hint) => renderInline(hint[lang])) } : {}),
    whyHtml: renderInline(answer.why[lang]),
    usualWhyHtml: distractors.map(({ why }) => renderInline(why[lang])),
    ...(answer.unit ? { unitHtml: renderInline(answer.unit[lang]) } : {}),
    ...(answer.tolerance === undefined ? {} : { tolerance: answer.tolerance }),
    drawings: variantsOf(question, find).map(({ values, key, distractors: wrong }) => ({
      values,
      key,
      usual: wrong.map(({ value }) => value),
    })),
  };
}

function variantsOf(question: NumberQuestion, find: (id: string) => Scenario | undefined): Variant[] {
  const content = JSON.stringify(question);
  const before = known.get(content);
  if (before) return before;
  const draws = question.draws ?? {};
  const run = scenarioRunner(find);
  const places = Array.from({ length: Math.min(countOf(draws), MOST_DRAWINGS) }, (_, place) => place);
  const variants = places.flatMap((place) => variantOf(question, valuesAt(draws, 1, place), run) ?? []);
  known.set(content, variants);
  return variants;
}
