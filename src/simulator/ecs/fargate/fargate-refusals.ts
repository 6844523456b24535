import { ephemeralStorageFault, fargateSizeFault } from './fargate-sizes.ts';

type List = readonly unknown[] | undefined;

/** The fields of a container definition that Fargate has something against. */
export type FargateContainerSpec = {
  disableNetworking?: boolean | undefined;
  dnsSearchDomains?: List;
  dnsServers?: List;
  dockerSecurityOptions?: List;
  extraHosts?: List;
  hostname?: string | undefined;
  links?: List;
  privileged?: boolean | undefined;
  resourceRequirements?: readonly { type: string }[] | undefined;
  portMappings?: readonly { containerPort?: number | undefined; hostPort?: number | undefined }[] | undefined;
  linuxParameters?:
    | {
        capabilities?: { add?: readonly string[] | undefined } | undefined;
        devices?: List;
        maxSwap?: number | undefined;
        sharedMemorySize?: number | undefined;
        swappiness?: number | undefined;
        /** Taken; see `fargateRefusals`. */
        tmpfs?: List;
      }
    | undefined;
};

/** The fields of RegisterTaskDefinition that Fargate reads: CPU units and MiB as numbers. */
export type FargateTaskSpec = {
  networkMode?: string | undefined;
  cpu?: number | undefined;
  memory?: number | undefined;
  ipcMode?: string | undefined;
  pidMode?: string | undefined;
  placementConstraints?: List;
  ephemeralStorage?: { sizeInGiB: number } | undefined;
  runtimePlatform?: { operatingSystemFamily?: string | undefined } | undefined;
  volumes?:
    | readonly {
        host?: { sourcePath?: string | undefined } | undefined;
        dockerVolumeConfiguration?: object | undefined;
      }[]
    | undefined;
  containerDefinitions: readonly FargateContainerSpec[];
};

type Path = readonly (string | number)[];

/** One thing in a task definition that keeps it from Fargate. */
export type FargateRefusal = {
  /** The parameter, as the API names it. */
  parameter: string;
  /** Where it stands in the task definition. */
  path: Path;
  /** AWS's answer, word for word where `wording` says so. */
  message: string;
  /**
   * `AWS`: the API has been seen to answer so. `assumed`: the developer guide says that the parameter is not valid, and
   * the sentence follows the pattern of its neighbours.
   */
  wording: 'AWS' | 'assumed';
};

const onFargate = (parameter: string) => `Fargate compatible task definitions do not support ${parameter}`;
const inAwsvpc = (what: string) => `${what} not supported on container when networkMode=awsvpc.`;
const isFilled = (list: List) => list !== undefined && list.length > 0;

type ContainerRule = {
  path: Path;
  isUsed: (container: FargateContainerSpec) => boolean;
  message: string;
  /** Default AWS. */
  wording?: FargateRefusal['wording'];
};

/** Each with its name last in the path, in the order of the developer guide's list. */
const CONTAINER_RULES: readonly ContainerRule[] = [
  {
    path: ['disableNetworking'],
    isUsed: (container) => container.disableNetworking === true,
    message: inAwsvpc('Disable Networking is'),
  },
  {
    path: ['dnsSearchDomains'],
    isUsed: (container) => isFilled(container.dnsSearchDomains),
    message: inAwsvpc('DNS search domains are'),
    wording: 'assumed',
  },
  {
    path: ['dnsServers'],
    isUsed: (container) => isFilled(container.dnsServers),
    message: inAwsvpc('DNS servers are'),
  },
  {
    path: ['dockerSecurityOptions'],
    isUsed: (container) => isFilled(container.dockerSecurityOptions),
    message: onFargate('dockerSecurityOptions'),
  },
  {
    path: ['extraHosts'],
    isUsed: (container) => isFilled(container.extraHosts),
    message: inAwsvpc('Extra hosts are'),
  },
  {
    path: ['hostname'],
    isUsed: (container) => container.hostname !== undefined,
    message: inAwsvpc('hostname is'),
  },
  {
    path: ['resourceRequirements'],
    isUsed: (container) => container.resourceRequirements?.some(({ type }) => type === 'GPU') === true,
    message: 'Tasks using the Fargate launch type do not support GPU resource requirements.',
  },
  {
    path: ['links'],
    isUsed: (container) => isFilled(container.links),
    message: 'Links are not supported when networkMode=awsvpc.',
  },
  {
    path: ['privileged'],
    isUsed: (container) => container.privileged === true,
    message: 'Fargate requires that the ‘privileged’ setting be ‘false’ at the container level.',
  },
  {
    path: ['linuxParameters', 'maxSwap'],
    isUsed: (container) => container.linuxParameters?.maxSwap !== undefined,
    message: onFargate('maxSwap'),
  },
  {
    path: ['linuxParameters', 'swappiness'],
    isUsed: (container) => container.linuxParameters?.swappiness !== undefined,
    message: onFargate('swappiness'),
    wording: 'assumed',
  },
  {
    path: ['linuxParameters', 'devices'],
    isUsed: (container) => isFilled(container.linuxParameters?.devices),
    message: onFargate('devices'),
  },
  {
    path: ['linuxParameters', 'sharedMemorySize'],
    isUsed: (container) => container.linuxParameters?.sharedMemorySize !== undefined,
    message: onFargate('sharedMemorySize'),
  },
];

