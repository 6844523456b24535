import { describe, expect, test } from 'vitest';
import type { Run } from '../run.ts';
import { entriesOf, placements, run, task } from '../scenario.fixture.ts';

const UPDATE = { at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } };

function update(minimumHealthyPercent: number, maximumPercent: number, parts: Parameters<typeof run>[0] = {}) {
  return run({
    services: [
      {
        serviceName: 'web',
        taskDefinition: 'web:1',
        desiredCount: 4,
        deploymentConfiguration: { minimumHealthyPercent, maximumPercent },
      },
    ],
    events: [UPDATE],
    ...parts,
  });
}

const steps = (of: Run, metric: string) => of.series[`services.web.${metric}`];
const completedAt = (of: Run) => steps(of, 'deployment.completedAt')?.at(-1)?.[1];

describe('a rolling update (3.1)', () => {
  test('at 100/200 starts all new tasks, waits 40 s after RUNNING, then stops all old ones (3.1.5, 3.2)', () => {
    const result = update(100, 200);
    expect(steps(result, 'tasks')).toEqual([
      [0, 4],
      [30, 8],
      [77, 4],
    ]);
    expect(steps(result, 'running')).toEqual([
      [0, 4],
      [37, 8],
      [77, 4],
    ]);
    expect(completedAt(result)).toBe(77);
  });

  test('at 50/100 stops two, starts two, and the same again (3.1.5)', () => {
    const result = update(50, 100);
    expect(steps(result, 'healthy')).toEqual([
      [0, 4],
      [30, 2],
      [124, 4],
    ]);
    expect(steps(result, 'tasks')).toEqual([[0, 4]]);
    expect(completedAt(result)).toBe(124);
  });

  test('at 100/125 replaces one at a time', () => {
    expect(completedAt(update(100, 125))).toBe(30 + 4 * 47);
  });

  test('at 90/110 of 4 is stuck and says which bound holds, with its arithmetic (3.1.6)', () => {
    const result = update(90, 110);
    const [blocked, ...more] = entriesOf(result, 'deployment-blocked');
    expect(more).toEqual([]);
    expect(blocked?.message).toBe(
      '(service web) was unable to stop or start tasks during a deployment because of the service deployment configuration: floor = ceil(4 × 90 / 100) = 4 and 4 are healthy, so 0 may stop; cap = floor(4 × 110 / 100) = 4 and 4 tasks exist, so 0 may start.',
    );
    expect(blocked?.bounds).toEqual({
      desired: 4,
      minimumHealthyPercent: 90,
      maximumPercent: 110,
      floor: 4,
      cap: 4,
      healthy: 4,
      tasks: 4,
    });
    expect([result.stopped, result.seconds, completedAt(result)]).toEqual(['settled', 30, undefined]);
  });

  test('on a full cluster waits for room at 100/200, and says that capacity holds it', () => {
    const result = update(100, 200, {
      instances: [{ name: 'a', count: 4, cpu: 256, memory: 512, availabilityZone: 'z' }],
    });
    expect(entriesOf(result, 'task-not-placed')).toHaveLength(1);
    expect(entriesOf(result, 'deployment-blocked')[0]?.message).toContain(
      'cap = floor(4 × 200 / 100) = 8 would let 4 start, but no container instance has room',
    );
    expect(completedAt(result)).toBeUndefined();
  });

  test('on a full cluster goes through when old tasks may stop first', () => {
    expect(
      completedAt(
        update(75, 100, { instances: [{ name: 'a', count: 4, cpu: 256, memory: 512, availabilityZone: 'z' }] }),
      ),
    ).toBe(30 + 4 * 47);
  });

  test('with a static host port needs a free instance for each new task (3.1.9)', () => {
    const tasks = [task({ hostPort: 80 }), task({ revision: 2, hostPort: 80 })];
    const blocked = update(100, 200, { tasks });
    expect(entriesOf(blocked, 'task-not-placed')[0]?.reason).toBe('RESOURCE:PORTS');
    expect(completedAt(update(75, 200, { tasks }))).toBe(30 + 4 * 47);
  });

  test('a task that exits slowly keeps its resources until then (3.4)', () => {
    const images = { web: { pull: 4, start: 3, stop: 10 } };
    const full = { images, instances: [{ name: 'a', count: 4, cpu: 256, memory: 512, availabilityZone: 'z' }] };
    const result = update(75, 100, full);
    expect(placements(result)[4]).toBe('web-5 a-1');
    expect(entriesOf(result, 'task-placed')[4]?.at).toBe(40);
  });

  test('SIGKILL ends a container that has not exited 30 s after SIGTERM (3.4)', () => {
    const result = update(0, 100, { images: { web: { stop: 300 } } });
    expect(entriesOf(result, 'task-stopped').map(({ at }) => at)).toEqual([60, 60, 60, 60]);
  });

  test('a second update in the middle replaces tasks of both older revisions', () => {
    const result = update(50, 100, {
      tasks: [task(), task({ revision: 2 }), task({ revision: 3 })],
      events: [UPDATE, { at: 40, updateService: { service: 'web', taskDefinition: 'web:3' } }],
    });
    expect(result.final.services.web?.revisions).toEqual({ 'web:3': 4 });
    expect(steps(result, 'deployment.startedAt')?.at(-1)?.[1]).toBe(40);
    expect(Math.min(...(steps(result, 'healthy') ?? []).map(([, value]) => value))).toBe(2);
  });

  test('the deployment metrics speak of the last deployment that an event started', () => {
    const result = update(90, 110, {
      events: [
        {
          at: 5,
          updateService: {
            service: 'web',
            taskDefinition: 'web:2',
            deploymentConfiguration: { minimumHealthyPercent: 50 },
          },
        },
        {
          at: 500,
          updateService: {
            service: 'web',
            taskDefinition: 'web:1',
            deploymentConfiguration: { minimumHealthyPercent: 90 },
          },
        },
      ],
    });
    expect(entriesOf(result, 'deployment-completed')).toHaveLength(1);
    expect(completedAt(result)).toBeUndefined();
  });

  test('forceNewDeployment replaces tasks by tasks of the same revision; the same revision alone starts nothing', () => {
    const forced = run({ events: [{ at: 10, updateService: { service: 'web', forceNewDeployment: true } }] });
    expect(completedAt(forced)).toBe(57);
    expect(forced.final.services.web?.revisions).toEqual({ 'web:1': 4 });
    const same = run({ events: [{ at: 10, updateService: { service: 'web', taskDefinition: 'web:1' } }] });
    expect(entriesOf(same, 'deployment-started')).toEqual([]);
  });

  test('scaling out during the update applies to both revisions, inside the new cap (3.1.7, A22)', () => {
    const result = update(100, 200, {
      events: [UPDATE, { at: 50, setDesiredCount: { service: 'web', desiredCount: 6 } }],
    });
    expect(result.final.services.web?.revisions).toEqual({ 'web:2': 6 });
    expect(steps(result, 'tasks')?.find(([at]) => at === 50)).toEqual([50, 12]);
    expect(steps(result, 'revision.web:1.tasks')?.find(([at]) => at === 50)).toEqual([50, 6]);
    expect(result.assumptions).toContain('A22');
  });

  test('a task of the old revision that is lost is replaced by one of the same revision (3.1.7)', () => {
    const result = update(100, 125, { events: [UPDATE, { at: 40, stopTask: { task: 'web-2' } }] });
    const replacement = entriesOf(result, 'task-placed').find(({ at }) => at === 40);
    expect(replacement?.taskDefinition).toBe('web:1');
    expect(result.final.services.web?.revisions).toEqual({ 'web:2': 4 });
  });

  test('a task of the old revision that turns unhealthy is replaced by one of the same revision (3.1.7)', () => {
    const flaky = { image: 'flaky', healthCheck: { interval: 10, retries: 2 } };
    const result = update(100, 300, {
      tasks: [task(flaky), task({ revision: 2, image: 'slow' })],
      images: { flaky: { healthy: '100s' }, slow: { pull: '10m' } },
      begin: 'empty',
      events: [{ at: 5, updateService: { service: 'web', taskDefinition: 'web:2' } }],
    });
    expect(entriesOf(result, 'task-unhealthy')[0]).toMatchObject({ at: 20, taskDefinition: 'web:1' });
    const replacements = entriesOf(result, 'task-placed').filter(({ at }) => at === 20);
    expect(replacements.map(({ taskDefinition }) => taskDefinition)).toEqual(['web:1', 'web:1', 'web:1', 'web:1']);
    expect(completedAt(result)).toBe(5 + 600 + 40);
  });

  test('a new image that always crashes never completes, and the old tasks keep serving', () => {
    const tasks = [task(), task({ revision: 2, image: 'bad' })];
    const images = { web: { pull: 4, start: 3 }, bad: { start: 1, crashes: { after: '20s' } } };
    const result = update(100, 200, { tasks, images });
    expect(result.stopped).toBe('horizon');
    expect(Math.min(...(steps(result, 'healthy') ?? []).map(([, value]) => value))).toBe(4);
    expect(steps(result, 'deployment.failedTasks')?.at(-1)?.[1]).toBeGreaterThan(100);
  });
});

