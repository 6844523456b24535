import * as z from 'zod/mini';
import { type Fault, readWith } from '../simulator/scenario/fault.ts';
import { readScenario } from '../simulator/scenario/scenario-schema.ts';
import { textSchema as text } from '../simulator/scenario/text-schema.ts';

/**
 * The question file: one strict schema, both languages in one entry.
 * `single` and `multiple` are the kinds of the first storey; the union grows by kind.
 */
const id = z.string().check(
  z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, {
    error: 'an id is lower-case letters, digits and hyphens; write for example rolling-floor-rounds-up',
  }),
);
const answerSet = z.record(z.string(), z.json());

const choice = z.strictObject({
  id,
  /** Present and true on the key; absent on the others. */
  correct: z.optional(z.literal(true)),
  text,
  /** Why this choice is right or wrong; shown after answering. */
  why: text,
  /** The misconception a wrong choice comes from: an id of beliefs.yaml. */
  belief: z.optional(z.string()),
});

const proof = z.strictObject({
  /** A scenario id, or an inline scenario without title, lesson and level. */
  scenario: z.union([z.string(), z.record(z.string(), z.json())]),
  /** What each choice sets; `set: {}` runs the world as it stands. */
  each: z.record(z.string(), z.strictObject({ set: answerSet })),
  /** Ids of the goals that a right choice meets and a wrong one does not. */
  goals: z.array(z.string()).check(z.minLength(1)),
});

const question = z.strictObject({
  id,
  lesson: z.string().check(
    z.regex(/^[a-z0-9-]+#[a-z0-9-]+$/, {
      error: 'a place in a lesson is the lesson, # and a heading id; write for example ecs-rolling-updates#rounding',
    }),
  ),
  objective: z.string(),
  exams: z.array(z.enum(['SAA', 'DVA', 'SOA', 'DOP'])),
  claims: z.array(z.string()),
  kind: z.enum(['single', 'multiple']),
  cognitive: z.enum(['recall', 'understand', 'apply', 'analyse']),
  stem: text,
  choices: z.array(choice).check(z.minLength(3), z.maxLength(6)),
  proof: z.optional(proof),
  sources: z.array(z.string()).check(z.minLength(1)),
  today: z.optional(text),
  hints: z.optional(z.array(text).check(z.maxLength(3))),
  /** Choices keep the order of the file, because the order means something. */
  order: z.optional(z.literal('fixed')),
  apart: z.optional(z.array(z.string())),
  exceptions: z.optional(
    z.array(
      z.strictObject({
        rule: z.string(),
        reason: z
          .string()
          .check(z.minLength(1, { error: 'an exception without a reason; say why the rule does not fit here' })),
      }),
    ),
  ),
  visibility: z.optional(z.literal('live')),
});

export type Question = z.infer<typeof question>;
export type Choice = Question['choices'][number];
export type Proof = NonNullable<Question['proof']>;

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
    const read = readWith<Question>(question, entry);
    const found = read.faults ?? checkQuestion(read.value);
    faults.push(...found.map((fault) => ({ ...fault, path: [index, ...fault.path] })));
    if (read.faults === undefined && found.length === 0) questions.push({ index, question: read.value });
  }
  return { questions, faults };
}

/** What a schema cannot say: keys, ids and the proof fit together. */
function checkQuestion(question: Question): Fault[] {
  const faults: Fault[] = [];
  const ids = question.choices.map((choice) => choice.id);
  for (const [index, id] of ids.entries()) {
    if (ids.indexOf(id) !== index) {
      faults.push({
        path: ['choices', index, 'id'],
        message: `choice "${id}" stands twice; give each choice its own id`,
      });
    }
  }
  faults.push(...checkKeys(question), ...checkProof(question, ids));
  for (const [index, choice] of question.choices.entries()) {
    if (choice.correct && choice.belief !== undefined) {
      faults.push({
        path: ['choices', index, 'belief'],
        message: 'a right choice comes from no misconception; remove belief',
      });
    }
  }
  return faults;
}

function checkKeys(question: Question): Fault[] {
  const keys = question.choices.filter((choice) => choice.correct).map((choice) => choice.id);
  if (question.kind === 'single' && keys.length !== 1) {
    const found = keys.length === 0 ? 'no right choice' : `${keys.length} right choices (${keys.join(', ')})`;
    return [
      {
        path: ['choices'],
        message: `a single-choice question has exactly one right choice, this has ${found}; mark one with "correct: true", or write "kind: multiple"`,
      },
    ];
  }
  if (question.kind === 'multiple' && keys.length < 2) {
    return [
      {
        path: ['choices'],
        message: `a multiple-choice question has at least two right choices, this has ${keys.length}; mark them with "correct: true", or write "kind: single"`,
      },
    ];
  }
  return [];
}

function checkProof(question: Question, ids: readonly string[]): Fault[] {
  const { proof } = question;
  if (proof === undefined) return [];
  const faults: Fault[] = [];
  for (const id of ids) {
    if (!(id in proof.each)) {
      faults.push({
        path: ['proof', 'each'],
        message: `choice "${id}" is not proved; say what it sets: "${id}: { set: { … } }"`,
      });
    }
  }
  for (const id of Object.keys(proof.each)) {
    if (!ids.includes(id)) {
      faults.push({
        path: ['proof', 'each', id],
        message: `there is no choice "${id}"; the choices are ${ids.join(', ')}`,
      });
    }
  }
  if (typeof proof.scenario !== 'string') {
    const inline = readScenario(proof.scenario);
    if (inline.faults) {
      faults.push(...inline.faults.map((fault) => ({ ...fault, path: ['proof', 'scenario', ...fault.path] })));
    }
  }
  return faults;
}
