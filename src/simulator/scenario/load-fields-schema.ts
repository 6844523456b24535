import * as z from 'zod/mini';
import { durationSchema } from './duration-schema.ts';

const whole = z.int().check(z.gte(-2147483648), z.lte(2147483647));
const amount = z.int().check(z.gte(0), z.lte(1_000_000));

/** Attributes of a target group that decide who gets a request. */
export const targetGroupTrafficFields = {
  /** load_balancing.algorithm.type. Default round_robin. */
  loadBalancingAlgorithmType: z.optional(z.enum(['round_robin', 'least_outstanding_requests', 'weighted_random'])),
  /** slow_start.duration_seconds: 30 to 900, or 0 (default) for none. Not with least_outstanding_requests. */
  slowStartSeconds: z.optional(whole),
  /** load_balancing.cross_zone.enabled. Default: what the load balancer does (application true, network false). */
  crossZone: z.optional(z.boolean()),
  /** GENEVE: stickiness.enabled with this stickiness.type. Default: flows by their 5-tuple. */
  stickinessType: z.optional(z.enum(['source_ip_dest_ip_proto', 'source_ip_dest_ip'])),
  /** GENEVE: target_failover.on_deregistration and .on_unhealthy, which have the same value. Default no_rebalance. */
  targetFailover: z.optional(z.enum(['no_rebalance', 'rebalance'])),
};

/** What an image does with requests and messages: what AWS cannot know. */
export const imageTrafficFields = {
  /** Whole seconds that a request takes. Default 0: it is answered in its second. */
  requestSeconds: z.optional(z.int().check(z.gte(0), z.lte(3600))),
  /** Requests a second that one task can answer; more fail. Default: no limit. */
  requestsPerSecond: z.optional(amount),
  /** Until it has run this long, a task answers fewer: from `requestsPerSecond` in a straight line to its full number. */
  warmUp: z.optional(z.strictObject({ for: durationSchema, requestsPerSecond: amount })),
  /** CPU units × seconds that a request costs, in the second in which it comes. */
  cpuPerRequest: z.optional(amount),
  /** CPU units that are used at rest. */
  cpu: z.optional(amount),
  /** MiB that are used at rest. */
  memory: z.optional(amount),
  /** MiB more for each request under way. */
  memoryPerRequest: z.optional(amount),
  /** What an application that does not answer does: refuse at once (default), or let a health check run into its timeout. */
  silence: z.optional(z.enum(['refuses', 'hangs'])),
  /** Whole seconds that a message of a queue takes. */
  messageSeconds: z.optional(z.int().check(z.gte(1), z.lte(43_200))),
  /** Messages that one task works on at once. Default 1. */
  messagesAtOnce: z.optional(z.int().check(z.gte(1), z.lte(10_000))),
  /** CPU units that a task uses for each message it works on, beside those at rest. */
  cpuPerMessage: z.optional(amount),
};

/** Security groups of a group of instances; without any every port is open. */
export const instanceSecurityFields = { securityGroups: z.optional(z.array(z.string())) };
