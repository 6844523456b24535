import { describe, expect, test } from 'vitest';
import { entriesOf, run, task } from '../../scenario.fixture.ts';
import { at, group, service, total, trafficRun } from './traffic.fixture.ts';

const SENT = 'services.web.requests.sent';
const SERVED = 'services.web.requests.served';
const FAILED = 'services.web.requests.failed';
const IN_FLIGHT = 'services.web.requests.inFlight';
const update = { at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } };

describe('requests to healthy tasks (6/12)', () => {
  test('are served in their second, and a world at rest settles under a load that stays', () => {
    const of = trafficRun();
    expect([of.stopped, of.seconds]).toEqual(['settled', 1]);
    expect([of.series[SENT], of.series[SERVED], of.series[FAILED], of.series[IN_FLIGHT]]).toEqual([
      [[0, 10]],
      [[0, 10]],
      [[0, 0]],
      [[0, 0]],
    ]);
    expect(of.series['targetGroups.web.requestsPerTarget']).toEqual([[0, 150]]);
  });

  test('that take 3 s are under way for 3 s', () => {
    const of = trafficRun({ image: { requestSeconds: 3 } });
    expect(of.series[IN_FLIGHT]).toEqual([
      [0, 10],
      [1, 20],
      [2, 30],
    ]);
    expect(of.series[SERVED]).toEqual([
      [0, 0],
      [3, 10],
    ]);
  });

  test('follow the curve of the load, and setLoad gives it another one whose times count from there', () => {
    const of = trafficRun({
      load: [
        {
          service: 'web',
          perSecond: [
            [0, 10],
            [20, 40],
          ],
        },
      ],
      events: [
        {
          at: 60,
          setLoad: {
            service: 'web',
            perSecond: [
              [0, 5],
              [10, 0],
            ],
          },
        },
      ],
    });
    expect(of.series[SENT]).toEqual([
      [0, 10],
      [20, 40],
      [60, 5],
      [70, 0],
    ]);
    expect(entriesOf(of, 'load-changed')[0]).toMatchObject({
      at: 60,
      service: 'web',
      requests: { sent: 5 },
      verb: 'setLoad',
    });
  });

  test('of a service without target group go to its RUNNING tasks in turn (A57)', () => {
    const of = run({
      images: { web: { pull: 4, start: 3, requestsPerSecond: 2 } },
      world: { load: [{ service: 'web', perSecond: 10 }] },
    });
    expect([of.series[SERVED], of.series[FAILED]]).toEqual([[[0, 8]], [[0, 2]]]);
    expect(of.assumptions).toContain('A57');
  });
});

describe('a rolling update (3.3, 3.4, 6/12)', () => {
  test('fails not one request when the deregistration delay is as long as the longest request', () => {
    const of = trafficRun({ image: { requestSeconds: 10 }, events: [update] });
    expect(of.series[FAILED]).toEqual([[0, 0]]);
    expect(total(of, SENT, 0, 100)).toBe(1000);
    expect(entriesOf(of, 'target-drained').map(({ task: name, at: second }) => [name, second])).toEqual(
      ['web-1', 'web-2', 'web-3', 'web-4'].map((name) => [name, 56]),
    );
  });

  test('cuts off what is still under way when a shorter delay is over: 5 s of 2.5 requests a second and task', () => {
    const of = trafficRun({
      image: { requestSeconds: 10 },
      group: { deregistrationDelaySeconds: 5 },
      events: [update],
    });
    // Deregistered at 47, cut at 52: the requests of the seconds 42 to 46 are not answered before 52.
    expect(total(of, FAILED, 0, 200)).toBe(50);
    const cuts = entriesOf(of, 'requests-cut');
    expect(cuts.map(({ at: second, reason }) => [second, reason])).toEqual(
      Array.from({ length: 4 }, () => [52, 'deregistered']),
    );
    expect(cuts.reduce((sum, { requests }) => sum + (requests?.failed ?? 0), 0)).toBe(50);
  });

  test('waits for the whole delay even where nothing is under way: the target shows as draining until then (3.3/4)', () => {
    const of = trafficRun({ image: { requestSeconds: 3 }, events: [update] });
    expect(entriesOf(of, 'target-drained').map(({ at: second, seconds }) => [second, seconds])).toEqual(
      Array.from({ length: 4 }, () => [49, 8]),
    );
    expect(entriesOf(of, 'task-stopping').map(({ at: second }) => second)).toEqual([57, 57, 57, 57]);
  });

  test('sends new requests to the new tasks only once they are healthy', () => {
    const of = trafficRun({ image: { requestsPerSecond: 3 }, service: { desiredCount: 4 }, events: [update] });
    expect(of.series[FAILED]).toEqual([[0, 0]]);
  });
});

