import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import type { StoredAttempt } from '../../quiz-engine/attempt.ts';
import { loadPlaces, type Places } from '../notes/load-places.ts';

/** Titles, addresses and present versions, fetched only when the log has something to name; undefined until then, and offline. */
export function usePlaces(lang: Language, attempts: readonly StoredAttempt[]): Places | undefined {
  const [places, setPlaces] = useState<Places>();
  const isNeeded = attempts.some(({ kind }) => kind === 'mark' || kind === 'question');
  useEffect(() => {
    if (isNeeded) void loadPlaces(lang).then(setPlaces);
  }, [isNeeded, lang]);
  return places;
}
