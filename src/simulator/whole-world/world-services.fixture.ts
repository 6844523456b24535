import fc from 'fast-check';
import type { Curve } from './world-traffic.fixture.ts';

/** Where the tasks of a service run. */
export type Launch = 'instances' | 'groups' | 'fargate' | 'spot' | 'managed';

/** How an image behaves; the second revision has another one. */
export type ImageDraft = {
  pull: number;
  start: number;
  stop: number;
  healthy: number;
  requestSeconds: number;
  requestsPerSecond: number;
  cpuPerRequest: number;
  messageSeconds: number;
  crashesAfter: number | null;
};

export type ServiceDraft = {
  launch: Launch;
  work: 'balanced' | 'direct' | 'messages' | 'nothing';
  desiredCount: number;
  cpu: number;
  memory: number;
  hostPort: number;
  minimumHealthyPercent: number;
  maximumPercent: number;
  hasBreaker: boolean;
  isDistinct: boolean;
  spread: string;
  base: number;
  weights: [number, number];
  deregistrationDelaySeconds: number;
  healthCheckGracePeriodSeconds: number;
  algorithm: string;
  load: Curve;
  images: ImageDraft[];
};

const image: fc.Arbitrary<ImageDraft> = fc.record({
  pull: fc.nat(20),
  start: fc.nat(10),
  stop: fc.constantFrom(0, 5, 60),
  healthy: fc.nat(15),
  requestSeconds: fc.constantFrom(0, 0, 1, 8),
  requestsPerSecond: fc.constantFrom(5, 20, 1000),
  cpuPerRequest: fc.constantFrom(0, 10, 40),
  messageSeconds: fc.integer({ min: 1, max: 40 }),
  crashesAfter: fc.constantFrom(null, null, null, null, null, null, 90, 400),
});

const percentages = fc
  .tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 100, max: 220 }))
  .filter(([minimum, maximum]) => minimum < 100 || maximum > 100);

export const aService: fc.Arbitrary<ServiceDraft> = fc
  .record({
    launch: fc.constantFrom<Launch[]>('instances', 'groups', 'groups', 'fargate', 'spot', 'managed'),
    work: fc.constantFrom<ServiceDraft['work'][]>('balanced', 'balanced', 'direct', 'messages', 'nothing'),
    desiredCount: fc.nat(5),
    cpu: fc.constantFrom(256, 512, 1024),
    memory: fc.constantFrom(256, 1024),
    hostPort: fc.constantFrom(0, 0, 8080),
    percentages,
    hasBreaker: fc.boolean(),
    isDistinct: fc.constantFrom(false, false, true),
    spread: fc.constantFrom('none', 'attribute:ecs.availability-zone', 'instanceId', 'cpu'),
    base: fc.nat(2),
    weights: fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 3 })),
    deregistrationDelaySeconds: fc.constantFrom(0, 10, 60),
    healthCheckGracePeriodSeconds: fc.constantFrom(0, 60),
    algorithm: fc.constantFrom('round_robin', 'round_robin', 'least_outstanding_requests'),
    load: fc.nat(40),
    images: fc.array(image, { minLength: 2, maxLength: 2 }),
  })
  .map(({ percentages: [minimumHealthyPercent, maximumPercent], ...rest }) => ({
    ...rest,
    minimumHealthyPercent,
    maximumPercent,
  }));

/** Whether its tasks have an interface of their own. */
export function isAwsvpc({ launch }: ServiceDraft): boolean {
  return launch === 'fargate' || launch === 'spot' || launch === 'managed';
}

const FARGATE_MEMORY: Record<number, number> = { 256: 512, 512: 1024, 1024: 2048 };

/** `t<i>:1` and `t<i>:2` of each service, and `job:1` of nobody. */
export function taskDefinitionsOf(services: readonly ServiceDraft[]): object[] {
  const job = { name: 'c', image: 'job', cpu: 128, memory: 128 };
  return [
    ...services.flatMap((service, i) => [1, 2].map((revision) => definitionOf(service, i, revision))),
    { family: 'job', containerDefinitions: [job] },
  ];
}

