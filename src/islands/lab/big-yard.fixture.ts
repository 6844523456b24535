import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';

const NAMES = ['web', 'api', 'search', 'mail', 'batch'];
const ZONES = ['ap-northeast-2a', 'ap-northeast-2b', 'ap-northeast-2c'];

function definition(family: string, revision: number) {
  return {
    family,
    revision,
    networkMode: 'bridge' as const,
    containerDefinitions: [
      {
        name: family,
        image: `${family}:v${revision}`,
        cpu: 512,
        memory: 1024,
        portMappings: [{ containerPort: 80, hostPort: 0 }],
      },
    ],
  };
}

/** 200 instances and 1,000 tasks: two services are updated one after the other, instances drain, and a zone fails. */
export const bigYard: Scenario = {
  title: { en: 'Two hundred instances', ko: '인스턴스 200개' },
  model: 'ecs',
  seed: 1,
  world: {
    region: 'ap-northeast-2',
    availabilityZones: ZONES,
    containerInstances: ZONES.map((availabilityZone, i) => ({
      name: 'abc'[i] ?? '',
      count: i === 0 ? 66 : 67,
      instanceType: 'm5.xlarge',
      availabilityZone,
    })),
    taskDefinitions: NAMES.flatMap((family) => [definition(family, 1), definition(family, 2)]),
    services: NAMES.map((serviceName) => ({
      serviceName,
      taskDefinition: `${serviceName}:1`,
      desiredCount: 200,
      deploymentConfiguration: { minimumHealthyPercent: 80, maximumPercent: 120 },
    })),
    images: Object.fromEntries(
      NAMES.flatMap((name) => [1, 2].map((n) => [`${name}:v${n}`, { pull: '4s', start: '3s' }])),
    ),
  },
  events: [
    { at: '30s', updateService: { service: 'web', taskDefinition: 'web:2' } },
    { at: '90s', updateService: { service: 'api', taskDefinition: 'api:2' } },
    ...Array.from({ length: 8 }, (_, i) => ({ at: `${4 + i}m`, drain: { instance: `b-${i + 1}` } })),
    { at: '14m', failAvailabilityZone: { availabilityZone: 'ap-northeast-2c' } },
  ],
  horizon: '20m',
} as unknown as Scenario;
