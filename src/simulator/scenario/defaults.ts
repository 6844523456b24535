/** Numbers that a hostile scenario cannot pass. */
export type Limits = { events: number; instances: number };

export const DEFAULT_LIMITS: Limits = { events: 200_000, instances: 10_000 };
export const DEFAULT_SEED = 1;
export const DEFAULT_HORIZON_SECONDS = 1800;
/** Second 0 of a run in seconds since 1970, unless the world says otherwise: 2026-01-01T00:00:00Z. */
export const DEFAULT_START_SECOND = 1_767_225_600;
/** AWS's default: a received message is visible again after 30 s. */
export const DEFAULT_VISIBILITY_TIMEOUT = 30;
