import type { TaskDefinition } from '../simulator/scenario/world-schema.ts';
import { nameOf } from './arn.ts';
import { secondsOf } from './container-instances.ts';
import type { Fields } from './fields.ts';
import type { AwsTask } from './instance-shape.ts';

/** Seconds, where nobody measured: an image of some hundred MB that is not on the instance, and a quick start. */
const PULL = 10;
const START = 5;
/** Seconds from RUNNING until an application answers its first health check. */
const HEALTHY = 5;

export type ImageBehaviour = {
  image: string;
  value: Fields;
  /** Where the figures come from: tasks that ran it, tasks of another revision of its family, or nowhere. */
  from: 'own' | 'family' | 'assumed';
  /** Of how many tasks. */
  tasks: number;
};

export type IsChecked = (definition: TaskDefinition, container: string) => boolean;

/** How each image behaves: AWS does not know it, but the times of tasks that ran tell how long pull and start took. */
export function imagesOf(
  definitions: readonly TaskDefinition[],
  tasks: readonly AwsTask[],
  isChecked: IsChecked,
): ImageBehaviour[] {
  const users = new Map<string, { definition: TaskDefinition; container: string }[]>();
  for (const definition of definitions) {
    for (const { image, name: container } of definition.containerDefinitions) {
      users.set(image, [...(users.get(image) ?? []), { definition, container }]);
    }
  }
  const timesWhere = (test: (family: string, name: string) => boolean) =>
    tasks
      .filter(({ taskDefinitionArn = '' }) =>
        test(nameOf(taskDefinitionArn).split(':')[0] ?? '', nameOf(taskDefinitionArn)),
      )
      .flatMap((task) => timesOf(task) ?? []);
  return [...users]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([image, used]) => {
      const names = used.map(({ definition: { family, revision } }) => `${family}:${revision}`);
      const families = used.map(({ definition }) => definition.family);
      const own = timesWhere((_, name) => names.includes(name));
      const times = own.length > 0 ? own : timesWhere((family) => families.includes(family));
      const from = own.length > 0 ? 'own' : times.length > 0 ? 'family' : 'assumed';
      const value: Fields = {
        pull: `${median(times.map(({ pull }) => pull)) ?? PULL}s`,
        start: `${median(times.map(({ start }) => start)) ?? START}s`,
      };
      if (used.some(({ definition, container }) => isChecked(definition, container))) value.healthy = `${HEALTHY}s`;
      return { image, value, from, tasks: times.length };
    });
}

/** Seconds that the pull took, and from there to RUNNING. */
function timesOf(task: AwsTask): { pull: number; start: number } | undefined {
  const [from, to, running] = [task.pullStartedAt, task.pullStoppedAt, task.startedAt].map(secondsOf);
  if (from === undefined || to === undefined || running === undefined || to < from || running < to) return undefined;
  return { pull: to - from, start: running - to };
}

function median(values: number[]): number | undefined {
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)];
}
