import { hostPortsOf, needOf } from '../simulator/ecs/build-cluster.ts';
import type { TaskDefinition } from '../simulator/scenario/world-schema.ts';
import { nameOf } from './arn.ts';
import type { AwsTask } from './instance-shape.ts';
import type { Standing } from './others.ts';
import type { AwsService } from './service-shape.ts';
import { runsOnFargate } from './services.ts';

/** States in which a task holds no room on its instance any more. */
const GONE = new Set(['STOPPED', 'DEPROVISIONING', 'DELETED']);

/** The tasks of the services that stand on container instances, a row for each revision of each. */
export function standingTasks(
  services: readonly AwsService[],
  definitions: ReadonlyMap<string, TaskDefinition>,
  tasks: readonly AwsTask[],
): Standing[] {
  return services
    .filter((service) => !runsOnFargate(service))
    .flatMap((service) =>
      revisionsOf(service).flatMap(({ name, count }) => {
        const definition = definitions.get(name);
        if (definition === undefined || count === 0) return [];
        const known = new Map<string, number>();
        for (const task of tasks) {
          const { containerInstanceArn: arn, taskDefinitionArn, group, lastStatus = 'RUNNING' } = task;
          const isOne = group === `service:${service.serviceName}` && nameOf(taskDefinitionArn ?? '') === name;
          if (isOne && arn !== undefined && !GONE.has(lastStatus)) known.set(arn, (known.get(arn) ?? 0) + 1);
        }
        return [standingOf(service, definition, { count, known })];
      }),
    );
}

function standingOf(
  service: AwsService,
  definition: TaskDefinition,
  { count, known }: Pick<Standing, 'count' | 'known'>,
): Standing {
  const { cpuUnits, memoryMib } = needOf(definition);
  const asked = definition.containerDefinitions.flatMap(({ resourceRequirements = [] }) => resourceRequirements);
  const gpus = asked.reduce((sum, { type, value }) => sum + (type === 'GPU' ? Number(value) : 0), 0);
  return {
    service: service.serviceName,
    need: { cpu: cpuUnits, memory: memoryMib, gpus },
    ports: hostPortsOf(definition).map((key) => (key % 2 === 1 ? `${(key - 1) / 2}/udp` : `${key / 2}/tcp`)),
    count,
    isDaemon: service.schedulingStrategy === 'DAEMON',
    known,
  };
}

/** RUNNING and PENDING tasks of each revision; older output without deployments has one. */
function revisionsOf({ deployments = [], taskDefinition, runningCount = 0, pendingCount = 0 }: AwsService) {
  if (deployments.length === 0) return [{ name: nameOf(taskDefinition ?? ''), count: runningCount + pendingCount }];
  const counts = new Map<string, number>();
  for (const each of deployments) {
    const name = nameOf(each.taskDefinition);
    counts.set(name, (counts.get(name) ?? 0) + (each.runningCount ?? 0) + (each.pendingCount ?? 0));
  }
  return [...counts].map(([name, count]) => ({ name, count }));
}