describe('when a task counts as healthy (3.2)', () => {
  const checked = (healthy: string, healthCheck: object = { interval: 10, retries: 3 }) =>
    update(100, 200, {
      tasks: [task(), task({ revision: 2, image: 'slow', healthCheck })],
      images: { web: {}, slow: { start: 5, healthy } },
    });

  test('with a container health check: when the first check finds it answering', () => {
    expect(completedAt(checked('0s'))).toBe(30 + 5 + 10);
    expect(completedAt(checked('15s'))).toBe(30 + 5 + 20);
  });

  test('a task whose checks fail as often as retries allows is replaced', () => {
    const result = checked('5m');
    expect(entriesOf(result, 'task-unhealthy')[0]?.at).toBe(30 + 5 + 30);
    expect(completedAt(result)).toBeUndefined();
  });

  test('failures within the start period do not count', () => {
    expect(completedAt(checked('60s', { interval: 10, retries: 3, startPeriod: 60 }))).toBe(30 + 5 + 60);
  });
});

describe('outside a deployment', () => {
  test('a task that somebody stops is replaced', () => {
    const result = run({ events: [{ at: 10, stopTask: { task: 'web-3' } }] });
    expect(placements(result).at(-1)).toBe('web-5 a-2');
    expect(entriesOf(result, 'task-stopping')[0]?.reason).toBe('UserInitiated');
    expect(result.final.services.web?.running).toBe(4);
  });

  test('a service says steady state once, and again after it was lost', () => {
    const result = run({ begin: 'empty', events: [{ at: 100, stopTask: { task: 'web-1' } }] });
    expect(entriesOf(result, 'service-steady').map(({ at }) => at)).toEqual([47, 147]);
  });

  test('tasks of a lost instance are replaced elsewhere; tasks of a failed zone too', () => {
    const lost = run({ events: [{ at: 10, loseInstance: { instance: 'a-1' } }] });
    expect(placements(lost).slice(4)).toEqual(['web-5 a-2']);
    const zone = run({ events: [{ at: 10, failAvailabilityZone: { availabilityZone: 'z-a' } }] });
    expect(placements(zone).slice(4)).toEqual(['web-5 c-1', 'web-6 c-2']);
    expect(Object.keys(zone.final.instances)).toEqual(['c-1', 'c-2']);
  });

  test('room that comes free goes to the services that wait, in order of creation (A17)', () => {
    const service = (serviceName: string) => ({ serviceName, taskDefinition: 'web:1', desiredCount: 2 });
    const result = run({
      instances: [{ name: 'a', count: 3, cpu: 256, memory: 512, availabilityZone: 'z' }],
      services: [service('first'), service('second'), service('third')],
      events: [{ at: 10, setDesiredCount: { service: 'first', desiredCount: 1 } }],
    });
    expect(placements(result)).toEqual(['first-1 a-1', 'first-2 a-2', 'second-1 a-3', 'second-2 a-1']);
    expect(result.assumptions).toContain('A17');
  });
});

