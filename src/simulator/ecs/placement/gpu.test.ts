import { expect, test } from 'vitest';
import { entriesOf, run, task } from '../../scenario.fixture.ts';

const gpus = (value: string) => ({ resourceRequirements: [{ type: 'GPU', value }] });
const INSTANCES = [
  { name: 'g', cpu: 8192, memory: 32_768, gpus: 4 },
  { name: 'plain', cpu: 8192, memory: 32_768 },
];

test('a task with GPUs goes where enough are free, and fails with RESOURCE:GPU (1.1.1, 1.1.2)', () => {
  const services = [{ serviceName: 'web', taskDefinition: 'web', desiredCount: 3 }];
  const result = run({ instances: INSTANCES, tasks: [task(gpus('2'))], services, begin: 'empty' });
  expect(entriesOf(result, 'task-placed').map(({ instance }) => instance)).toEqual(['g-1', 'g-1']);
  expect(entriesOf(result, 'task-not-placed')[0]).toMatchObject({ reason: 'RESOURCE:GPU' });
  expect(entriesOf(result, 'task-not-placed')[0]?.message).toContain(
    'g-1, encountered error "RESOURCE:GPU": needs 2 GPUs, has 0 of 4 GPUs free.',
  );
});

test('GPUs come free with their task', () => {
  const services = [{ serviceName: 'web', taskDefinition: 'web', desiredCount: 1 }];
  const events = [{ at: 10, stopTask: { task: 'web-1' } }];
  const result = run({ instances: INSTANCES, tasks: [task(gpus('4'))], services, events });
  expect(result.final.services.web?.running).toBe(1);
});
