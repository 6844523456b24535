import type { Fault } from './fault.ts';
import { duplicates, unknownName } from './names.ts';
import type { Scenario, World } from './scenario-schema.ts';

/** Queues have their own names, and each a consumer of its own whose image says how long a message takes. */
export function checkQueues({ world }: Scenario): Fault[] {
  const queues = world.queues ?? [];
  const known = queues.map(({ name }) => name);
  return [
    ...duplicates(known, (i) => ['world', 'queues', i, 'name'], 'queue'),
    ...duplicates(
      queues.map(({ service }) => service),
      (i) => ['world', 'queues', i, 'service'],
      'the consumer',
    ),
    ...queues.flatMap(({ service }, i) => consumerFaults(world, service, ['world', 'queues', i, 'service'])),
    ...(world.load ?? []).flatMap(({ queue }, i) => {
      if (queue === undefined || known.includes(queue)) return [];
      return [{ path: ['world', 'load', i, 'queue'], message: unknownName('queue', queue, known) }];
    }),
  ];
}

function consumerFaults(world: World, name: string, path: Fault['path']): Fault[] {
  const services = world.services ?? [];
  const service = services.find(({ serviceName }) => serviceName === name);
  if (service === undefined) {
    const known = services.map(({ serviceName }) => serviceName);
    return [{ path, message: unknownName('service', name, known) }];
  }
  const definitions = world.taskDefinitions.filter(
    ({ family, revision }) =>
      service.taskDefinition === `${family}:${revision ?? 1}` || service.taskDefinition === family,
  );
  const says = definitions.some(({ containerDefinitions }) =>
    containerDefinitions.some(({ image }) => world.images?.[image]?.messageSeconds !== undefined),
  );
  if (says || definitions.length === 0) return [];
  const image = definitions[0]?.containerDefinitions[0]?.image ?? '';
  return [
    {
      path,
      message: `no image of ${service.taskDefinition} says how long a message takes; write images["${image}"].messageSeconds`,
    },
  ];
}
