import * as z from 'zod/mini';

const texts = z.optional(z.array(z.string()));

/** Fields of a container definition that the simulation does not read, but Fargate has something against (2.4). */
export const containerFieldsForFargate = {
  disableNetworking: z.optional(z.boolean()),
  dnsSearchDomains: texts,
  dnsServers: texts,
  dockerSecurityOptions: texts,
  extraHosts: z.optional(z.array(z.strictObject({ hostname: z.string(), ipAddress: z.string() }))),
  hostname: z.optional(z.string()),
  links: texts,
  privileged: z.optional(z.boolean()),
  resourceRequirements: z.optional(
    z.array(
      z.strictObject({
        type: z.enum(['GPU', 'InferenceAccelerator']),
        value: z.string().check(z.regex(/^[1-9]\d?$/, { error: 'is not a number of GPUs; write "1" to "99"' })),
      }),
    ),
  ),
  linuxParameters: z.optional(
    z.strictObject({
      capabilities: z.optional(z.strictObject({ add: texts, drop: texts })),
      devices: z.optional(z.array(z.strictObject({ hostPath: z.string(), containerPath: z.optional(z.string()) }))),
      initProcessEnabled: z.optional(z.boolean()),
      maxSwap: z.optional(z.int()),
      sharedMemorySize: z.optional(z.int()),
      swappiness: z.optional(z.int()),
      tmpfs: z.optional(z.array(z.strictObject({ containerPath: z.string(), size: z.int() }))),
    }),
  ),
};

/** Fields of a task definition of the same kind. */
export const taskFieldsForFargate = {
  ipcMode: z.optional(z.enum(['host', 'task', 'none'])),
  pidMode: z.optional(z.enum(['host', 'task'])),
  ephemeralStorage: z.optional(z.strictObject({ sizeInGiB: z.int() })),
  runtimePlatform: z.optional(
    z.strictObject({
      /** LINUX, or WINDOWS_SERVER_<release>_<FULL or CORE>. Default LINUX. */
      operatingSystemFamily: z.optional(z.string()),
      cpuArchitecture: z.optional(z.enum(['X86_64', 'ARM64'])),
    }),
  ),
  volumes: z.optional(
    z.array(
      z.strictObject({
        name: z.string(),
        host: z.optional(z.strictObject({ sourcePath: z.optional(z.string()) })),
        dockerVolumeConfiguration: z.optional(z.record(z.string(), z.unknown())),
      }),
    ),
  ),
};

/** Of CreateService and RunTask: what the tasks run on. */
export const launchFields = {
  /** Default EC2. FARGATE needs no container instance, EXTERNAL one of your own. */
  launchType: z.optional(z.enum(['EC2', 'FARGATE', 'EXTERNAL'])),
  /** Fargate only. Default LATEST, which is 1.4.0 on Linux. */
  platformVersion: z.optional(z.enum(['LATEST', '1.4.0', '1.3.0'])),
};
