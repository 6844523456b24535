import type { InstanceGroup } from './container-instances.ts';
import { type Fields, fields } from './fields.ts';
import type { Others } from './others.ts';

/** The attribute that ties a DAEMON service of others to its instances. */
const MARK = 'drydock.others';

/** Docker takes no container below this, MiB. */
const LEAST_MEMORY = 6;

export type OthersServices = { groups: InstanceGroup[]; services: Fields[]; taskDefinitions: Fields[] };

/**
 * What tasks outside the files take stands as one DAEMON service for each amount: it is placed before everything else,
 * holds CPU, memory, ports and GPUs, is seen in the yard and in the reservation, and leaves with its instance.
 */
export function othersServices(groups: readonly InstanceGroup[], taken: readonly string[]): OthersServices {
  const names = new Map<string, string>();
  const result: OthersServices = { groups: [], services: [], taskDefinitions: [] };
  for (const group of groups) {
    if (group.others === undefined) {
      result.groups.push(group);
      continue;
    }
    const isExternal = group.value.external === true;
    const key = JSON.stringify([group.others, isExternal]);
    let name = names.get(key);
    if (name === undefined) {
      name = freeName(names.size + 1, taken);
      names.set(key, name);
      result.taskDefinitions.push(definitionOf(name, group.others));
      result.services.push({
        serviceName: name,
        taskDefinition: `${name}:1`,
        schedulingStrategy: 'DAEMON',
        ...(isExternal ? { launchType: 'EXTERNAL' } : {}),
        placementConstraints: [{ type: 'memberOf', expression: `attribute:${MARK} == ${name}` }],
      });
    }
    const attributes = { ...(group.value.attributes as Fields | undefined), [MARK]: name };
    result.groups.push({ ...group, value: { ...group.value, attributes } });
  }
  return result;
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
