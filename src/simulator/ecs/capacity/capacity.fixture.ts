import type { Run } from '../../run.ts';
import { run, task } from '../../scenario.fixture.ts';

type Parts = {
  group?: object;
  managedScaling?: object | undefined;
  provider?: object;
  service?: object;
  services?: object[];
  tasks?: object[];
  events?: object[];
  begin?: 'steady' | 'empty';
  world?: object;
  horizon?: string;
};

/**
 * One group `fleet` of m5.large in two zones, one capacity provider `cp`, and the service `web`, of whose tasks two fit
 * on an instance. Instances take 90 s to register, tasks 7 s to run.
 */
export function runCapacity(parts: Parts = {}): Run {
  const { managedScaling = {} } = parts;
  const capacityProviderStrategy = [{ capacityProvider: 'cp', weight: 1 }];
  return run({
    instances: [],
    tasks: parts.tasks ?? [task({ cpu: 1024, memory: 3000 }), task({ family: 'job', cpu: 1024, memory: 3000 })],
    services: parts.services ?? [
      { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 4, capacityProviderStrategy, ...parts.service },
    ],
    events: parts.events ?? [],
    begin: parts.begin ?? 'steady',
    horizon: parts.horizon ?? '1h',
    world: {
      autoScalingGroups: [
        {
          autoScalingGroupName: 'fleet',
          minSize: 0,
          maxSize: 12,
          desiredCapacity: 2,
          instanceType: 'm5.large',
          availabilityZones: ['z-a', 'z-c'],
          launchSeconds: 90,
          ...parts.group,
        },
      ],
      capacityProviders: [
        {
          name: 'cp',
          autoScalingGroupProvider: {
            autoScalingGroup: 'fleet',
            ...('managedScaling' in parts && parts.managedScaling === undefined
              ? {}
              : { managedScaling: { status: 'ENABLED', ...managedScaling } }),
            ...parts.provider,
          },
        },
      ],
      ...parts.world,
    },
  });
}

/** `[second, desired capacity]` of the group. */
export function desiredOf(run: Run): [number, number][] {
  return run.series['autoScalingGroups.fleet.desired'] ?? [];
}

/** `120 fleet-3` of every entry of a type. */
export function instancesOf(run: Run, type: string): string[] {
  return run.entries.filter((entry) => entry.type === type).map(({ at, instance }) => `${at} ${instance}`);
}
