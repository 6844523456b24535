import * as z from 'zod/mini';

/** CreateQueue of Amazon SQS, a standard queue, and the service whose tasks consume it. */
const queueSchema = z.strictObject({
  name: z.string().check(
    z.regex(/^[A-Za-z0-9_-]{1,80}$/, {
      error: 'is not a name AWS takes; write 1 to 80 letters, digits, - and _',
    }),
  ),
  /** Each of its RUNNING tasks works on messages: as many at once and as long as its image says. */
  service: z.string(),
  /** Messages that wait when the run begins. Default 0. */
  visible: z.optional(z.int().check(z.gte(0), z.lte(10_000_000))),
  /** How long a received message is hidden from others. 1 to 43,200. Default 30. */
  visibilityTimeoutSeconds: z.optional(z.int().check(z.gte(1), z.lte(43_200))),
});

/** Keys of `world`. */
export const queueWorldFields = { queues: z.optional(z.array(queueSchema)) };

export type Queue = z.infer<typeof queueSchema>;
