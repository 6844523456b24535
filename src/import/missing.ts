import { list } from '../simulator/scenario/fault.ts';
import { clusterOf, nameOf } from './arn.ts';
import type { Collected } from './collect.ts';
import type { AwsService } from './service-shape.ts';
import { runsOnFargate, standingDefinition } from './services.ts';
import type { Described, ImportFault, Place } from './source.ts';
import { definitionName } from './task-definitions.ts';

/** What has to be there before anything can be built, each with the command that prints it. */
export function missingParts(services: readonly Described<AwsService>[], collected: Collected): ImportFault[] {
  if (services.length === 0) {
    const nothing = collected.services.length === 0 ? 'no file describes a service' : 'no service is ACTIVE';
    return [
      ask(undefined, `${nothing}; run: aws ecs describe-services --cluster <name> --services <names> > services.json`),
    ];
  }
  return [
    ...missingDefinitions(services, collected),
    ...missingInstances(services, collected),
    ...severalClusters(services, collected),
  ];
}

function ask(place: Place | undefined, message: string): ImportFault {
  return { file: place?.file ?? '', path: place?.path ?? [], message };
}

function missingDefinitions(services: readonly Described<AwsService>[], collected: Collected): ImportFault[] {
  const given = new Set(collected.taskDefinitions.map(({ value }) => definitionName(value)));
  const asked = new Set<string>();
  return services.flatMap(({ value: service, file, path }) => {
    const needed = [...new Set([standingDefinition(service), nameOf(service.taskDefinition ?? '')])];
    return needed.flatMap((name) => {
      if (name === '' || given.has(name) || asked.has(name)) return [];
      asked.add(name);
      const command = `aws ecs describe-task-definition --task-definition ${name} > ${name.replace(':', '-')}.json`;
      const what = `lists the service ${service.serviceName}, but no file describes its task definition ${name}`;
      return [ask({ file, path: [...path, 'taskDefinition'] }, `${what}; run: ${command}`)];
    });
  });
}

function missingInstances(services: readonly Described<AwsService>[], { instances }: Collected): ImportFault[] {
  const [first, ...more] = services.filter(({ value }) => !runsOnFargate(value));
  if (first === undefined || instances.length > 0) return [];
  const names = [first, ...more].map(({ value }) => value.serviceName);
  const verb = names.length === 1 ? 'runs' : 'run';
  const message = `${list(names, 'and')} ${verb} on EC2, but no file describes container instances; run: ${instancesCommand(first.value)}`;
  return [ask({ file: first.file, path: first.path }, message)];
}

function instancesCommand({ clusterArn }: AwsService): string {
  const cluster = clusterArn === undefined ? '<name>' : nameOf(clusterArn);
  const ids = `$(aws ecs list-container-instances --cluster ${cluster} --query containerInstanceArns[] --output text)`;
  return `aws ecs describe-container-instances --cluster ${cluster} --container-instances ${ids} > instances.json`;
}

/** The command that says which task stands where. */
export function tasksCommand(services: readonly AwsService[]): string {
  const arn = services.find(({ clusterArn }) => clusterArn !== undefined)?.clusterArn;
  const cluster = arn === undefined ? '<name>' : nameOf(arn);
  const ids = `$(aws ecs list-tasks --cluster ${cluster} --query taskArns[] --output text)`;
  return `aws ecs describe-tasks --cluster ${cluster} --tasks ${ids} > tasks.json`;
}

function severalClusters(services: readonly Described<AwsService>[], { instances }: Collected): ImportFault[] {
  const clusters = new Set(
    [
      ...services.map(({ value }) => value.clusterArn && nameOf(value.clusterArn)),
      ...instances.map(({ value }) => clusterOf(value.containerInstanceArn)),
    ].filter((name) => name !== undefined),
  );
  if (clusters.size < 2) return [];
  const names = list([...clusters].sort(), 'and');
  return [ask(undefined, `the files describe the clusters ${names}; give those of one cluster at a time`)];
}
