import { AT_FIRST, type PresentState, soundState } from './present-model.ts';

const KEY = 'drydock-present';

/** Where this tab was in a set, with what was counted: a reload and the other language come back to it. */
export function readPlace(hash: string): PresentState {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? 'null') as { hash?: string; state?: unknown } | null;
    return kept?.hash === hash ? soundState(kept.state) : AT_FIRST;
  } catch {
    return AT_FIRST;
  }
}

export function keepPlace(hash: string, state: PresentState): void {
  try {
    sessionStorage.setItem(KEY, JSON.stringify({ hash, state }));
  } catch {
    // Then a reload begins at the first question.
  }
}
