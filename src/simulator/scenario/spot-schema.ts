import * as z from 'zod/mini';

/** Of container instances and Auto Scaling groups. */
export const spotInstanceFields = {
  /** ECS_ENABLE_SPOT_INSTANCE_DRAINING of the agent: DRAINING at the two-minute notice. Default false. */
  spotInstanceDraining: z.optional(z.boolean()),
};

/** Of container instances; Auto Scaling groups have it too. */
export const purchaseField = {
  /** Default on-demand. Only Spot Instances are interrupted. */
  purchaseOption: z.optional(z.enum(['on-demand', 'spot'])),
};

const TARGETS = ['instance', 'task', 'service', 'availabilityZone'] as const;

const interruptSpotSchema = z
  .strictObject({
    /** A Spot Instance: it is gone two minutes later. */
    instance: z.optional(z.string()),
    /** A task on Fargate Spot. */
    task: z.optional(z.string()),
    /** Tasks of a service on Fargate Spot: all of them, or as many as `count` says, the oldest first (A81). */
    service: z.optional(z.string()),
    count: z.optional(z.int().check(z.gte(1))),
    /** Every Fargate Spot task and every Spot Instance of a zone. */
    availabilityZone: z.optional(z.string()),
  })
  .check(
    z.refine((input) => TARGETS.filter((target) => input[target] !== undefined).length === 1, {
      error: 'interrupts one thing; write one of instance, task, service and availabilityZone',
    }),
    z.refine((input) => input.count === undefined || input.service !== undefined, {
      error: 'has a count without a service; write the service',
    }),
  );

/** Event verbs. */
export const spotVerbs = {
  /** EC2 or Fargate takes Spot capacity back, with its two-minute notice. */
  interruptSpot: z.optional(interruptSpotSchema),
  /** From now on this many Fargate Spot tasks fit into the zone, or into each zone; what runs there stays. */
  setSpotCapacity: z.optional(
    z.strictObject({
      availabilityZone: z.optional(z.string()),
      tasks: z.int().check(z.gte(0), z.lte(1_000_000)),
    }),
  ),
};

type Verbs = z.infer<z.ZodMiniObject<typeof spotVerbs>>;
export type InterruptSpot = NonNullable<Verbs['interruptSpot']>;
export type SetSpotCapacity = NonNullable<Verbs['setSpotCapacity']>;
