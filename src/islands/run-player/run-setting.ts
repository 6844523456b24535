import type { AnswerSet } from '../../simulator/run.ts';

/** One answer to try in a player: what its button says, and what it sets. */
export type RunSetting = { label: string; set: AnswerSet };
