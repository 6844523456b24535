/** A choice as it is struck out: `<question>/<choice>`. */
export type Struck = readonly string[];

const KEY = 'drydock-exam-struck';

/** Choices that were struck out in a sitting: a note to oneself, beside the answers and never a part of one. */
export function readStrikes(sitting: string): Struck {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? 'null') as { id?: unknown; struck?: unknown } | null;
    if (kept?.id !== sitting || !Array.isArray(kept.struck)) return [];
    return kept.struck.filter((each) => typeof each === 'string');
  } catch {
    return [];
  }
}

/** Only the sitting that runs is remembered; storage that is refused remembers as long as the page. */
export function keepStrikes(sitting: string, struck: Struck): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ id: sitting, struck }));
  } catch {
    // The page still shows them.
  }
}

export function forgetStrikes(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Nothing was kept.
  }
}

/** Struck out, or not any more. */
export function withStrike(struck: Struck, choice: string): Struck {
  return struck.includes(choice) ? struck.filter((each) => each !== choice) : [...struck, choice];
}
