import fc from 'fast-check';
import { readScenario, type Scenario } from '../scenario/scenario-schema.ts';
import { aGroup, capacityOf, type GroupDraft } from './world-capacity.fixture.ts';
import { anEvent, type EventDraft, eventsOf } from './world-events.fixture.ts';
import { alarmsOf, aScaling, type ScalingDraft, targetsOf } from './world-scaling.fixture.ts';
import { aService, imagesOf, type ServiceDraft, serviceOf, taskDefinitionsOf } from './world-services.fixture.ts';
import { aCurve, type Curve, trafficOf } from './world-traffic.fixture.ts';

/** What a world of all controllers is made of. */
export type WorldDraft = {
  seed: number;
  begin: 'steady' | 'empty';
  /** Container instances that stand from the beginning, on Spot. */
  own: number;
  groups: GroupDraft[];
  managedTypes: string[];
  scaleInAfter: number | null;
  spotRoom: number | null;
  services: ServiceDraft[];
  scaling: ScalingDraft[];
  frontType: 'application' | 'network';
  front: Curve;
  weights: number[];
  messages: Curve;
  visible: number;
  visibilityTimeoutSeconds: number;
  appRunner: Curve;
  schedule: number;
  events: EventDraft[];
};

export const ZONES = ['z1', 'z2', 'z3'];
export const SUBNETS = ZONES.map((availabilityZone) => ({ subnetId: `subnet-${availabilityZone}`, availabilityZone }));
export const HORIZON_SECONDS = 1500;

const draft: fc.Arbitrary<WorldDraft> = fc.record({
  seed: fc.nat(1000),
  begin: fc.constantFrom('steady' as const, 'empty' as const),
  own: fc.integer({ min: 0, max: 3 }),
  groups: fc.array(aGroup, { minLength: 2, maxLength: 2 }),
  managedTypes: fc.subarray(['m5.large', 'm5.xlarge'], { minLength: 1 }),
  scaleInAfter: fc.constantFrom(null, -1, 0, 300),
  spotRoom: fc.option(fc.nat(4)),
  services: fc.array(aService, { minLength: 1, maxLength: 4 }),
  scaling: fc.array(aScaling, { minLength: 4, maxLength: 4 }),
  frontType: fc.constantFrom('application' as const, 'network' as const),
  front: aCurve,
  weights: fc.array(fc.constantFrom(0, 1, 1, 3), { minLength: 4, maxLength: 4 }),
  messages: aCurve,
  visible: fc.constantFrom(0, 10, 50),
  visibilityTimeoutSeconds: fc.constantFrom(5, 30, 120),
  appRunner: aCurve,
  schedule: fc.integer({ min: 5, max: 30 }),
  events: fc.array(anEvent, { maxLength: 7 }),
});

/** The queue's consumer: the first service that is to work on messages. */
export function consumerOf({ services }: Pick<WorldDraft, 'services'>): number {
  return services.findIndex(({ work }) => work === 'messages');
}

/** The world of a draft as a person would write it into a file. */
export function writtenWorld(from: WorldDraft): object {
  const consumer = consumerOf(from);
  const jobs = [{ queue: 'jobs', name: 'jobs', perSecond: from.messages }];
  const { loadBalancers, targetGroups, load } = trafficOf(from);
  const queue = { name: 'jobs', service: `s${consumer}`, visible: from.visible };
  return {
    region: 'us-east-1',
    availabilityZones: ZONES,
    subnets: SUBNETS,
    containerInstances: [
      { name: 'own', count: from.own, instanceType: 'm5.large', availabilityZone: 'z1', purchaseOption: 'spot' },
    ],
    ...capacityOf(from),
    taskDefinitions: taskDefinitionsOf(from.services),
    targetGroups,
    loadBalancers,
    load: consumer < 0 ? load : [...load, ...jobs],
    queues: consumer < 0 ? [] : [{ ...queue, visibilityTimeoutSeconds: from.visibilityTimeoutSeconds }],
    services: from.services.map(serviceOf),
    scalableTargets: targetsOf(from),
    alarms: alarmsOf(from),
    rules: rulesOf(from),
    topics: [{ name: 'people' }],
    appRunnerServices: [{ serviceName: 'runner', autoScalingConfiguration: { maxConcurrency: 10, maxSize: 4 } }],
    images: imagesOf(from.services),
    prices: { region: 'us-east-1', ec2SpotPercent: 35 },
    begin: from.begin,
  };
}

/** Tasks of services that stop are told to people; a job runs now and then on instances of the groups. */
function rulesOf({ schedule }: WorldDraft): object[] {
  const detail = { lastStatus: ['STOPPED'], group: [{ prefix: 'service:' }] };
  const eventPattern = { source: ['aws.ecs'], 'detail-type': ['ECS Task State Change'], detail };
  const capacityProviderStrategy = [{ capacityProvider: 'cp0', weight: 1 }];
  return [
    { name: 'stopped', eventPattern, targets: [{ sns: 'people' }] },
    {
      name: 'now-and-then',
      scheduleExpression: `rate(${schedule} minutes)`,
      targets: [{ ecs: { taskDefinition: 'job:1', capacityProviderStrategy } }],
    },
  ];
}

/** The draft as a checked scenario. Throws where AWS would refuse it: the generator makes none such. */
export function scenarioOf(from: WorldDraft): Scenario {
  const value = { model: 'ecs', seed: from.seed, world: writtenWorld(from), events: eventsOf(from) };
  const { scenario, faults } = readScenario(JSON.parse(JSON.stringify({ ...value, horizon: HORIZON_SECONDS })));
  if (scenario === undefined) throw new Error(`the generator made a world with faults: ${JSON.stringify(faults)}`);
  return scenario;
}

/** Small random worlds in which every controller is at work, with what happens to them. */
export const anyDraft: fc.Arbitrary<WorldDraft> = draft;
export const anyWorld: fc.Arbitrary<Scenario> = draft.map(scenarioOf);
