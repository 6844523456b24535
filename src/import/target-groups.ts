import type { Json } from '../simulator/run.ts';
import { nameOf } from './arn.ts';
import type { Collected } from './collect.ts';
import { type Fields, fields } from './fields.ts';
import type { AwsAttribute, AwsTargetGroup } from './network-shape.ts';
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
    for (const { targetGroupArn, advancedConfiguration } of service.loadBalancers ?? []) {
      for (const arn of [targetGroupArn, advancedConfiguration?.alternateTargetGroupArn]) {
        if (arn !== undefined && !named.has(arn)) named.set(arn, isAwsvpc);
      }
    }
  }
  const times = attributes.filter(({ value }) => value.Key === DELAY).length;
  result.ambiguousAttributes = times > 0 && (named.size > 1 || times > 1);
  const taken = result.ambiguousAttributes ? {} : attributesOf(attributes.map(({ value }) => value));
  for (const [arn, isAwsvpc] of [...named].sort(([a], [b]) => (nameOf(a) < nameOf(b) ? -1 : 1))) {
    const group = described.get(arn);
    const value = group ? groupOf(group.value) : { name: nameOf(arn), targetType: isAwsvpc ? 'ip' : 'instance' };
    if (group === undefined) result.missing.push(arn);
    result.groups.push({
      value: fields({ ...value, ...taken }),
      from: group && { file: group.file, path: group.path },
    });
  }
  return result;
}

/** The attributes that decide who gets a request, and how long a target drains. */
function attributesOf(attributes: readonly AwsAttribute[]): Record<string, Json | undefined> {
  const attribute = (key: string) => attributes.find(({ Key }) => Key === key)?.Value;
  const delay = attribute(DELAY);
  const algorithm = attribute('load_balancing.algorithm.type');
  const slowStart = Number(attribute('slow_start.duration_seconds') ?? 0);
  const crossZone = attribute('load_balancing.cross_zone.enabled');
  return {
    deregistrationDelaySeconds: delay === undefined ? undefined : Number(delay),
    loadBalancingAlgorithmType: algorithm === 'round_robin' ? undefined : algorithm,
    slowStartSeconds: slowStart === 0 ? undefined : slowStart,
    stickinessType: flowStickiness(attribute('stickiness.enabled'), attribute('stickiness.type')),
    targetFailover: attribute('target_failover.on_unhealthy') === 'rebalance' ? 'rebalance' : undefined,
    crossZone: crossZone === 'true' || crossZone === 'false' ? crossZone === 'true' : undefined,
  };
}

/** Of a Gateway Load Balancer's target group; cookies and the stickiness of a Network Load Balancer change no share. */
function flowStickiness(enabled: string | undefined, type: string | undefined): string | undefined {
  return enabled === 'true' && type?.startsWith('source_ip_dest_ip') ? type : undefined;
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
