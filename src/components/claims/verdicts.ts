import type { Claim } from '../../library/library-schema.ts';

/** The four verdicts in the order in which they are shown, each with the class of its tone. */
export const VERDICTS: readonly { verdict: Claim['verdict']; tone: string }[] = [
  { verdict: 'true-today', tone: 'still' },
  { verdict: 'dated', tone: 'dated' },
  { verdict: 'imprecise', tone: 'imprecise' },
  { verdict: 'wrong', tone: 'false' },
];
