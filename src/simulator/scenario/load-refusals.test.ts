import { describe, expect, test } from 'vitest';
import { group, service } from '../ecs/traffic/traffic.fixture.ts';
import { task } from '../scenario.fixture.ts';
import { readScenario } from './scenario-schema.ts';

const forward = (targetGroupArn: string) => [{ type: 'forward', targetGroupArn }];
const path = (...values: string[]) => [{ field: 'path-pattern', values }];
const regex = (regexValues: string[], values?: string[]) => [
  { field: 'path-pattern', pathPatternConfig: { regexValues, ...(values ? { values } : {}) } },
];
const rule = (priority: number, conditions: object[] = path('/a')) => ({
  priority,
  conditions,
  actions: forward('web'),
});

type Parts = {
  listener?: object;
  balancer?: object;
  world?: object;
  service?: object;
  group?: object;
  events?: object[];
  task?: Parameters<typeof task>[0];
};

function faults(parts: Parts): string[] {
  const balancer = {
    name: 'front',
    listeners: [{ port: 80, defaultActions: forward('web'), ...parts.listener }],
    ...parts.balancer,
  };
  const result = readScenario({
    model: 'ecs',
    world: {
      containerInstances: [{ name: 'a', instanceType: 'm5.large', availabilityZone: 'z-a' }],
      taskDefinitions: [task(parts.task ?? {})],
      services: [service('web', parts.service)],
      targetGroups: [group('web', parts.group)],
      loadBalancers: [balancer],
      ...parts.world,
    },
    events: parts.events ?? [],
  });
  return (result.faults ?? []).map(({ path: place, message }) => `${place.join('.')}: ${message}`);
}

test('a load balancer with rules, a service behind it and a load are taken', () => {
  const world = {
    load: [
      { loadBalancer: 'front', path: '/a', perSecond: 5 },
      { name: 'direct', service: 'web', perSecond: { ramp: { from: 0, to: 9, over: '5m' } } },
    ],
  };
  const events = [{ at: 9, setLoad: { load: 'direct', perSecond: 3 } }];
  expect(faults({ listener: { rules: [rule(1), rule(2)] }, world, events })).toEqual([]);
});

