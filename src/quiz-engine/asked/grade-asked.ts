import { gradeResponse, type Response, type Verdict } from '../grade.ts';
import type { AskedQuestion, QuestionKey } from './asked-question.ts';
import { partOf } from './response-parts.ts';

/** Verdicts of scenarios by question: only a run has them. */
export type RunVerdicts = Readonly<Record<string, Verdict>>;

/** Grades any kind; a scenario, alone or as a part, counts as its run decided. */
export function gradeAsked(
  asked: AskedQuestion,
  key: QuestionKey,
  response: Response | null,
  runs: RunVerdicts,
): Verdict {
  if (asked.kind === 'scenario') return runs[asked.id] ?? NOTHING;
  if (asked.kind !== 'case') return key.grading ? gradeResponse(key.grading, response) : NOTHING;
  const graded = asked.parts.map((part) => {
    const own = partOf(response, part.id);
    const partKey = key.parts?.[part.id];
    return { id: part.id, own, verdict: partKey ? gradeAsked(part, partKey, own, runs) : NOTHING };
  });
  return {
    correct: graded.every(({ verdict }) => verdict.correct),
    credit: graded.reduce((sum, { verdict }) => sum + verdict.credit, 0) / Math.max(1, graded.length),
    items: graded.map(({ id, own, verdict }) => ({ id, chosen: own !== null, right: verdict.correct })),
  };
}

const NOTHING: Verdict = { correct: false, credit: 0, items: [] };
