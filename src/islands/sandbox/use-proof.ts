import { useEffect, useState } from 'preact/hooks';
import type { AnswerSet } from '../../simulator/run.ts';
import type { Proof } from '../simulation/protocol.ts';
import type { SimulationClient } from '../simulation/simulation-client.ts';
import { trialOf } from './builder-model.ts';
import type { Draft } from './draft.ts';

/** Milliseconds that a draft rests before its answers are run again. */
const REST_MS = 250;

/** What the reader of scenarios and the runs of its answers say of a draft; the last word stays until there is another. */
export function useProof(
  draft: Draft,
  present: AnswerSet,
  simulation: () => SimulationClient,
): { proof: Proof | undefined; isFresh: boolean } {
  const [known, setKnown] = useState<{ draft: Draft; present: AnswerSet; proof: Proof | undefined }>();
  useEffect(() => {
    let wanted = true;
    const rest = setTimeout(async () => {
      const proof = await simulation().prove({ draft, trial: trialOf(draft), present });
      if (wanted) setKnown((before) => ({ draft, present, proof: proof ?? before?.proof }));
    }, REST_MS);
    return () => {
      wanted = false;
      clearTimeout(rest);
    };
  }, [draft, present]);
  return { proof: known?.proof, isFresh: known?.draft === draft && known.present === present };
}
