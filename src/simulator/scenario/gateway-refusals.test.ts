import { expect, test } from 'vitest';
import { readScenario } from './scenario-schema.ts';

type Parts = {
  balancer?: object;
  listener?: object;
  group?: object;
  service?: object;
  definition?: object;
  world?: object;
};

function faults({ balancer, listener, group, service, definition, world }: Parts = {}): string[] {
  const defaultActions = [{ type: 'forward', targetGroupArn: 'fw' }];
  const { faults: found = [] } = readScenario({
    model: 'ecs',
    world: {
      availabilityZones: ['z-a'],
      subnets: [{ subnetId: 'subnet-a', availabilityZone: 'z-a' }],
      containerInstances: [],
      taskDefinitions: [
        {
          family: 'fw',
          networkMode: 'awsvpc',
          cpu: 256,
          memory: 512,
          requiresCompatibilities: ['FARGATE'],
          containerDefinitions: [{ name: 'app', image: 'fw', portMappings: [{ containerPort: 6081 }] }],
          ...definition,
        },
      ],
      services: [
        {
          serviceName: 'fw',
          taskDefinition: 'fw:1',
          desiredCount: 2,
          launchType: 'FARGATE',
          ...(definition ? {} : { networkConfiguration: { awsvpcConfiguration: { subnets: ['subnet-a'] } } }),
          loadBalancers: [{ targetGroupArn: 'fw', containerName: 'app', containerPort: 6081 }],
          ...service,
        },
      ],
      targetGroups: [
        { name: 'fw', protocol: 'GENEVE', port: 6081, targetType: 'ip', ...group },
        { name: 'other', targetType: 'ip' },
      ],
      loadBalancers: [{ name: 'gate', type: 'gateway', listeners: [{ defaultActions, ...listener }], ...balancer }],
      ...world,
    },
  });
  return found.map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const NO_PORT = /You cannot specify a protocol or port when you create a listener for a Gateway Load Balancer/;

test('a Gateway Load Balancer in front of a service on Fargate is taken, with flows to it', () => {
  const load = [{ loadBalancer: 'gate', port: 22, flows: 5, perSecond: 5 }];
  const group = { stickinessType: 'source_ip_dest_ip', targetFailover: 'rebalance', healthCheckIntervalSeconds: 5 };
  expect(faults({ world: { load }, group, balancer: { crossZone: true } })).toEqual([]);
});

test.each<[string, Parts, RegExp]>([
  ['a port of its listener', { listener: { port: 6081 } }, NO_PORT],
  ['a protocol of its listener', { listener: { protocol: 'UDP' } }, NO_PORT],
  ['rules', { listener: { rules: [{ priority: 1, conditions: [], actions: [] }] } }, /has the default action only/],
  [
    'a redirect',
    { listener: { defaultActions: [{ type: 'redirect', redirectConfig: { statusCode: 'HTTP_301' } }] } },
    /a Gateway Load Balancer only forwards/,
  ],
  [
    'two target groups',
    {
      listener: {
        defaultActions: [
          { type: 'forward', forwardConfig: { targetGroups: [{ targetGroupArn: 'fw' }, { targetGroupArn: 'other' }] } },
        ],
      },
    },
    /2 target groups: a Gateway Load Balancer forwards to one target group/,
  ],
  [
    'two listeners',
    { balancer: { listeners: [1, 2].map(() => ({ defaultActions: [{ type: 'forward', targetGroupArn: 'fw' }] })) } },
    /2 listeners: one listener takes all packets across all ports/,
  ],
  ['security groups', { balancer: { securityGroups: ['sg-1'] } }, /securityGroups: a Gateway Load Balancer has none/],
  ['a target group of another protocol', { group: { protocol: 'TCP' } }, /gate is a load balancer of type gateway/],
  [
    'its target group behind another type',
    { balancer: { type: 'network' } },
    /gate is a load balancer of type network/,
  ],
  ['another port of the targets', { group: { port: 80 } }, /port 80: target groups of protocol GENEVE have port 6081/],
  [
    'an algorithm',
    { group: { loadBalancingAlgorithmType: 'round_robin' } },
    /protocol GENEVE do not have this attribute/,
  ],
  ['cross-zone at the target group', { group: { crossZone: true } }, /crossZone with protocol GENEVE/],
  [
    'its attributes at another target group',
    { world: { targetGroups: [{ name: 'fw', targetType: 'ip', targetFailover: 'rebalance' }], loadBalancers: [] } },
    /only target groups of protocol GENEVE have this attribute/,
  ],
  ['a timeout above the interval', { group: { healthCheckTimeoutSeconds: 11 } }, /it is at most the interval, 10/],
  [
    'tasks of another network mode',
    {
      definition: { networkMode: 'bridge', requiresCompatibilities: ['EC2'] },
      service: { launchType: 'EC2' },
      group: { targetType: 'instance' },
    },
    /tasks of another network mode than awsvpc are not supported, and fw:1 has bridge/,
  ],
  ['an old platform version', { service: { platformVersion: '1.3.0' } }, /target group fw needs 1\.4\.0 or later/],
  [
    'a shift of traffic',
    {
      service: {
        deploymentConfiguration: { strategy: 'BLUE_GREEN', bakeTimeInMinutes: 1 },
        loadBalancers: [
          {
            targetGroupArn: 'fw',
            containerName: 'app',
            containerPort: 6081,
            advancedConfiguration: { alternateTargetGroupArn: 'other', productionListenerRule: 'rule' },
          },
        ],
      },
    },
    /traffic is shifted by Application and Network Load Balancers and Service Connect/,
  ],
  [
    'a price that is not known',
    { world: { prices: { region: 'us-east-1' } } },
    /the price table has no Gateway Load Balancers; leave prices out/,
  ],
  ['a type that is none', { balancer: { type: 'gatewy' } }, /write application, network, gateway or classic/],
])('of a Gateway Load Balancer is refused: %s (6/13)', (_, parts, message) => {
  expect(faults(parts).join('\n')).toMatch(message);
});

test('a listener of another type needs its port', () => {
  expect(faults({ balancer: { type: 'network' }, group: { protocol: 'TCP' } }).join('\n')).toMatch(
    /a listener without port: it needs one/,
  );
});
