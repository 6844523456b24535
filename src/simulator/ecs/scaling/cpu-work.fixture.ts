import * as z from 'zod/mini';
import type { Run } from '../../run.ts';
import { readScenarioWith } from '../../scenario/read-scenario.ts';
import { simulateWith } from '../../simulate-with.ts';
import type { Controller, Storey, StoreyForm } from '../../storey.ts';
import type { Simulation } from '../simulation.ts';
import { scalingForm } from './scaling-form.ts';
import { scalingStorey } from './scaling-storey.ts';

const WORK_CHANGES = 250;

/** `[second, percent]`: how many percent of one task the whole work of the service `web` takes, from each second on. */
type Work = [number, number][];

/** A stand-in for traffic: work that the running tasks of `web` share evenly as `services.web.cpu`. */
const cpuWorkForm: StoreyForm = {
  name: 'cpu work',
  world: { cpuWork: z.optional(z.array(z.tuple([z.int(), z.number()]))) },
  verbs: {},
  metrics: [{ pattern: 'services.<service>.cpu', unit: 'percent', meaning: 'CPU utilisation.' }],
  check: () => [],
};

const cpuWork: Storey = {
  name: 'cpu work',
  begin: (sim, { world }) => {
    const work = (world as { cpuWork?: Work }).cpuWork;
    return work && shareWork(sim, work);
  },
};

function shareWork(sim: Simulation, work: Work): Controller {
  for (const [second] of work) sim.queue.push(second, WORK_CHANGES, 0);
  return {
    kinds: [WORK_CHANGES],
    write: () => {
      const running = sim.timeline.series('services.web.running').steps.at(-1)?.[1] ?? 0;
      const percent = work.findLast(([second]) => second <= sim.nowSeconds)?.[1] ?? 0;
      if (running > 0) sim.timeline.series('services.web.cpu').set(sim.nowSeconds, percent / running);
    },
  };
}

const FORMS = [cpuWorkForm, scalingForm];
const STOREYS = [cpuWork, scalingStorey];

export type ScalingParts = {
  desiredCount?: number;
  work?: Work;
  target?: object | undefined;
  alarms?: object[];
  events?: object[];
  horizon?: string;
  world?: object;
  service?: object;
};

/** One service `web` with room for 40 tasks that run 7 s after their placement. */
export function scalingScenario(parts: ScalingParts) {
  const container = {
    name: 'app',
    image: 'web',
    cpu: 256,
    memory: 256,
    portMappings: [{ containerPort: 80, hostPort: 0 }],
  };
  return readScenarioWith(FORMS, {
    model: 'ecs',
    world: {
      containerInstances: [{ name: 'a', count: 5, instanceType: 'm5.large', availabilityZone: 'z-a' }],
      taskDefinitions: [1, 2].map((revision) => ({ family: 'web', revision, containerDefinitions: [container] })),
      services: [
        { serviceName: 'web', taskDefinition: 'web:1', desiredCount: parts.desiredCount ?? 4, ...parts.service },
      ],
      images: { web: { pull: 4, start: 3 } },
      ...(parts.target
        ? { scalableTargets: [{ service: 'web', minCapacity: 1, maxCapacity: 20, ...parts.target }] }
        : {}),
      alarms: parts.alarms ?? [],
      cpuWork: parts.work ?? [],
      ...parts.world,
    },
    events: parts.events ?? [],
    horizon: parts.horizon ?? '1h',
  });
}

export function runScaling(parts: ScalingParts): Run {
  const { scenario, faults } = scalingScenario(parts);
  if (scenario === undefined) throw new Error(JSON.stringify(faults, null, 1));
  return simulateWith(STOREYS, scenario);
}

/** `180 4→6` of every change of the desired count that scaling made. */
export function scaled(run: Run): string[] {
  return run.entries
    .filter(({ scaling }) => scaling && scaling.from !== scaling.to)
    .map(({ at, scaling }) => `${at} ${scaling?.from}→${scaling?.to}`);
}

/** Target tracking on CPU at 50 %. */
export function cpuPolicy(more: object = {}) {
  return {
    policyName: 'cpu',
    policyType: 'TargetTrackingScaling',
    targetTrackingScalingPolicyConfiguration: {
      targetValue: 50,
      predefinedMetricSpecification: { predefinedMetricType: 'ECSServiceAverageCPUUtilization' },
      ...more,
    },
  };
}

/** A service that sends its CPU every 20 s (4.1.8). */
export const SENDS_FINE = {
  monitoring: { metricConfigurations: [{ metricNames: ['CPUUtilization'], resolutionSeconds: 20 }] },
};

/** The same on the high-resolution metric. */
export function finePolicy(more: object = {}) {
  const predefinedMetricSpecification = { predefinedMetricType: 'ECSServiceAverageCPUUtilizationHighResolution' };
  return { ...cpuPolicy({ predefinedMetricSpecification, ...more }), policyName: 'fine' };
}
