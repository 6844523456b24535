/** The kernel's CPU shares of a container (2.1.7): null, 0 and 1 become 2, more than 262,144 becomes 262,144. */
export function cpuSharesOf(cpu: number | undefined): number {
  return Math.min(262_144, Math.max(2, cpu ?? 0));
}

/** What a task wants of an instance's CPU, in CPU units, and the shares it has a claim with. */
export type Claim = { shares: number; wants: number };

/**
 * Who gets how much CPU where an instance has less than all want (2.1.7): by shares, and what one does not need goes to
 * the others. Nobody gets more than he wants. Whole CPU units, rounded down.
 */
export function shareOutCpu(capacity: number, claims: readonly Claim[]): number[] {
  const given = claims.map(() => 0);
  let open = claims.map((_, i) => i);
  let left = capacity;
  while (open.length > 0) {
    const shares = open.reduce((sum, i) => sum + (claims[i]?.shares ?? 0), 0);
    const isContent = (i: number) => (claims[i]?.wants ?? 0) * shares <= left * (claims[i]?.shares ?? 0);
    const content = open.filter(isContent);
    if (content.length === 0) {
      for (const i of open) given[i] = Math.floor((left * (claims[i]?.shares ?? 0)) / shares);
      return given;
    }
    for (const i of content) {
      given[i] = claims[i]?.wants ?? 0;
      left -= given[i] ?? 0;
    }
    open = open.filter((i) => !content.includes(i));
  }
  return given;
}