function containerRefusals(container: FargateContainerSpec, at: Path): FargateRefusal[] {
  const refusals = CONTAINER_RULES.filter((rule) => rule.isUsed(container)).map(
    ({ path, message, wording = 'AWS' }): FargateRefusal => ({
      parameter: String(path.at(-1)),
      path: [...at, ...path],
      message,
      wording,
    }),
  );
  for (const [i, capability] of (container.linuxParameters?.capabilities?.add ?? []).entries()) {
    if (capability === 'SYS_PTRACE') continue;
    const path = [...at, 'linuxParameters', 'capabilities', 'add', i];
    refusals.push(inAwsWords('capabilities', path, `${capability} is not allowed on Fargate.`));
  }
  for (const [i, { containerPort, hostPort }] of (container.portMappings ?? []).entries()) {
    if (hostPort === undefined || hostPort === containerPort) continue;
    const message = 'When networkMode=awsvpc, the host ports and container ports in port mappings must match.';
    refusals.push(inAwsWords('hostPort', [...at, 'portMappings', i, 'hostPort'], message));
  }
  return refusals;
}

function inAwsWords(parameter: string, path: Path, message: string): FargateRefusal {
  return { parameter, path, message, wording: 'AWS' };
}

function taskRefusals(task: FargateTaskSpec): FargateRefusal[] {
  const refusals: FargateRefusal[] = [];
  const refuse = (parameter: string, message: string) => refusals.push(inAwsWords(parameter, [parameter], message));
  // Left out, it would be bridge, which Fargate refuses in the same words.
  if (task.networkMode !== 'awsvpc') refuse('networkMode', 'Fargate only supports network mode ‘awsvpc’.');
  if (task.ipcMode !== undefined) refuse('ipcMode', onFargate('ipcMode'));
  if (task.pidMode !== undefined && task.pidMode !== 'task') {
    const supported = "The supported value for pidMode is 'task'.";
    refuse('pidMode', `Tasks using the Fargate launch type do not support pidMode '${task.pidMode}'. ${supported}`);
  }
  if (isFilled(task.placementConstraints)) refuse('placementConstraints', onFargate('constraints'));
  for (const [i, { host, dockerVolumeConfiguration }] of (task.volumes ?? []).entries()) {
    if (host?.sourcePath !== undefined) {
      refusals.push(inAwsWords('sourcePath', ['volumes', i, 'host', 'sourcePath'], onFargate('sourcePath')));
    }
    if (dockerVolumeConfiguration !== undefined) {
      const parameter = 'dockerVolumeConfiguration';
      refusals.push(inAwsWords(parameter, ['volumes', i, parameter], onFargate(parameter)));
    }
  }
  return refusals;
}

function sizeRefusals(task: FargateTaskSpec, allow32Vcpu: boolean): FargateRefusal[] {
  const refusals: FargateRefusal[] = [];
  const isWindows = task.runtimePlatform?.operatingSystemFamily?.startsWith('WINDOWS') === true;
  const operatingSystem = isWindows ? 'WINDOWS' : 'LINUX';
  const size = fargateSizeFault(task.cpu, task.memory, { operatingSystem, allow32Vcpu });
  if (size !== undefined) {
    const parameter = task.cpu !== undefined && task.memory === undefined ? 'memory' : 'cpu';
    refusals.push(inAwsWords(parameter, [parameter], size));
  }
  const storage = ephemeralStorageFault(task.ephemeralStorage?.sizeInGiB);
  if (storage !== undefined) {
    refusals.push(inAwsWords('ephemeralStorage', ['ephemeralStorage', 'sizeInGiB'], storage));
  }
  return refusals;
}

/**
 * All that keeps a task definition from Fargate (2.4): network mode, size, ephemeral storage, and the parameters that
 * Fargate does not take; empty when nothing does. AWS answers with one fault at a time, here every one is listed. An
 * empty list and `false` count as left out.
 *
 * `tmpfs` is no fault: Fargate takes it since 2026-01-06, although the developer guide's page of differences still
 * lists it. `sharedMemorySize` beside it is still refused.
 *
 * Sources: Amazon ECS developer guide, "Task definition differences for Fargate", for what is refused; recorded
 * answers of RegisterTaskDefinition of September 2026 (cdk-preflight, rules/ecs) for the words.
 */
export function fargateRefusals(task: FargateTaskSpec, { allow32Vcpu }: { allow32Vcpu: boolean }): FargateRefusal[] {
  return [
    ...taskRefusals(task),
    ...sizeRefusals(task, allow32Vcpu),
    ...task.containerDefinitions.flatMap((container, i) => containerRefusals(container, ['containerDefinitions', i])),
  ];
}
