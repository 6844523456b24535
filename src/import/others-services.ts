import type { InstanceGroup } from './container-instances.ts';
import { type Fields, fields } from './fields.ts';
import type { Others } from './others.ts';

/** The attribute that ties a DAEMON service of others to its instances. */
const MARK = 'drydock.others';

/** Docker takes no container below this, MiB. */
const LEAST_MEMORY = 6;

export type OthersServices = { groups: InstanceGroup[]; services: Fields[]; taskDefinitions: Fields[] };

/** An instance that an Auto Scaling group makes: it has no attributes of its own, but a name. */
export type Member = { name: string; others: Others };

/** One service of others: what it takes of each instance, and where. */
type Share = { name: string; others: Others; isExternal: boolean; places: string[] };

/**
 * What tasks outside the files take stands as one DAEMON service for each amount: it is placed before everything else,
 * holds CPU, memory, ports and GPUs, is seen in the yard and in the reservation, and leaves with its instance.
 */
export function othersServices(
  groups: readonly InstanceGroup[],
  members: readonly Member[],
  taken: readonly string[],
): OthersServices {
  const shares = new Map<string, Share>();
  const shareOf = (others: Others, isExternal: boolean): Share => {
    const key = JSON.stringify([others, isExternal]);
    const share = shares.get(key) ?? { name: freeName(shares.size + 1, taken), others, isExternal, places: [] };
    shares.set(key, share);
    return share;
  };
  const marked = groups.map((group) => {
    if (group.others === undefined) return group;
    const { name, places } = shareOf(group.others, group.value.external === true);
    if (places.length === 0) places.push(`attribute:${MARK} == ${name}`);
    const attributes = { ...(group.value.attributes as Fields | undefined), [MARK]: name };
    return { ...group, value: { ...group.value, attributes } };
  });
  for (const { name, others } of members) shareOf(others, false).places.push(`ec2InstanceId == ${name}`);
  const all = [...shares.values()];
  return {
    groups: marked,
    services: all.map(serviceFor),
    taskDefinitions: all.map(({ name, others }) => definitionOf(name, others)),
  };
}

function serviceFor({ name, isExternal, places }: Share): Fields {
  return {
    serviceName: name,
    taskDefinition: `${name}:1`,
    schedulingStrategy: 'DAEMON',
    ...(isExternal ? { launchType: 'EXTERNAL' } : {}),
    placementConstraints: [{ type: 'memberOf', expression: places.join(' or ') }],
  };
}

function freeName(number: number, taken: readonly string[]): string {
  const name = `others-${number}`;
  return taken.includes(name) ? freeName(number + 1000, taken) : name;
}

function definitionOf(name: string, { cpu, memory, gpus, ports }: Others): Fields {
  const portMappings = ports.map((port) => {
    const [number = '', protocol] = port.split('/');
    return fields({
      containerPort: Number(number),
      hostPort: Number(number),
      protocol: protocol === 'udp' ? 'udp' : undefined,
    });
  });
  const container = fields({
    name: 'others',
    image: name,
    cpu: cpu === 0 ? undefined : cpu,
    memory: Math.max(LEAST_MEMORY, memory),
    portMappings: portMappings.length === 0 ? undefined : portMappings,
    resourceRequirements: gpus === 0 ? undefined : [{ type: 'GPU', value: String(gpus) }],
  });
  return { family: name, revision: 1, containerDefinitions: [container] };
}
