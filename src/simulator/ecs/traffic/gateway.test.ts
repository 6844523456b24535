import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import type { Run } from '../../run.ts';
import { entriesOf, run } from '../../scenario.fixture.ts';
import { keptTogether } from './connections.ts';
import { flowHash } from './flow-hash.ts';
import { at, total, valueIn } from './traffic.fixture.ts';

const FAILED = 'services.fw.requests.failed';
const ZONES = ['z-a', 'z-c'];

type Parts = {
  group?: object;
  balancer?: object;
  service?: object;
  load?: object[];
  image?: object;
  events?: object[];
  desiredCount?: number;
  begin?: 'steady' | 'empty';
};

/** Firewalls on Fargate behind a Gateway Load Balancer. */
function gatewayRun(parts: Parts = {}): Run {
  const container = { name: 'app', image: 'fw', portMappings: [{ containerPort: 6081, protocol: 'udp' }] };
  const definition = (revision: number) => ({
    family: 'fw',
    revision,
    networkMode: 'awsvpc',
    cpu: 256,
    memory: 512,
    requiresCompatibilities: ['FARGATE'],
    containerDefinitions: [container],
  });
  const subnets = ZONES.map((availabilityZone) => ({ subnetId: `subnet-${availabilityZone}`, availabilityZone }));
  return run({
    instances: [],
    tasks: [definition(1), definition(2)],
    services: [
      {
        serviceName: 'fw',
        taskDefinition: 'fw:1',
        desiredCount: parts.desiredCount ?? 4,
        launchType: 'FARGATE',
        networkConfiguration: { awsvpcConfiguration: { subnets: subnets.map(({ subnetId }) => subnetId) } },
        loadBalancers: [{ targetGroupArn: 'appliances', containerName: 'app', containerPort: 6081 }],
        ...parts.service,
      },
    ],
    images: { fw: { pull: 4, start: 3, ...parts.image } },
    begin: parts.begin ?? 'steady',
    events: parts.events ?? [],
    world: {
      availabilityZones: ZONES,
      subnets,
      targetGroups: [
        { name: 'appliances', protocol: 'GENEVE', targetType: 'ip', deregistrationDelaySeconds: 20, ...parts.group },
      ],
      loadBalancers: [
        {
          name: 'gate',
          type: 'gateway',
          listeners: [{ defaultActions: [{ type: 'forward', targetGroupArn: 'appliances' }] }],
          ...parts.balancer,
        },
      ],
      load: parts.load ?? [{ loadBalancer: 'gate', perSecond: 40 }],
    },
    horizon: '10m',
  });
}

describe('a Gateway Load Balancer (6/13)', () => {
  test('spreads flows of a request each evenly over the appliances, on any port', () => {
    const of = gatewayRun({
      image: { requestsPerSecond: 10 },
      load: [{ loadBalancer: 'gate', port: 993, perSecond: 40 }],
    });
    expect([at(of, 'loadBalancers.gate.requests.served', 5), total(of, FAILED)]).toEqual([40, 0]);
    expect(of.assumptions).toContain('A53');
  });

  test.each([['source_ip_dest_ip_proto'], ['source_ip_dest_ip']])(
    'with the stickiness %s keeps all that one client sends to one server with one appliance',
    (stickinessType) => {
      const part = { image: { requestsPerSecond: 10 }, group: { stickinessType } };
      const load = (...more: object[]) => more.map((each) => ({ loadBalancer: 'gate', perSecond: 8, ...each }));
      const one = gatewayRun({ ...part, load: [{ loadBalancer: 'gate', perSecond: 40 }] });
      expect(one.series[FAILED]).toEqual([[0, 30]]);
      const flows = gatewayRun({ ...part, load: [{ loadBalancer: 'gate', flows: 20, perSecond: 40 }] });
      expect(flows.series[FAILED]).toEqual([[0, 30]]);
      // Other clients, and other servers, may go to other appliances.
      const clients = Array.from({ length: 20 }, (_, i) => ({ sourceIp: `198.51.100.${i}` }));
      const many = gatewayRun({ ...part, image: { requestsPerSecond: 150 }, load: load(...clients) });
      expect(total(many, FAILED)).toBe(0);
      const servers = Array.from({ length: 20 }, (_, i) => ({ host: `server-${i}.example.com` }));
      expect(total(gatewayRun({ ...part, image: { requestsPerSecond: 150 }, load: load(...servers) }), FAILED)).toBe(0);
    },
  );

  test('hashes five, three or two parts of a flow: ports, then the protocol, no longer tell flows apart', () => {
    const tuple = {
      protocol: 'TCP' as const,
      sourceIp: '198.51.100.1',
      sourcePort: 5000,
      destinationIp: '203.0.113.9',
      destinationPort: 443,
    };
    const hash = (stickiness: Parameters<typeof keptTogether>[1]['stickiness'], more: object = {}) =>
      flowHash(keptTogether({ ...tuple, ...more }, { stickiness }));
    const [ports, protocol] = [{ sourcePort: 5001, destinationPort: 80 }, { protocol: 'UDP' as const }];
    const same = (stickiness: Parameters<typeof hash>[0]) => [
      hash(stickiness) === hash(stickiness, ports),
      hash(stickiness) === hash(stickiness, protocol),
      hash(stickiness) === hash(stickiness, { sourceIp: '198.51.100.2' }),
    ];
    expect(same(undefined)).toEqual([false, false, false]);
    expect(same('source_ip_dest_ip_proto')).toEqual([true, false, false]);
    expect(same('source_ip_dest_ip')).toEqual([true, true, false]);
  });

  test('has cross-zone balancing off by default: a zone with one appliance gets as much as one with two', () => {
    const part = { desiredCount: 3, image: { requestsPerSecond: 14 } };
    expect(gatewayRun(part).series[FAILED]).toEqual([[0, 6]]);
    expect(gatewayRun({ ...part, balancer: { crossZone: true } }).series[FAILED]).toEqual([[0, 0]]);
  });

  test('checks its targets every 10 s by default', () => {
    const of = gatewayRun({ begin: 'empty', load: [{ loadBalancer: 'gate', perSecond: 1 }] });
    expect(of.series['targetGroups.appliances.healthy']?.find(([, count]) => count === 4)?.[0]).toBe(17);
  });
});

