import { randomFrom } from '../../../random/random.ts';
import type { World } from '../../scenario/world-schema.ts';

/** The account of every ARN: the one AWS uses in its examples. */
export const ACCOUNT = '123456789012';

/** The cluster that AWS takes when none is named. */
const CLUSTER = 'default';

/** The ids and ARNs that AWS would give to what a run calls by short names. The same run gets the same ones, always. */
export type Names = {
  region: string;
  clusterArn: string;
  serviceArn(service: string): string;
  taskId(task: string): string;
  taskArn(task: string): string;
  taskDefinitionArn(taskDefinition: string): string;
  capacityProviderArn(capacityProvider: string): string;
  containerInstanceId(instance: string): string;
  containerInstanceArn(instance: string): string;
  ec2InstanceId(instance: string): string;
  ec2InstanceArn(instance: string): string;
  targetGroupArn(group: string): string;
  /** `ecs-svc/` and 19 digits. */
  deploymentId(service: string, number: number): string;
  hex(digits: number, ...parts: (string | number)[]): string;
  uuid(...parts: (string | number)[]): string;
};

/** Names of one run; parts are hashed with its seed. */
export function namesOf(seed: number, region: string): Names {
  const hex = (digits: number, ...parts: (string | number)[]) => hexDigits(digits, [seed, ...parts]);
  const arn = (service: string, rest: string) => `arn:aws:${service}:${region}:${ACCOUNT}:${rest}`;
  const taskId = remember((task) => hex(32, 'task', task));
  const containerInstanceId = remember((instance) => hex(32, 'container-instance', instance));
  const ec2InstanceId = remember((instance) => `i-0${hex(16, 'ec2', instance)}`);
  const groupId = remember((group) => hex(16, 'target-group', group));
  return {
    region,
    clusterArn: arn('ecs', `cluster/${CLUSTER}`),
    serviceArn: (service) => arn('ecs', `service/${CLUSTER}/${service}`),
    taskId,
    taskArn: (task) => arn('ecs', `task/${CLUSTER}/${taskId(task)}`),
    taskDefinitionArn: (taskDefinition) => arn('ecs', `task-definition/${taskDefinition}`),
    capacityProviderArn: (capacityProvider) => arn('ecs', `capacity-provider/${capacityProvider}`),
    containerInstanceId,
    containerInstanceArn: (instance) => arn('ecs', `container-instance/${CLUSTER}/${containerInstanceId(instance)}`),
    ec2InstanceId,
    ec2InstanceArn: (instance) => `arn:aws:ec2:${region}:instance/${ec2InstanceId(instance)}`,
    targetGroupArn: (group) => arn('elasticloadbalancing', `targetgroup/${group}/${groupId(group)}`),
    deploymentId: (service, number) => `ecs-svc/${nineteenDigits([seed, 'deployment', service, number])}`,
    hex,
    uuid: (...parts) => dashed(hex(32, ...parts)),
  };
}

/** The region that the zones of a world lie in (`ap-northeast-2a` → `ap-northeast-2`), unless the world names one. */
export function regionOf(world: World): string {
  const zones = [
    ...(world.availabilityZones ?? []),
    ...world.containerInstances.map((group) => group.availabilityZone),
  ];
  const zone = zones.find((name) => /^[a-z]{2}(-[a-z]+)+-\d[a-z]$/.test(name ?? ''));
  return world.region ?? zone?.slice(0, -1) ?? 'us-east-1';
}

function hexDigits(digits: number, parts: readonly (string | number)[]): string {
  let text = '';
  for (let word = 0; text.length < digits; word++) {
    const value = randomFrom('event id', word, ...parts).below(0x1_0000_0000);
    text += value.toString(16).padStart(8, '0');
  }
  return text.slice(0, digits);
}

function nineteenDigits(parts: readonly (string | number)[]): string {
  const block = (word: number, below: number) => randomFrom('event id', word, ...parts).below(below);
  const rest = [1, 2].map((word) => String(block(word, 1_000_000_000)).padStart(9, '0'));
  return `${block(0, 9) + 1}${rest.join('')}`;
}

function dashed(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

function remember(make: (name: string) => string): (name: string) => string {
  const made = new Map<string, string>();
  return (name) => {
    const known = made.get(name);
    if (known !== undefined) return known;
    const value = make(name);
    made.set(name, value);
    return value;
  };
}
