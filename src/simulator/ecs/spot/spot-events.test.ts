import { describe, expect, test } from 'vitest';
import { run, task } from '../../scenario.fixture.ts';
import { eventsOf } from '../events/events-of.ts';

const OPTIONS = { epochSeconds: 0, region: 'us-east-1' };
const ZONE = { subnets: [{ subnetId: 'subnet-a', availabilityZone: 'z-a' }], availabilityZones: ['z-a'] };
const NETWORK = { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } } };

const onSpot = (events: object[]) =>
  run({
    instances: [],
    tasks: [
      {
        ...task({ portMappings: [{ containerPort: 80 }] }),
        networkMode: 'awsvpc',
        cpu: 256,
        memory: 512,
        requiresCompatibilities: ['FARGATE'],
      },
    ],
    services: [
      {
        serviceName: 'web',
        taskDefinition: 'web:1',
        desiredCount: 1,
        capacityProviderStrategy: [{ capacityProvider: 'FARGATE_SPOT', weight: 1 }],
        ...NETWORK,
      },
    ],
    images: { web: { stop: 20 } },
    events,
    world: { ...ZONE, spotCapacity: { 'z-a': 1 } },
  });

describe('what AWS sends when Spot capacity is taken back (5.3, 10)', () => {
  const result = onSpot([{ at: 10, interruptSpot: { task: 'web-1' } }]);
  const sent = eventsOf(result, OPTIONS).flatMap(({ type, events }) => events.map((event) => ({ type, event })));

  test('the notice is a task state change that is RUNNING and to be STOPPED', () => {
    const changes = sent.filter(({ event }) => event['detail-type'] === 'ECS Task State Change');
    expect(changes[0]?.type).toBe('spot-interruption');
    expect(changes[0]?.event.detail).toMatchObject({
      capacityProviderName: 'FARGATE_SPOT',
      launchType: 'FARGATE',
      lastStatus: 'RUNNING',
      desiredStatus: 'STOPPED',
      stopCode: 'SpotInterruption',
      stoppedReason: 'Your Spot Task was interrupted.',
      stoppingAt: '1970-01-01T00:00:10Z',
    });
    expect(changes.at(-1)?.event.detail).toMatchObject({ lastStatus: 'STOPPED', stopCode: 'SpotInterruption' });
  });

  test('a service that finds no Spot capacity names its capacity provider', () => {
    const failed = sent.find(({ event }) => event.detail.eventName === 'SERVICE_TASK_PLACEMENT_FAILURE');
    expect(failed?.event.detail).toMatchObject({
      eventType: 'ERROR',
      capacityProviderArns: ['arn:aws:ecs:us-east-1:123456789012:capacity-provider/FARGATE_SPOT'],
      reason: 'RESOURCE:FARGATE',
    });
  });

  test('of a Spot Instance EC2 sends its own warning', () => {
    const onInstance = run({
      instances: [{ name: 'a', count: 2, instanceType: 'm5.large', availabilityZone: 'z-a', purchaseOption: 'spot' }],
      events: [{ at: 10, interruptSpot: { instance: 'a-1' } }],
    });
    const [warning] = eventsOf(onInstance, OPTIONS).flatMap(({ events }) => events);
    expect(warning).toMatchObject({
      'detail-type': 'EC2 Spot Instance Interruption Warning',
      source: 'aws.ec2',
      detail: { 'instance-action': 'terminate' },
    });
    expect(warning?.resources[0]).toMatch(/^arn:aws:ec2:us-east-1:instance\/i-0[0-9a-f]{16}$/);
  });
});
