import type * as z from 'zod/mini';
import type { capacityWorldFields } from './capacity-schema.ts';
import type { trafficVerbs, trafficWorldFields } from './load-world-schema.ts';
import type { pricesWorldFields } from './prices-schema.ts';
import type { queueWorldFields } from './queue-schema.ts';
import type { ruleWorldFields } from './rule-schema.ts';
import type { appRunnerWorldFields } from './scaling-app-runner-schema.ts';
import type { scalingWorldFields } from './scaling-schema.ts';
import type { spotVerbs } from './spot-schema.ts';
import type { strategyWorldFields } from './strategy-world-schema.ts';

/** What the storeys add to a world and to an event: types only, so that the ground floor knows them without loading them. */

/** Keys of `world`. */
export type UpperWorld = z.infer<
  z.ZodMiniObject<
    typeof appRunnerWorldFields &
      typeof capacityWorldFields &
      typeof pricesWorldFields &
      typeof queueWorldFields &
      typeof ruleWorldFields &
      typeof scalingWorldFields &
      typeof strategyWorldFields &
      typeof trafficWorldFields
  >
>;

/** Event verbs. */
export type UpperVerbs = z.infer<z.ZodMiniObject<typeof spotVerbs & typeof trafficVerbs>>;
