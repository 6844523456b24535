import { expect, test } from 'vitest';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, run, scenarioWith } from '../../scenario.fixture.ts';
import { simulate } from '../../simulate.ts';

function read(quotas: object, desiredCount: number) {
  const base = scenarioWith({ begin: 'empty' });
  const services = [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount }];
  return readScenario({ ...base, world: { ...base.world, services, quotas } });
}

test('a service launches no more tasks a minute than the quota allows (3.8, A26)', () => {
  const { scenario } = read({ tasksLaunchedPerMinute: 5 }, 12);
  if (scenario === undefined) throw new Error('refused');
  const result = simulate(scenario);
  expect(entriesOf(result, 'task-placed').map(({ at }) => at)).toEqual([0, 0, 0, 0, 0, 60, 60, 60, 60, 60, 120, 120]);
  expect(entriesOf(result, 'launch-quota')[0]?.message).toBe(
    '(service web) reaches the quota of 5 tasks launched per minute: 5 start now, 7 wait 60 s.',
  );
  expect(result.final.services.web?.running).toBe(12);
  expect([result.stopped, result.assumptions.includes('A26')]).toEqual(['settled', true]);
});

test('without quotas in the world none applies (3.8)', () => {
  expect(entriesOf(run({ begin: 'empty' }), 'launch-quota')).toEqual([]);
});

test('AWS refuses a desired count above the quota of tasks per service (3.8)', () => {
  expect(read({ tasksPerService: 10 }, 11).faults?.map(({ message }) => message)).toEqual([
    'AWS refuses desiredCount 11: the quota is 10 tasks per service',
  ]);
});
