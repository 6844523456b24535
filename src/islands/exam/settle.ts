import type { Attempt } from '../../quiz-engine/attempt.ts';
import { foldSitting, type SittingState } from '../../quiz-engine/exam/sitting.ts';
import { readLog, recordAttempts } from '../progress-store.ts';
import { gradeWith, type Material, withRuns } from './exam-material.ts';

/**
 * Writes the answers of an exam that was handed in into the log, one attempt a question, where they are missing: after a
 * tab was killed in the middle it goes on, and two tabs at one bell write them once. What was removed or reworded since is
 * not an answer to the question that is asked now, so it is left out.
 */
export async function settle(state: SittingState, material: Material): Promise<void> {
  if (state.submitted === undefined) return;
  await alone(`drydock-exam-${state.id}`, async () => {
    const { attempts } = await readLog();
    const known = knownState(state, attempts);
    const judged = await withRuns(material, known.answers);
    // A run that cannot be had now is asked for again by the next visit.
    const missing = judged ? missingAttempts(known, judged, attempts) : [];
    if (missing.length > 0) await recordAttempts(missing);
  });
}

/** The log may know more than this tab: an answer of another one. */
export function knownState(state: SittingState, log: readonly Attempt[]): SittingState {
  const events = log.filter((each) => each.kind === 'sitting').filter(({ id }) => id === state.id);
  const { answers, submitted } = foldSitting(events) ?? state;
  return { ...state, answers: { ...state.answers, ...answers }, submitted: submitted ?? state.submitted };
}

export function missingAttempts(state: SittingState, material: Material, log: readonly Attempt[]): Attempt[] {
  const written = new Set(
    log.flatMap((each) => (each.kind === 'question' && each.sitting === state.id ? [each.id] : [])),
  );
  const { answers, submitted } = state;
  const atMs = submitted?.atMs ?? state.endsMs;
  return state.questions.flatMap((id, index): Attempt[] => {
    const answer = answers[id];
    const graded = gradeWith(material, id, answer?.response ?? null);
    const version = state.paper?.[index]?.version ?? graded?.version;
    if (written.has(id) || graded === undefined || graded.version !== version) return [];
    return [
      {
        kind: 'question',
        id,
        version: graded.version,
        response: answer?.response ?? null,
        correct: answer !== undefined && answer.response !== null && graded.correct,
        atMs,
        behaviour: 'exam',
        ...(answer?.certainty === undefined ? {} : { certainty: answer.certainty }),
        ...(answer?.tookMs === undefined ? {} : { tookMs: answer.tookMs }),
        seed: state.seed,
        lang: state.lang,
        sitting: state.id,
      },
    ];
  });
}

/** One tab at a time, where the browser can say so. */
async function alone(name: string, work: () => Promise<void>): Promise<void> {
  if (navigator.locks === undefined) await work();
  else await navigator.locks.request(name, work);
}
