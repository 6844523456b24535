import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Decision } from '../../simulator/run.ts';
import { shortRank, shortRule } from './say.ts';

/** What a decision says about a berth, short enough for its tag. */
export type Mark = { kind: 'chosen' | 'refused' | 'ranked'; text: string };
export type Marks = Record<string, Mark>;

/** One tag per candidate of a decision: chosen, the rule that refused it, or where it lost. */
export function marksOf(decision: Decision, words: LabWords): Marks {
  const chosen = decision.candidates.find((candidate) => candidate.instance === decision.chosen);
  return Object.fromEntries(
    decision.candidates.map((candidate): [string, Mark] => {
      if (candidate === chosen) return [candidate.instance, { kind: 'chosen', text: words.chosen }];
      const [refusal] = candidate.refused;
      if (refusal) return [candidate.instance, { kind: 'refused', text: `× ${shortRule(refusal.rule)}` }];
      const lost = lostAt(candidate, chosen);
      return [
        candidate.instance,
        { kind: 'ranked', text: lost ? `${shortRank(words, lost.rule).split(' ').at(-1)} ${lost.value}` : words.tie },
      ];
    }),
  );
}

/** The first rank at which a candidate lost to the chosen one; undefined for a tie that only the tie-break parted. */
export function lostAt(
  candidate: Decision['candidates'][number],
  chosen: Decision['candidates'][number] | undefined,
): { rule: string; value: number; against: number } | undefined {
  for (const [i, rank] of candidate.ranks.entries()) {
    const against = chosen?.ranks[i]?.value;
    if (against !== undefined && rank.value > against) return { rule: rank.rule, value: rank.value, against };
  }
  return undefined;
}
