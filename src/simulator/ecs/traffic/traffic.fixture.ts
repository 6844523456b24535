import type { Run, Series } from '../../run.ts';
import { run, task } from '../../scenario.fixture.ts';

/** A target group of the name, checked every 10 s. */
export function group(name: string, more: object = {}) {
  return { name, targetType: 'instance', healthCheckIntervalSeconds: 10, deregistrationDelaySeconds: 10, ...more };
}

/** A service behind the target group of its name. */
export function service(name: string, more: object = {}) {
  const loadBalancers = [{ targetGroupArn: name, containerName: 'app', containerPort: 80 }];
  return { serviceName: name, taskDefinition: `${name}:1`, desiredCount: 4, loadBalancers, ...more };
}

type Parts = Parameters<typeof run>[0] & { load?: object[]; group?: object; image?: object; service?: object };

/** Four tasks of `web` behind a target group, and requests to it. */
export function trafficRun(parts: Parts = {}): Run {
  const { load = [{ service: 'web', perSecond: 10 }], world = {}, image = {}, ...rest } = parts;
  return run({
    services: [service('web', parts.service)],
    images: { web: { pull: 4, start: 3, ...image } },
    tasks: [task(), task({ revision: 2 })],
    ...rest,
    world: { targetGroups: [group('web', parts.group)], load, ...world },
  });
}

/** The value of a metric in a second. */
export function at(of: Run, metric: string, second: number): number {
  return valueIn(of.series[metric] ?? [], second);
}

export function valueIn(series: Series, second: number): number {
  return series.findLast(([from]) => from <= second)?.[1] ?? 0;
}

/** Sum of a rate over the seconds from (included) to (excluded). */
export function total(of: Run, metric: string, from = 0, to = of.seconds + 1): number {
  let sum = 0;
  for (let second = from; second < to; second++) sum += at(of, metric, second);
  return sum;
}
