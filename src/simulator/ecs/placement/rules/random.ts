import type { RankRule } from './rank-rule.ts';

/** 1.2.3: every candidate that is left ranks the same; the seeded stream chooses among them (A7). */
export const random: RankRule = {
  name: 'random',
  perInstance: true,
  rank: () => 0,
  stopRank: () => 0,
};
