import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { versionOf } from '../disk/question-version.ts';
import { readLibrary } from '../disk/read-library.ts';
import type { GradingKey } from '../quiz-engine/grade.ts';
import type { KnownQuestion } from '../quiz-engine/item-statistics/answer-options.ts';
import { knownQuestion } from '../quiz-engine/item-statistics/known-question.ts';
import type { PlainQuestion, Question } from '../quiz-engine/question-schema.ts';
import { waysToAnswer } from '../quiz-engine/standing/bank-item.ts';
import type { PooledItem } from '../quiz-engine/standing/pooled-difficulties.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the question files say, by id. A question that cannot be read is one that is not known. */
export function knownQuestions(): Map<string, KnownQuestion> {
  return new Map(
    listed().map((question) => {
      const { id, kind } = question;
      return [id, knownQuestion({ version: versionOf(question), kind, ...factsOf(question) })] as const;
    }),
  );
}

/** What a fit of difficulties needs of each question. */
export function pooledItems(): (id: string) => PooledItem | undefined {
  const items = new Map(
    listed().map((question) => [question.id, { version: versionOf(question), ways: waysToAnswer(question) }]),
  );
  return (id) => items.get(id);
}

function listed(): (Question & { set: string })[] {
  return readLibrary(ROOT).library.questions.map(({ value, origin }) => ({
    ...value,
    set: origin.file.replace(/^.*\/|\.yaml$/g, ''),
  }));
}

function factsOf(question: Question): { grading?: GradingKey | undefined; choices?: number } {
  if (question.kind !== 'case') return plainFacts(question);
  const parts = question.parts.flatMap((part) => {
    const { grading } = plainFacts(part);
    return grading ? [[part.id, grading] as const] : [];
  });
  return parts.length === question.parts.length ? { grading: { kind: 'case', parts: Object.fromEntries(parts) } } : {};
}

function plainFacts(question: PlainQuestion): { grading?: GradingKey | undefined; choices?: number } {
  if (question.kind === 'scenario' || question.kind === 'number') return {};
  if (question.kind === 'order') return { grading: { kind: 'order', steps: question.steps.map(({ id }) => id) } };
  if (question.kind === 'match') {
    return { grading: { kind: 'match', pairs: question.pairs }, choices: question.right.length };
  }
  if ('answer' in question) return { choices: 1 + (question.distractors?.length ?? 0) };
  return { grading: { kind: question.kind, choices: question.choices.map(({ id, correct }) => ({ id, correct })) } };
}