describe('draining an instance (3.1.10)', () => {
  const drain = (minimumHealthyPercent: number, maximumPercent: number, at = 10) =>
    run({
      services: [
        {
          serviceName: 'web',
          taskDefinition: 'web:1',
          desiredCount: 4,
          deploymentConfiguration: { minimumHealthyPercent, maximumPercent },
        },
      ],
      events: [{ at, drain: { instance: 'a-1' } }],
    });

  test('replaces its running service tasks under both bounds: start first at 100/200', () => {
    const result = drain(100, 200);
    expect(placements(result).at(-1)).toBe('web-5 a-2');
    expect(entriesOf(result, 'task-stopping').map(({ task, at }) => [task, at])).toEqual([['web-1', 57]]);
    expect(steps(result, 'healthy')).toEqual([[0, 4]]);
  });

  test('stops first where the floor allows', () => {
    expect(entriesOf(drain(50, 100), 'task-stopping')[0]?.at).toBe(10);
  });

  test('is blocked by bounds that leave no room, and says so', () => {
    expect(entriesOf(drain(90, 110), 'deployment-blocked')).toHaveLength(1);
  });

  test('stops PENDING service tasks at once and leaves standalone tasks alone', () => {
    const result = run({
      services: [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 2 }],
      begin: 'empty',
      events: [
        {
          at: 1,
          runTask: {
            taskDefinition: 'web:2',
            placementConstraints: [{ type: 'memberOf', expression: 'ec2InstanceId == a-1' }],
          },
        },
        { at: 2, drain: { instance: 'a-1' } },
      ],
    });
    expect(entriesOf(result, 'task-stopping').map(({ task, at }) => [task, at])).toEqual([['web-1', 2]]);
    expect(result.final.instances['a-1']?.tasks).toEqual(['web-run-1']);
  });
});

