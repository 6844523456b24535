import * as z from 'zod/mini';
import { type Fault, list, nearest, readWith } from '../simulator/scenario/fault.ts';
import { checkNumber } from './kinds/check-number.ts';
import { type ChoiceQuestion, checkChoices, choiceSchema } from './kinds/choice-schema.ts';
import { checkMatch, type MatchQuestion, matchSchema } from './kinds/match-schema.ts';
import { type NumberQuestion, numberSchema } from './kinds/number-schema.ts';
import { checkOrder, type OrderQuestion, orderSchema } from './kinds/order-schema.ts';
import { type ScenarioQuestion, scenarioKindSchema } from './kinds/scenario-kind-schema.ts';
import { askFields, firstFields, lastFields } from './question-fields.ts';

export type { Choice, ChoiceQuestion, Proof } from './kinds/choice-schema.ts';

/** A question of any kind but `case`. */
export type PlainQuestion = ChoiceQuestion | OrderQuestion | MatchQuestion | NumberQuestion | ScenarioQuestion;

/** One story, several whole questions about it. */
const caseSchema = z.strictObject({
  ...firstFields,
  kind: z.literal('case'),
  ...askFields,
  parts: z.array(z.unknown()).check(z.minLength(2), z.maxLength(5)),
  ...lastFields,
});

export type CaseQuestion = Omit<z.infer<typeof caseSchema>, 'parts'> & { parts: PlainQuestion[] };

/** A question of the bank: one entry of a question file, both languages in it. */
export type Question = PlainQuestion | CaseQuestion;

export type QuestionKind = Question['kind'];

const KINDS: readonly QuestionKind[] = ['single', 'multiple', 'order', 'match', 'number', 'scenario', 'case'];

/** The choices of a question that has any; a drawn question makes its own. */
export function choicesOf(question: Question): ChoiceQuestion['choices'] {
  return 'choices' in question ? question.choices : [];
}

/** Reads one question file: a list. Every fault of every entry is returned; no entry is half read. `index` is its place in the list. */
export function readQuestions(value: unknown): { questions: { index: number; question: Question }[]; faults: Fault[] } {
  if (!Array.isArray(value)) {
    return {
      questions: [],
      faults: [{ path: [], message: 'a question file is a list; begin each question with "- id:"' }],
    };
  }
  const questions: { index: number; question: Question }[] = [];
  const faults: Fault[] = [];
  for (const [index, entry] of value.entries()) {
    const read = readQuestion(entry);
    if (read.faults) faults.push(...read.faults.map((fault) => ({ ...fault, path: [index, ...fault.path] })));
    else questions.push({ index, question: read.question });
  }
  return { questions, faults };
}

type Read<T> = { question: T; faults?: undefined } | { faults: Fault[] };

function readQuestion(entry: unknown): Read<Question> {
  if (kindOf(entry) !== 'case') return readPlain(entry);
  const read = readWith(caseSchema, entry);
  if (read.faults) return { faults: read.faults };
  const parts: PlainQuestion[] = [];
  const faults: Fault[] = [];
  for (const [index, part] of read.value.parts.entries()) {
    const inner = readPlain(part);
    if (inner.faults)
      faults.push(...inner.faults.map((fault) => ({ ...fault, path: ['parts', index, ...fault.path] })));
    else parts.push(inner.question);
  }
  return faults.length > 0 ? { faults } : { question: { ...read.value, parts } };
}

function readPlain(entry: unknown): Read<PlainQuestion> {
  const kind = kindOf(entry);
  if (kind === 'order') return checked(readWith<OrderQuestion>(orderSchema, entry), checkOrder);
  if (kind === 'match') return checked(readWith<MatchQuestion>(matchSchema, entry), checkMatch);
  if (kind === 'scenario') return checked(readWith<ScenarioQuestion>(scenarioKindSchema, entry), () => []);
  const isDrawn = kind === 'single' && typeof entry === 'object' && entry !== null && 'answer' in entry;
  if (kind === 'number' || isDrawn) return checked(readWith<NumberQuestion>(numberSchema, entry), checkNumber);
  if (kind === 'single' || kind === 'multiple')
    return checked(readWith<ChoiceQuestion>(choiceSchema, entry), checkChoices);
  const asChoice = readWith<ChoiceQuestion>(choiceSchema, entry);
  if (asChoice.faults === undefined || typeof kind !== 'string') return { faults: asChoice.faults ?? [] };
  // What else is wrong is told too, as of a question with choices, which most are.
  return {
    faults: asChoice.faults.map((fault) =>
      fault.path.join() === 'kind' ? { ...fault, message: wrongKind(kind) } : fault,
    ),
  };
}

function checked<T>(read: ReturnType<typeof readWith<T>>, check: (question: T) => Fault[]): Read<T> {
  if (read.faults) return { faults: read.faults };
  const faults = check(read.value);
  return faults.length > 0 ? { faults } : { question: read.value };
}

function kindOf(entry: unknown): unknown {
  return typeof entry === 'object' && entry !== null ? (entry as { kind?: unknown }).kind : undefined;
}

function wrongKind(kind: string): string {
  const near = nearest(kind, KINDS);
  return `"${kind}" is not a kind of question; ${near === undefined ? `write ${list(KINDS, 'or')}` : `did you mean ${near}?`}`;
}
