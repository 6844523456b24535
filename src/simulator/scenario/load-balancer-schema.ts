import * as z from 'zod/mini';

const whole = z.int().check(z.gte(-2147483648), z.lte(2147483647));
const strings = z.optional(z.array(z.string()));
const values = z.optional(z.strictObject({ values: z.array(z.string()) }));
/** In place of values: regular expressions, of which one has to be found in what the request says (6/2). */
const regexValues = strings;
const valuesOrRegex = z.optional(z.strictObject({ values: strings, regexValues }));

/** A condition of CreateRule: `values`, or the config that belongs to its field. */
export const conditionSchema = z.strictObject({
  field: z.enum(['host-header', 'path-pattern', 'http-request-method', 'source-ip', 'http-header', 'query-string']),
  values: strings,
  hostHeaderConfig: valuesOrRegex,
  pathPatternConfig: valuesOrRegex,
  httpRequestMethodConfig: values,
  /** CIDR blocks. */
  sourceIpConfig: values,
  httpHeaderConfig: z.optional(z.strictObject({ httpHeaderName: z.string(), values: strings, regexValues })),
  queryStringConfig: z.optional(
    z.strictObject({ values: z.array(z.strictObject({ key: z.optional(z.string()), value: z.string() })) }),
  ),
});

/** An action of CreateRule or CreateListener. */
export const actionSchema = z.strictObject({
  type: z.enum(['forward', 'fixed-response', 'redirect']),
  /** forward: the name of the target group. */
  targetGroupArn: z.optional(z.string()),
  /** forward: several target groups with weights. */
  forwardConfig: z.optional(
    z.strictObject({
      targetGroups: z.array(
        z.strictObject({
          targetGroupArn: z.string(),
          /** 0 to 999. Default 1. */
          weight: z.optional(whole),
        }),
      ),
      /** A client stays with its group 1 to 604800 seconds; clients are not told apart here, so that shares stay. */
      targetGroupStickinessConfig: z.optional(
        z.strictObject({ enabled: z.optional(z.boolean()), durationSeconds: z.optional(whole) }),
      ),
    }),
  ),
  fixedResponseConfig: z.optional(
    z.strictObject({
      statusCode: z.union([z.string(), z.int()]),
      contentType: z.optional(z.string()),
      messageBody: z.optional(z.string()),
    }),
  ),
  redirectConfig: z.optional(
    z.strictObject({
      statusCode: z.enum(['HTTP_301', 'HTTP_302']),
      protocol: z.optional(z.string()),
      port: z.optional(z.string()),
      host: z.optional(z.string()),
      path: z.optional(z.string()),
      query: z.optional(z.string()),
    }),
  ),
  order: z.optional(whole),
});

const ruleSchema = z.strictObject({
  /** 1 to 50000; the lowest is looked at first. */
  priority: whole,
  conditions: z.array(conditionSchema),
  actions: z.array(actionSchema),
});

const listenerSchema = z.strictObject({
  /** None with a Gateway Load Balancer, whose listener takes packets of all ports. */
  port: z.optional(whole),
  /** Default HTTP (application), TCP (network and classic). */
  protocol: z.optional(z.enum(['HTTP', 'HTTPS', 'TCP', 'TLS', 'UDP', 'TCP_UDP', 'SSL'])),
  /** Application Load Balancers only. */
  rules: z.optional(z.array(ruleSchema)),
  /** What no rule takes. Not for a Classic Load Balancer, whose listeners name the port of the instances. */
  defaultActions: z.optional(z.array(actionSchema)),
  /** Classic Load Balancer: the port of every instance behind it. */
  instancePort: z.optional(whole),
});

/** CreateLoadBalancer, CreateListener and CreateRule in one. */
export const loadBalancerSchema = z.strictObject({
  name: z.string().check(
    z.regex(/^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/, {
      error: 'is not a name ELB takes; write 1 to 32 letters, digits and hyphens, none at an end',
    }),
  ),
  /** Default application. */
  type: z.optional(
    z.enum(['application', 'network', 'gateway', 'classic'], {
      error: 'is no type of load balancer; write application, network, gateway or classic',
    }),
  ),
  /** Zones with a node of the load balancer. Default: all of the world. */
  availabilityZones: z.optional(z.array(z.string().check(z.minLength(1))).check(z.minLength(1))),
  /** Attribute load_balancing.cross_zone.enabled. Application: always true. The others: default false. */
  crossZone: z.optional(z.boolean()),
  /** What security groups of instances and tasks may name as a source. */
  securityGroups: strings,
  listeners: z.array(listenerSchema).check(z.minLength(1, { error: 'is empty; write at least one listener' })),
});

export type LoadBalancerSpec = z.infer<typeof loadBalancerSchema>;
export type BalancerType = NonNullable<LoadBalancerSpec['type']>;
export type ListenerSpec = z.infer<typeof listenerSchema>;
export type RuleSpec = z.infer<typeof ruleSchema>;
export type ConditionSpec = z.infer<typeof conditionSchema>;
export type ActionSpec = z.infer<typeof actionSchema>;
