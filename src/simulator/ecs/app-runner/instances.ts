/**
 * 10/7: App Runner keeps so many instances: ceil(requests at a time ÷ MaxConcurrency), within MinSize and MaxSize. That
 * it rounds up and needs no time is A19. Source: API CreateAutoScalingConfiguration of App Runner.
 */
export function instancesFor(
  concurrent: number,
  { maxConcurrency, minSize, maxSize }: { maxConcurrency: number; minSize: number; maxSize: number },
): { instances: number; sum: string } {
  const needed = Math.ceil(concurrent / maxConcurrency);
  const instances = Math.min(maxSize, Math.max(minSize, needed));
  const exact = Math.floor((concurrent * 100) / maxConcurrency) / 100;
  const sum = `${concurrent} ÷ ${maxConcurrency} = ${exact === needed ? needed : `${exact} → ${needed}`}`;
  if (instances === needed) return { instances, sum };
  return { instances, sum: `${sum}, ${instances === minSize ? 'MinSize' : 'MaxSize'} ${instances}` };
}

/** Requests a second, from each second on. */
export type Rates = readonly (readonly [number, number])[];

/** How many requests are under way at the end of a second: all that came in the last `requestSeconds` of them. */
export function concurrentAt(rates: Rates, second: number, requestSeconds: number): number {
  const first = second - requestSeconds + 1;
  let sum = 0;
  for (const [i, [from, perSecond]] of rates.entries()) {
    const begin = Math.max(from, first);
    const end = Math.min(rates[i + 1]?.[0] ?? second + 1, second + 1);
    if (end > begin) sum += (end - begin) * perSecond;
  }
  return sum;
}
