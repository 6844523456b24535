import { versionOf } from '../../disk/question-version.ts';
import { pathIn } from '../../i18n/paths.ts';
import type { Language } from '../../i18n/text.ts';
import { writeFragment } from '../../islands/lab/answer-fragment.ts';
import { renderInline, renderMarkdown } from '../../markdown/render-markdown.ts';
import type { AskedPlain, QuestionKey, RunTold } from '../../quiz-engine/asked/asked-question.ts';
import { askWith } from '../../quiz-engine/asked/drawing.ts';
import type { GradingKey } from '../../quiz-engine/grade.ts';
import type { NumberQuestion } from '../../quiz-engine/kinds/number-schema.ts';
import type { ScenarioQuestion } from '../../quiz-engine/kinds/scenario-kind-schema.ts';
import type { QuestionRun } from '../../quiz-engine/question-run-schema.ts';
import type { ChoiceQuestion, PlainQuestion, Question } from '../../quiz-engine/question-schema.ts';
import type { AnswerSet } from '../../simulator/run.ts';
import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';
import { drawnOf } from './drawings.ts';

/** Where a question stands, and what it names. */
export type Placed = {
  lang: Language;
  /** Name of its file. */
  set: string;
  find: (scenario: string) => Scenario | undefined;
  /** How many drawings a scenario has; 1 where it draws nothing. */
  drawingsOf: (scenario: string) => number;
  /** Title of a lesson in this language. */
  titleOf: (lesson: string) => string;
  /** The sentence of an objective. */
  objectiveOf: (id: string) => string;
};

/** Key and reasons of a question in one language. */
export function keyOf(question: Question, placed: Placed): QuestionKey {
  const { lang } = placed;
  const [slug = '', anchor] = question.lesson.split('#');
  const shared = {
    version: versionOf(question),
    lesson: `${pathIn(lang, `/lessons/${slug}/`)}#${anchor}`,
    lessonTitle: placed.titleOf(slug),
    objective: placed.objectiveOf(question.objective),
    ...(question.today ? { todayHtml: renderMarkdown(question.today[lang]) } : {}),
    ...(question.run ? { run: runTold(question.id, question.run, placed) } : {}),
  };
  if (question.kind !== 'case') return { ...shared, ...plainKey(question, placed) };
  const parts = question.parts.map((part) => [part.id, keyOf(part, placed)] as const);
  const gradings = parts.flatMap(([id, { grading }]) => (grading ? [[id, grading] as const] : []));
  return {
    ...shared,
    grading: { kind: 'case', parts: Object.fromEntries(gradings) },
    whyHtml: {},
    parts: Object.fromEntries(parts),
  };
}

function runTold(question: string, { scenario, set = {}, draw, at, title }: QuestionRun, placed: Placed): RunTold {
  const { lang, find } = placed;
  return {
    scenario,
    set,
    ...(draw ? { draw } : {}),
    ...(at === undefined ? {} : { at }),
    title: (title ?? find(scenario)?.title)?.[lang] ?? scenario,
    still: `/data/runs/${question}.json`,
  };
}

type OwnKey = Pick<QuestionKey, 'grading' | 'whyHtml' | 'usual' | 'runs' | 'watch' | 'drawn'>;

function plainKey(question: PlainQuestion, placed: Placed): OwnKey {
  const { lang } = placed;
  if (question.kind === 'scenario') return scenarioKey(question, placed);
  if (question.kind === 'order') {
    const grading: GradingKey = { kind: 'order', steps: question.steps.map(({ id }) => id) };
    return { grading, whyHtml: reasonsOf(question.steps, lang) };
  }
  if (question.kind === 'match') {
    return { grading: { kind: 'match', pairs: question.pairs }, whyHtml: reasonsOf(question.left, lang) };
  }
  if ('answer' in question) return numberKey(question, placed);
  const choices = question.choices.map(({ id, correct }) => ({ id, ...(correct ? { correct } : {}) }));
  return {
    grading: { kind: question.kind, choices },
    whyHtml: reasonsOf(question.choices, lang),
    ...proofOf(question, placed),
  };
}

/** The run decides; the first solution of the file is shown to who asks for it. */
function scenarioKey({ scenario }: ScenarioQuestion, { lang, find }: Placed): OwnKey {
  const solution = find(scenario)?.challenge?.solutions?.[0];
  return {
    whyHtml: {},
    ...(solution ? { runs: { solution: labLink(scenario, solution.set, lang) } } : {}),
  };
}

/** A question without draws has one drawing, which is its key. */
function numberKey(question: NumberQuestion, { lang, find }: Placed): OwnKey {
  const drawn = drawnOf(question, lang, find);
  if (drawn.drawings.length === 0)
    throw new Error(`No drawing of "${question.id}" gives a key; run the content check.`);
  if (question.draws) return { whyHtml: {}, drawn };
  const bare = { id: question.id, kind: question.kind } as AskedPlain;
  const { grading, whyHtml, usual } = askWith(bare, { drawn } as QuestionKey, 0).key;
  return {
    whyHtml,
    ...(grading ? { grading } : {}),
    ...(usual ? { usual } : {}),
    ...(question.kind === 'single' ? { drawn } : {}),
  };
}

function reasonsOf(items: readonly { id: string; why: Record<Language, string> }[], lang: Language) {
  return Object.fromEntries(items.map(({ id, why }) => [id, renderInline(why[lang])]));
}

/** What "watch it" runs, and links into the lab where the proof sets only what a learner may set there. */
function proofOf({ proof }: ChoiceQuestion, { lang, find }: Placed): Pick<QuestionKey, 'runs' | 'watch'> {
  if (proof === undefined) return {};
  const { scenario, each, goals } = proof;
  const sets = Object.fromEntries(Object.entries(each).map(([id, { set }]) => [id, set]));
  const watch = { scenario, sets, goals };
  if (typeof scenario !== 'string') return { watch };
  const allowed = find(scenario)?.challenge?.change?.map((change) => change.path) ?? [];
  const isOpen = Object.values(sets).every((set) => Object.keys(set).every((path) => allowed.includes(path)));
  if (!isOpen) return { watch };
  return {
    watch,
    runs: Object.fromEntries(Object.entries(sets).map(([id, set]) => [id, labLink(scenario, set, lang)])),
  };
}

/** The lab with an answer in the link. */
function labLink(scenario: string, set: AnswerSet, lang: Language): string {
  const fragment = writeFragment(set);
  return pathIn(lang, `/lab/${scenario}/`) + (fragment === '' ? '' : `#${fragment}`);
}
