import { useEffect, useState } from 'preact/hooks';

/** A part of the lab that is fetched when it is first wanted; `failed` when it cannot be (offline on a first visit). */
export function useLoaded<T>(wanted: boolean, load: () => Promise<T>): T | 'failed' | undefined {
  const [part, setPart] = useState<{ loaded: T } | 'failed'>();
  useEffect(() => {
    if (!wanted || (part !== undefined && part !== 'failed')) return;
    let open = true;
    load()
      .then((loaded) => open && setPart({ loaded }))
      .catch(() => open && setPart('failed'));
    return () => {
      open = false;
    };
  }, [wanted]);
  return part === 'failed' ? 'failed' : part?.loaded;
}
