/** What is used here of the process that runs the tests; the core has no types of Node. */
declare const process: { env: Record<string, string | undefined> };

/** What a property proves; `npm run prove` gives each kind its full count. */
export type ProofKind = 'invariant' | 'oracle' | 'fuzz';

/**
 * How many cases a property takes: `everyDay` in `npm test`, the full count in `npm run prove`, which passes the counts
 * as PROVE_INVARIANT, PROVE_ORACLE and PROVE_FUZZ and the seed of all as PROVE_SEED. Without a seed fast-check draws
 * one and prints it with a failure.
 */
export function cases(kind: ProofKind, everyDay: number): { numRuns: number; seed?: number } {
  const full = process.env[`PROVE_${kind.toUpperCase()}`];
  const seed = process.env.PROVE_SEED;
  return {
    numRuns: full === undefined ? everyDay : Number(full),
    ...(seed === undefined ? {} : { seed: Number(seed) }),
  };
}

/** Milliseconds that one property may take. */
export const PROOF_TIMEOUT = process.env.PROVE_SEED === undefined ? 60_000 : 7_200_000;
