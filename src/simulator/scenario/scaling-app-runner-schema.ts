import * as z from 'zod/mini';
import { autoScalingOf } from '../ecs/app-runner/auto-scaling-of.ts';
import { refuseInto } from './aws-refusals.ts';
import type { Fault } from './fault.ts';
import { duplicates, unknownName } from './names.ts';
import type { Scenario } from './scenario-schema.ts';

const whole = z.int().check(z.gte(-2147483648), z.lte(2147483647));

/** CreateService and CreateAutoScalingConfiguration of App Runner, as far as its scaling goes. */
const appRunnerServiceSchema = z.strictObject({
  serviceName: z.string().check(
    z.regex(/^[A-Za-z0-9][A-Za-z0-9_-]{3,39}$/, {
      error: 'is not a name App Runner takes; write 4 to 40 letters, digits, - and _, beginning with a letter or digit',
    }),
  ),
  autoScalingConfiguration: z.optional(
    z.strictObject({
      /** Requests that one instance works on at a time. Default 100. */
      maxConcurrency: z.optional(whole),
      /** Default 1. */
      minSize: z.optional(whole),
      /** Default 25. */
      maxSize: z.optional(whole),
    }),
  ),
  /** What AWS cannot know: whole seconds that a request takes. Default 1. */
  requestSeconds: z.optional(z.int().check(z.gte(1), z.lte(3600))),
});

/** What App Runner adds to a world. */
export const appRunnerWorldFields = { appRunnerServices: z.optional(z.array(appRunnerServiceSchema)) };

export type AppRunnerService = z.infer<typeof appRunnerServiceSchema>;

/** Names, sizes that App Runner takes, and loads that name a service that exists. */
export function checkAppRunner({ world, events = [] }: Scenario): Fault[] {
  const services = world.appRunnerServices ?? [];
  const names = services.map(({ serviceName }) => serviceName);
  const faults = duplicates(names, (i) => ['world', 'appRunnerServices', i, 'serviceName'], 'App Runner service');
  for (const [i, service] of services.entries()) {
    const refuse = refuseInto(faults, ['world', 'appRunnerServices', i, 'autoScalingConfiguration']);
    const sizes = autoScalingOf(service);
    for (const key of ['maxConcurrency', 'minSize', 'maxSize'] as const) {
      if (sizes[key] < 1) refuse([key], `${key} ${sizes[key]}`, 'it is at least 1');
    }
    if (sizes.maxSize < sizes.minSize) {
      refuse(['maxSize'], `maxSize ${sizes.maxSize}`, `it is at least the minSize of ${sizes.minSize}`);
    }
  }
  const look = (name: unknown, path: (string | number)[]) => {
    if (typeof name !== 'string' || names.includes(name)) return;
    faults.push({ path: [...path, 'appRunnerService'], message: unknownName('App Runner service', name, names) });
  };
  const loads = (world.load ?? []) as { appRunnerService?: string }[];
  for (const [i, { appRunnerService }] of loads.entries()) look(appRunnerService, ['world', 'load', i]);
  for (const [i, event] of events.entries()) {
    const { setLoad } = event as { setLoad?: { appRunnerService?: string } };
    look(setLoad?.appRunnerService, ['events', i, 'setLoad']);
  }
  return faults;
}