describe('flows whose appliance is unhealthy or gone (6/13)', () => {
  const update = [{ at: '1m', updateService: { service: 'fw', taskDefinition: 'fw:2' } }];
  const flows = [{ loadBalancer: 'gate', flows: 12, perSecond: 24 }];

  test('stay with it by default: after an update they are all dropped, and new ones are not (A98)', () => {
    const of = gatewayRun({ load: flows, events: update });
    expect([at(of, FAILED, 65), at(of, FAILED, 500)]).toEqual([0, 24]);
    expect(entriesOf(of, 'requests-failing').at(-1)?.message).toMatch(
      /24 with no answer, \(target-group appliances\) keeps their flows with targets that are gone \(targetFailover no_rebalance\)/,
    );
    expect(of.assumptions).toContain('A98');
    const fresh = gatewayRun({ load: [{ loadBalancer: 'gate', perSecond: 24 }], events: update });
    expect(total(fresh, FAILED)).toBe(0);
  });

  test('are hashed again with targetFailover rebalance, when the deregistration delay is over', () => {
    const of = gatewayRun({ load: flows, events: update, group: { targetFailover: 'rebalance' } });
    expect(total(of, FAILED)).toBe(0);
    expect(of.assumptions).not.toContain('A98');
  });

  test('of an appliance that fails its checks are lost until those notice, or for good', () => {
    const hangs = { image: { crashes: { after: 120 }, silence: 'hangs', start: 30 }, load: flows };
    const [kept, moved] = ['no_rebalance', 'rebalance'].map((targetFailover) =>
      total(gatewayRun({ ...hangs, group: { targetFailover } }), FAILED),
    ) as [number, number];
    expect(kept).toBeGreaterThan(moved);
  });

  test(
    'whatever happens, requests are conserved at every second',
    () => {
      const world = fc.record({
        flows: fc.option(fc.integer({ min: 1, max: 7 }), { nil: undefined }),
        perSecond: fc.nat(50),
        stickinessType: fc.constantFrom(undefined, 'source_ip_dest_ip', 'source_ip_dest_ip_proto'),
        targetFailover: fc.constantFrom(undefined, 'no_rebalance', 'rebalance'),
        deregistrationDelaySeconds: fc.constantFrom(0, 5, 40),
        requestSeconds: fc.constantFrom(0, 2),
        requestsPerSecond: fc.constantFrom(5, 50),
        desiredCount: fc.integer({ min: 0, max: 5 }),
        next: fc.integer({ min: 0, max: 5 }),
        updateAt: fc.nat(200),
        crossZone: fc.boolean(),
      });
      fc.assert(
        fc.property(world, ({ flows: count, stickinessType, targetFailover, ...draft }) => {
          const { perSecond, deregistrationDelaySeconds, requestSeconds, requestsPerSecond, crossZone } = draft;
          const of = gatewayRun({
            desiredCount: draft.desiredCount,
            balancer: { crossZone },
            group: JSON.parse(JSON.stringify({ stickinessType, targetFailover, deregistrationDelaySeconds })),
            image: { requestSeconds, requestsPerSecond },
            load: [{ loadBalancer: 'gate', perSecond, ...(count === undefined ? {} : { flows: count }) }],
            events: [
              { at: draft.updateAt, updateService: { service: 'fw', taskDefinition: 'fw:2' } },
              { at: 250, setDesiredCount: { service: 'fw', desiredCount: draft.next } },
            ],
          });
          for (const prefix of ['services.fw', 'loadBalancers.gate']) {
            let open = 0;
            for (let second = 0; second <= of.seconds; second++) {
              const [sent, served, failed, inFlight] = ['sent', 'served', 'failed', 'inFlight'].map((kind) =>
                valueIn(of.series[`${prefix}.requests.${kind}`] ?? [], second),
              ) as [number, number, number, number];
              open += sent - served - failed;
              expect([second, sent, open]).toEqual([second, perSecond, inFlight]);
            }
          }
        }),
        cases('invariant', 25),
      );
    },
    PROOF_TIMEOUT,
  );
});
