import { describe, expect, it } from 'vitest';
import type { TaskDefinition } from '../../scenario/world-schema.ts';
import {
  type FargateContainerSpec,
  type FargateRefusal,
  type FargateTaskSpec,
  fargateRefusals,
} from './fargate-refusals.ts';

const FITS: FargateTaskSpec = { networkMode: 'awsvpc', cpu: 256, memory: 512, containerDefinitions: [{}] };
const TODAY = { allow32Vcpu: false };

const ofTask = (change: Partial<FargateTaskSpec>) => fargateRefusals({ ...FITS, ...change }, TODAY);
const ofContainer = (container: FargateContainerSpec) => ofTask({ containerDefinitions: [container] });
const said = (refusals: FargateRefusal[]) => refusals.map(({ parameter, message }) => [parameter, message]);

describe('what Fargate refuses of a task (2.4)', () => {
  it('2.4: a task definition made for Fargate meets no refusal', () => {
    const container: FargateContainerSpec = {
      portMappings: [{ containerPort: 80 }, { containerPort: 443, hostPort: 443 }],
      linuxParameters: { capabilities: { add: ['SYS_PTRACE'] } },
    };
    expect(
      ofTask({
        pidMode: 'task',
        ephemeralStorage: { sizeInGiB: 21 },
        volumes: [{}],
        containerDefinitions: [container],
      }),
    ).toEqual([]);
  });

  it('2.4: an empty list and false count as left out', () => {
    const container: FargateContainerSpec = {
      links: [],
      dnsServers: [],
      extraHosts: [],
      privileged: false,
      disableNetworking: false,
      linuxParameters: { devices: [], capabilities: { add: [] } },
    };
    expect(ofTask({ placementConstraints: [], volumes: [], containerDefinitions: [container] })).toEqual([]);
  });

  it.each<[string, Partial<FargateTaskSpec>, string, string]>([
    ['bridge', { networkMode: 'bridge' }, 'networkMode', 'Fargate only supports network mode ‘awsvpc’.'],
    ['host', { networkMode: 'host' }, 'networkMode', 'Fargate only supports network mode ‘awsvpc’.'],
    ['no network mode', { networkMode: undefined }, 'networkMode', 'Fargate only supports network mode ‘awsvpc’.'],
    ['ipcMode', { ipcMode: 'task' }, 'ipcMode', 'Fargate compatible task definitions do not support ipcMode'],
    [
      'pidMode host',
      { pidMode: 'host' },
      'pidMode',
      "Tasks using the Fargate launch type do not support pidMode 'host'. The supported value for pidMode is 'task'.",
    ],
    [
      'placement constraints',
      { placementConstraints: [{ type: 'memberOf' }] },
      'placementConstraints',
      'Fargate compatible task definitions do not support constraints',
    ],
    [
      'a host path',
      { volumes: [{ host: { sourcePath: '/data' } }] },
      'sourcePath',
      'Fargate compatible task definitions do not support sourcePath',
    ],
    [
      'a Docker volume',
      { volumes: [{ dockerVolumeConfiguration: {} }] },
      'dockerVolumeConfiguration',
      'Fargate compatible task definitions do not support dockerVolumeConfiguration',
    ],
    ['no task cpu', { cpu: undefined }, 'cpu', "Fargate requires that 'cpu' be defined at the task level."],
    ['no task memory', { memory: undefined }, 'memory', "Fargate requires that 'memory' be defined at the task level."],
    [
      'a size that is not sold',
      { cpu: 512, memory: 512 },
      'cpu',
      'No Fargate configuration exists for given values: 512 CPU, 512 memory. See the Amazon ECS documentation for the valid values.',
    ],
    [
      'Windows below 1 vCPU',
      { cpu: 512, memory: 2048, runtimePlatform: { operatingSystemFamily: 'WINDOWS_SERVER_2022_CORE' } },
      'cpu',
      'No Fargate configuration exists for given values: 512 CPU, 2048 memory. See the Amazon ECS documentation for the valid values.',
    ],
    [
      '20 GiB of ephemeral storage',
      { ephemeralStorage: { sizeInGiB: 20 } },
      'ephemeralStorage',
      'EphemeralStorage size should be at least 21',
    ],
  ])('2.4: %s is refused', (_, change, parameter, message) => {
    expect(said(ofTask(change))).toEqual([[parameter, message]]);
  });

  it('2.4: 32 vCPU are taken only where they are asked for', () => {
    const task = { ...FITS, cpu: 32768, memory: 249856 };
    expect(fargateRefusals(task, { allow32Vcpu: false })).toHaveLength(1);
    expect(fargateRefusals(task, { allow32Vcpu: true })).toEqual([]);
  });
});

