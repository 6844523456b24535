import { createHash } from 'node:crypto';

/** What stands above the first heading with an id, with title, summary and outcomes. */
export const TOP = 'top';

/**
 * A hash for each section of a lesson, by its heading's id: it changes when anything in the section does, diagrams and components
 * too. `head` is what the front matter says in words, `lines` the body, `anchors` where in it the headings stand.
 */
export function sectionHashes(
  head: readonly string[],
  lines: readonly string[],
  anchors: readonly { id: string; index: number }[],
): Record<string, string> {
  const starts = [{ id: TOP, index: 0 }, ...anchors];
  return Object.fromEntries(
    starts.map(({ id, index }, place) => {
      const own = lines.slice(index, starts[place + 1]?.index).map((line) => line.trimEnd());
      const text = [...(id === TOP ? head : []), ...own].join('\n').trim();
      return [id, createHash('sha256').update(text).digest('hex').slice(0, 8)];
    }),
  );
}