function definitionOf(service: ServiceDraft, i: number, revision: number): object {
  const { launch, cpu, hostPort } = service;
  const named = { family: `t${i}`, revision };
  const container = { name: 'c', image: `i${i}-${revision}` };
  if (isAwsvpc(service)) {
    const requiresCompatibilities = [launch === 'managed' ? 'MANAGED_INSTANCES' : 'FARGATE'];
    const memory = FARGATE_MEMORY[cpu];
    const containerDefinitions = [{ ...container, portMappings: [{ containerPort: 80 }] }];
    return { ...named, networkMode: 'awsvpc', cpu, memory, requiresCompatibilities, containerDefinitions };
  }
  const portMappings = [{ containerPort: 80, hostPort }];
  return { ...named, containerDefinitions: [{ ...container, cpu, memory: service.memory, portMappings }] };
}

/** CreateService. */
export function serviceOf(service: ServiceDraft, i: number): object {
  const { desiredCount, minimumHealthyPercent, maximumPercent, hasBreaker, healthCheckGracePeriodSeconds } = service;
  const isBalanced = service.work === 'balanced';
  const subnets = service.launch === 'managed' ? ['subnet-z1', 'subnet-z2'] : ['subnet-z1', 'subnet-z2', 'subnet-z3'];
  return {
    serviceName: `s${i}`,
    taskDefinition: `t${i}:1`,
    desiredCount,
    deploymentConfiguration: {
      minimumHealthyPercent,
      maximumPercent,
      deploymentCircuitBreaker: { enable: hasBreaker, rollback: true },
    },
    monitoring: { metricConfigurations: [{ metricNames: ['CPUUtilization'], resolutionSeconds: 20 }] },
    ...launchOf(service),
    ...(isBalanced ? { loadBalancers: [{ targetGroupArn: `tg${i}`, containerName: 'c', containerPort: 80 }] } : {}),
    ...(isBalanced ? { healthCheckGracePeriodSeconds } : {}),
    ...(isAwsvpc(service) ? { networkConfiguration: { awsvpcConfiguration: { subnets } } } : placementOf(service)),
  };
}

function launchOf({ launch, base, weights: [first, second] }: ServiceDraft): object {
  const of = (a: string, b: string) => [
    { capacityProvider: a, base, weight: first },
    { capacityProvider: b, weight: second },
  ];
  if (launch === 'instances') return { launchType: 'EC2' };
  if (launch === 'fargate') return { launchType: 'FARGATE' };
  if (launch === 'managed') return { capacityProviderStrategy: [{ capacityProvider: 'managed', weight: 1 }] };
  return { capacityProviderStrategy: launch === 'spot' ? of('FARGATE', 'FARGATE_SPOT') : of('cp0', 'cp1') };
}

function placementOf({ isDistinct, spread }: ServiceDraft): object {
  const strategy = spread === 'cpu' ? { type: 'binpack', field: spread } : { type: 'spread', field: spread };
  return {
    placementConstraints: isDistinct ? [{ type: 'distinctInstance' }] : [],
    ...(spread === 'none' ? {} : { placementStrategy: [strategy] }),
  };
}

/** What the images do: `i<service>-<revision>`, and the job's, which ends after half a minute. */
export function imagesOf(services: readonly ServiceDraft[]): Record<string, object> {
  const images = services.flatMap(({ images: drafts }, i) =>
    drafts.map(({ crashesAfter, ...draft }, r) => {
      const crashes = crashesAfter === null ? {} : { crashes: { after: crashesAfter } };
      return [`i${i}-${r + 1}`, { ...draft, cpu: 16, memory: 64, messagesAtOnce: 2, cpuPerMessage: 40, ...crashes }];
    }),
  );
  return Object.fromEntries([...images, ['job', { start: 2, crashes: { after: 30, exitCode: 0 } }]]);
}
