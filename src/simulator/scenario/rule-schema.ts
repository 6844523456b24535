import * as z from 'zod/mini';
import type { Json } from '../run.ts';
import { runTaskSchema } from './event-schema.ts';

const name = z.string().check(
  z.regex(/^[A-Za-z0-9_-]{1,64}$/, {
    error: 'is not a name that is taken here; write 1 to 64 letters, digits, - and _',
  }),
);

/** PutTargets: an ECS task (EcsParameters, as RunTask takes them) or an SNS topic. */
const targetSchema = z
  .strictObject({
    ecs: z.optional(runTaskSchema),
    /** Name of one of the world's topics. */
    sns: z.optional(z.string()),
  })
  .check(
    z.refine((target) => (target.ecs === undefined) !== (target.sns === undefined), {
      error: 'a target is one of ecs: { taskDefinition: … } or sns: <topic>',
    }),
  );

/** PutRule on the default event bus, with its targets. */
const ruleSchema = z
  .strictObject({
    name,
    /** An event pattern, as a mapping: the rule matches the events that the cluster sends. */
    eventPattern: z.optional(z.unknown() as z.ZodMiniType<Json>),
    /** rate(5 minutes) or cron(0 20 * * ? *), in UTC; at(2026-01-01T09:00:00) as in EventBridge Scheduler. */
    scheduleExpression: z.optional(z.string()),
    /** Default ENABLED. */
    state: z.optional(z.enum(['ENABLED', 'DISABLED'])),
    /** At most 5. */
    targets: z.array(targetSchema),
  })
  .check(
    z.refine(({ eventPattern, scheduleExpression }) => eventPattern !== undefined || scheduleExpression !== undefined, {
      error: 'a rule needs an eventPattern or a scheduleExpression; write one of them',
    }),
  );

/** Keys of `world`. */
export const ruleWorldFields = {
  /** EventBridge rules. */
  rules: z.optional(z.array(ruleSchema)),
  /** SNS topics that rules and alarms publish to. */
  topics: z.optional(z.array(z.strictObject({ name }))),
};

export type Rule = z.infer<typeof ruleSchema>;
export type RuleTarget = z.infer<typeof targetSchema>;
