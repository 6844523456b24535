/** A wildcard expression in pieces: what has to stand first, in between in this order, and last. */
export type Wildcard = readonly string[];

/**
 * Reads a wildcard expression of an event pattern: `*` stands for any characters or none, `\*` and `\\` for themselves.
 * Returns what is wrong with it as text, in the words of Event Ruler.
 * Source: "Comparison operators for use in event patterns", Wildcards, and Event Ruler, on which EventBridge runs.
 */
export function readWildcard(text: string): Wildcard | string {
  const pieces: string[] = [];
  let piece = '';
  for (let i = 0; i < text.length; i++) {
    const character = text[i] as string;
    if (character === '*') {
      if (text[i + 1] === '*') return `Consecutive wildcard characters at pos ${i}`;
      pieces.push(piece);
      piece = '';
      continue;
    }
    const next = text[i + 1];
    if (character === '\\' && next !== '*' && next !== '\\') return `Invalid escape character at pos ${i}`;
    piece += character === '\\' ? next : character;
    if (character === '\\') i++;
  }
  return [...pieces, piece];
}

/** Whether a text is as the wildcard says. Each middle piece is taken where it first fits, so nothing is tried twice. */
export function fitsWildcard(text: string, wildcard: Wildcard): boolean {
  const [first = '', ...rest] = wildcard;
  const last = rest.pop();
  if (last === undefined) return text === first;
  if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) return false;
  const end = text.length - last.length;
  let at = first.length;
  for (const piece of rest) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}
