import { nameOf } from './arn.ts';
import type { Collected } from './collect.ts';
import { type Fields, fields } from './fields.ts';
import type { AwsTargetGroup } from './network-shape.ts';
import type { AwsService } from './service-shape.ts';
import type { Place } from './source.ts';

export type TargetGroups = {
  groups: { value: Fields; from: Place | undefined }[];
  /** ARNs of target groups that no file describes; they stand with AWS's defaults. */
  missing: string[];
  /** Whether attributes were given that could belong to any of several groups. */
  ambiguousAttributes: boolean;
};

const DELAY = 'deregistration_delay.timeout_seconds';

/** The target groups that services name. `describe-target-group-attributes` does not say whose they are: one group, one file. */
export function targetGroupsOf(
  services: readonly { service: AwsService; isAwsvpc: boolean }[],
  { targetGroups, attributes }: Collected,
): TargetGroups {
  const described = new Map(targetGroups.map((group) => [group.value.TargetGroupArn, group]));
  const result: TargetGroups = { groups: [], missing: [], ambiguousAttributes: false };
  const named = new Map<string, boolean>();
  for (const { service, isAwsvpc } of services) {
    for (const { targetGroupArn } of service.loadBalancers ?? []) {
      if (targetGroupArn !== undefined && !named.has(targetGroupArn)) named.set(targetGroupArn, isAwsvpc);
    }
  }
  const delay = attributes.find(({ value }) => value.Key === DELAY)?.value.Value;
  const delays = attributes.filter(({ value }) => value.Key === DELAY).length;
  result.ambiguousAttributes = delays > 0 && (named.size > 1 || delays > 1);
  const deregistrationDelaySeconds = delay === undefined || result.ambiguousAttributes ? undefined : Number(delay);
  for (const [arn, isAwsvpc] of [...named].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const group = described.get(arn);
    const value = group ? groupOf(group.value) : { name: nameOf(arn), targetType: isAwsvpc ? 'ip' : 'instance' };
    if (group === undefined) result.missing.push(arn);
    result.groups.push({
      value: fields({ ...value, deregistrationDelaySeconds }),
      from: group && { file: group.file, path: group.path },
    });
  }
  return result;
}

function groupOf(aws: AwsTargetGroup): Fields {
  return fields({
    name: aws.TargetGroupName,
    protocol: aws.Protocol,
    port: aws.Port,
    targetType: aws.TargetType,
    healthCheckPath: aws.HealthCheckPath,
    healthCheckIntervalSeconds: aws.HealthCheckIntervalSeconds,
    healthCheckTimeoutSeconds: aws.HealthCheckTimeoutSeconds,
    healthyThresholdCount: aws.HealthyThresholdCount,
    unhealthyThresholdCount: aws.UnhealthyThresholdCount,
  });
}
