import { describe, expect, test } from 'vitest';
import { ENTRY_TYPES } from '../entry-types.ts';
import { entriesOf, run, task } from '../scenario.fixture.ts';

const service = { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 4 };

describe('what changed, as fields beside the message', () => {
  test('UpdateService: what it was and what it is, by the names of AWS; what stays as it was is left out', () => {
    const input = {
      service: 'web',
      taskDefinition: 'web',
      desiredCount: 4,
      deploymentConfiguration: { maximumPercent: 150 },
      placementStrategy: [{ type: 'binpack', field: 'memory' }],
      forceNewDeployment: true,
    };
    const [updated] = entriesOf(run({ events: [{ at: 5, updateService: input }] }), 'service-updated');
    expect(updated).toMatchObject({ verb: 'updateService', input });
    expect(updated?.changes).toEqual([
      { what: 'taskDefinition', from: 'web:1', to: 'web:2' },
      { what: 'placementStrategy', to: [{ type: 'binpack', field: 'memory' }] },
      { what: 'forceNewDeployment', to: true },
      { what: 'maximumPercent', from: 200, to: 150 },
    ]);
    expect(updated?.message).toBe(
      '(service web) was updated: taskDefinition web:2 (was web:1), placementStrategy, forceNewDeployment true, maximumPercent 150 (was 200).',
    );
  });

  test('a deployment: its number, its task definition and what it replaces', () => {
    const result = run({ events: [{ at: 5, updateService: { service: 'web', taskDefinition: 'web:2' } }] });
    expect(entriesOf(result, 'deployment-started')).toMatchObject([
      { deployment: 2, taskDefinition: 'web:2', replaces: 'web:1' },
    ]);
    expect(entriesOf(result, 'deployment-completed')).toMatchObject([{ deployment: 2, taskDefinition: 'web:2' }]);
  });

  test('a failed deployment: the count of the circuit breaker, the wait before the next start, the way back', () => {
    const result = run({
      tasks: [task(), task({ revision: 2, image: 'bad' })],
      images: { web: { pull: 4, start: 3 }, bad: { fails: 'pull' } },
      services: [
        { ...service, deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
      ],
      events: [{ at: 5, updateService: { service: 'web', taskDefinition: 'web:2' } }],
    });
    expect(entriesOf(result, 'circuit-breaker')[0]).toMatchObject({ failures: { counted: 1, threshold: 3 } });
    expect(entriesOf(result, 'launch-throttled')[0]).toMatchObject({ waitSeconds: 60 });
    expect(entriesOf(result, 'deployment-failed')).toMatchObject([{ deployment: 2, taskDefinition: 'web:2' }]);
    expect(entriesOf(result, 'deployment-rolling-back')).toMatchObject([{ deployment: 1, taskDefinition: 'web:1' }]);
  });

  test('what a scenario asks for carries its verb and input on the first entry; MISSING where nothing is acted on', () => {
    const result = run({
      events: [
        { at: 1, runTask: { taskDefinition: 'web:1', count: 2 } },
        { at: 2, stopTask: { task: 'web-99' } },
        { at: 3, drain: { instance: 'a-1' } },
        { at: 4, stopServiceDeployment: { service: 'web' } },
      ],
    });
    expect(entriesOf(result, 'event').slice(0, 3)).toMatchObject([
      { verb: 'runTask', input: { taskDefinition: 'web:1', count: 2 } },
      { verb: 'stopTask', input: { task: 'web-99' }, reason: 'MISSING' },
      { verb: 'stopServiceDeployment', reason: 'MISSING' },
    ]);
    expect(entriesOf(result, 'instance-draining')).toMatchObject([{ verb: 'drain', input: { instance: 'a-1' } }]);
  });

  test('an entry carries no field that its type does not list', () => {
    const result = run({
      events: [
        { at: 5, updateService: { service: 'web', taskDefinition: 'web:2' } },
        { at: 20, drain: { instance: 'a-1' } },
        { at: 40, updateTaskProtection: { tasks: ['web-5'], protectionEnabled: true } },
      ],
    });
    for (const { at: _, type, message: __, verb: ___, input: ____, ...fields } of result.entries) {
      const listed: readonly string[] = ENTRY_TYPES[type].fields;
      expect([type, ...Object.keys(fields).filter((field) => !listed.includes(field))]).toEqual([type]);
    }
  });
});
