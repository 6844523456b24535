import type { Language } from '../../i18n/text.ts';
import type { Graded } from '../../quiz-engine/exam/results.ts';
import type { SittingState } from '../../quiz-engine/exam/sitting.ts';
import type { Response } from '../../quiz-engine/grade.ts';
import type { Asking } from '../quiz/drawing.ts';
import { gradeAsked } from '../quiz/grade-asked.ts';
import { loadQuestion } from '../quiz/load-question.ts';
import { loadBank } from '../standing/load-bank.ts';

/** The questions of a sitting as they are asked in it; one that was removed since is not in it. */
export type Material = ReadonlyMap<string, Asking>;

/** Fetches everything that a sitting asks, so that it goes on without a network. Undefined when it cannot be had now. */
export async function loadMaterial(lang: Language, { questions, seed }: SittingState): Promise<Material | undefined> {
  const bank = await loadBank();
  if (bank === undefined) return undefined;
  const sets = new Map(bank.map(({ id, set }) => [id, set]));
  const asked = questions.filter((id) => sets.has(id));
  const loaded = await Promise.all(asked.map((id) => loadQuestion(lang, sets.get(id) ?? '', id, seed)));
  const material = new Map<string, Asking>();
  for (const [index, id] of asked.entries()) {
    const asking = loaded[index];
    if (asking === undefined) return undefined;
    material.set(id, asking);
  }
  return material;
}

/** How an answer stands in the bank as it is now. */
export function gradeWith(material: Material, id: string, response: Response): Graded | undefined {
  const asking = material.get(id);
  if (asking === undefined) return undefined;
  const { correct } = gradeAsked(asking.asked, asking.key, response, {});
  return { version: asking.key.version, correct };
}
