import { describe, expect, test } from 'vitest';
import type { Run } from '../../run.ts';
import { readScenario } from '../../scenario/scenario-schema.ts';
import { entriesOf, scenarioWith } from '../../scenario.fixture.ts';
import { simulate } from '../../simulate.ts';

type Parts = { alarms?: object[]; events?: object[]; rollback?: boolean; alarmNames?: string[] };

function read({ alarms, events = [], rollback = true, alarmNames = ['errors'] }: Parts) {
  const base = scenarioWith({
    services: [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 4 }],
    events: [{ at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } }],
  });
  const [service] = base.world.services ?? [];
  const deploymentConfiguration = { alarms: { alarmNames, enable: true, rollback } };
  const world = {
    ...base.world,
    alarms: alarms ?? [{ name: 'errors' }],
    services: [{ ...service, deploymentConfiguration }],
  };
  return readScenario({ ...base, world, events: [...(base.events ?? []), ...events] });
}

function runWith(parts: Parts): Run {
  const { scenario, faults } = read(parts);
  if (scenario === undefined) throw new Error(JSON.stringify(faults));
  return simulate(scenario);
}

const metric = (of: Run, name: string) => of.series[`services.web.deployment.${name}`]?.at(-1)?.[1];

describe('CloudWatch alarms of a deployment (3.5/9)', () => {
  test('an alarm that goes to ALARM fails the deployment and rolls it back', () => {
    const result = runWith({ events: [{ at: 50, setAlarm: { alarm: 'errors', state: 'ALARM' } }] });
    expect(entriesOf(result, 'deployment-failed')[0]?.message).toBe(
      '(service web) (deployment ecs-svc/2) deployment failed: alarm detected. CloudWatch alarm errors went to ALARM during the deployment.',
    );
    expect([metric(result, 'failedAt'), metric(result, 'rolledBackAt')]).toEqual([50, 50]);
    expect(result.final.services.web?.revisions).toEqual({ 'web:1': 4 });
  });

  test('one that is in ALARM at the start is ignored for that deployment', () => {
    const result = runWith({
      alarms: [{ name: 'errors', state: 'ALARM' }],
      events: [
        { at: 40, setAlarm: { alarm: 'errors', state: 'OK' } },
        { at: 50, setAlarm: { alarm: 'errors', state: 'ALARM' } },
      ],
    });
    expect(metric(result, 'failedAt')).toBeUndefined();
    expect(metric(result, 'completedAt')).toBe(77);
    expect(entriesOf(result, 'alarm')[0]?.message).toContain('ignored for this deployment');
  });

  test('after the deployment is complete it fails nothing', () => {
    const result = runWith({ events: [{ at: 100, setAlarm: { alarm: 'errors', state: 'ALARM' } }] });
    expect([metric(result, 'completedAt'), metric(result, 'failedAt')]).toEqual([77, undefined]);
  });

  test('without rollback the deployment stays FAILED', () => {
    const events = [{ at: 50, setAlarm: { alarm: 'errors', state: 'ALARM' } }];
    const result = runWith({ rollback: false, events });
    expect(metric(result, 'rolledBackAt')).toBeUndefined();
    expect(result.final.services.web?.revisions).toEqual({ 'web:1': 4, 'web:2': 4 });
  });

  test('names an alarm that does not exist', () => {
    expect(read({ alarmNames: ['eror'] }).faults?.[0]?.message).toContain('errors');
    const events = [{ at: 50, setAlarm: { alarm: 'eror', state: 'OK' } }];
    expect(read({ events }).faults?.[0]?.message).toContain('errors');
  });
});
