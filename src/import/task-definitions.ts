import type { Json } from '../simulator/run.ts';
import { type Fields, fields, unlessEmpty } from './fields.ts';
import type { AwsContainerDefinition, AwsTaskDefinition } from './task-definition-shape.ts';

/** `web:7`. */
export function definitionName({ family, revision }: { family: string; revision: number }): string {
  return `${family}:${revision}`;
}

/** The fields of a task definition that a run reads. Environment, secrets, commands and logs are never copied. */
export function taskDefinitionOf(aws: AwsTaskDefinition): Fields {
  return fields({
    family: aws.family,
    revision: aws.revision,
    networkMode: aws.networkMode,
    requiresCompatibilities: compatibilitiesOf(aws.requiresCompatibilities),
    cpu: amountOf(aws.cpu),
    memory: amountOf(aws.memory),
    runtimePlatform: aws.runtimePlatform && fields(aws.runtimePlatform),
    ephemeralStorage: aws.ephemeralStorage,
    placementConstraints: unlessEmpty(aws.placementConstraints)?.map(fields),
    containerDefinitions: aws.containerDefinitions.map(containerOf),
  });
}

/** A definition for several kinds of capacity keeps those that are simulated; one for others alone is refused later. */
function compatibilitiesOf(listed: readonly string[] | undefined): string[] | undefined {
  const simulated = listed?.filter((kind) => kind === 'EC2' || kind === 'FARGATE');
  return unlessEmpty(simulated) ?? unlessEmpty(listed);
}

function amountOf(amount: string | number | undefined): Json | undefined {
  return typeof amount === 'string' && /^\d{1,9}$/.test(amount) ? Number(amount) : amount;
}

function containerOf(aws: AwsContainerDefinition): Fields {
  return fields({
    name: aws.name,
    image: aws.image,
    cpu: aws.cpu === 0 ? undefined : aws.cpu,
    memory: aws.memory,
    memoryReservation: aws.memoryReservation,
    essential: aws.essential === false ? false : undefined,
    portMappings: unlessEmpty(portsOf(aws)),
    healthCheck: healthCheckOf(aws),
    dependsOn: unlessEmpty(aws.dependsOn),
    startTimeout: aws.startTimeout,
    stopTimeout: aws.stopTimeout,
    restartPolicy: aws.restartPolicy && fields(aws.restartPolicy),
    resourceRequirements: unlessEmpty(aws.resourceRequirements),
  });
}

/** A range of ports has no containerPort; it is told as not simulated. */
function portsOf({ portMappings = [] }: AwsContainerDefinition): Fields[] {
  return portMappings.flatMap(({ containerPort, hostPort, protocol, name }) =>
    containerPort === undefined
      ? []
      : [fields({ containerPort, hostPort, protocol: protocol === 'tcp' ? undefined : protocol, name })],
  );
}

/** `["NONE"]` switches the health check of the image off. */
function healthCheckOf({ healthCheck }: AwsContainerDefinition): Fields | undefined {
  if (healthCheck === undefined || healthCheck.command?.[0] === 'NONE') return undefined;
  const { command: _, ...times } = healthCheck;
  return fields(times);
}
