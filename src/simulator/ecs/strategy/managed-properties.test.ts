import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import { run, task } from '../../scenario.fixture.ts';

const ZONES = ['z-a', 'z-b', 'z-c'];
const SUBNETS = ZONES.map((availabilityZone) => ({ subnetId: `subnet-${availabilityZone}`, availabilityZone }));

const verb = fc.oneof(
  fc.nat(14).map((desiredCount) => ({ setDesiredCount: { service: 'web', desiredCount } })),
  fc.integer({ min: 1, max: 6 }).map((n) => ({ loseInstance: { instance: `managed-${n}` } })),
  fc.integer({ min: 1, max: 6 }).map((n) => ({ drain: { instance: `managed-${n}` } })),
  fc.integer({ min: 1, max: 6 }).map((n) => ({ interruptSpot: { instance: `managed-${n}` } })),
);

const world = fc.record({
  zones: fc.integer({ min: 1, max: 3 }),
  types: fc.subarray(['m5.large', 'm5.xlarge', 'm5.4xlarge'], { minLength: 1 }),
  scaleInAfter: fc.constantFrom(null, -1, 0, 60, 600),
  launchSeconds: fc.nat(90),
  desired: fc.nat(14),
  cpu: fc.constantFrom(256, 1024, 2048),
  events: fc.array(fc.record({ at: fc.nat(1200), verb }), { maxLength: 6 }),
  begin: fc.constantFrom('steady' as const, 'empty' as const),
});

test('whatever happens on Managed Instances, every task finds its place and none ends with an idle instance (5.3)', {
  timeout: PROOF_TIMEOUT,
}, () => {
  fc.assert(
    fc.property(world, ({ zones, types, scaleInAfter, launchSeconds, desired, cpu, events, begin }) => {
      const subnets = ZONES.slice(0, zones).map((zone) => `subnet-${zone}`);
      const strategy = [{ capacityProvider: 'managed', weight: 1 }];
      const given = {
        instances: [],
        tasks: [{ ...task({ cpu, memory: 512, portMappings: [{ containerPort: 80 }] }), networkMode: 'awsvpc' }],
        services: [
          {
            serviceName: 'web',
            taskDefinition: 'web:1',
            desiredCount: desired,
            capacityProviderStrategy: strategy,
            networkConfiguration: { awsvpcConfiguration: { subnets } },
          },
        ],
        events: events.map(({ at, verb: what }) => ({ at, ...what })),
        begin,
        horizon: '4h',
        world: {
          availabilityZones: ZONES,
          subnets: SUBNETS,
          capacityProviders: [
            {
              name: 'managed',
              managedInstancesProvider: {
                instanceLaunchTemplate: {
                  networkConfiguration: { subnets },
                  instanceRequirements: { allowedInstanceTypes: types },
                  capacityOptionType: 'SPOT',
                },
                infrastructureOptimization: { scaleInAfter },
                launchSeconds,
              },
            },
          ],
        },
      };
      const result = run(given);
      const last = (metric: string) => result.series[metric]?.at(-1)?.[1] ?? 0;
      expect(last('services.web.running')).toBe(last('services.web.desired'));
      expect(last('capacityProviders.managed.provisioning')).toBe(0);
      const lost = new Set(result.entries.flatMap(({ type, at }) => (type === 'instance-lost' ? [at] : [])));
      for (const { type, reason, at } of result.entries) {
        if (type === 'task-stopped' && reason === 'InfrastructureHealth') expect(lost.has(at)).toBe(true);
      }
      const standing = Object.keys(result.final.instances).length;
      expect(last('capacityProviders.managed.instances')).toBe(standing);
      if (scaleInAfter !== -1) {
        for (const { tasks } of Object.values(result.final.instances)) expect(tasks.length).toBeGreaterThan(0);
      }
      expect(JSON.stringify(run(given))).toBe(JSON.stringify(result));
    }),
    cases('invariant', 60),
  );
});