describe('what fails (6/12)', () => {
  test('503 where the group has no target: from the beginning until the first is healthy', () => {
    const of = trafficRun({ begin: 'empty' });
    expect(of.series[FAILED]).toEqual([
      [0, 10],
      [7, 0],
    ]);
    expect(entriesOf(of, 'requests-failing')[0]).toMatchObject({
      at: 0,
      reason: 'no-target',
      targetGroup: 'web',
      requests: { sent: 10, failed: 10 },
    });
    expect(entriesOf(of, 'requests-recovered')[0]).toMatchObject({ at: 11, requests: { failed: 70 }, seconds: 7 });
  });

  test('more than a task can answer fails, the rest does not (A51)', () => {
    const of = trafficRun({ image: { requestsPerSecond: 4 }, load: [{ service: 'web', perSecond: 18 }] });
    expect([of.series[SERVED], of.series[FAILED]]).toEqual([[[0, 16]], [[0, 2]]]);
    expect(entriesOf(of, 'requests-failing')[0]?.message).toBe(
      '(service web) fails 2 of 18 requests a second: 2 with 503 from the task, web-1 and web-2 get more than they can answer.',
    );
  });

  test('502 while a container is down and its target counts as healthy: a restart of 12 s is not noticed for two checks', () => {
    const restartPolicy = { enabled: true, restartAttemptPeriod: 60 };
    const of = trafficRun({
      tasks: [task({ restartPolicy })],
      image: { start: 12, crashes: { after: 100 } },
      service: { desiredCount: 1 },
      horizon: '150s',
    });
    expect(of.series[FAILED]).toEqual([
      [0, 0],
      [100, 10],
      [112, 0],
    ]);
    expect(entriesOf(of, 'requests-failing')[0]).toMatchObject({ at: 100, reason: 'refused' });
  });

  test('504 while the host of a target is lost and health checks have not noticed: two checks, each after its timeout (A55)', () => {
    const of = trafficRun({ image: { requestSeconds: 2 }, events: [{ at: 61, loseInstance: { instance: 'a-1' } }] });
    expect(entriesOf(of, 'requests-cut')[0]).toMatchObject({ at: 61, reason: 'lost', requests: { failed: 5 } });
    expect(entriesOf(of, 'target-gone')[0]).toMatchObject({ at: 85, task: 'web-1' });
    // A quarter of 10 a second until the replacement at 78, a fifth after it.
    expect(total(of, FAILED, 62, 85)).toBeGreaterThanOrEqual(53);
    expect(total(of, FAILED, 85)).toBe(0);
    expect(of.assumptions).toContain('A55');
  });

  test('504 while an application hangs; what was under way is lost with it', () => {
    const image = { unhealthyAfter: 100, silence: 'hangs', requestSeconds: 2, healthy: 0 };
    const of = trafficRun({ image, group: { healthCheckTimeoutSeconds: 5 }, horizon: '125s' });
    expect(entriesOf(of, 'requests-cut').length).toBe(4);
    expect(entriesOf(of, 'requests-failing')[0]).toMatchObject({ at: 100, reason: 'hangs' });
    // Checks at 100 and 110 fail after 5 s each (A58).
    expect(entriesOf(of, 'target-unhealthy')[0]?.at).toBe(115);
  });

  test('nothing, when the second is the one of a cut and the next is quiet: a rate lasts its second', () => {
    const of = trafficRun({
      image: { requestSeconds: 20 },
      group: { deregistrationDelaySeconds: 0 },
      events: [{ at: 40, stopTask: { task: 'web-1' } }],
    });
    expect(of.series[FAILED]).toEqual([
      [0, 0],
      [40, 50],
      [41, 0],
    ]);
  });
});

