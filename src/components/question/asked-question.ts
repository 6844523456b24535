import type { Language } from '../../i18n/text.ts';
import { renderInline, renderMarkdown } from '../../markdown/render-markdown.ts';
import type { AskedPlain, AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import { askWith } from '../../quiz-engine/asked/drawing.ts';
import type { PlainQuestion, Question } from '../../quiz-engine/question-schema.ts';
import { keyOf, type Placed } from './question-key.ts';

/** A question as its page shows it first: the asking of seed 0. */
export function askedOf(question: Question, placed: Placed): AskedQuestion {
  return askWith(inFileOrder(question, placed), keyOf(question, placed), 0).asked;
}

function inFileOrder(question: Question, placed: Placed): AskedQuestion {
  const { lang, set } = placed;
  if (question.kind !== 'case') return plainOf(question, placed);
  const parts = question.parts.map((part) => plainOf(part, placed));
  return { ...fieldsOf(question, lang, set), kind: 'case', parts };
}

function plainOf(question: PlainQuestion, { lang, set, drawingsOf }: Placed): AskedPlain {
  const fields = fieldsOf(question, lang, set);
  if (question.kind === 'order') return { ...fields, kind: 'order', steps: itemsOf(question.steps, lang) };
  if (question.kind === 'scenario') {
    const drawings = drawingsOf(question.scenario);
    return { ...fields, kind: 'scenario', scenario: question.scenario, ...(drawings > 1 ? { drawings } : {}) };
  }
  if (question.kind === 'match') {
    const right = question.right.map(({ id, text }) => ({ id, text: plainText(text[lang]) }));
    return { ...fields, kind: 'match', left: itemsOf(question.left, lang), right };
  }
  if ('answer' in question) {
    // Numbers come with the drawing.
    if (question.kind === 'single') return { ...fields, drawn: true, kind: 'single', pick: 1, choices: [] };
    const { unit } = question.answer;
    return {
      ...fields,
      ...(question.draws ? { drawn: true } : {}),
      kind: 'number',
      ...(unit ? { unitHtml: renderInline(unit[lang]) } : {}),
    };
  }
  return {
    ...fields,
    kind: question.kind,
    choices: itemsOf(question.choices, lang),
    pick: question.choices.filter(({ correct }) => correct).length,
    ...(question.order === 'fixed' ? { fixed: true } : {}),
  };
}

function fieldsOf(question: Question, lang: Language, set: string) {
  const { id, stem, hints } = question;
  return {
    id,
    set,
    stemHtml: renderMarkdown(stem[lang]),
    ...(hints ? { hintsHtml: hints.map((hint) => renderInline(hint[lang])) } : {}),
  };
}

function itemsOf(items: readonly { id: string; text: Record<Language, string> }[], lang: Language) {
  return items.map(({ id, text }) => ({ id, html: renderInline(text[lang]) }));
}

/** The text of a Markdown line without its marks, for places that show no HTML. */
export function plainText(markdown: string): string {
  return markdown.replace(/[`*]/g, '').trim();
}