describe('listener rules that ELB refuses (6/1, 6/2, 6/3)', () => {
  test.each<[string, object[], RegExp]>([
    ['a priority that is in use', [rule(5), rule(5)], /Priority '5' is currently in use/],
    ['a priority out of range', [rule(0)], /AWS refuses priority 0: it is 1 to 50000/],
    [
      'six values',
      [
        rule(1, [
          ...path('/a', '/b', '/c'),
          { field: 'http-header', httpHeaderConfig: { httpHeaderName: 'x', values: ['a', 'b', 'c'] } },
        ]),
      ],
      /6 condition values: a rule takes 5/,
    ],
    [
      'four values of a condition',
      [rule(1, path('/a', '/b', '/c', '/d'))],
      /4 values of one condition: a condition takes 3/,
    ],
    ['six wildcards', [rule(1, path('/*/*/*', '/?/?/?'))], /6 wildcards: a rule takes 5/],
    [
      'the same condition twice',
      [rule(1, [...path('/a'), ...path('/b')])],
      /2 conditions path-pattern: a rule takes one of each/,
    ],
    ['no condition', [rule(1, [])], /a rule without a condition/],
    ['a host without a dot', [rule(1, [{ field: 'host-header', values: ['localhost'] }])], /a host name has a dot/],
    [
      'an address that is no block',
      [rule(1, [{ field: 'source-ip', values: ['10.0.0.1'] }])],
      /an address block such as/,
    ],
    ['a method with a wildcard', [rule(1, [{ field: 'http-request-method', values: ['P*'] }])], /without wildcards/],
    [
      'a config of another field',
      [rule(1, [{ field: 'host-header', values: ['a.b'], pathPatternConfig: { values: ['/a'] } }])],
      /the field is host-header/,
    ],
    [
      'a regular expression beside values',
      [rule(1, regex(['^/a'], ['/a']))],
      /values beside regexValues: a condition takes one/,
    ],
    ['four regular expressions of a condition', [rule(1, regex(['a', 'b', 'c', 'd']))], /4 values of one condition/],
    ['a regular expression of 129 characters', [rule(1, regex(['a'.repeat(129)]))], /it is at most 128 characters/],
    ['an empty regular expression', [rule(1, regex(['']))], /a value is not empty/],
    [
      'a lookahead',
      [rule(1, regex(['^/(?!api)']))],
      /AWS refuses the regular expression .* no lookaheads, lookbehinds/,
    ],
    ['a backreference', [rule(1, regex(['(a)\\1']))], /AWS refuses the regular expression .* backreferences/],
    ['a possessive quantifier', [rule(1, regex(['a++']))], /AWS refuses the regular expression .* possessive/],
    ['an atomic group', [rule(1, regex(['(?>a)']))], /AWS refuses the regular expression .* atomic groups/],
    ['a Unicode character class', [rule(1, regex(['\\p{L}']))], /AWS refuses the regular expression .* Unicode/],
    [
      'an expression that is none',
      [rule(1, regex(['/a', '/(b']))],
      /pathPatternConfig\.regexValues\.1: at character 4: a parenthesis is still open; write \)/,
    ],
    ['a word boundary, which is not simulated', [rule(1, regex(['a\\b']))], /at character 2: \\b is not simulated/],
    [
      'a regular expression that grows without end',
      [rule(1, regex(['((a{99}){99}){99}']))],
      /this repeats too much; simplify it/,
    ],
    ['101 rules', Array.from({ length: 101 }, (_, i) => rule(i + 1)), /101 rules: a load balancer takes 100/],
  ])('%s', (_, rules, message) => {
    expect(faults({ listener: { rules } }).join('\n')).toMatch(message);
  });

  test.each<[string, object, RegExp]>([
    [
      'a weight over 999',
      { type: 'forward', forwardConfig: { targetGroups: [{ targetGroupArn: 'web', weight: 1000 }] } },
      /weight 1000: it is 0 to 999/,
    ],
    [
      'stickiness over a week',
      {
        type: 'forward',
        forwardConfig: {
          targetGroups: [{ targetGroupArn: 'web' }],
          targetGroupStickinessConfig: { enabled: true, durationSeconds: 700_000 },
        },
      },
      /durationSeconds 700000: it is 1 to 604800/,
    ],
    ['a forward to nowhere', { type: 'forward' }, /forward without forwardConfig/],
    [
      'an unknown target group',
      { type: 'forward', targetGroupArn: 'webb' },
      /no target group webb; did you mean web\?/,
    ],
    [
      'a fixed response of 302',
      { type: 'fixed-response', fixedResponseConfig: { statusCode: '302' } },
      /it is 2XX, 4XX or 5XX/,
    ],
  ])('%s', (_, action, message) => {
    expect(faults({ listener: { defaultActions: [action], rules: [rule(1)] } }).join('\n')).toMatch(message);
  });
});

