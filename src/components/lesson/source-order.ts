/**
 * The sources of a lesson in the order in which its text first cites them; those that it never cites follow.
 * Their place in this list is their number in the text.
 */
export function orderSources(body: string, listed: readonly string[]): string[] {
  const cited = [...body.matchAll(/<Cite\s[^>]*?\bid="([^"]*)"/g)].map((match) => match[1] ?? '');
  return [...new Set([...cited, ...listed])];
}
