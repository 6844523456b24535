import type { Scenario } from '../../simulator/scenario/scenario-schema.ts';

/** rolling-update/half-the-fleet, as a parsed scenario. */
export const MIN = '/services/0/deploymentConfiguration/minimumHealthyPercent';
export const MAX = '/services/0/deploymentConfiguration/maximumPercent';

const text = (en: string) => ({ en, ko: `${en} (한국어)` });
const webTask = (revision: number) => ({
  family: 'web',
  revision,
  networkMode: 'bridge' as const,
  containerDefinitions: [
    {
      name: 'web',
      image: `web:v${revision}`,
      cpu: 256,
      memory: 512,
      portMappings: [{ containerPort: 80, hostPort: 0 }],
    },
  ],
});

export const halfTheFleet: Scenario = {
  title: { en: 'Half the fleet at a time', ko: '절반씩 교체하기' },
  lesson: 'ecs-rolling-updates#minimum-healthy-percent',
  level: 1,
  model: 'ecs',
  seed: 7,
  world: {
    region: 'ap-northeast-2',
    availabilityZones: ['ap-northeast-2a', 'ap-northeast-2c'],
    containerInstances: [
      { name: 'a', count: 2, instanceType: 'm5.large', availabilityZone: 'ap-northeast-2a' },
      { name: 'c', count: 2, instanceType: 'm5.large', availabilityZone: 'ap-northeast-2c' },
    ],
    taskDefinitions: [webTask(1), webTask(2)],
    services: [
      {
        serviceName: 'web',
        taskDefinition: 'web:1',
        desiredCount: 4,
        deploymentConfiguration: { minimumHealthyPercent: 90, maximumPercent: 110 },
      },
    ],
    images: { 'web:v1': { pull: 4, start: 3 }, 'web:v2': { pull: 4, start: 3 } },
    begin: 'steady',
  },
  events: [{ at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } }],
  horizon: 1800,
  challenge: {
    brief: text('Move it.'),
    change: [
      { path: MIN, label: text('minimumHealthyPercent'), min: 0, max: 100, step: 1 },
      { path: MAX, label: text('maximumPercent'), min: 100, max: 200, step: 1 },
    ],
    goals: [
      {
        id: 'capacity',
        metric: 'services.web.healthy',
        over: 'always',
        take: 'min',
        is: { atLeast: 2 },
        say: text('At least 2 healthy'),
      },
      { id: 'done', metric: 'services.web.deployment.completedAt', is: { atMost: 180 }, say: text('Done by 3:00') },
    ],
    hints: [text('one'), text('two'), text('three')],
    solutions: [{ name: 'half', set: { [MIN]: 50 } }],
    mistakes: [{ name: 'all-at-once', set: { [MIN]: 0 }, fails: ['capacity'], why: text('Nobody is healthy') }],
    predict: [
      {
        id: 'floor',
        ask: text('How many at the lowest moment?'),
        metric: 'services.web.healthy',
        over: 'always',
        take: 'min',
      },
    ],
  },
};
