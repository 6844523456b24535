import { describe, expect, test } from 'vitest';
import * as z from 'zod/mini';
import { checkCapacity } from './capacity-refusals.ts';
import { capacityWorldFields } from './capacity-schema.ts';

const world = z.object(capacityWorldFields);

function group(part: object = {}): object {
  return { autoScalingGroupName: 'fleet', minSize: 0, maxSize: 4, instanceType: 'm5.large', ...part };
}

function provider(part: object = {}): object {
  return { name: 'on-demand', autoScalingGroupProvider: { autoScalingGroup: 'fleet', ...part } };
}

function faultsOf(groups: object[], providers: object[] = []): string[] {
  const read = world.parse({ autoScalingGroups: groups, capacityProviders: providers });
  return checkCapacity({ ...read, containerInstances: [{ name: 'a' }] }).map(
    ({ path, message }) => `${path.join('.')}: ${message}`,
  );
}

test('a group and a provider that AWS takes have no faults', () => {
  const managedScaling = { status: 'ENABLED', targetCapacity: 75, instanceWarmupPeriod: 0 };
  const protectedGroup = group({ newInstancesProtectedFromScaleIn: true, desiredCapacity: 2 });
  const whole = provider({ managedScaling, managedTerminationProtection: 'ENABLED', managedDraining: 'DISABLED' });
  expect(faultsOf([protectedGroup], [whole])).toEqual([]);
});

describe('AWS refuses an Auto Scaling group', () => {
  test.each([
    {
      part: { desiredCapacity: 5 },
      says: 'desiredCapacity: AWS refuses desiredCapacity 5: Desired capacity:5 must be between the specified min size:0 and max size:4',
    },
    { part: { minSize: 6 }, says: 'maxSize: AWS refuses maxSize 4: it is at least minSize 6' },
    { part: { minSize: -1 }, says: 'minSize: AWS refuses minSize -1: it is a whole number from 0 to 10000' },
    {
      part: { instanceType: 'm5.larg' },
      says: 'instanceType: AWS refuses instance type m5.larg: it is not in the table; did you mean m5.large?',
    },
    {
      part: { instanceTypes: ['m5.large'] },
      says: 'AWS refuses the group: write either instanceType or instanceTypes',
    },
    { part: { autoScalingGroupName: 'a' }, says: 'group of instances a is there twice; give each its own name' },
  ])('with $part', ({ part, says }) => {
    const faults = faultsOf([group(part)]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(says);
  });
});

describe('AWS refuses a capacity provider', () => {
  const managedScaling = { status: 'ENABLED' };
  test.each([
    {
      what: 'that names no group',
      part: { autoScalingGroup: 'flet' },
      says: 'there is no Auto Scaling group flet; did you mean fleet?',
    },
    {
      what: 'with a target of 0 (5.2.5)',
      part: { managedScaling: { status: 'ENABLED', targetCapacity: 0 } },
      says: 'managedScaling.targetCapacity: AWS refuses targetCapacity 0: it is 1 to 100',
    },
    {
      what: 'with a step of 0 (5.2.6)',
      part: { managedScaling: { status: 'ENABLED', minimumScalingStepSize: 0 } },
      says: 'AWS refuses minimumScalingStepSize 0: it is 1 to 10000',
    },
    {
      what: 'that warms up for hours (5.2.6)',
      part: { managedScaling: { status: 'ENABLED', instanceWarmupPeriod: 10_001 } },
      says: 'it is 0 to 10000',
    },
    {
      what: 'protected without managed scaling (5.2.8)',
      part: { managedTerminationProtection: 'ENABLED' },
      says: 'managed scaling must also be used',
    },
    {
      what: 'protected on a group that does not protect its instances (5.2.8)',
      part: { managedScaling, managedTerminationProtection: 'ENABLED' },
      says: 'To enable managed termination protection for a capacity provider, the Auto Scaling group must have instance protection from scale in enabled',
    },
  ])('$what', ({ part, says }) => {
    const faults = faultsOf([group()], [provider(part)]);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(says);
  });

  test('whose group another one uses', () => {
    expect(faultsOf([group()], [provider(), { ...provider(), name: 'other' }])).toEqual([
      'world.capacityProviders.1.autoScalingGroupProvider.autoScalingGroup: AWS refuses the Auto Scaling group fleet: The specified Auto Scaling group ARN is already being used by another capacity provider. Specify a unique Auto Scaling group ARN and try again',
    ]);
  });

  test('whose name begins with aws, ecs or fargate', () => {
    expect(faultsOf([group()], [{ ...provider(), name: 'fargate-2' }])).toHaveLength(1);
  });
});