describe('what Fargate refuses of a container (2.4)', () => {
  it.each<[string, FargateContainerSpec, string]>([
    [
      'disableNetworking',
      { disableNetworking: true },
      'Disable Networking is not supported on container when networkMode=awsvpc.',
    ],
    ['dnsServers', { dnsServers: ['10.0.0.2'] }, 'DNS servers are not supported on container when networkMode=awsvpc.'],
    [
      'dockerSecurityOptions',
      { dockerSecurityOptions: ['no-new-privileges'] },
      'Fargate compatible task definitions do not support dockerSecurityOptions',
    ],
    ['extraHosts', { extraHosts: [{}] }, 'Extra hosts are not supported on container when networkMode=awsvpc.'],
    ['hostname', { hostname: 'web' }, 'hostname is not supported on container when networkMode=awsvpc.'],
    [
      'resourceRequirements',
      { resourceRequirements: [{ type: 'GPU' }] },
      'Tasks using the Fargate launch type do not support GPU resource requirements.',
    ],
    ['links', { links: ['db'] }, 'Links are not supported when networkMode=awsvpc.'],
    [
      'privileged',
      { privileged: true },
      'Fargate requires that the ‘privileged’ setting be ‘false’ at the container level.',
    ],
    ['maxSwap', { linuxParameters: { maxSwap: 0 } }, 'Fargate compatible task definitions do not support maxSwap'],
    [
      'devices',
      { linuxParameters: { devices: [{ hostPath: '/dev/fuse' }] } },
      'Fargate compatible task definitions do not support devices',
    ],
    [
      'sharedMemorySize',
      { linuxParameters: { sharedMemorySize: 256 } },
      'Fargate compatible task definitions do not support sharedMemorySize',
    ],
    [
      'capabilities',
      { linuxParameters: { capabilities: { add: ['SYS_PTRACE', 'NET_ADMIN'] } } },
      'NET_ADMIN is not allowed on Fargate.',
    ],
    [
      'hostPort',
      { portMappings: [{ containerPort: 80, hostPort: 8080 }] },
      'When networkMode=awsvpc, the host ports and container ports in port mappings must match.',
    ],
  ])('2.4: %s is refused in the words of the API', (parameter, container, message) => {
    const refusals = ofContainer(container);
    expect(said(refusals)).toEqual([[parameter, message]]);
  });

  it.each<[string, FargateContainerSpec]>([
    ['dnsSearchDomains', { dnsSearchDomains: ['example.com'] }],
    ['swappiness', { linuxParameters: { swappiness: 60 } }],
  ])('2.4: %s is refused, in words that are assumed', (parameter, container) => {
    expect(ofContainer(container)).toEqual([expect.objectContaining({ parameter })]);
  });

  it('2.4: tmpfs is no refusal since January 2026', () => {
    const linuxParameters = { tmpfs: [{ containerPath: '/tmp', size: 64 }] };
    expect(ofContainer({ linuxParameters })).toEqual([]);
  });

  it('2.4: a refusal names the place in the task definition', () => {
    const containers: FargateContainerSpec[] = [
      {},
      { links: ['a'], linuxParameters: { maxSwap: 1, capabilities: { add: ['SYS_PTRACE', 'SYS_ADMIN'] } } },
      { portMappings: [{ containerPort: 80 }, { containerPort: 81, hostPort: 0 }] },
    ];
    expect(ofTask({ containerDefinitions: containers }).map(({ path }) => path.join('/'))).toEqual([
      'containerDefinitions/1/links',
      'containerDefinitions/1/linuxParameters/maxSwap',
      'containerDefinitions/1/linuxParameters/capabilities/add/1',
      'containerDefinitions/2/portMappings/1/hostPort',
    ]);
  });

  it('2.4: every fault is listed, the task before its containers', () => {
    const refusals = fargateRefusals({ containerDefinitions: [{ privileged: true }] }, TODAY);
    expect(refusals.map(({ parameter }) => parameter)).toEqual(['networkMode', 'cpu', 'privileged']);
  });

  it('2.4: the task definition of a scenario can be asked as it is', () => {
    const definition: TaskDefinition = {
      family: 'web',
      networkMode: 'awsvpc',
      cpu: 512,
      memory: 1024,
      containerDefinitions: [{ name: 'web', image: 'nginx', portMappings: [{ containerPort: 80, hostPort: 8080 }] }],
    };
    expect(fargateRefusals(definition, TODAY).map(({ parameter }) => parameter)).toEqual(['hostPort']);
  });
});
