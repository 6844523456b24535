import { nameOf } from './arn.ts';
import type { Collected } from './collect.ts';
import type { AwsService } from './service-shape.ts';
import { runsOnFargate } from './services.ts';

/** The one capability that placement in Drydock asks for. */
const LOOKED_AT = 'ecs.capability.task-eni';

/** What ECS would look at when it places these tasks and Drydock does not, where it makes a difference on these instances. */
export function notLookedAt(services: readonly AwsService[], { taskDefinitions, instances }: Collected): string[] {
  const notes: string[] = [];
  const windows = instances.filter(({ value }) =>
    value.attributes?.some(({ name, value: text }) => name === 'ecs.os-type' && text === 'windows'),
  );
  if (windows.length > 0) {
    notes.push(
      `${windows.length} container instances run Windows; they stand as Linux, which only placement by ecs.os-type notices`,
    );
  }
  const used = new Set(
    services.filter((each) => !runsOnFargate(each)).map((each) => nameOf(each.taskDefinition ?? '')),
  );
  for (const { value: definition } of taskDefinitions) {
    const name = `${definition.family}:${definition.revision}`;
    if (!used.has(name)) continue;
    for (const { name: attribute } of definition.requiresAttributes ?? []) {
      const lacking = instances.filter(
        ({ value }) => !value.attributes?.some((each) => each.name === attribute),
      ).length;
      if (attribute === LOOKED_AT || lacking === 0 || instances.every(({ value }) => !value.attributes?.length))
        continue;
      const what = `${name} requires the attribute ${attribute}, which ${lacking} of ${instances.length} container instances lack`;
      notes.push(`${what}; Drydock does not look at it`);
    }
  }
  return notes;
}
