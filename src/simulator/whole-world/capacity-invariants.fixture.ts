import { itemsOf, split } from '../ecs/strategy/split.ts';
import type { Run, Series } from '../run.ts';
import type { Invariant } from './world-invariants.fixture.ts';

/** The value of a metric at a second; undefined before its first step. */
export function valueAt(series: Series | undefined, second: number): number | undefined {
  return series?.findLast(([at]) => at <= second)?.[1];
}

/** Whether somebody sets the desired count by hand. */
function isSetByHand({ input: { events = [] } }: Run, service: string): boolean {
  return events.some(({ setDesiredCount, updateService }) =>
    [setDesiredCount, updateService].some((it) => it?.service === service && it.desiredCount !== undefined),
  );
}

export const SCALING_LIMITS: Invariant = {
  id: 'world/5',
  says: 'scaling moves the desired count into minCapacity and maxCapacity, and it stays there (4.2)',
  broken(run) {
    return (run.input.world.scalableTargets ?? []).flatMap(({ service }) => {
      const moves = run.entries.flatMap(({ type, service: of, scaling, at }) => {
        if (type !== 'service-scaled' || of !== service || scaling === undefined) return [];
        const { to, minCapacity, maxCapacity } = scaling;
        return to < minCapacity || to > maxCapacity ? [`${service} goes to ${to} at ${at} s`] : [];
      });
      const limit = (kind: string, second: number) =>
        valueAt(run.series[`services.${service}.scaling.${kind}`], second) ?? 0;
      const isIn = (value: number, second: number) =>
        value >= limit('minCapacity', second) && value <= limit('maxCapacity', second);
      const desired = run.series[`services.${service}.desired`] ?? [];
      if (isSetByHand(run, service) || !isIn(valueAt(desired, 0) ?? 0, 0)) return moves;
      const outside = desired.filter(([second, value]) => !isIn(value, second));
      return [...moves, ...outside.map(([second, value]) => `${service} wants ${value} at ${second} s`)];
    });
  },
};

export const GROUP_LIMITS: Invariant = {
  id: 'world/6',
  says: 'the desired capacity of a group stays in minSize and maxSize, and never more instances are in service (5.2)',
  broken(run) {
    return (run.input.world.autoScalingGroups ?? []).flatMap(({ autoScalingGroupName: name, minSize, maxSize }) => {
      const desired = run.series[`autoScalingGroups.${name}.desired`] ?? [];
      const inService = run.series[`autoScalingGroups.${name}.inService`] ?? [];
      return [
        ...desired.filter(([, value]) => value < minSize || value > maxSize),
        ...inService.filter(([, value]) => value > maxSize),
      ].map(([second, value]) => `${name} has ${value} at ${second} s`);
    });
  },
};

/** 5.1: the base before the weights; what lies above it in shares that are off by less than one task. */
export const SPLIT: Invariant = {
  id: 'world/7',
  says: 'a strategy fills its base first and shares the rest by its weights, off by less than a task (5.1)',
  broken(run) {
    return run.entries.flatMap(({ shares = [], at, service }) => {
      const count = shares.reduce((sum, { tasks }) => sum + tasks, 0);
      const items = itemsOf(shares);
      const bases = items.reduce((sum, { base }) => sum + base, 0);
      const weights = items.reduce((sum, { weight }) => sum + weight, 0);
      const above = Math.max(0, count - bases);
      const expected = split(items, count);
      const wrong = shares.filter(({ tasks, base, weight }, i) => {
        const share = Math.min(base, count) + (above * weight) / weights;
        return Math.abs(tasks - share) >= 1 || tasks !== expected[i];
      });
      return wrong.map(
        ({ capacityProvider, tasks }) => `${service} at ${at} s: ${tasks} of ${count} on ${capacityProvider}`,
      );
    });
  },
};

const NOTICE_SECONDS = 120;

export const WITHIN_THE_NOTICE: Invariant = {
  id: 'world/12',
  says: 'what gets the two-minute notice is gone within two minutes (5.3)',
  broken(run) {
    const end = run.seconds;
    return run.entries.flatMap(({ type, at, task, instance }, i) => {
      if (type !== 'spot-interruption' || at + NOTICE_SECONDS > end) return [];
      const gone = run.entries.find((later, n) =>
        n <= i
          ? false
          : task === undefined
            ? later.instance === instance && ['instance-lost', 'instance-terminated'].includes(later.type)
            : later.task === task && later.type === 'task-stopped',
      );
      return gone && gone.at <= at + NOTICE_SECONDS
        ? []
        : [`${task ?? instance}, told at ${at} s, goes at ${gone?.at} s`];
    });
  },
};
