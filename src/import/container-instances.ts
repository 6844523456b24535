import { isoTime } from '../simulator/ecs/events/iso-time.ts';
import { INSTANCE_TYPES, registeredResources } from '../simulator/ecs/instance-types.ts';
import { readTimestamp } from '../simulator/ecs/placement/query-subjects.ts';
import { nameOf } from './arn.ts';
import { type Fields, fields } from './fields.ts';
import { factsOf, type InstanceFacts } from './instance-facts.ts';
import type { AwsInstance } from './instance-shape.ts';
import type { Others } from './others.ts';
import type { Described, Place } from './source.ts';

export const ZONE = 'ecs.availability-zone';
const TYPE = 'ecs.instance-type';
const TASK_ENI = 'ecs.capability.task-eni';
const EXTERNAL = 'ecs.capability.external';
/** Attributes that Drydock fills in itself. */
const FILLED_IN = [ZONE, TYPE, 'ecs.os-type', 'ecs.os-family', 'ecs.cpu-architecture'];

/** Instances that are alike in everything that a run looks at. */
export type InstanceGroup = {
  value: Fields;
  /** `i-0123…` of each, in order. */
  ids: string[];
  from: Place;
  /** What others take of each of them. */
  others: Others | undefined;
};

type Asked = {
  byInstance: ReadonlyMap<string, Others>;
  /** Every expression and strategy field of the scenario, to see which built-in attributes they name. */
  expressions: string;
};

/** Groups of container instances that are alike, in order of zone, type and id, named after their zone: a, c, a2 … */
export function groupsOf(
  instances: readonly Described<AwsInstance>[],
  { byInstance, expressions }: Asked,
): InstanceGroup[] {
  const groups = new Map<string, InstanceGroup>();
  const sorted = instances.toSorted((a, b) => (orderOf(a.value) < orderOf(b.value) ? -1 : 1));
  for (const { value: aws, file, path } of sorted) {
    const facts = factsOf(aws);
    const others = byInstance.get(facts.arn);
    const value = instanceOf(aws, facts, expressions);
    const key = JSON.stringify([value, others]);
    const group = groups.get(key) ?? { value, ids: [], from: { file, path }, others };
    groups.set(key, group);
    group.ids.push(aws.ec2InstanceId ?? nameOf(aws.containerInstanceArn));
  }
  return named([...groups.values()]);
}

function orderOf(aws: AwsInstance): string {
  const { attributes } = factsOf(aws);
  return `${attributes.get(ZONE) ?? ''} ${attributes.get(TYPE) ?? ''} ${aws.containerInstanceArn}`;
}

function named(groups: readonly InstanceGroup[]): InstanceGroup[] {
  const taken = new Map<string, number>();
  return groups.map((group) => {
    const letter = /[a-z]$/.exec(String(group.value.availabilityZone ?? ''))?.[0] ?? 'instance';
    const before = taken.get(letter) ?? 0;
    taken.set(letter, before + 1);
    const name = before === 0 ? letter : `${letter}${before + 1}`;
    const { availabilityZone, ...rest } = group.value;
    return {
      ...group,
      value: fields({ name, count: group.ids.length, availabilityZone, ...rest }),
    };
  });
}

function instanceOf(aws: AwsInstance, facts: InstanceFacts, expressions: string): Fields {
  const { attributes } = facts;
  return fields({
    availabilityZone: attributes.get(ZONE),
    ...sizeOf(facts),
    gpus: facts.registered.gpus === 0 ? undefined : facts.registered.gpus,
    status: aws.status === 'ACTIVE' ? undefined : aws.status,
    agentConnected: aws.agentConnected === false ? false : undefined,
    agentVersion: aws.versionInfo?.agentVersion,
    registeredAt: expressions.includes('registeredAt') ? timeOf(aws.registeredAt) : undefined,
    external: attributes.has(EXTERNAL) ? true : undefined,
    taskEni: attributes.size === 0 || attributes.has(TASK_ENI) || attributes.has(EXTERNAL) ? undefined : false,
    attributes: customOf(attributes, expressions),
  });
}

/** The type where its table says just what was registered; else the amounts, beside the type where there is one. */
export function sizeOf({ attributes, registered: { cpu, memory } }: InstanceFacts): Fields {
  const instanceType = attributes.get(TYPE);
  if (instanceType === undefined) return { cpu, memory };
  const known = INSTANCE_TYPES.get(instanceType);
  const table = known && registeredResources(known);
  if (table?.cpuUnits === cpu && table.memoryMib === memory) return { instanceType };
  return { instanceType, registeredResources: { cpu, memory } };
}

/** Custom attributes, and those of the built-in ones that an expression names; one without value gets `-`. */
export function customOf(attributes: ReadonlyMap<string, string>, expressions: string): Fields | undefined {
  const custom = [...attributes].filter(([name]) => {
    if (FILLED_IN.includes(name) || /^(ecs|com\.amazonaws\.ecs)\.capability\./.test(name)) return false;
    return !name.startsWith('ecs.') || expressions.includes(name);
  });
  if (custom.length === 0) return undefined;
  return Object.fromEntries(custom.sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, value]) => [name, value || '-']));
}

/** AWS CLI 1 prints seconds since 1970, AWS CLI 2 a time of the machine's zone; a scenario has UTC. */
function timeOf(time: string | number | undefined): string | undefined {
  const seconds = secondsOf(time);
  return seconds === undefined ? undefined : isoTime(seconds);
}

/** Whole seconds since 1970. */
export function secondsOf(time: string | number | undefined): number | undefined {
  if (typeof time === 'number') return Math.floor(time);
  return time === undefined ? undefined : readTimestamp(time);
}
