import type { Entry, Run } from '../../simulator/run.ts';
import type { YardWorld } from './moment.ts';
import { halfTheFleet } from './scenario.fixture.ts';

/** A hand-made run of rolling-update/half-the-fleet with 50 per cent: two waves of two tasks. */
const bounds = { desired: 4, minimumHealthyPercent: 50, maximumPercent: 110, floor: 2, cap: 4 };
const NAMES = ['a-1', 'c-1', 'a-2', 'c-2'];

function standing(index: number): Entry[] {
  const about = {
    at: 0,
    service: 'web',
    task: `web-${index + 1}`,
    taskDefinition: 'web:1',
    instance: NAMES[index] ?? '',
  };
  return [
    { ...about, type: 'task-placed', state: 'RUNNING', message: 'stands' },
    { ...about, type: 'task-healthy', state: 'RUNNING', message: 'healthy' },
  ];
}

function wave(at: number, first: number): Entry[] {
  const old = (n: number) => ({
    service: 'web',
    task: `web-${n}`,
    taskDefinition: 'web:1',
    instance: NAMES[n - 1] ?? '',
  });
  const young = (n: number) => ({
    service: 'web',
    task: `web-${n + 4}`,
    taskDefinition: 'web:2',
    instance: NAMES[n - 1] ?? '',
  });
  const both = [first, first + 1];
  return [
    ...both.map(
      (n): Entry => ({
        at,
        type: 'task-stopping',
        ...old(n),
        state: 'STOPPING',
        bounds: { ...bounds, healthy: 4, tasks: 4 },
        message: `(service web) has stopped 1 running tasks: (task web-${n}).`,
      }),
    ),
    ...both.map(
      (n): Entry => ({ at, type: 'task-stopped', ...old(n), state: 'STOPPED', message: `task web-${n} is STOPPED` }),
    ),
    ...both.map(
      (n): Entry => ({
        at,
        type: 'task-placed',
        ...young(n),
        state: 'PENDING',
        message: `(service web) has started 1 tasks: (task web-${n + 4}).`,
      }),
    ),
    ...both.map(
      (n): Entry => ({
        at: at + 7,
        type: 'task-running',
        ...young(n),
        state: 'RUNNING',
        message: `task web-${n + 4} is RUNNING`,
      }),
    ),
    ...both.map(
      (n): Entry => ({
        at: at + 47,
        type: 'task-healthy',
        ...young(n),
        state: 'RUNNING',
        message: `task web-${n + 4} is HEALTHY`,
      }),
    ),
  ];
}

export const halfTheFleetRun: Run = {
  scenario: 'rolling-update/half-the-fleet',
  input: { world: halfTheFleet.world },
  seed: 7,
  stopped: 'settled',
  seconds: 124,
  entries: [
    ...[0, 1, 2, 3].flatMap(standing),
    { at: 30, type: 'event', service: 'web', message: 'UpdateService web to web:2' },
    {
      at: 30,
      type: 'deployment-started',
      service: 'web',
      taskDefinition: 'web:2',
      bounds: { ...bounds, healthy: 4, tasks: 4 },
      message: '(service web) has begun a deployment',
    },
    ...wave(30, 1),
    ...wave(77, 3),
    {
      at: 124,
      type: 'deployment-completed',
      service: 'web',
      taskDefinition: 'web:2',
      bounds: { ...bounds, healthy: 4, tasks: 4 },
      message: '(service web) deployment completed.',
    },
    { at: 124, type: 'service-steady', service: 'web', message: '(service web) has reached a steady state.' },
  ],
  series: {
    'services.web.desired': [[0, 4]],
    'services.web.tasks': [[0, 4]],
    'services.web.healthy': [
      [0, 4],
      [30, 2],
      [124, 4],
    ],
    'services.web.running': [
      [0, 4],
      [30, 2],
      [37, 4],
      [77, 2],
      [84, 4],
    ],
    'services.web.pending': [
      [0, 0],
      [30, 2],
      [37, 0],
      [77, 2],
      [84, 0],
    ],
    'services.web.revision.web:1.healthy': [
      [0, 4],
      [30, 2],
      [77, 0],
    ],
    'services.web.revision.web:2.healthy': [
      [0, 0],
      [77, 2],
      [124, 4],
    ],
    'services.web.deployment.completedAt': [[124, 124]],
  },
  final: {
    services: { web: { running: 4, revisions: { 'web:2': 4 } } },
    instances: Object.fromEntries(NAMES.map((name, i) => [name, { tasks: [`web-${i + 5}`], cpu: 256, memory: 512 }])),
  },
  assumptions: ['A1'],
};

export const halfTheFleetYard: YardWorld = {
  availabilityZones: ['ap-northeast-2a', 'ap-northeast-2c'],
  instances: ['a-1', 'a-2', 'c-1', 'c-2'].map((name) => ({
    name,
    instanceType: 'm5.large',
    availabilityZone: `ap-northeast-2${name[0]}`,
    cpu: 2048,
    memory: 7680,
  })),
  taskDefinitions: { 'web:1': { cpu: 256, memory: 512 }, 'web:2': { cpu: 256, memory: 512 } },
  focus: ['web'],
};
