import { expect, test } from 'vitest';
import type { Json } from '../../run.ts';
import { eventsOf } from '../events/events-of.ts';
import { runCapacity } from './capacity.fixture.ts';

const run = runCapacity({
  group: { newInstancesProtectedFromScaleIn: true },
  provider: { managedTerminationProtection: 'ENABLED' },
  events: [
    { at: '70s', setDesiredCount: { service: 'web', desiredCount: 6 } },
    { at: '10m', setDesiredCount: { service: 'web', desiredCount: 2 } },
  ],
});
const told = eventsOf(run, { epochSeconds: 0, region: 'eu-west-1' });

function details(type: string): { [field: string]: Json }[] {
  return told.filter((one) => one.type === type).flatMap(({ events }) => events.map(({ detail }) => detail));
}

test('a task that waits for an instance is PROVISIONING, on EC2 and on no instance (10/4, 5.2.10)', () => {
  expect(details('task-waiting')).toHaveLength(2);
  for (const detail of details('task-waiting')) {
    expect(detail).toMatchObject({ lastStatus: 'PROVISIONING', launchType: 'EC2', version: 1 });
    expect(detail).not.toHaveProperty('containerInstanceArn');
  }
});

test('an instance that registers is ACTIVE with all its resources, and INACTIVE when it is terminated (10/1)', () => {
  const [registered] = details('instance-registered');
  expect(registered).toMatchObject({ status: 'ACTIVE', agentConnected: true, version: 1 });
  expect(registered?.remainingResources).toEqual(registered?.registeredResources);
  expect(details('instance-terminated').map(({ status, agentConnected }) => [status, agentConnected])).toEqual([
    ['INACTIVE', false],
  ]);
});

test('a task that waited is placed with the version that follows', () => {
  const arns = details('task-waiting').map(({ taskArn }) => taskArn);
  const placed = details('task-placed').filter(({ taskArn }) => arns.includes(taskArn as Json));
  expect(placed.map(({ lastStatus, version }) => [lastStatus, version])).toEqual([
    ['PENDING', 2],
    ['PENDING', 2],
  ]);
  for (const detail of placed) expect(detail).toHaveProperty('containerInstanceArn');
});
