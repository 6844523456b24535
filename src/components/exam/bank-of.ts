import { getCollection, getEntry } from 'astro:content';
import { versionOf } from '../../disk/question-version.ts';
import type { Curriculum } from '../../library/library-schema.ts';
import type { Bank, BankLine } from '../../quiz-engine/exam/bank.ts';
import { conflictsOf } from '../../quiz-engine/exam/conflicts.ts';
import type { Question } from '../../quiz-engine/question-schema.ts';
import { waysToAnswer } from '../../quiz-engine/standing/bank-item.ts';

/** Every public question as exams see it: no words, no keys. */
export async function readBank(): Promise<Bank> {
  const entries = await getCollection('questions', ({ data }) => data.visibility !== 'live');
  const listed = entries
    .map((entry) => entry.data as Question & { set: string })
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  const curriculum = (await getEntry('curriculum', 'curriculum'))?.data as Curriculum;
  const domains = new Map(curriculum.objectives.map(({ id, domains: own }) => [id, own]));
  const apart = conflictsOf(listed);
  const questions = listed.map((question): BankLine => {
    const { id, set, kind, objective, exams, cognitive, difficulty } = question;
    const ways = waysToAnswer(question);
    return {
      id,
      set,
      kind,
      objective,
      domains: (domains.get(objective) ?? {}) as BankLine['domains'],
      exams,
      cognitive,
      ...(ways === undefined ? {} : { ways }),
      ...(difficulty === undefined ? {} : { difficulty }),
      apart: apart.get(id) ?? [],
      version: versionOf(question),
    };
  });
  return { format: 1, questions };
}