describe('algorithms and slow start (6/4, 6/5)', () => {
  const scale = { at: 30, setDesiredCount: { service: 'web', desiredCount: 3 } };
  const cold = { requestsPerSecond: 40, warmUp: { for: 60, requestsPerSecond: 0 } };
  const load = [{ service: 'web', perSecond: 60 }];

  test('without slow start a cold task gets its full share at once', () => {
    const of = trafficRun({ image: cold, load, service: { desiredCount: 2 }, events: [scale] });
    // Running at 37, healthy at 47, warm at 97: it gets 20 a second and can answer (40 × age ÷ 60).
    expect(total(of, FAILED, 0, 200)).toBe(
      Array.from({ length: 60 }, (_, age) => Math.max(0, 20 - Math.floor((40 * age) / 60)))
        .slice(10)
        .reduce((a, b) => a + b, 0),
    );
  });

  test('with slow start it gets what it can answer', () => {
    const of = trafficRun({
      image: cold,
      load,
      service: { desiredCount: 2 },
      group: { slowStartSeconds: 60 },
      events: [scale],
    });
    expect(total(of, FAILED, 0, 200)).toBe(0);
    expect(at(of, SERVED, 150)).toBe(60);
  });

  test('slow start does not slow targets that come to an empty group', () => {
    const of = trafficRun({ begin: 'empty', group: { slowStartSeconds: 60 }, image: { requestsPerSecond: 3 } });
    expect(at(of, FAILED, 30)).toBe(0);
  });

  test('least outstanding requests gives less to a slow revision', () => {
    const images = { fast: { requestSeconds: 1 }, slow: { requestSeconds: 9, memoryPerRequest: 1, memory: 0 } };
    const tasks = [task({ image: 'fast' }), task({ family: 'old', image: 'slow' })];
    const services = [
      service('web', { desiredCount: 1 }),
      { ...service('web'), serviceName: 'old', taskDefinition: 'old:1', desiredCount: 1 },
    ];
    const both = (loadBalancingAlgorithmType: string) =>
      trafficRun({
        images,
        tasks,
        services,
        group: { loadBalancingAlgorithmType },
        load: [{ service: 'web', perSecond: 20 }],
        horizon: '90s',
        events: [{ at: 80, setLoad: { service: 'web', perSecond: 20 } }],
      });
    expect(at(both('round_robin'), 'services.old.requests.sent', 80)).toBe(10);
    expect(total(both('least_outstanding_requests'), 'services.old.requests.sent', 40, 80)).toBeLessThan(40 * 5);
  });
});

