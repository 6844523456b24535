import type { TaskDefinition } from '../simulator/scenario/world-schema.ts';
import { nameOf } from './arn.ts';
import type { BuiltWorld } from './build-world.ts';
import type { Capacity } from './capacity.ts';
import type { Collected } from './collect.ts';
import { groupsOf, type InstanceGroup } from './container-instances.ts';
import { factsOf } from './instance-facts.ts';
import { tasksCommand } from './missing.ts';
import { findOthers } from './others.ts';
import type { Member } from './others-services.ts';
import type { AwsService } from './service-shape.ts';
import { standingTasks } from './standing.ts';

type Occupying = { services: AwsService[]; definitions: TaskDefinition[]; collected: Collected };

type Around = { capacity: Capacity; expressions: string; built: BuiltWorld };

/**
 * Groups of container instances, each with what others take of them; and the instances that an Auto Scaling group of the
 * scenario makes by itself, where others take something of them.
 */
export function occupiedInstances(
  { services, definitions, collected }: Occupying,
  { capacity, expressions, built }: Around,
): { groups: InstanceGroup[]; members: Member[] } {
  const usable = collected.instances.filter(({ value, file }) => {
    const { status = 'ACTIVE' } = value;
    if (status === 'ACTIVE' || status === 'DRAINING') return true;
    built.notes.push(`${file}: ${nameOf(value.containerInstanceArn)} is ${status} and is left out`);
    return false;
  });
  const byName = new Map(definitions.map((definition) => [`${definition.family}:${definition.revision}`, definition]));
  const tasks = collected.tasks.map(({ value }) => value);
  const found = findOthers(
    usable.map(({ value }) => factsOf(value)),
    standingTasks(services, byName, tasks),
  );
  for (const name of found.tooMany) {
    const what = `${name} has more tasks than the container instances have taken room for`;
    built.notes.push(`${what}; are the files of one moment?`);
  }
  if (found.estimated) {
    const what = 'which tasks stand where is a guess, and so is what others take of an instance';
    built.notes.push(`${what}; to be exact, run and add: ${tasksCommand(services)}`);
  }
  const own = usable.filter(({ value }) => !capacity.members.has(value.containerInstanceArn));
  return {
    groups: groupsOf(own, { byInstance: found.byInstance, expressions }),
    members: [...capacity.members].flatMap(([arn, name]) => {
      const others = found.byInstance.get(arn);
      return others === undefined ? [] : [{ name, others }];
    }),
  };
}
