import type { RunInput } from '../../run.ts';
import type { LoadSpec, SetLoad } from '../../scenario/load-schema.ts';
import type { AppRunnerService } from '../../scenario/scaling-app-runner-schema.ts';
import type { Controller, Storey } from '../../storey.ts';
import type { Simulation } from '../simulation.ts';
import { type Curve, nextChange, valueAt } from '../traffic/load-curve.ts';
import { readCurve } from '../traffic/read-curve.ts';
import { autoScalingOf } from './auto-scaling-of.ts';
import { concurrentAt, instancesFor } from './instances.ts';

/** A service looks again when its load or the requests under way change; the payload is its place in the world. */
const LOOK = 170;

/** App Runner, closed to new customers since 2026-04-30: what its concurrency scaling does (10/7). */
export const appRunnerStorey: Storey = {
  name: 'app runner',
  begin: beginAppRunner,
};

type Source = { name: string | undefined; curve: Curve; since: number };
type Running = {
  spec: AppRunnerService;
  sources: Source[];
  /** Requests a second so far, as far back as any of them is under way. */
  rates: [number, number][];
  instances: number;
  look: number | undefined;
};

function beginAppRunner(_: Simulation, { world }: RunInput): Controller | undefined {
  const loads = (world.load ?? []) as LoadSpec[];
  const services = (world.appRunnerServices ?? []).map((spec): Running => {
    const own = loads.filter(({ appRunnerService }) => appRunnerService === spec.serviceName);
    const sources = own.map(({ name, perSecond }) => ({ name, curve: curveOf(perSecond), since: 0 }));
    return { spec, sources, rates: [], instances: autoScalingOf(spec).minSize, look: undefined };
  });
  if (services.length === 0) return undefined;
  return {
    kinds: [LOOK],
    isLive: (_sim, { payload, atSeconds }) => services[payload]?.look === atSeconds,
    verbs: { setLoad: (sim: Simulation, input: SetLoad) => setLoad(sim, services, input) },
    write: (sim) => {
      for (const [i, service] of services.entries()) update(sim, service, i);
    },
  };
}

function curveOf(perSecond: unknown): Curve {
  const { curve } = readCurve(perSecond);
  if (curve === undefined) throw new Error('no curve of load: the scenario was not checked');
  return curve;
}

/** Another curve from this second on, for the load that is named or for all of a service. */
function setLoad({ nowSeconds }: Simulation, services: Running[], input: SetLoad): void {
  for (const service of services) {
    const isNamed = service.sources.some(({ name }) => input.load !== undefined && name === input.load);
    if (!isNamed && input.appRunnerService !== service.spec.serviceName) continue;
    const kept = isNamed ? service.sources.filter(({ name }) => name !== input.load) : [];
    service.sources = [...kept, { name: input.load, curve: curveOf(input.perSecond), since: nowSeconds }];
  }
}

/** The end of a second: what comes in, what is under way, and how many instances that takes. */
function update(sim: Simulation, service: Running, i: number): void {
  const now = sim.nowSeconds;
  const { serviceName, requestSeconds = 1 } = service.spec;
  const rate = service.sources.reduce((sum, { curve, since }) => sum + valueAt(curve, now - since), 0);
  remember(service, now, rate, requestSeconds);
  const concurrent = concurrentAt(service.rates, now, requestSeconds);
  const { instances, sum } = instancesFor(concurrent, autoScalingOf(service.spec));
  if (instances !== service.instances) tell(sim, service, { instances, sum, concurrent });
  service.instances = instances;
  sim.timeline.series(`appRunner.${serviceName}.instances`).set(now, instances);
  sim.timeline.series(`appRunner.${serviceName}.concurrent`).set(now, concurrent);
  const look = nextLook(service, now, requestSeconds);
  if (look === service.look || look === undefined) return;
  service.look = look;
  sim.queue.push(look, LOOK, i);
}

function remember({ rates }: Running, now: number, rate: number, requestSeconds: number): void {
  const last = rates.at(-1);
  if (last === undefined || last[1] !== rate) {
    if (last?.[0] === now) last[1] = rate;
    else rates.push([now, rate]);
  }
  while ((rates[1]?.[0] ?? now) <= now - requestSeconds) rates.shift();
}

/** The next second with another rate, or in which requests of another rate are answered. */
function nextLook({ sources, rates }: Running, now: number, requestSeconds: number): number | undefined {
  const changes = sources.flatMap(({ curve, since }) => {
    const next = nextChange(curve, now - since);
    return next === undefined ? [] : [next + since];
  });
  // While two rates are under way their shares shift every second.
  const oldest = now - requestSeconds + 1;
  const isMixed = rates.some(([from, perSecond], k) => from > oldest && (k > 0 || perSecond > 0));
  if (isMixed) changes.push(now + 1);
  return changes.length === 0 ? undefined : Math.min(...changes);
}

function tell(
  sim: Simulation,
  { spec, instances: from }: Running,
  { instances: to, sum, concurrent }: { instances: number; sum: string; concurrent: number },
): void {
  const { maxConcurrency, minSize, maxSize } = autoScalingOf(spec);
  sim.assumptions.add('A19');
  sim.lastSeconds = sim.nowSeconds;
  sim.timeline.record({
    at: sim.nowSeconds,
    type: 'app-runner-scaled',
    service: spec.serviceName,
    message: `(App Runner service ${spec.serviceName}) goes from ${from} to ${to} instances for requests at a time: ${sum}.`,
    scaling: {
      policy: 'MaxConcurrency',
      from,
      to,
      running: from,
      minCapacity: minSize,
      maxCapacity: maxSize,
      needed: Math.ceil(concurrent / maxConcurrency),
      sum,
      metric: `appRunner.${spec.serviceName}.concurrent`,
      value: concurrent,
      target: maxConcurrency,
    },
  });
}