describe('a DAEMON service (1.6)', () => {
  const daemon = (part: object = {}) => ({
    serviceName: 'agent',
    taskDefinition: 'web:1',
    schedulingStrategy: 'DAEMON',
    ...part,
  });

  test('runs exactly one task on each ACTIVE instance', () => {
    expect(placements(run({ services: [daemon()] }))).toEqual([
      'agent-1 a-1',
      'agent-2 a-2',
      'agent-3 c-1',
      'agent-4 c-2',
    ]);
  });

  test('only where its constraints hold', () => {
    const placementConstraints = [{ type: 'memberOf', expression: 'attribute:ecs.availability-zone == z-c' }];
    expect(placements(run({ services: [daemon({ placementConstraints })] }))).toEqual(['agent-1 c-1', 'agent-2 c-2']);
  });

  test('starts before REPLICA services, so that its resources are kept', () => {
    const result = run({
      instances: [{ name: 'a', cpu: 512, memory: 1024 }],
      services: [{ serviceName: 'web', taskDefinition: 'web:1', desiredCount: 2 }, daemon()],
    });
    expect(placements(result)).toEqual(['agent-1 a-1', 'web-1 a-1']);
  });

  test('stops last on a draining instance, and never starts there', () => {
    const result = run({
      services: [daemon(), { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 4 }],
      events: [{ at: 10, drain: { instance: 'a-1' } }],
    });
    expect(entriesOf(result, 'task-stopping').map(({ task, at }) => [task, at])).toEqual([
      ['web-1', 57],
      ['agent-1', 57],
    ]);
  });

  test('updates by stopping first: floor 0 and cap 100 % by default (3.1.3)', () => {
    const result = run({
      services: [daemon()],
      events: [{ at: 10, updateService: { service: 'agent', taskDefinition: 'web:2' } }],
    });
    expect(entriesOf(result, 'task-stopping').map(({ at }) => at)).toEqual([10, 10, 10, 10]);
    expect(result.series['services.agent.deployment.completedAt']?.at(-1)?.[1]).toBe(57);
  });
});

describe('how a run ends', () => {
  test('settled when nothing is queued, at the second of the last event', () => {
    expect([run().stopped, run().seconds]).toEqual(['settled', 0]);
  });

  test('timers of stopped tasks do not keep it going', () => {
    const result = update(50, 100, {
      events: [UPDATE, { at: 40, setDesiredCount: { service: 'web', desiredCount: 0 } }],
    });
    expect([result.stopped, result.seconds]).toEqual(['settled', 40]);
  });

  test('at the horizon when something is still to come', () => {
    const result = update(100, 125, { horizon: '60s' });
    expect([result.stopped, result.seconds]).toEqual(['horizon', 60]);
  });
});
