/** A value as an author would recognise it, short enough for one line. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'this mapping';
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value);
  return text.length > 80 ? `${text.slice(0, 77)}…` : text;
}

/** `a, b and c`; long lists end in how many are left. */
export function list(items: readonly string[], word: 'and' | 'or', limit = 12): string {
  if (items.length === 0) return 'nothing';
  if (items.length === 1) return String(items[0]);
  if (items.length > limit) return `${items.slice(0, limit).join(', ')} ${word} ${items.length - limit} more`;
  return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1)}`;
}

/** The known name closest to what was written, when it is close enough to be a slip. */
export function nearest(written: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(written.length / 3)) + 1;
  for (const name of known) {
    if (Math.abs(name.length - written.length) >= bestDistance) continue;
    const distance = editDistance(written.toLowerCase(), name.toLowerCase());
    if (distance < bestDistance) {
      best = name;
      bestDistance = distance;
    }
  }
  // A name cut short is a slip too: "desired" for "desiredCount".
  return best ?? (written.length > 2 ? known.find((name) => name.startsWith(written)) : undefined);
}

/** Levenshtein distance over two short names. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current[j] = Math.min(substitution, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1);
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
