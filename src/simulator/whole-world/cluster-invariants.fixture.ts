import { rolloutWindow } from '../kernel/rollout-window.ts';
import type { Entry, Run, TaskState } from '../run.ts';
import type { Invariant } from './world-invariants.fixture.ts';
import { Ledger } from './world-ledger.fixture.ts';

/** Instances that the entries told of hold what they registered, and end with what the run says. */
export const RESOURCES: Invariant = {
  id: 'world/1',
  says: 'no instance reserves more CPU units, memory or interfaces than it has, or a static port twice',
  broken(run) {
    const ledger = new Ledger(run);
    const wrong: string[] = [];
    for (const [i, entry] of run.entries.entries()) {
      ledger.post(entry);
      const instance = ledger.instances.get(entry.instance ?? '');
      if (entry.type !== 'task-placed' || instance === undefined) continue;
      const { cpu, memory, interfaces, ports } = ledger.reserved(instance);
      const isOver = cpu > instance.cpu || memory > instance.memory || interfaces > instance.interfaces;
      if (isOver || new Set(ports).size < ports.length) wrong.push(`entry ${i}: ${entry.instance} is overfull`);
    }
    for (const [name, { cpu, memory, tasks }] of Object.entries(run.final.instances)) {
      const instance = ledger.instances.get(name);
      const booked = instance && ledger.reserved(instance);
      if (cpu < 0 || memory < 0) wrong.push(`${name} ends with less than nothing`);
      if (booked?.cpu !== cpu || booked?.memory !== memory || instance?.tasks.size !== tasks.length) {
        wrong.push(`${name} ends with ${cpu} and ${memory}, the entries say ${booked?.cpu} and ${booked?.memory}`);
      }
    }
    return wrong;
  },
};

/** Where a task may not start any more. */
export const PLACES: Invariant = {
  id: 'world/2',
  says: 'no task starts on an instance that is not there, drains, ends, or stands in a zone that failed',
  broken(run) {
    const ledger = new Ledger(run);
    const failed = new Map(
      (run.input.events ?? []).flatMap(({ at, failAvailabilityZone: zone }) => {
        return zone ? [[zone.availabilityZone, at] as const] : [];
      }),
    );
    return run.entries.flatMap((entry, i) => {
      ledger.post(entry);
      if (entry.type !== 'task-placed' || entry.instance === undefined) return [];
      const instance = ledger.instances.get(entry.instance);
      const failedAt = failed.get(entry.availabilityZone ?? '') ?? Number.POSITIVE_INFINITY;
      const isFine = instance?.isOpen === true && entry.at <= failedAt;
      return isFine ? [] : [`entry ${i}: ${entry.task} on ${entry.instance} at ${entry.at} s`];
    });
  },
};

const LEFT: readonly (TaskState | undefined)[] = ['DEACTIVATING', 'STOPPING', 'DEPROVISIONING', 'STOPPED'];

export const DISTINCT: Invariant = {
  id: 'world/3',
  says: 'distinctInstance leaves one task of the service on an instance (1.4.2)',
  broken(run) {
    const distinct = (run.input.world.services ?? []).filter(({ placementConstraints = [] }) =>
      placementConstraints.some(({ type }) => type === 'distinctInstance'),
    );
    return distinct.flatMap(({ serviceName }) => {
      const on = new Map<string, string>();
      return run.entries.flatMap(({ type, service, task, instance = '', state }, i) => {
        if (service !== serviceName || task === undefined) return [];
        if (LEFT.includes(state) && on.get(instance) === task) on.delete(instance);
        if (type !== 'task-placed') return [];
        const other = on.get(instance);
        on.set(instance, task);
        return other === undefined ? [] : [`entry ${i}: ${task} beside ${other} on ${instance}`];
      });
    });
  },
};

/** Tasks of one service that are pending or running, and which of them are healthy. */
type Active = Map<string, boolean>;

function follow(active: Active, { type, task = '', state }: Entry): void {
  if (type === 'task-placed' || type === 'task-waiting') active.set(task, state === 'RUNNING');
  if (type === 'task-healthy') active.set(task, true);
  if (type === 'task-unhealthy' || type === 'task-health-lost') active.set(task, false);
  if (LEFT.includes(state)) active.delete(task);
}

/** The desired count after an entry that changes it. */
function desiredAfter({ type, changes = [], scaling }: Entry): number | undefined {
  const changed = changes.find(({ what }) => what === 'desiredCount');
  if (changed) return Number(changed.to);
  return type === 'service-scaled' || type === 'scheduled-action' ? scaling?.to : undefined;
}

export const BOUNDS: Invariant = {
  id: 'world/4',
  says: 'no task starts above the cap of its deployment, and no step goes below its floor (3.1.1, 3.1.2)',
  broken(run) {
    return (run.input.world.services ?? []).flatMap((spec) => {
      const { minimumHealthyPercent = 100, maximumPercent = 200 } = spec.deploymentConfiguration ?? {};
      const active: Active = new Map();
      let desired = spec.desiredCount ?? 0;
      return run.entries.flatMap((entry, i) => {
        if (entry.service !== spec.serviceName) return [];
        const before = active.size;
        follow(active, entry);
        desired = desiredAfter(entry) ?? desired;
        const { floor, cap } = rolloutWindow(desired, minimumHealthyPercent, maximumPercent);
        const healthy = [...active.values()].filter(Boolean).length;
        const isStep = LEFT.includes(entry.state) && entry.message.includes('may stop');
        return [
          ...(active.size > before && active.size > cap ? [`entry ${i}: ${active.size} tasks above ${cap}`] : []),
          ...(isStep && healthy < floor ? [`entry ${i}: ${healthy} healthy below ${floor}`] : []),
        ];
      });
    });
  },
};

const ORDER: readonly TaskState[] = [
  'PROVISIONING',
  'PENDING',
  'ACTIVATING',
  'RUNNING',
  'DEACTIVATING',
  'STOPPING',
  'DEPROVISIONING',
  'STOPPED',
];

export const IN_ORDER: Invariant = {
  id: 'world/13',
  says: 'time never goes back, a task passes its states in order, and every metric is a number from 0 up',
  broken(run) {
    const states = new Map<string, number>();
    const entries = run.entries.flatMap(({ at, task, state }, i) => {
      const wrong: string[] = [];
      if (at < (run.entries[i - 1]?.at ?? 0) || at > run.seconds) wrong.push(`entry ${i} at ${at} s`);
      if (task === undefined || state === undefined) return wrong;
      const now = ORDER.indexOf(state);
      if (now < (states.get(task) ?? 0)) wrong.push(`entry ${i}: ${task} is ${state} again`);
      states.set(task, now);
      return wrong;
    });
    return [...entries, ...Object.entries(run.series).flatMap((metric) => wrongSteps(metric, run))];
  },
};

function wrongSteps([metric, steps]: [string, Run['series'][string]], { seconds }: Run): string[] {
  return steps.flatMap(([second, value], i) => {
    const before = steps[i - 1];
    const isLater = before === undefined || (second > before[0] && value !== before[1]);
    const isNumber = Number.isFinite(value) && value >= 0;
    return isLater && isNumber && second <= seconds ? [] : [`${metric} is ${value} at ${second} s`];
  });
}
