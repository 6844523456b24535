/** What the storeys add to a world and to an event: types only, so that the ground floor knows them without loading them. */

/** Keys of `world`. */
export type UpperWorld = Record<never, never>;

/** Event verbs. */
export type UpperVerbs = Record<never, never>;
