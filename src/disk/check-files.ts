import { type CheckWorld, checkLibrary } from '../library/check-library.ts';
import type { Library, Origin } from '../library/library.ts';
import type { PlacedFault } from './load-yaml.ts';
import { readLibrary } from './read-library.ts';

export type LeveledFault = PlacedFault & { level: 'error' | 'warning'; isOld?: true };

export type CheckedFiles = {
  library: Library;
  /** Every file could be read whole; only then does a missing thing mean that nobody wrote it. */
  whole: boolean;
  faults: LeveledFault[];
  /** Where an origin stands, for what is found outside of the files. */
  place: (origin: Origin) => PlacedFault;
};

/**
 * Reads and checks all content below `root`. As long as a file cannot be read whole, only that is reported:
 * what a broken file should have contained would look missing everywhere else.
 */
export function checkFiles(root: string, world: CheckWorld): CheckedFiles {
  const { library, faults, place } = readLibrary(root);
  if (faults.length > 0)
    return { library, whole: false, faults: faults.map((fault) => ({ ...fault, level: 'error' })), place };
  return {
    library,
    whole: true,
    faults: checkLibrary(library, world).map(({ origin, ...fault }) => ({ ...place(origin), ...fault })),
    place,
  };
}
