/**
 * Whether a text matches a pattern of a listener rule: `*` stands for any characters or none, `?` for exactly one
 * (6/2). The whole text has to match. Walks back to the last `*` only, so that no pattern is slow.
 */
export function matchesWildcard(pattern: string, text: string): boolean {
  let [p, t] = [0, 0];
  let [star, mark] = [-1, 0];
  while (t < text.length) {
    if (p < pattern.length && pattern[p] === '*') {
      star = p++;
      mark = t;
    } else if (p < pattern.length && (pattern[p] === '?' || pattern[p] === text[t])) {
      p++;
      t++;
    } else if (star >= 0) {
      p = star + 1;
      t = ++mark;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** How many wildcards a pattern has: at most five a rule. */
export function wildcardsIn(pattern: string): number {
  return [...pattern].filter((char) => char === '*' || char === '?').length;
}
