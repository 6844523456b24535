import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { needOf } from './ecs/build-cluster.ts';
import { explain } from './explain.fixture.ts';
import { rolloutWindow } from './kernel/rollout-window.ts';
import { cases, PROOF_TIMEOUT } from './proof-cases.fixture.ts';
import { anyScenario } from './random-scenario.fixture.ts';
import { stateAt } from './replay.fixture.ts';
import type { Entry, Run } from './run.ts';
import type { Scenario } from './scenario/scenario-schema.ts';
import { simulate } from './simulate.ts';

const RUNS = cases('invariant', 120);
const TWICE = cases('invariant', 60);

/** What a service asks for at some entry, read from the scenario alone. */
type Asked = { desired: number; minimum: number; maximum: number; replica: boolean };

function askedOf(scenario: Pick<Scenario, 'world'>): Map<string, Asked> {
  return new Map(
    (scenario.world.services ?? []).map((service) => [
      service.serviceName,
      {
        desired: service.desiredCount ?? 0,
        minimum: service.deploymentConfiguration?.minimumHealthyPercent ?? 100,
        maximum: service.deploymentConfiguration?.maximumPercent ?? 200,
        replica: service.schedulingStrategy !== 'DAEMON',
      },
    ]),
  );
}

const LEAVING: readonly Entry['type'][] = ['task-deactivating', 'task-stopping', 'task-stopped'];

/** Follows the entries and calls `look` with the active tasks of the service of each one, healthy or not. */
function follow(run: Run, look: (entry: Entry, active: Map<string, boolean>, asked: Asked | undefined) => void): void {
  const asked = askedOf(run.input);
  const active = new Map<string, Map<string, boolean>>();
  for (const entry of run.entries) {
    const name = entry.service ?? '';
    const tasks = active.get(name) ?? new Map<string, boolean>();
    active.set(name, tasks);
    const wants = asked.get(name);
    const desired = entry.changes?.find(({ what }) => what === 'desiredCount');
    if (wants && desired) wants.desired = Number(desired.to);
    if (entry.task !== undefined) {
      if (entry.type === 'task-placed') tasks.set(entry.task, entry.state === 'RUNNING');
      if (entry.type === 'task-healthy') tasks.set(entry.task, true);
      if (entry.type === 'task-unhealthy' || entry.type === 'task-health-lost') tasks.set(entry.task, false);
      if (LEAVING.includes(entry.type)) tasks.delete(entry.task);
    }
    look(entry, tasks, wants);
  }
}