describe('what does not fit together (6/4, 6/5, 6/7, 6/10, 6/11)', () => {
  const classic = { loadBalancerName: 'old', containerName: 'app', containerPort: 80 };
  const old = (instancePort = 8080) => ({ name: 'old', type: 'classic', listeners: [{ port: 80, instancePort }] });
  const front = { name: 'front', listeners: [{ port: 80, defaultActions: forward('web') }] };

  test.each<[string, Parts, RegExp]>([
    ['slow start under 30 s', { group: { slowStartSeconds: 10 } }, /it is 30 to 900, or 0/],
    [
      'slow start with least outstanding requests',
      { group: { slowStartSeconds: 30, loadBalancingAlgorithmType: 'least_outstanding_requests' } },
      /slow start works with round_robin only/,
    ],
    [
      'cross-zone off at an Application Load Balancer',
      { balancer: { crossZone: false } },
      /turn it off at the target group/,
    ],
    [
      'a TCP group behind an Application Load Balancer',
      { group: { protocol: 'TCP' } },
      /front is a load balancer of type application/,
    ],
    [
      'rules of a Network Load Balancer',
      {
        balancer: { type: 'network', listeners: [{ port: 80, defaultActions: forward('web'), rules: [rule(1)] }] },
        group: { protocol: 'TCP' },
      },
      /has the default action only/,
    ],
    [
      'a target group that no load balancer has',
      {
        world: {
          targetGroups: [group('web'), group('lost')],
          services: [
            service('web', { loadBalancers: [{ targetGroupArn: 'lost', containerName: 'app', containerPort: 80 }] }),
          ],
        },
      },
      /The target group with targetGroupArn lost does not have an associated load balancer/,
    ],
    [
      'a target group of two load balancers',
      { world: { loadBalancers: [front, { ...front, name: 'second' }] } },
      /cannot be associated with more than one load balancer/,
    ],
    [
      'a Classic Load Balancer with a dynamic port',
      { world: { loadBalancers: [front, old()] }, service: { loadBalancers: [classic] } },
      /the host port cannot be dynamic/,
    ],
    [
      'two load balancers, one of them Classic',
      {
        task: { hostPort: 8080 },
        world: { loadBalancers: [front, old()] },
        service: { loadBalancers: [classic, { ...classic }] },
      },
      /2 Classic Load Balancers: a service takes 1/,
    ],
    [
      'neither a target group nor a name',
      { service: { loadBalancers: [{ containerName: 'app', containerPort: 80 }] } },
      /write targetGroupArn or loadBalancerName/,
    ],
    [
      'a Classic Load Balancer before awsvpc tasks',
      {
        task: { hostPort: 80, definition: { networkMode: 'awsvpc' } },
        world: { loadBalancers: [front, old()], subnets: [{ subnetId: 's', availabilityZone: 'z-a' }] },
        service: { loadBalancers: [classic], networkConfiguration: { awsvpcConfiguration: { subnets: ['s'] } } },
      },
      /Classic Load Balancers are not supported/,
    ],
    [
      'an instance target group before Fargate',
      {
        task: { hostPort: 80, definition: { networkMode: 'awsvpc' } },
        world: { subnets: [{ subnetId: 's', availabilityZone: 'z-a' }] },
        service: { networkConfiguration: { awsvpcConfiguration: { subnets: ['s'] } } },
      },
      /target type instance is incompatible with the awsvpc network mode/,
    ],
  ])('%s', (_, parts, message) => {
    expect(faults(parts).join('\n')).toMatch(message);
  });

  test('a Classic Load Balancer with a fixed host port is taken', () => {
    const parts = {
      task: { hostPort: 8080 },
      world: { loadBalancers: [front, old()], load: [{ loadBalancer: 'old', perSecond: 1 }] },
      service: { loadBalancers: [classic] },
    };
    expect(faults(parts)).toEqual([]);
  });
});

describe('loads that go nowhere', () => {
  test.each<[string, Parts, RegExp]>([
    [
      'a load without a place',
      { world: { load: [{ perSecond: 1 }] } },
      /goes to 0 places; write one of service, loadBalancer/,
    ],
    [
      'an unknown service',
      { world: { load: [{ service: 'webb', perSecond: 1 }] } },
      /no service webb; did you mean web\?/,
    ],
    [
      'an unknown load balancer',
      { world: { load: [{ loadBalancer: 'back', perSecond: 1 }] } },
      /no load balancer back/,
    ],
    [
      'a port without a listener',
      { world: { load: [{ loadBalancer: 'front', port: 443, perSecond: 1 }] } },
      /no listener on port 443; write 80/,
    ],
    [
      'connections at an Application Load Balancer',
      { world: { load: [{ loadBalancer: 'front', flows: 3, perSecond: 1 }] } },
      /only Network and Gateway Load Balancers keep connections/,
    ],
    [
      'a curve that is wrong, with its place',
      { world: { load: [{ service: 'web', perSecond: { csv: '0,1\nx,2' } }] } },
      /world\.load\.0\.perSecond\.csv: line 2: "x" is not a time/,
    ],
    ['setLoad of nothing', { events: [{ at: 1, setLoad: { service: 'web', perSecond: 1 } }] }, /no load of web/],
    [
      'an unknown security group',
      {
        world: {
          securityGroups: [{ groupId: 'a' }],
          containerInstances: [{ name: 'a', instanceType: 'm5.large', availabilityZone: 'z-a', securityGroups: ['b'] }],
        },
      },
      /no security group b; did you mean a/,
    ],
  ])('%s', (_, parts, message) => {
    expect(faults(parts).join('\n')).toMatch(message);
  });
});
