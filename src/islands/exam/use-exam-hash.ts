import { useEffect, useState } from 'preact/hooks';

/** What the room shows, as its address says: so a reload, the back button and a bookmark know it too. */
export type Shown = { view: 'choose' } | { view: 'sitting' } | { view: 'results' | 'redo'; id: string };

/** Also the id of the element that the style sheet looks at before any script has run. */
export const SITTING = 'sitting';

export function readHash(hash: string): Shown {
  if (hash === `#${SITTING}`) return { view: 'sitting' };
  const [, view, id] = /^#(results|redo)-([\w-]{1,200})$/.exec(hash) ?? [];
  return view === undefined || id === undefined ? { view: 'choose' } : { view: view as 'results' | 'redo', id };
}

/** Goes to another view; `replace` leaves no step back. A change of the hash, not of the history: `:target` follows only that. */
export function goTo(shown: Shown, { replace = false } = {}): void {
  const hash =
    shown.view === 'choose' ? '#choose' : shown.view === 'sitting' ? `#${SITTING}` : `#${shown.view}-${shown.id}`;
  if (replace) location.replace(hash);
  else location.hash = hash;
}

export function useExamHash(): Shown {
  const [hash, setHash] = useState('');
  useEffect(() => {
    const read = () => setHash(location.hash);
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return readHash(hash);
}
