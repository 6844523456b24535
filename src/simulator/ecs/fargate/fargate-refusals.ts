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
  /** AWS's answer (docs/simulator-rules.md, AWS's sentences). */
  message: string;
};

const onFargate = (parameter: string) => `Fargate compatible task definitions do not support ${parameter}`;
const inAwsvpc = (what: string) => `${what} not supported on container when networkMode=awsvpc.`;
/** An empty list and false count as left out; 0 does not. */
const isUsed = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false);

/**
 * What no container on Fargate may use, in the order of the developer guide's list. The sentences of dnsSearchDomains and
 * swappiness follow the pattern of their neighbours.
 */
const CONTAINER_RULES: readonly (readonly [parameter: keyof FargateContainerSpec, message: string])[] = [
  ['disableNetworking', inAwsvpc('Disable Networking is')],
  ['dnsSearchDomains', inAwsvpc('DNS search domains are')],
  ['dnsServers', inAwsvpc('DNS servers are')],
  ['dockerSecurityOptions', onFargate('dockerSecurityOptions')],
  ['extraHosts', inAwsvpc('Extra hosts are')],
  ['hostname', inAwsvpc('hostname is')],
  ['links', 'Links are not supported when networkMode=awsvpc.'],
  ['privileged', 'Fargate requires that the ‘privileged’ setting be ‘false’ at the container level.'],
];

const LINUX_PARAMETERS = ['maxSwap', 'swappiness', 'devices', 'sharedMemorySize'] as const;

function refusal(path: Path, message: string): FargateRefusal {
  return { parameter: String(path.findLast((key) => typeof key === 'string')), path, message };
}

function containerRefusals(container: FargateContainerSpec, at: Path): FargateRefusal[] {
  const { linuxParameters = {}, portMappings = [], resourceRequirements = [] } = container;
  const refusals = CONTAINER_RULES.filter(([parameter]) => isUsed(container[parameter])).map(([parameter, message]) =>
    refusal([...at, parameter], message),
  );
  if (resourceRequirements.some(({ type }) => type === 'GPU')) {
    const message = 'Tasks using the Fargate launch type do not support GPU resource requirements.';
    refusals.push(refusal([...at, 'resourceRequirements'], message));
  }
  for (const parameter of LINUX_PARAMETERS) {
    if (isUsed(linuxParameters[parameter]))
      refusals.push(refusal([...at, 'linuxParameters', parameter], onFargate(parameter)));
  }
  for (const [i, capability] of (linuxParameters.capabilities?.add ?? []).entries()) {
    if (capability === 'SYS_PTRACE') continue;
    const path = [...at, 'linuxParameters', 'capabilities', 'add', i];
    refusals.push({ ...refusal(path, `${capability} is not allowed on Fargate.`), parameter: 'capabilities' });
  }
  for (const [i, { containerPort, hostPort }] of portMappings.entries()) {
    if (hostPort === undefined || hostPort === containerPort) continue;
    const message = 'When networkMode=awsvpc, the host ports and container ports in port mappings must match.';
    refusals.push(refusal([...at, 'portMappings', i, 'hostPort'], message));
  }
  return refusals;
}

function taskRefusals(task: FargateTaskSpec): FargateRefusal[] {
  const refusals: FargateRefusal[] = [];
  const refuse = (path: Path, message: string) => refusals.push(refusal(path, message));
  // Left out, it would be bridge, which Fargate refuses in the same words.
  if (task.networkMode !== 'awsvpc') refuse(['networkMode'], 'Fargate only supports network mode ‘awsvpc’.');
  if (task.ipcMode !== undefined) refuse(['ipcMode'], onFargate('ipcMode'));
  if (task.pidMode !== undefined && task.pidMode !== 'task') {
    const supported = "The supported value for pidMode is 'task'.";
    refuse(['pidMode'], `Tasks using the Fargate launch type do not support pidMode '${task.pidMode}'. ${supported}`);
  }
  if (isUsed(task.placementConstraints)) refuse(['placementConstraints'], onFargate('constraints'));
  for (const [i, { host, dockerVolumeConfiguration }] of (task.volumes ?? []).entries()) {
    if (host?.sourcePath !== undefined) refuse(['volumes', i, 'host', 'sourcePath'], onFargate('sourcePath'));
    if (dockerVolumeConfiguration !== undefined) {
      const parameter = 'dockerVolumeConfiguration';
      refuse(['volumes', i, parameter], onFargate(parameter));
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
    refusals.push(refusal([parameter], size));
  }
  const storage = ephemeralStorageFault(task.ephemeralStorage?.sizeInGiB);
  if (storage !== undefined) {
    refusals.push({ ...refusal(['ephemeralStorage', 'sizeInGiB'], storage), parameter: 'ephemeralStorage' });
  }
  return refusals;
}

/**
 * All that keeps a task definition from Fargate (2.4): network mode, size, ephemeral storage, and the parameters that
 * Fargate does not take; empty when nothing does. AWS answers with one fault at a time, here every one is listed.
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
