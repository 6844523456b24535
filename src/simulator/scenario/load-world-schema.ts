import * as z from 'zod/mini';
import { loadBalancerSchema } from './load-balancer-schema.ts';
import { loadSchema, setLoadSchema } from './load-schema.ts';

const port = z.int().check(z.gte(0), z.lte(65535));

/** A security group, with the fields of AuthorizeSecurityGroupIngress. What no rule lets in is dropped without an answer. */
const securityGroupSchema = z.strictObject({
  groupId: z.string().check(z.minLength(1)),
  ipPermissions: z.optional(
    z.array(
      z.strictObject({
        /** Default tcp; -1 is every protocol. */
        ipProtocol: z.optional(z.enum(['tcp', 'udp', '-1'])),
        fromPort: port,
        toPort: port,
        /** Address blocks; every block is taken to hold the load balancer. */
        ipRanges: z.optional(z.array(z.strictObject({ cidrIp: z.string() }))),
        /** Security groups of the load balancer. */
        userIdGroupPairs: z.optional(z.array(z.strictObject({ groupId: z.string() }))),
      }),
    ),
  ),
});

/** What traffic adds to a world. */
export const trafficWorldFields = {
  /** CreateLoadBalancer with its listeners and rules. */
  loadBalancers: z.optional(z.array(loadBalancerSchema)),
  /** For containerInstances[].securityGroups and awsvpcConfiguration.securityGroups. Without any every port is open. */
  securityGroups: z.optional(z.array(securityGroupSchema)),
  /** What users do: requests and messages over time. */
  load: z.optional(z.array(loadSchema)),
};

export const trafficVerbs = { setLoad: z.optional(setLoadSchema) };

export type SecurityGroup = z.infer<typeof securityGroupSchema>;
