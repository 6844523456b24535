import type { Json } from '../simulator/run.ts';
import type { TaskDefinition } from '../simulator/scenario/world-schema.ts';
import { nameOf } from './arn.ts';
import type { BuiltWorld } from './build-world.ts';
import type { Collected } from './collect.ts';
import type { Fields } from './fields.ts';
import { imagesOf } from './images.ts';
import type { AwsService } from './service-shape.ts';

/** The alarms that deployments watch. */
export function alarmsOf(services: readonly Fields[], built: BuiltWorld): Fields[] {
  const names = services.flatMap(({ deploymentConfiguration }) => {
    const { alarms } = (deploymentConfiguration ?? {}) as { alarms?: { alarmNames: string[] } };
    return alarms?.alarmNames ?? [];
  });
  if (names.length > 0) {
    built.remarks.push({ path: ['world', 'alarms'], text: 'assumed: OK; the event setAlarm changes that' });
  }
  return [...new Set(names)].sort().map((name) => ({ name, state: 'OK' }));
}

/** The functions that lifecycle hooks call. */
export function lambdasOf(services: readonly Fields[], built: BuiltWorld): Fields | undefined {
  const names = services.flatMap(({ deploymentConfiguration }) => {
    const { lifecycleHooks = [] } = (deploymentConfiguration ?? {}) as {
      lifecycleHooks?: { hookTargetArn?: string }[];
    };
    return lifecycleHooks.flatMap(({ hookTargetArn }) => hookTargetArn ?? []);
  });
  if (names.length === 0) return undefined;
  built.remarks.push({ path: ['world', 'lambdas'], text: 'assumed: what the hooks answer, and after how long' });
  return Object.fromEntries(
    [...new Set(names)].sort().map((name) => [name, { after: '10s', hookStatus: 'SUCCEEDED' }]),
  );
}

const HOW_IMAGES_BEHAVE = [
  'AWS does not know how an image behaves: edit these.',
  'pull: until the image is there; start: from there to RUNNING; healthy: from RUNNING until it answers its first health check;',
  'stop: from SIGTERM to exit. To try a bad image: fails: start, or crashes: { after: 20s }.',
].join(' ');

type Behaving = { collected: Collected; services: readonly AwsService[]; built: BuiltWorld };

/** The behaviour of every image, each with a remark on where its figures come from. */
export function images(definitions: readonly TaskDefinition[], { collected, services, built }: Behaving): Fields {
  const balanced = new Set(
    services.flatMap(({ loadBalancers = [], taskDefinition = '' }) =>
      loadBalancers.map(({ containerName }) => `${nameOf(taskDefinition).split(':')[0]} ${containerName}`),
    ),
  );
  const behaviours = imagesOf(
    definitions,
    collected.tasks.map(({ value }) => value),
    ({ family, containerDefinitions }, container) =>
      balanced.has(`${family} ${container}`) ||
      containerDefinitions.some(({ name, healthCheck }) => name === container && healthCheck !== undefined),
  );
  built.remarks.push({ path: ['world', 'images'], text: HOW_IMAGES_BEHAVE });
  for (const { image, from, tasks } of behaviours) {
    const median = `pull and start: the median of ${tasks} task${tasks === 1 ? '' : 's'} of describe-tasks`;
    const text = { own: median, family: `assumed: ${median}, of another revision`, assumed: 'assumed' }[from];
    built.remarks.push({ path: ['world', 'images', image], text });
  }
  return Object.fromEntries(behaviours.map(({ image, value }): [string, Json] => [image, value]));
}
