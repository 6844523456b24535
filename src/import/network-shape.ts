import * as z from 'zod/mini';

const text = z.optional(z.string());
const whole = z.optional(z.int());
/** A field that changes nothing in a run. */
const noEffect = z.optional(z.unknown());

/** One item of `aws elbv2 describe-target-groups`. */
export const awsTargetGroupSchema = z.strictObject({
  TargetGroupArn: z.string(),
  TargetGroupName: z.string(),
  Protocol: text,
  Port: whole,
  TargetType: text,
  HealthCheckPath: text,
  HealthCheckIntervalSeconds: whole,
  HealthCheckTimeoutSeconds: whole,
  HealthyThresholdCount: whole,
  UnhealthyThresholdCount: whole,
  HealthCheckEnabled: noEffect,
  HealthCheckPort: noEffect,
  HealthCheckProtocol: noEffect,
  IpAddressType: noEffect,
  LoadBalancerArns: noEffect,
  Matcher: noEffect,
  ProtocolVersion: noEffect,
  VpcId: noEffect,
});

/** One item of `aws elbv2 describe-target-group-attributes`. */
export const awsAttributeSchema = z.strictObject({ Key: z.string(), Value: text });

/** One item of `aws ec2 describe-subnets`; only the zone matters. */
export const awsSubnetSchema = z.looseObject({ SubnetId: z.string(), AvailabilityZone: z.string() });

export type AwsTargetGroup = z.infer<typeof awsTargetGroupSchema>;
export type AwsAttribute = z.infer<typeof awsAttributeSchema>;
export type AwsSubnet = z.infer<typeof awsSubnetSchema>;