describe('over random worlds and events', { timeout: PROOF_TIMEOUT }, () => {
  test('no instance ever reserves more than it registered (invariant 1)', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const run = simulate(scenario);
        const registered = new Map(
          scenario.world.containerInstances.map((group) => [group.name, [group.cpu ?? 0, group.memory ?? 0] as const]),
        );
        const needs = new Map(
          scenario.world.taskDefinitions.map((task) => [
            `t:${task.revision}`,
            [needOf(task).cpuUnits, needOf(task).memoryMib] as const,
          ]),
        );
        const reserved = new Map<string, [number, number]>();
        for (const { type, instance = '', taskDefinition = '' } of run.entries) {
          if (type !== 'task-placed' && type !== 'task-stopped') continue;
          const sign = type === 'task-placed' ? 1 : -1;
          const [cpu, memory] = needs.get(taskDefinition) ?? [0, 0];
          const now = reserved.get(instance) ?? [0, 0];
          reserved.set(instance, [now[0] + sign * cpu, now[1] + sign * memory]);
          const [maxCpu, maxMemory] = registered.get(instance.replace(/-\d+$/, '')) ?? [0, 0];
          expect(reserved.get(instance)?.[0]).toBeLessThanOrEqual(maxCpu);
          expect(reserved.get(instance)?.[1]).toBeLessThanOrEqual(maxMemory);
        }
      }),
      RUNS,
    );
  });

  test('no static host port is taken twice on an instance (invariant 1, 2.2)', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const run = simulate(scenario);
        const portOf = new Map(
          scenario.world.taskDefinitions.map((task) => [
            `t:${task.revision}`,
            task.containerDefinitions[0]?.portMappings?.[0]?.hostPort ?? 0,
          ]),
        );
        const taken = new Set<string>();
        for (const entry of run.entries) {
          const port = portOf.get(entry.taskDefinition ?? '') ?? 0;
          if (port === 0 || entry.task === undefined) continue;
          const key = `${entry.instance} ${port}`;
          if (entry.type === 'task-placed') {
            expect(taken.has(key)).toBe(false);
            taken.add(key);
          }
          if (entry.type === 'task-stopped') taken.delete(key);
        }
      }),
      RUNS,
    );
  });

  test('a deployment step never takes the healthy tasks below the floor (3.1.1)', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const run = simulate(scenario);
        follow(run, (entry, active, asked) => {
          if (!LEAVING.includes(entry.type) || !entry.message.includes('may stop') || !asked?.replica) return;
          const { floor } = rolloutWindow(asked.desired, asked.minimum, asked.maximum);
          expect([...active.values()].filter(Boolean).length).toBeGreaterThanOrEqual(floor);
        });
      }),
      RUNS,
    );
  });

  test('no task is started beyond the cap (3.1.2)', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const run = simulate(scenario);
        follow(run, (entry, active, asked) => {
          if (entry.type !== 'task-placed' || !asked?.replica) return;
          const { cap } = rolloutWindow(asked.desired, asked.minimum, asked.maximum);
          expect(active.size).toBeLessThanOrEqual(cap);
        });
      }),
      RUNS,
    );
  });

  test('distinctInstance leaves at most one task of the group on an instance that is not told to stop (1.4.2)', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const isDistinct = ({
          placementConstraints = [],
        }: {
          placementConstraints?: readonly { type: string }[] | undefined;
        }) => placementConstraints.some(({ type }) => type === 'distinctInstance');
        // A service that an update frees of the constraint may put its next task beside another.
        const freed = (scenario.events ?? []).flatMap(({ updateService }) =>
          updateService?.placementConstraints && !isDistinct(updateService) ? [updateService.service] : [],
        );
        const distinct = (scenario.world.services ?? []).filter(
          (service) => isDistinct(service) && !freed.includes(service.serviceName),
        );
        const run = simulate(scenario);
        for (const { serviceName } of distinct) {
          const on = new Map<string, Set<string>>();
          for (const entry of run.entries.filter((e) => e.service === serviceName && e.task !== undefined)) {
            const here = on.get(entry.instance ?? '') ?? new Set();
            on.set(entry.instance ?? '', here);
            if (entry.type === 'task-placed') here.add(entry.task ?? '');
            if (/DEACTIVATING|STOP|DEPROVISIONING/.test(entry.state ?? '')) here.delete(entry.task ?? '');
            expect(here.size).toBeLessThanOrEqual(1);
          }
        }
      }),
      RUNS,
    );
  });

  test('the same scenario and seed give the same bytes', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        expect(JSON.stringify(simulate(scenario))).toBe(JSON.stringify(simulate(scenario)));
      }),
      TWICE,
    );
  });

  test('the state replayed after the last entry is the final state of the run', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const run = simulate(scenario);
        const state = stateAt(run, run.entries.length - 1);
        const standing = state.instances.filter(({ status }) => status !== 'GONE');
        expect(Object.fromEntries(standing.map((i) => [i.id, [...i.tasks].sort()]))).toEqual(
          Object.fromEntries(Object.entries(run.final.instances).map(([id, i]) => [id, [...i.tasks].sort()])),
        );
        for (const { id, cpu, memory } of standing) {
          expect(run.final.instances[id]).toMatchObject({ cpu: cpu.reserved, memory: memory.reserved });
        }
      }),
      RUNS,
    );
  });

  test('an explanation chooses the instance that the entry names, and asking changes nothing', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const run = simulate(scenario);
        const explained = simulate(scenario, { decisions: () => true });
        for (const [i, { decision, ...entry }] of explained.entries.entries()) {
          expect(entry).toEqual(run.entries[i]);
          if (decision === undefined) continue;
          expect(decision.chosen).toBe(entry.type === 'task-placed' ? entry.instance : null);
          const willing = decision.candidates.filter(({ refused }) => refused.length === 0);
          if (decision.chosen === null) expect(willing).toEqual([]);
          else expect(willing.map(({ instance }) => instance)).toContain(decision.chosen);
        }
        const last = run.entries.findLastIndex(({ type }) => type === 'task-placed');
        if (last >= 0) expect(explain(run, last)).toEqual(explained.entries[last]?.decision);
      }),
      TWICE,
    );
  });

  test('a task passes its states in order and never comes back (10)', () => {
    const order = [
      'PROVISIONING',
      'PENDING',
      'ACTIVATING',
      'RUNNING',
      'DEACTIVATING',
      'STOPPING',
      'DEPROVISIONING',
      'STOPPED',
    ];
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const at = new Map<string, number>();
        for (const { task, state } of simulate(scenario).entries) {
          if (task === undefined || state === undefined) continue;
          const now = order.indexOf(state);
          expect(now).toBeGreaterThanOrEqual(at.get(task) ?? 0);
          at.set(task, now);
        }
      }),
      RUNS,
    );
  });

  test('a target group has as many targets as tasks that are registered, at every second (3.3)', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const run = simulate(scenario);
        const balanced = new Set(
          (scenario.world.services ?? []).filter((s) => s.loadBalancers?.length).map((s) => s.serviceName),
        );
        const registered = new Set<string>();
        const bySecond = new Map<number, number>();
        for (const { at, type, task = '', service = '', state } of run.entries) {
          if (!balanced.has(service)) continue;
          if (type === 'task-running' || (type === 'task-placed' && state === 'RUNNING')) registered.add(task);
          if (type === 'task-stopping' || type === 'task-stopped') registered.delete(task);
          bySecond.set(at, registered.size);
        }
        const value = (health: string, second: number) =>
          run.series[`targetGroups.tg.${health}`]?.findLast(([start]) => start <= second)?.[1] ?? 0;
        for (const [second, count] of bySecond) {
          const targets = ['initial', 'healthy', 'unhealthy', 'draining'].map((health) => value(health, second));
          expect(Math.min(...targets)).toBeGreaterThanOrEqual(0);
          expect(targets.reduce((sum, n) => sum + n, 0)).toBe(count);
        }
      }),
      RUNS,
    );
  });

  test('a run ends settled, at the horizon or at the event limit, and its series say only changes', () => {
    fc.assert(
      fc.property(anyScenario, (scenario) => {
        const run = simulate(scenario, { limits: { events: 2_000, instances: 10_000 } });
        expect(['settled', 'horizon', 'event-limit']).toContain(run.stopped);
        expect(run.seconds).toBeLessThanOrEqual(1800);
        for (const [metric, steps] of Object.entries(run.series)) {
          for (let i = 1; i < steps.length; i++) {
            const [before, after] = [steps[i - 1] as [number, number], steps[i] as [number, number]];
            expect({ metric, later: after[0] > before[0], changed: after[1] !== before[1] }).toEqual({
              metric,
              later: true,
              changed: true,
            });
          }
        }
      }),
      RUNS,
    );
  });
});