describe('load balancers (6)', () => {
  const forward = (targetGroupArn: string) => [{ type: 'forward', targetGroupArn }];
  const api = { priority: 10, conditions: [{ field: 'path-pattern', values: ['/api/*'] }], actions: forward('api') };
  const front = (listener: object, more: object = {}) => [
    { name: 'front', listeners: [{ port: 80, defaultActions: forward('web'), ...listener }], ...more },
  ];
  const tasks = [task(), task({ family: 'api' })];
  const two = { services: [service('web'), service('api')], tasks };
  const groups = { targetGroups: [group('web'), group('api')] };

  test('send requests where the first rule that matches says', () => {
    const of = trafficRun({
      ...two,
      world: { ...groups, loadBalancers: front({ rules: [api] }) },
      load: [
        { loadBalancer: 'front', path: '/api/users', perSecond: 7 },
        { loadBalancer: 'front', path: '/index.html', perSecond: 5 },
      ],
    });
    expect([of.series['services.api.requests.sent'], of.series[SENT]]).toEqual([[[0, 7]], [[0, 5]]]);
    expect(of.series['loadBalancers.front.requests.served']).toEqual([[0, 12]]);
  });

  test('answer a fixed response and a redirect themselves; one of 5xx has failed', () => {
    const fixed = (statusCode: string) => [{ type: 'fixed-response', fixedResponseConfig: { statusCode } }];
    const rules = [
      { ...api, actions: fixed('503') },
      {
        priority: 1,
        conditions: [{ field: 'host-header', values: ['old.example.com'] }],
        actions: [{ type: 'redirect', redirectConfig: { statusCode: 'HTTP_301' } }],
      },
    ];
    const of = trafficRun({
      world: { loadBalancers: front({ rules }), targetGroups: [group('web')] },
      load: [
        { loadBalancer: 'front', path: '/api/users', perSecond: 7 },
        { loadBalancer: 'front', host: 'old.example.com', perSecond: 5 },
      ],
    });
    const series = (what: string) => of.series[`loadBalancers.front.requests.${what}`];
    expect([series('sent'), series('served'), series('failed')]).toEqual([[[0, 12]], [[0, 5]], [[0, 7]]]);
  });

  test('keep the weight of a group without a healthy target (A16)', () => {
    const weighted = {
      type: 'forward',
      forwardConfig: {
        targetGroups: [
          { targetGroupArn: 'web', weight: 90 },
          { targetGroupArn: 'api', weight: 10 },
        ],
      },
    };
    const of = trafficRun({
      ...two,
      services: [service('web'), service('api', { desiredCount: 0 })],
      world: { ...groups, loadBalancers: front({ defaultActions: [weighted] }) },
      load: [{ loadBalancer: 'front', perSecond: 20 }],
    });
    expect([of.series[SERVED], of.series['services.api.requests.failed']]).toEqual([[[0, 18]], [[0, 2]]]);
    expect(of.assumptions).toContain('A16');
  });

  test('share by zone where cross-zone is off, however many targets a zone has (6/7)', () => {
    const instances = [
      { name: 'a', count: 1, instanceType: 'm5.large', availabilityZone: 'z-a' },
      { name: 'c', count: 3, instanceType: 'm5.large', availabilityZone: 'z-c' },
    ];
    const placementStrategy = [{ type: 'spread', field: 'instanceId' }];
    const uneven = (type: string, protocol: string) =>
      trafficRun({
        instances,
        image: { requestsPerSecond: 10 },
        service: { placementStrategy },
        world: { targetGroups: [group('web', { protocol })], loadBalancers: front({}, { type }) },
        load: [{ loadBalancer: 'front', perSecond: 36 }],
      });
    expect(uneven('application', 'HTTP').series[FAILED]).toEqual([[0, 0]]);
    expect(uneven('network', 'TCP').series[FAILED]).toEqual([[0, 8]]);
  });

  test('fail open: where every target is unhealthy, all of them get requests (6/6)', () => {
    const of = trafficRun({
      begin: 'empty',
      image: { healthy: 100 },
      service: { healthCheckGracePeriodSeconds: 300 },
      horizon: '200s',
    });
    expect(at(of, 'targetGroups.web.unhealthy', 110)).toBe(4);
    // No task until 7, and no answer until 107; the targets are unhealthy from 27 until five checks later.
    expect([at(of, FAILED, 106), at(of, SERVED, 107)]).toEqual([10, 10]);
    expect(entriesOf(of, 'requests-failing').map(({ reason }) => reason)).toEqual(['no-target', 'refused']);
    expect(of.assumptions).toContain('A54');
  });

  test('keep a connection of a Network Load Balancer with its target: new tasks get none of the old ones (6/8)', () => {
    const of = trafficRun({
      service: { desiredCount: 1 },
      world: {
        targetGroups: [group('web', { protocol: 'TCP' })],
        loadBalancers: front({}, { type: 'network', crossZone: true }),
      },
      image: { requestsPerSecond: 30 },
      load: [{ loadBalancer: 'front', flows: 12, perSecond: 60 }],
      events: [{ at: 30, setDesiredCount: { service: 'web', desiredCount: 4 } }],
    });
    expect(of.series[FAILED]).toEqual([[0, 30]]);
  });
});

