import type { Response } from '../quiz-engine/grade.ts';
import type { FieldOfOutcomes } from './frames.ts';
import type { Outcome } from './room-events.ts';

/** Different sets that a frame holds at most: a screen shows no more, and a frame must stay small. */
const MOST_SETS = 60;

type Entry = FieldOfOutcomes['sets'][number] & { text: string };

/**
 * What the class submitted to a simulator task: equal sets together, the commonest first (of equal ones in the order of their
 * text, so that every machine says the same). `best` keeps all goals with the fewest changes. `instructive` is the commonest of
 * those that missed the fewest goals; one that AWS refused comes after all that ran.
 */
export function fieldOf(submitted: Iterable<{ response: Response; outcome: Outcome | undefined }>): FieldOfOutcomes {
  const bySet = new Map<string, Entry>();
  for (const { response, outcome } of submitted) {
    if (outcome === undefined) continue;
    const text = canonicalText(response);
    const known = bySet.get(text);
    if (known === undefined) bySet.set(text, { text, set: response, count: 1, outcome });
    else known.count++;
  }
  const all = [...bySet.values()].sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1));
  const best = least(
    all.filter(({ outcome }) => outcome.correct),
    changesOf,
  );
  const instructive = least(
    all.filter(({ outcome }) => !outcome.correct),
    missesOf,
  );
  const shown = all.slice(0, MOST_SETS);
  for (const one of [best, instructive]) if (one !== undefined && !shown.includes(one)) shown.push(one);
  const left = all.filter((one) => !shown.includes(one)).reduce((sum, { count }) => sum + count, 0);
  return {
    sets: shown.map(({ set, count, outcome }) => ({ set, count, outcome })),
    ...(left === 0 ? {} : { more: left }),
    ...(best === undefined ? {} : { best: shown.indexOf(best) }),
    ...(instructive === undefined ? {} : { instructive: shown.indexOf(instructive) }),
  };
}

/** The first of those with the least; they come the commonest first. */
function least(entries: readonly Entry[], measure: (entry: Entry) => number): Entry | undefined {
  return entries.reduce<Entry | undefined>(
    (found, entry) => (found === undefined || measure(entry) < measure(found) ? entry : found),
    undefined,
  );
}

function changesOf({ set }: Entry): number {
  return typeof set === 'object' && set !== null ? Object.keys(set).length : 0;
}

function missesOf({ outcome }: Entry): number {
  if (outcome.refused !== undefined) return Number.MAX_SAFE_INTEGER;
  return outcome.goals.filter(({ passed }) => !passed).length;
}

/** JSON with its keys in order, so that equal values have equal texts. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_, own: unknown) =>
    typeof own === 'object' && own !== null && !Array.isArray(own)
      ? Object.fromEntries(Object.entries(own).sort(([a], [b]) => (a < b ? -1 : 1)))
      : own,
  );
}
