import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { versionOf } from '../disk/question-version.ts';
import { readLibrary } from '../disk/read-library.ts';
import type { GradingKey } from '../quiz-engine/grade.ts';
import type { KnownQuestion } from '../quiz-engine/item-statistics/answer-options.ts';
import { knownQuestion } from '../quiz-engine/item-statistics/known-question.ts';
import type { PlainQuestion, Question } from '../quiz-engine/question-schema.ts';

const ROOT = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the question files say, by id. A question that cannot be read is one that is not known. */
export function knownQuestions(): Map<string, KnownQuestion> {
  const { library } = readLibrary(ROOT);
  return new Map(
    library.questions.map(({ value, origin }) => {
      const set = origin.file.replace(/^.*\/|\.yaml$/g, '');
      const listed: Question & { set: string } = { ...value, set };
      return [value.id, knownQuestion({ version: versionOf(listed), kind: value.kind, ...factsOf(value) })] as const;
    }),
  );
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
