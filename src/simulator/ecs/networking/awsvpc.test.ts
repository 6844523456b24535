import { describe, expect, test } from 'vitest';
import { explain } from '../../explain.fixture.ts';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, run, scenarioWith, task } from '../../scenario.fixture.ts';

const SUBNETS = [
  { subnetId: 'subnet-a', availabilityZone: 'z-a' },
  { subnetId: 'subnet-c', availabilityZone: 'z-c' },
];
const network = (...subnets: string[]) => ({ networkConfiguration: { awsvpcConfiguration: { subnets } } });
const awsvpc = (part: object = {}) => ({
  ...task({ cpu: 64, memory: 64, portMappings: [{ containerPort: 80 }] }),
  networkMode: 'awsvpc',
  ...part,
});

/** One service of awsvpc tasks on instances of one type. */
function onType(instanceType: string, { trunking = false, desired = 30, instance = {}, subnets = ['subnet-a'] } = {}) {
  return run({
    instances: [
      { name: 'a', instanceType, availabilityZone: 'z-a', ...instance },
      { name: 'c', count: 0, instanceType, availabilityZone: 'z-c' },
    ],
    tasks: [awsvpc()],
    services: [{ serviceName: 'web', taskDefinition: 'web', desiredCount: desired, ...network(...subnets) }],
    world: { subnets: SUBNETS, ...(trunking ? { accountSettings: { awsvpcTrunking: 'enabled' } } : {}) },
  });
}

describe('network interfaces of awsvpc tasks (2.3)', () => {
  test.each([
    ['t3.medium', false, 2],
    ['t3.medium', true, 2],
    ['m5.large', false, 2],
    ['m5.large', true, 10],
    ['m5.xlarge', true, 20],
    ['m5.4xlarge', false, 7],
  ])('%s with trunking %s runs %i of them', (type, trunking, tasks) => {
    expect(onType(type, { trunking }).final.services.web?.running).toBe(tasks);
  });

  test('the next one fails with RESOURCE:ENI and the arithmetic (1.1.2)', () => {
    const result = onType('m5.large');
    const [failure] = entriesOf(result, 'task-not-placed');
    expect(failure?.reason).toBe('RESOURCE:ENI');
    expect(failure?.message).toBe(
      '(service web) was unable to place a task because no container instance met all of its requirements. The closest matching container instance, a-1, encountered error "RESOURCE:ENI": needs 1 network interface, has 0 of 2 for awsvpc tasks free.',
    );
    const decision = explain(result, result.entries.indexOf(failure as never));
    expect(decision?.candidates[0]?.refused[0]?.rule).toBe('RESOURCE:ENI');
  });

  test('an interface comes free when its task is STOPPED', () => {
    const result = run({
      instances: [{ name: 'a', instanceType: 'm5.large', availabilityZone: 'z-a' }],
      tasks: [awsvpc()],
      services: [{ serviceName: 'web', taskDefinition: 'web', desiredCount: 2, ...network('subnet-a') }],
      world: { subnets: [SUBNETS[0]] },
      events: [{ at: 10, stopTask: { task: 'web-1' } }],
    });
    expect(result.final.services.web?.running).toBe(2);
  });

  test('tasks of other network modes take none', () => {
    const result = run({
      instances: [{ name: 'a', instanceType: 'm5.large' }],
      tasks: [task({ cpu: 64, memory: 64 })],
      services: [{ serviceName: 'web', taskDefinition: 'web', desiredCount: 9 }],
    });
    expect(result.final.services.web?.running).toBe(9);
  });

  test('an instance given by cpu and memory has as many as are asked for (A30)', () => {
    const instance = { instanceType: undefined, cpu: 4096, memory: 8192 };
    const result = onType('m5.large', { instance, desired: 20 });
    expect(result.final.services.web?.running).toBe(20);
    expect(result.assumptions).toContain('A30');
  });
});

describe('what an awsvpc task needs besides (1.1.2)', () => {
  test('LOCATION: an instance in a zone that no subnet serves', () => {
    const result = onType('m5.large', { subnets: ['subnet-c'], desired: 1 });
    const [failure] = entriesOf(result, 'task-not-placed');
    expect(failure?.reason).toBe('LOCATION');
    expect(failure?.message).toContain('needs a zone of its subnets: z-c, has z-a.');
  });

  test('ATTRIBUTE: an agent without ecs.capability.task-eni', () => {
    const result = onType('m5.large', { instance: { taskEni: false }, desired: 1 });
    const [failure] = entriesOf(result, 'task-not-placed');
    expect(failure?.reason).toBe('ATTRIBUTE');
    expect(failure?.message).toContain('is missing an attribute required by your task');
  });
});

describe('what AWS refuses of networks and Fargate (2.2, 2.4)', () => {
  /** The sentences on a world with this task definition and service. */
  function faults(definition: object, service: object = {}): string[] {
    const { world } = scenarioWith({
      tasks: [task()],
      services: [{ serviceName: 'web', taskDefinition: 'web', desiredCount: 1 }],
    });
    const services = [{ serviceName: 'web', taskDefinition: 'web', desiredCount: 1, ...service }];
    const value = { model: 'ecs', world: { ...world, taskDefinitions: [definition], services, subnets: SUBNETS } };
    return (readScenario(value).faults ?? []).map(({ message }) => message);
  }

  test.each<[string, object, object, string]>([
    [
      'no networkConfiguration',
      awsvpc(),
      {},
      "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
    ],
    [
      'networkConfiguration in bridge',
      task(),
      network('subnet-a'),
      'Network Configuration is not valid for the given networkMode',
    ],
    ['a subnet that is not there', awsvpc(), network('subnet-x'), 'there is no subnet subnet-x'],
    ['17 subnets', awsvpc(), network(...Array(17).fill('subnet-a')), 'at most 16'],
    [
      'a host port of its own',
      awsvpc({ ...task({ hostPort: 8080 }), networkMode: 'awsvpc' }),
      network('subnet-a'),
      'the host ports and container ports in port mappings must match',
    ],
    [
      'bridge on Fargate',
      { ...task(), cpu: 256, memory: 512, requiresCompatibilities: ['FARGATE'] },
      {},
      'Fargate only supports network mode ‘awsvpc’.',
    ],
    [
      'a size that Fargate does not have',
      awsvpc({ cpu: 256, memory: 4096, requiresCompatibilities: ['FARGATE'] }),
      network('subnet-a'),
      'AWS refuses cpu 256: No Fargate configuration exists for given values: 256 CPU, 4096 memory.',
    ],
    [
      'no size at all',
      awsvpc({ requiresCompatibilities: ['FARGATE'] }),
      network('subnet-a'),
      "AWS refuses no cpu: Fargate requires that 'cpu' be defined at the task level.",
    ],
    [
      'constraints',
      awsvpc({
        cpu: 256,
        memory: 512,
        requiresCompatibilities: ['FARGATE'],
        placementConstraints: [{ type: 'memberOf', expression: 'attribute:a exists' }],
      }),
      network('subnet-a'),
      'Fargate compatible task definitions do not support constraints',
    ],
  ])('%s', (_, definition, service, sentence) => {
    expect(faults(definition, service).join('\n')).toContain(sentence);
  });

  test('nothing, where all is well', () => {
    expect(faults(awsvpc({ cpu: 256, memory: 512 }), network('subnet-a', 'subnet-c'))).toEqual([]);
  });
});