describe('security groups (6/9)', () => {
  const instances = [
    { name: 'a', count: 2, instanceType: 'm5.large', availabilityZone: 'z-a', securityGroups: ['hosts'] },
  ];
  const world = (fromPort: number, toPort: number) => ({
    targetGroups: [group('web')],
    securityGroups: [
      { groupId: 'alb' },
      { groupId: 'hosts', ipPermissions: [{ fromPort, toPort, userIdGroupPairs: [{ groupId: 'alb' }] }] },
    ],
    loadBalancers: [
      {
        name: 'front',
        securityGroups: ['alb'],
        listeners: [{ port: 80, defaultActions: [{ type: 'forward', targetGroupArn: 'web' }] }],
      },
    ],
  });
  const parts = {
    instances,
    begin: 'empty' as const,
    load: [{ loadBalancer: 'front', perSecond: 10 }],
    horizon: '60s',
  };

  test('that leave out the dynamic host ports keep health checks and requests from the tasks', () => {
    const of = trafficRun({ ...parts, world: world(80, 80) });
    expect(entriesOf(of, 'target-unhealthy').length).toBeGreaterThan(0);
    expect(total(of, SERVED)).toBe(0);
    expect(entriesOf(of, 'requests-failing').map(({ reason }) => reason)).toContain('blocked');
  });

  test('that allow 32768 to 60999 from the load balancer let them in', () => {
    const of = trafficRun({ ...parts, world: world(32_768, 60_999) });
    expect(entriesOf(of, 'target-unhealthy')).toEqual([]);
    expect(at(of, SERVED, 60)).toBe(10);
  });
});

describe('utilisation (2.1 CloudWatch, 2.1.7)', () => {
  const image = { cpu: 16, cpuPerRequest: 32, memory: 128, memoryPerRequest: 8, requestSeconds: 2 };
  const load = [{ service: 'web', perSecond: 16 }];

  test('is used ÷ reserved × running tasks: 4 × (16 + 4 × 32) of 4 × 256 units is 56.25 %', () => {
    const of = trafficRun({ image, load });
    expect(at(of, 'services.web.cpu', 5)).toBe(56.25);
    // 4 × (128 + 8 requests × 8) of 4 × 512 MiB.
    expect(at(of, 'services.web.memory', 5)).toBe(37.5);
  });

  test('can pass 100 % where CPU is only a share: nobody else wants the rest of the instance', () => {
    const of = trafficRun({ image, load: [{ service: 'web', perSecond: 60 }] });
    expect(at(of, 'services.web.cpu', 5)).toBe(193.75);
    expect(total(of, FAILED)).toBe(0);
  });

  test('stops at 100 % where the task has a CPU amount of its own; what it cannot compute fails', () => {
    const tasks = [task({ definition: { cpu: 256 } })];
    const of = trafficRun({ image, tasks, load: [{ service: 'web', perSecond: 60 }] });
    expect(at(of, 'services.web.cpu', 5)).toBe(100);
    // (256 − 16) ÷ 32 = 7.5, so that each of four tasks answers 7 a second.
    expect(at(of, FAILED, 5)).toBe(60 - 4 * 7);
  });

  test('on a full instance goes by CPU shares: 2 shares against 1024 get next to nothing', () => {
    const instances = [{ name: 'a', count: 1, cpu: 1024, memory: 8000, availabilityZone: 'z-a' }];
    const tasks = [task({ cpu: 0 }), task({ family: 'batch', image: 'batch', cpu: 1024, memory: 512 })];
    const services = [
      service('web', { desiredCount: 1 }),
      { serviceName: 'batch', taskDefinition: 'batch:1', desiredCount: 1 },
    ];
    const images = { web: { cpuPerRequest: 10 }, batch: { cpu: 4096 } };
    const of = trafficRun({ instances, tasks, services, images, load: [{ service: 'web', perSecond: 10 }] });
    expect(at(of, FAILED, 5)).toBe(10);
    const { assumptions } = of;
    expect(assumptions).toContain('A56');
  });
});
