import { useEffect, useState } from 'preact/hooks';
import { readSetChoice, type SetChoice } from './set-choice.ts';

/** What the address names now; undefined until it was read and where it names nothing. */
export function useSetChoice(): SetChoice | undefined {
  const [choice, setChoice] = useState<SetChoice>();
  useEffect(() => {
    const read = () => setChoice(readSetChoice(location.hash));
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return choice;
}
