import { kindMessages } from '../../i18n/kind-messages.ts';
import { pathIn } from '../../i18n/paths.ts';
import { type TerminalWords, terminalMessages } from '../../i18n/terminal-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { type GradingKey, gradeResponse, type Response, type Verdict } from '../../quiz-engine/grade.ts';
import { visible } from '../../quiz-engine/item-rules/wording.ts';
import type { ChoiceQuestion } from '../../quiz-engine/kinds/choice-schema.ts';
import type { MatchQuestion } from '../../quiz-engine/kinds/match-schema.ts';
import type { NumberQuestion } from '../../quiz-engine/kinds/number-schema.ts';
import type { OrderQuestion } from '../../quiz-engine/kinds/order-schema.ts';
import { scenarioRunner } from '../../quiz-engine/prove-number.ts';
import type { PlainQuestion } from '../../quiz-engine/question-schema.ts';
import { fillText, type Variant, variantAt } from '../../quiz-engine/variants.ts';
import { randomFrom, shuffle } from '../../random/random.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import { UserError } from '../../simulator/scenario/user-error.ts';
import type { Outside } from '../command.ts';
import { poseScenario } from './pose-scenario.ts';
import { letterAt, pairExample, type Read, readChoices, readNumber, readOrder, readPairs } from './read-answer.ts';

/** A question as a terminal asks it, in one language and with one seed. */
export type Posed = {
  id: string;
  stem: string;
  /** What stands under the stem: choices, steps, things to match. */
  lines: string[];
  /** What to type. */
  how: string;
  hints: string[];
  read(line: string): Read;
  grade(response: Response): Verdict;
  /** What a wrong try may tell while another is open: how much is right, and the reasons of what was answered. */
  nudge(response: Response, verdict: Verdict): string[];
  /** Every reason, and the right answer. */
  explain(response: Response | undefined): string[];
  /** The section that teaches it. */
  lesson: string;
};

/** What posing needs to know of the world. */
export type Asking = {
  lang: Language;
  seed: number;
  /** How often the round was asked before: a drawn question then has other numbers. */
  round: number;
  find: (scenario: string) => Scenario | undefined;
  outside: Outside;
};

/** Everything but the fields of its kind. */
type Own = Pick<Posed, 'lines' | 'how' | 'read' | 'grade' | 'nudge' | 'explain'> &
  Partial<Pick<Posed, 'stem' | 'hints'>>;

/** Poses any kind but a case, whose parts are posed one by one. */
export function pose(question: PlainQuestion, asking: Asking): Posed {
  const { lang } = asking;
  const today = question.today ? [`${terminalMessages[lang].today}: ${visible(question.today[lang])}`] : [];
  const own = ownOf(question, asking);
  return {
    id: question.id,
    stem: visible(question.stem[lang]),
    hints: (question.hints ?? []).map((hint) => visible(hint[lang])),
    ...own,
    explain: (response) => [...own.explain(response), ...today],
    lesson: lessonOf(question.lesson, lang),
  };
}

export function lessonOf(lesson: string, lang: Language): string {
  const [slug, anchor] = lesson.split('#');
  return `${pathIn(lang, `/lessons/${slug}/`)}#${anchor}`;
}

function ownOf(question: PlainQuestion, asking: Asking): Own {
  const words = terminalMessages[asking.lang];
  if (question.kind === 'order') return poseOrder(question, asking, words);
  if (question.kind === 'match') return poseMatch(question, asking, words);
  if (question.kind === 'scenario') return poseScenario(question, asking, words);
  return 'answer' in question ? poseNumber(question, asking, words) : poseChoices(question, asking, words);
}

/** Sorted by id first, as pages do: the same seed shows the same order everywhere. */
function shuffled<T extends { id: string }>(items: readonly T[], { seed, round }: Asking, id: string): T[] {
  return shuffle(
    items.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    randomFrom('choices', seed + round, id),
  );
}

type Option = { id: string; text: string; why: string; correct: boolean };

function poseOptions(kind: 'single' | 'multiple', options: Option[], words: TerminalWords): Own {
  const key: GradingKey = { kind, choices: options };
  const ids = options.map(({ id }) => id);
  const pick = options.filter(({ correct }) => correct).length;
  const reasonOf = ({ id, why, correct }: Option, response: Response | undefined) => {
    const mine = isChosen(response, id) ? ` (${words.yours})` : '';
    return `${correct ? '✓' : '✗'} ${letterAt(ids.indexOf(id))}${mine}  ${why}`;
  };
  return {
    lines: options.map(({ text }, index) => `${letterAt(index)}  ${text}`),
    how: pick === 1 ? words.askOne : words.askSeveral(pick),
    read: (line) => readChoices(line, ids, pick, words),
    grade: (response) => gradeResponse(key, response),
    nudge: (response) => [
      words.notYet,
      ...options.filter(({ id }) => isChosen(response, id)).map((option) => reasonOf(option, response)),
    ],
    explain: (response) => options.map((option) => reasonOf(option, response)),
  };
}

