/** Numbers that a hostile scenario cannot pass. */
export type Limits = { events: number; instances: number };

export const DEFAULT_LIMITS: Limits = { events: 200_000, instances: 10_000 };
export const DEFAULT_SEED = 1;
export const DEFAULT_HORIZON_SECONDS = 1800;
