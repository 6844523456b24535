import * as z from 'zod/mini';
import { targetGroupTrafficFields } from './load-fields-schema.ts';

const whole = z.int().check(z.gte(-2147483648), z.lte(2147483647));

/** CreateTargetGroup, with ELB's names, and the attribute that decides how long a target drains (3.3). */
export const targetGroupSchema = z.strictObject({
  name: z.string().check(
    z.regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/, {
      error: 'is not a name ELB takes; write 1 to 32 letters, digits and hyphens, none at an end',
    }),
  ),
  /** Default HTTP. */
  protocol: z.optional(z.enum(['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'GENEVE'])),
  port: z.optional(whole),
  /** instance (default) registers host ports, ip registers the interface of an awsvpc task. */
  targetType: z.optional(z.enum(['instance', 'ip'])),
  healthCheckPath: z.optional(z.string()),
  /** Seconds, 5 to 300. Default 30, with GENEVE 10. */
  healthCheckIntervalSeconds: z.optional(whole),
  /** Seconds, 2 to 120, below the interval (with GENEVE at most it). Default 5. */
  healthCheckTimeoutSeconds: z.optional(whole),
  /** Successes in a row after which an unhealthy target is healthy again, 2 to 10. Default 5. A new target needs one. */
  healthyThresholdCount: z.optional(whole),
  /** Failures in a row after which a target is unhealthy, 2 to 10. Default 2. */
  unhealthyThresholdCount: z.optional(whole),
  /** Attribute deregistration_delay.timeout_seconds, 0 to 3600. Default 300. */
  deregistrationDelaySeconds: z.optional(whole),
  ...targetGroupTrafficFields,
});

/** Fields of CreateService that tie a service to target groups. */
export const serviceLoadBalancingFields = {
  loadBalancers: z.optional(
    z.array(
      z.strictObject({
        /** The name of the target group. */
        targetGroupArn: z.optional(z.string()),
        /** The name of a Classic Load Balancer, in place of a target group. */
        loadBalancerName: z.optional(z.string()),
        containerName: z.string(),
        containerPort: whole,
        /** For BLUE_GREEN, LINEAR and CANARY: the second target group, and the rules that send it traffic (3.7). */
        advancedConfiguration: z.optional(
          z.strictObject({
            alternateTargetGroupArn: z.string(),
            productionListenerRule: z.string(),
            /** Without one there is no test traffic. */
            testListenerRule: z.optional(z.string()),
            roleArn: z.optional(z.string()),
          }),
        ),
      }),
    ),
  ),
  /** Service Connect shifts traffic as a load balancer does (3.7). */
  serviceConnectConfiguration: z.optional(z.strictObject({ enabled: z.boolean(), namespace: z.optional(z.string()) })),
  /** After a task is RUNNING its failed health checks are ignored this long, in seconds. Default 0. */
  healthCheckGracePeriodSeconds: z.optional(whole),
};

export type TargetGroupSpec = z.infer<typeof targetGroupSchema>;
