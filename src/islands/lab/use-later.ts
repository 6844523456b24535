import { useEffect, useState } from 'preact/hooks';

/** What `load` brings, once it was wanted and came; undefined until then, and where it cannot be loaded. */
export function useLater<T>(load: () => Promise<T>, isWanted: boolean): T | undefined {
  const [known, setKnown] = useState<{ it: T }>();
  useEffect(() => {
    if (!isWanted || known) return;
    let isHere = true;
    load().then(
      (it) => isHere && setKnown({ it }),
      // Offline, or a file that is gone: the page goes on with what it has.
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [isWanted, known]);
  return known?.it;
}