function isChosen(response: Response | undefined, id: string): boolean {
  return Array.isArray(response) && response.includes(id);
}

function poseChoices(question: ChoiceQuestion, asking: Asking, words: TerminalWords): Own {
  const { lang } = asking;
  const listed = question.order === 'fixed' ? question.choices : shuffled(question.choices, asking, question.id);
  const options = listed.map(({ id, text, why, correct }) => ({
    id,
    text: visible(text[lang]),
    why: visible(why[lang]),
    correct: correct === true,
  }));
  return poseOptions(question.kind, options, words);
}

function poseOrder({ id, steps }: OrderQuestion, asking: Asking, words: TerminalWords): Own {
  const { lang } = asking;
  const shown = shuffled(steps, asking, id);
  const ids = shown.map((step) => step.id);
  const place = (step: { id: string }) => ids.indexOf(step.id) + 1;
  return {
    lines: shown.map(({ text }, index) => `${index + 1}  ${visible(text[lang])}`),
    how: words.askOrder(ids.map((_, index) => ids.length - index).join(' ')),
    read: (line) => readOrder(line, ids, words),
    grade: (response) => gradeResponse({ kind: 'order', steps: steps.map((step) => step.id) }, response),
    nudge: (_, verdict) => [kindMessages[lang].wrongOrder(...rightOf(verdict))],
    explain: () => [
      `${words.answer}: ${steps.map(place).join(' ')}`,
      ...steps.map((step) => `${place(step)}  ${visible(step.text[lang])}: ${visible(step.why[lang])}`),
    ],
  };
}

function poseMatch({ left, right, pairs }: MatchQuestion, { lang }: Asking, words: TerminalWords): Own {
  const lefts = left.map(({ id }) => id);
  const rights = right.map(({ id }) => id);
  const letterOf = (id: string) => letterAt(rights.indexOf(pairs[id] ?? ''));
  return {
    lines: [
      ...left.map(({ text }, index) => `${index + 1}  ${visible(text[lang])}`),
      '',
      ...right.map(({ text }, index) => `${letterAt(index)}  ${visible(text[lang])}`),
    ],
    how: words.askPairs(pairExample(lefts.length)),
    read: (line) => readPairs(line, lefts, rights, words),
    grade: (response) => gradeResponse({ kind: 'match', pairs }, response),
    nudge: (_, verdict) => [kindMessages[lang].wrongPairs(...rightOf(verdict))],
    explain: () => [
      `${words.answer}: ${lefts.map((id, index) => `${index + 1}${letterOf(id)}`).join(' ')}`,
      ...left.map(({ id, why }, index) => `${index + 1}${letterOf(id)}  ${visible(why[lang])}`),
    ],
  };
}

/** A drawn question takes the place of its round in a walk over all drawings, so that rounds do not repeat it. */
function poseNumber(question: NumberQuestion, asking: Asking, words: TerminalWords): Own {
  const { lang, seed, round, find } = asking;
  const variant = variantAt(question, seed, round, scenarioRunner(find))?.variant;
  if (variant === undefined) throw new UserError(`no drawing of "${question.id}" gives a key; run drydock check`, 1);
  const { key, values } = variant;
  const filled = {
    stem: visible(fillText(question.stem, values)[lang]),
    hints: (question.hints ?? []).map((hint) => visible(fillText(hint, values)[lang])),
  };
  const why = visible(fillText(question.answer.why, values)[lang]);
  if (question.kind === 'single') return { ...filled, ...poseOptions('single', optionsOf(variant, why, lang), words) };
  const unit = question.answer.unit?.[lang] ?? '';
  const usual = (response: Response | undefined) =>
    variant.distractors
      .filter(({ value }) => value === response)
      .map((wrong) => `✗ ${wrong.value} (${words.yours})  ${visible(wrong.why[lang])}`);
  return {
    ...filled,
    lines: [],
    how: words.askNumber(unit),
    read: (line) => readNumber(line, words),
    grade: (response) => gradeResponse({ kind: 'number', value: key, tolerance: question.answer.tolerance }, response),
    nudge: (response) => [kindMessages[lang].wrongNumber, ...usual(response)],
    explain: (response) => [`✓ ${words.answer}: ${key} ${unit}`.trimEnd(), `  ${why}`, ...usual(response)],
  };
}

/** How many parts of an answer are right, of all. */
function rightOf({ items }: Verdict): [number, number] {
  return [items.filter(({ right }) => right).length, items.length];
}

/** Numbers stand from the least to the greatest. */
function optionsOf({ key, distractors }: Variant, why: string, lang: Language): Option[] {
  return [
    { id: String(key), text: String(key), why, correct: true },
    ...distractors.map((wrong) => ({
      id: String(wrong.value),
      text: String(wrong.value),
      why: visible(wrong.why[lang]),
      correct: false,
    })),
  ].toSorted((a, b) => Number(a.id) - Number(b.id));
}
