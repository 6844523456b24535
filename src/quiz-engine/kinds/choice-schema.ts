import * as z from 'zod/mini';
import type { Fault } from '../../simulator/scenario/fault.ts';
import { textSchema as text } from '../../simulator/scenario/text-schema.ts';
import { askFields, firstFields, idSchema, lastFields } from '../question-fields.ts';
import { checkProofScenario } from './check-proof.ts';
import { setSchema, sourceSchema } from './reading-schema.ts';
import { repeated } from './repeated.ts';

const choice = z.strictObject({
  id: idSchema,
  /** Present and true on the key; absent on the others. */
  correct: z.optional(z.literal(true)),
  text,
  /** Why this choice is right or wrong; shown after answering. */
  why: text,
  /** The misconception a wrong choice comes from: an id of beliefs.yaml. */
  belief: z.optional(z.string()),
});

const proof = z.strictObject({
  scenario: sourceSchema,
  /** What each choice sets; `set: {}` runs the world as it stands. */
  each: z.record(z.string(), z.strictObject({ set: setSchema })),
  /** Ids of the goals that a right choice meets and a wrong one does not. */
  goals: z.array(z.string()).check(z.minLength(1)),
});

/** One right choice, or all of several. */
export const choiceSchema = z.strictObject({
  ...firstFields,
  kind: z.enum(['single', 'multiple']),
  ...askFields,
  choices: z.array(choice).check(z.minLength(3), z.maxLength(6)),
  proof: z.optional(proof),
  /** Choices keep the order of the file, because the order means something. */
  order: z.optional(z.literal('fixed')),
  ...lastFields,
});

export type ChoiceQuestion = z.infer<typeof choiceSchema>;
export type Choice = ChoiceQuestion['choices'][number];
export type Proof = NonNullable<ChoiceQuestion['proof']>;

/** What a schema cannot say: keys, ids and the proof fit together. */
export function checkChoices(question: ChoiceQuestion): Fault[] {
  const ids = question.choices.map((one) => one.id);
  return [
    ...repeated('choice', 'choices', ids),
    ...checkKeys(question),
    ...checkProof(question, ids),
    ...question.choices.flatMap((one, index) =>
      one.correct && one.belief !== undefined
        ? [
            {
              path: ['choices', index, 'belief'],
              message: 'a right choice comes from no misconception; remove belief',
            },
          ]
        : [],
    ),
  ];
}

function checkKeys(question: ChoiceQuestion): Fault[] {
  const keys = question.choices.filter((one) => one.correct).map((one) => one.id);
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

function checkProof(question: ChoiceQuestion, ids: readonly string[]): Fault[] {
  const { proof: proved } = question;
  if (proved === undefined) return [];
  const faults: Fault[] = [];
  for (const id of ids) {
    if (!(id in proved.each)) {
      faults.push({
        path: ['proof', 'each'],
        message: `choice "${id}" is not proved; say what it sets: "${id}: { set: { … } }"`,
      });
    }
  }
  for (const id of Object.keys(proved.each)) {
    if (!ids.includes(id)) {
      faults.push({
        path: ['proof', 'each', id],
        message: `there is no choice "${id}"; the choices are ${ids.join(', ')}`,
      });
    }
  }
  return [...faults, ...checkProofScenario(proved)];
}
