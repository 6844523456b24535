import * as z from 'zod/mini';

const text = z.optional(z.string());
const whole = z.optional(z.int());
const flag = z.optional(z.boolean());
/** A field that changes nothing in a run; its value, which may be a secret, is never copied. */
const noEffect = z.optional(z.unknown());
/** AWS prints the amounts of a task as text ("256"). */
const amount = z.optional(z.union([z.string(), z.int()], { error: 'is no amount; AWS prints for example "256"' }));

const portMappingSchema = z.strictObject({
  containerPort: whole,
  hostPort: whole,
  protocol: text,
  name: text,
  appProtocol: noEffect,
});

const healthCheckSchema = z.strictObject({
  command: z.optional(z.array(z.string())),
  interval: whole,
  timeout: whole,
  retries: whole,
  startPeriod: whole,
});

const containerDefinitionSchema = z.strictObject({
  name: z.string(),
  image: z.string(),
  cpu: whole,
  memory: whole,
  memoryReservation: whole,
  essential: flag,
  portMappings: z.optional(z.array(portMappingSchema)),
  healthCheck: z.optional(healthCheckSchema),
  dependsOn: z.optional(z.array(z.strictObject({ containerName: z.string(), condition: z.string() }))),
  startTimeout: whole,
  stopTimeout: whole,
  restartPolicy: z.optional(
    z.strictObject({
      enabled: z.boolean(),
      ignoredExitCodes: z.optional(z.array(z.int())),
      restartAttemptPeriod: whole,
    }),
  ),
  resourceRequirements: z.optional(z.array(z.strictObject({ type: z.string(), value: z.string() }))),
  command: noEffect,
  credentialSpecs: noEffect,
  disableNetworking: noEffect,
  dnsSearchDomains: noEffect,
  dnsServers: noEffect,
  dockerLabels: noEffect,
  dockerSecurityOptions: noEffect,
  entryPoint: noEffect,
  environment: noEffect,
  environmentFiles: noEffect,
  extraHosts: noEffect,
  firelensConfiguration: noEffect,
  hostname: noEffect,
  interactive: noEffect,
  links: noEffect,
  linuxParameters: noEffect,
  logConfiguration: noEffect,
  mountPoints: noEffect,
  privileged: noEffect,
  pseudoTerminal: noEffect,
  readonlyRootFilesystem: noEffect,
  repositoryCredentials: noEffect,
  secrets: noEffect,
  systemControls: noEffect,
  ulimits: noEffect,
  user: noEffect,
  versionConsistency: noEffect,
  volumesFrom: noEffect,
  workingDirectory: noEffect,
});

/** `taskDefinition` of `aws ecs describe-task-definition`, as the API's type TaskDefinition has it. */
export const awsTaskDefinitionSchema = z.strictObject({
  taskDefinitionArn: text,
  family: z.string(),
  revision: z.int(),
  networkMode: text,
  containerDefinitions: z.array(containerDefinitionSchema),
  cpu: amount,
  memory: amount,
  placementConstraints: z.optional(z.array(z.strictObject({ type: z.string(), expression: text }))),
  requiresCompatibilities: z.optional(z.array(z.string())),
  requiresAttributes: z.optional(z.array(z.looseObject({ name: z.string() }))),
  runtimePlatform: z.optional(z.strictObject({ operatingSystemFamily: text, cpuArchitecture: text })),
  ephemeralStorage: z.optional(z.strictObject({ sizeInGiB: z.int() })),
  /** Of volumes only what is mounted from outside the task would matter; its kinds are told as not simulated. */
  volumes: z.optional(
    z.array(
      z.strictObject({
        name: noEffect,
        host: noEffect,
        dockerVolumeConfiguration: noEffect,
        configuredAtLaunch: noEffect,
      }),
    ),
  ),
  compatibilities: noEffect,
  deleteRequestedAt: noEffect,
  deregisteredAt: noEffect,
  executionRoleArn: noEffect,
  ipcMode: noEffect,
  pidMode: noEffect,
  registeredAt: noEffect,
  registeredBy: noEffect,
  status: noEffect,
  taskRoleArn: noEffect,
});

export type AwsTaskDefinition = z.infer<typeof awsTaskDefinitionSchema>;
export type AwsContainerDefinition = z.infer<typeof containerDefinitionSchema>;
