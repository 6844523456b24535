import { useEffect, useState } from 'preact/hooks';
import { readLog, type StoredLog } from '../progress-store.ts';

/** The log of this device, read again whenever this tab or another changes it; undefined until it was read. */
export function useLog(): StoredLog | undefined {
  const [log, setLog] = useState<StoredLog>();
  useEffect(() => {
    const read = () => void readLog().then(setLog);
    read();
    addEventListener('drydock:log', read);
    // A tab that comes back may have missed what the others did.
    addEventListener('pageshow', read);
    return () => {
      removeEventListener('drydock:log', read);
      removeEventListener('pageshow', read);
    };
  }, []);
  return log;
}
