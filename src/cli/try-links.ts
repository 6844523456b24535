import type { LeveledFault } from '../disk/check-files.ts';
import type { Library, Origin } from '../library/library.ts';

/** Asked at the same time. */
const AT_ONCE = 8;

/** The status of an address by HTTP; undefined when nothing answered. */
export type Reach = (url: string) => Promise<number | undefined>;

/**
 * Tries the address of every source. A page that is gone (404, 410) is a fault; one that does not answer, or not now, says
 * nothing about the source. `unreached` counts those; when it is all of them, there is no network.
 */
export async function tryLinks(
  { sources }: Library,
  place: (origin: Origin) => Omit<LeveledFault, 'level' | 'message'>,
  reach: Reach,
): Promise<{ faults: LeveledFault[]; unreached: number }> {
  const faults: LeveledFault[] = [];
  let unreached = 0;
  const waiting = [...sources];
  const work = async () => {
    for (let source = waiting.shift(); source !== undefined; source = waiting.shift()) {
      const { value, origin } = source;
      const status = await reach(value.url);
      if (status === undefined) unreached++;
      if (status !== 404 && status !== 410) continue;
      const message = `${value.url} is gone (${status}); find the page that says it now, or take the source out`;
      faults.push({ ...place({ ...origin, path: [...origin.path, 'url'] }), message, level: 'error' });
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return { faults: faults.toSorted((a, b) => a.line - b.line), unreached };
}
