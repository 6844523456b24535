import type { AwsInstance } from './instance-shape.ts';

/** Amounts that tasks take of an instance. */
export type Amounts = { cpu: number; memory: number; gpus: number };

/** What the import needs to know of one container instance. */
export type InstanceFacts = {
  arn: string;
  registered: Amounts;
  /** Registered less remaining: what all tasks on it take together. */
  occupied: Amounts;
  /** Host ports that tasks take, as `80/tcp`; those of the agent are none. */
  ports: string[];
  /** Tasks that run or are about to. */
  tasks: number;
  attributes: ReadonlyMap<string, string>;
};

type Resources = AwsInstance['registeredResources'];

export function factsOf(aws: AwsInstance): InstanceFacts {
  const registered = amountsOf(aws.registeredResources);
  const remaining = aws.remainingResources ? amountsOf(aws.remainingResources) : registered;
  const own = new Set(portsOf(aws.registeredResources));
  return {
    arn: aws.containerInstanceArn,
    registered,
    occupied: {
      cpu: registered.cpu - remaining.cpu,
      memory: registered.memory - remaining.memory,
      gpus: registered.gpus - remaining.gpus,
    },
    ports: portsOf(aws.remainingResources ?? []).filter((port) => !own.has(port)),
    tasks: (aws.runningTasksCount ?? 0) + (aws.pendingTasksCount ?? 0),
    attributes: new Map((aws.attributes ?? []).map(({ name, value }) => [name, value ?? ''])),
  };
}

function amountsOf(resources: Resources): Amounts {
  const named = (name: string) => resources.find((resource) => resource.name === name);
  return {
    cpu: named('CPU')?.integerValue ?? 0,
    memory: named('MEMORY')?.integerValue ?? 0,
    gpus: named('GPU')?.stringSetValue?.length ?? 0,
  };
}

/** AWS lists the ports that are taken under PORTS and PORTS_UDP, in what remains as in what was registered. */
function portsOf(resources: Resources): string[] {
  const named = (name: string, protocol: string) =>
    (resources.find((resource) => resource.name === name)?.stringSetValue ?? []).map((port) => `${port}/${protocol}`);
  return [...named('PORTS', 'tcp'), ...named('PORTS_UDP', 'udp')];
}
