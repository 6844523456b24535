import { describe, expect, test } from 'vitest';
import { readScenario } from '../scenario/scenario-schema.ts';
import { run, task } from '../scenario.fixture.ts';
import { architectureOf } from './instance-types.ts';

function begun(instance: object, constraint?: string) {
  const placementConstraints = constraint === undefined ? [] : [{ type: 'memberOf', expression: constraint }];
  const of = run({
    instances: [{ name: 'a', availabilityZone: 'z-a', ...instance }],
    tasks: [task({ cpu: 1024, memory: 1000 })],
    services: [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 9, placementConstraints }],
  });
  return of.final.services.web?.running;
}

describe('2.1: what an instance registers', () => {
  test('registeredResources is what its tasks share, in place of the figures of its type', () => {
    expect(begun({ instanceType: 'm5.large' })).toBe(2);
    expect(begun({ instanceType: 'm5.large', registeredResources: { cpu: 4096, memory: 3700 } })).toBe(3);
  });

  test('with it the type may be any, and an expression finds it', () => {
    const own = { instanceType: 'c7gn.large', registeredResources: { cpu: 2048, memory: 3756 } };
    expect(begun(own, 'attribute:ecs.instance-type == c7gn.large')).toBe(2);
    expect(begun(own, 'attribute:ecs.cpu-architecture == x86_64')).toBe(0);
  });

  test.each([
    ['a1.large', 'arm64'],
    ['m6g.large', 'arm64'],
    ['c7gn.xlarge', 'arm64'],
    ['g4dn.xlarge', 'x86_64'],
    ['g5g.xlarge', 'arm64'],
    ['t3.micro', 'x86_64'],
    ['m7i-flex.large', 'x86_64'],
  ])('the processor of %s is %s', (type, architecture) => {
    expect(architectureOf(type)).toBe(architecture);
  });

  test('an Auto Scaling group launches instances with it, of a type outside the table too', () => {
    const group = { autoScalingGroupName: 'g', minSize: 0, maxSize: 5, desiredCapacity: 1, instanceType: 'c7gn.large' };
    const of = run({
      instances: [],
      tasks: [task({ cpu: 1024, memory: 1000 })],
      services: [
        {
          serviceName: 'web',
          taskDefinition: 'web:1',
          desiredCount: 5,
          capacityProviderStrategy: [{ capacityProvider: 'p', weight: 1 }],
        },
      ],
      world: {
        autoScalingGroups: [{ ...group, registeredResources: { cpu: 2048, memory: 3756 } }],
        capacityProviders: [
          { name: 'p', autoScalingGroupProvider: { autoScalingGroup: 'g', managedScaling: { status: 'ENABLED' } } },
        ],
      },
    });
    expect(Object.values(of.final.instances).map(({ cpu }) => cpu)).toEqual([2048, 2048, 1024]);
  });

  test('it belongs to an instance type', () => {
    const instance = { name: 'a', registeredResources: { cpu: 1024, memory: 1000 } };
    const { faults } = readScenario({ model: 'ecs', world: { containerInstances: [instance], taskDefinitions: [] } });
    expect(faults?.map(({ path, message }) => `${path.join('.')}: ${message}`)).toEqual([
      'world.containerInstances.0.registeredResources: belongs to an instanceType; write one, or cpu and memory in its place',
    ]);
  });
});
