import { describe, expect, test } from 'vitest';
import { explain } from '../../explain.fixture.ts';
import { entriesOf, placements, run, task } from '../../scenario.fixture.ts';

const EQUAL = [
  { name: 'a', count: 2, cpu: 1024, memory: 2048, availabilityZone: 'z-a' },
  { name: 'b', count: 1, cpu: 1024, memory: 2048, availabilityZone: 'z-b' },
];

function place(count: number, part: { instances?: object[]; tasks?: object[]; service?: object } = {}) {
  return run({
    instances: part.instances ?? EQUAL,
    tasks: part.tasks ?? [task({ cpu: 256, memory: 512 })],
    services: [{ serviceName: 'web', taskDefinition: 'web', desiredCount: count, ...part.service }],
    begin: 'empty',
  });
}

function on(count: number, part: Parameters<typeof place>[1] = {}): string[] {
  return placements(place(count, part)).map((line) => line.split(' ')[1] as string);
}

describe('an instance is refused (1.1.1, 1.1.2)', () => {
  const refused = (instance: object, tasks = [task()], service = {}) => {
    const result = place(1, { instances: [{ name: 'a', cpu: 1024, memory: 2048, ...instance }], tasks, service });
    const index = result.entries.findIndex(({ type }) => type === 'task-not-placed');
    return explain(result, index)?.candidates[0]?.refused;
  };

  test.each([
    [
      'without enough CPU',
      refused({ cpu: 128 }),
      [{ rule: 'RESOURCE:CPU', need: '256 CPU units', have: '128 of 128 CPU units free' }],
    ],
    [
      'without enough memory',
      refused({ memory: 256 }),
      [{ rule: 'RESOURCE:MEMORY', need: '512 MiB', have: '256 of 256 MiB free' }],
    ],
    [
      'when a port of the agent is asked for (2.2)',
      refused({}, [task({ hostPort: 51678 })]),
      [{ rule: 'RESOURCE:PORTS', need: 'host port 51678/tcp', have: '51678/tcp in use' }],
    ],
    ['when it is DRAINING', refused({ status: 'DRAINING' }), [{ rule: 'INACTIVE', need: 'ACTIVE', have: 'DRAINING' }]],
    [
      'when its agent is disconnected',
      refused({ agentConnected: false }),
      [{ rule: 'AGENT', need: 'agent connected', have: 'agent disconnected' }],
    ],
    [
      'when it does not match an expression (1.4.3)',
      refused({ attributes: { stack: 'test' } }, [task()], {
        placementConstraints: [{ type: 'memberOf', expression: 'attribute:stack == prod' }],
      }),
      [{ rule: 'memberOf', need: 'attribute:stack == prod', have: 'stack = test' }],
    ],
    [
      'when it does not match an expression of the task definition (1.4.3)',
      refused({}, [
        task({ definition: { placementConstraints: [{ type: 'memberOf', expression: 'attribute:gpu exists' }] } }),
      ]),
      [{ rule: 'memberOf', need: 'attribute:gpu exists', have: 'no attribute gpu' }],
    ],
  ])('%s', (_, actual, expected) => {
    expect(actual).toEqual(expected);
  });

  test('for every reason at once, so that all can be mended', () => {
    expect(refused({ cpu: 128, memory: 256 })?.map(({ rule }) => rule)).toEqual(['RESOURCE:CPU', 'RESOURCE:MEMORY']);
  });

  test('a service that finds no instance stays below its desired count and says why, once (1.1.3, 1.1.6)', () => {
    const result = place(20);
    expect(entriesOf(result, 'task-not-placed')).toHaveLength(1);
    expect(entriesOf(result, 'task-not-placed')[0]?.message).toContain('insufficient CPU units available');
    expect(result.series['services.web.unplaced']?.at(-1)?.[1]).toBe(8);
    expect(result.final.services.web?.running).toBe(12);
  });
});

describe('what a task needs', () => {
  test('the task-level amounts where they are set (2.1.3)', () => {
    const result = place(1, { tasks: [task({ cpu: 64, memory: 128, definition: { cpu: 256, memory: '512' } })] });
    expect(result.final.instances['a-1']).toMatchObject({ cpu: 256, memory: 512 });
  });

  test('otherwise the sum over its containers, the soft limit where there is one (2.1.3, 2.1.4)', () => {
    const definition = {
      family: 'web',
      containerDefinitions: [
        { name: 'app', image: 'web', cpu: 100, memory: 400, memoryReservation: 100 },
        { name: 'log', image: 'log', cpu: 28, memory: 28 },
      ],
    };
    const result = run({
      tasks: [definition],
      services: [{ serviceName: 'web', taskDefinition: 'web', desiredCount: 1 }],
    });
    expect(result.final.instances['a-1']).toMatchObject({ cpu: 128, memory: 128 });
  });

  test('an instance registers vCPU × 1,024 units and 15/16 of its nominal memory less the reserved (2.1.1, 2.1.2, A20)', () => {
    const fits = (memory: number, reservedMemory: number) =>
      place(1, {
        instances: [{ name: 'a', instanceType: 'm5.large', reservedMemory }],
        tasks: [task({ cpu: 2048, memory })],
      }).final.services.web?.running;
    expect([fits(7680, 0), fits(7681, 0), fits(7424, 256), fits(7425, 256)]).toEqual([1, 0, 1, 0]);
  });

  test('a static host port once on an instance, TCP and UDP apart (2.2)', () => {
    const tcp = { portMappings: [{ containerPort: 53, hostPort: 53 }] };
    const udp = { portMappings: [{ containerPort: 53, hostPort: 53, protocol: 'udp' }] };
    expect(on(4, { tasks: [task(tcp)] })).toEqual(['a-1', 'b-1', 'a-2']);
    const both = run({
      instances: [{ name: 'a', cpu: 1024, memory: 2048 }],
      tasks: [task(tcp), task({ ...udp, family: 'dns' })],
      services: [
        { serviceName: 'web', taskDefinition: 'web', desiredCount: 1 },
        { serviceName: 'dns', taskDefinition: 'dns', desiredCount: 1 },
      ],
    });
    expect(both.final.instances['a-1']?.tasks).toEqual(['web-1', 'dns-1']);
  });

  test('in host mode every mapped port is a host port (2.2)', () => {
    const host = task({ portMappings: [{ containerPort: 80 }], definition: { networkMode: 'host' } });
    expect(on(4, { tasks: [host] })).toEqual(['a-1', 'b-1', 'a-2']);
  });
});

describe('strategies rank what is left (1.2)', () => {
  const strategy = (...placementStrategy: object[]) => ({ service: { placementStrategy } });
  const zone = { type: 'spread', field: 'attribute:ecs.availability-zone' };

  test('binpack takes the instance with the least left that still fits (1.2.1)', () => {
    expect(on(5, strategy({ type: 'binpack', field: 'memory' }))).toEqual(['a-1', 'a-1', 'a-1', 'a-1', 'a-2']);
  });

  test('binpack on mixed sizes opens the small empty instance first (1.2.1)', () => {
    const instances = [
      { name: 'big', cpu: 4096, memory: 8192 },
      { name: 'small', cpu: 1024, memory: 1024 },
    ];
    expect(on(3, { instances, ...strategy({ type: 'binpack', field: 'memory' }) })).toEqual([
      'small-1',
      'small-1',
      'big-1',
    ]);
  });

  test('binpack counts what other services use', () => {
    const result = run({
      instances: [
        { name: 'a', cpu: 1024, memory: 2048 },
        { name: 'b', cpu: 1024, memory: 2048 },
      ],
      services: [
        {
          serviceName: 'log',
          taskDefinition: 'web:1',
          desiredCount: 1,
          placementConstraints: [{ type: 'memberOf', expression: 'ec2InstanceId == b-1' }],
        },
        {
          serviceName: 'web',
          taskDefinition: 'web:1',
          desiredCount: 1,
          placementStrategy: [{ type: 'binpack', field: 'cpu' }],
        },
      ],
    });
    expect(result.final.instances['b-1']?.tasks).toEqual(['log-1', 'web-1']);
  });

  test('spread over instances takes the one with the fewest tasks of the service (1.2.2)', () => {
    expect(on(4, strategy({ type: 'spread', field: 'instanceId' }))).toEqual(['a-1', 'a-2', 'b-1', 'a-1']);
    expect(on(4, strategy({ type: 'spread', field: 'host' }))).toEqual(['a-1', 'a-2', 'b-1', 'a-1']);
  });

  test('spread over zones takes the zone with the fewest tasks of the service (1.2.2)', () => {
    expect(on(4, strategy(zone))).toEqual(['a-1', 'b-1', 'a-1', 'b-1']);
  });

  test('instances without the attribute form one bucket of their own (1.2.6, A2)', () => {
    const instances = [
      { name: 'p', count: 2, cpu: 1024, memory: 2048, attributes: { rack: '1' } },
      { name: 'n', count: 2, cpu: 1024, memory: 2048 },
    ];
    expect(place(4, { instances, ...strategy({ type: 'spread', field: 'attribute:rack' }) }).assumptions).toContain(
      'A2',
    );
    expect(on(4, { instances, ...strategy({ type: 'spread', field: 'attribute:rack' }) })).toEqual([
      'p-1',
      'n-1',
      'p-1',
      'n-1',
    ]);
  });

  test('the first strategy ranks, the next one breaks its ties (1.2.4)', () => {
    expect(on(6, strategy(zone, { type: 'binpack', field: 'memory' }))).toEqual([
      'a-1',
      'b-1',
      'a-1',
      'b-1',
      'a-1',
      'b-1',
    ]);
    expect(on(6, strategy(zone, { type: 'spread', field: 'instanceId' }))).toEqual([
      'a-1',
      'b-1',
      'a-2',
      'b-1',
      'a-1',
      'b-1',
    ]);
  });

  test('without a strategy it is zones first, then instances (1.2.7)', () => {
    expect(on(6)).toEqual(['a-1', 'b-1', 'a-2', 'b-1', 'a-1', 'b-1']);
    expect(on(6, { service: { placementStrategy: [] } })).toEqual(on(6));
  });

  test('random is the same for the same seed, differs between seeds, and is told as A7 (1.2.3)', () => {
    const instances = [{ name: 'a', count: 20, cpu: 1024, memory: 2048 }];
    const services = [
      { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 10, placementStrategy: [{ type: 'random' }] },
    ];
    const [first, again, other] = [1, 1, 2].map((seed) => run({ instances, services, seed }));
    expect(placements(first as never)).toEqual(placements(again as never));
    expect(placements(first as never)).not.toEqual(placements(other as never));
    expect(first?.assumptions).toContain('A7');
  });

  test('a left-over tie goes to the lowest instance index, and is told as A1 (1.2.5)', () => {
    expect(place(1).assumptions).toEqual(['A1']);
    expect(place(1, { instances: [{ name: 'a', cpu: 1024, memory: 2048 }] }).assumptions).toEqual([]);
  });
});

describe('standalone tasks', () => {
  const runTask = (part: object) =>
    run({ instances: EQUAL, services: [], events: [{ at: 5, runTask: { taskDefinition: 'web:1', ...part } }] });

  test('without strategy they spread over zones, then instances, by task group, and it is told as A6 (1.2.8)', () => {
    const result = runTask({ count: 3 });
    expect(placements(result)).toEqual(['web-run-1 a-1', 'web-run-2 b-1', 'web-run-3 a-2']);
    expect(result.assumptions).toContain('A6');
  });

  test('a copy that finds no instance is a failure and is not retried (1.1.6)', () => {
    const result = run({
      instances: [{ name: 'a', cpu: 512, memory: 1024 }],
      services: [],
      events: [{ at: 5, runTask: { taskDefinition: 'web:1', count: 3 } }],
    });
    expect(entriesOf(result, 'task-not-placed')).toHaveLength(1);
    expect(placements(result)).toHaveLength(2);
  });

  test('tasks of one group are counted together, of another group apart (1.2.2, 1.6)', () => {
    const result = run({
      instances: EQUAL,
      services: [],
      events: [
        { at: 5, runTask: { taskDefinition: 'web:1', group: 'batch' } },
        { at: 6, runTask: { taskDefinition: 'web:2', group: 'batch' } },
        { at: 7, runTask: { taskDefinition: 'web:1', group: 'other' } },
      ],
    });
    expect(placements(result)).toEqual(['web-run-1 a-1', 'web-run-2 b-1', 'web-run-3 a-1']);
  });

  test('affinity and anti-affinity follow task groups (1.5)', () => {
    const near = (expression: string) =>
      run({
        instances: EQUAL,
        services: [{ serviceName: 'db', taskDefinition: 'web:1', desiredCount: 1 }],
        events: [
          {
            at: 5,
            runTask: { taskDefinition: 'web:2', count: 2, placementConstraints: [{ type: 'memberOf', expression }] },
          },
        ],
      });
    expect(placements(near('task:group == service:db')).slice(1)).toEqual(['web-run-1 a-1', 'web-run-2 a-1']);
    expect(placements(near('not(task:group == service:db)')).slice(1)).toEqual(['web-run-1 a-2', 'web-run-2 b-1']);
  });
});

test('distinctInstance puts every task of the service on an instance of its own (1.4.2)', () => {
  const result = place(4, { service: { placementConstraints: [{ type: 'distinctInstance' }] } });
  expect(placements(result).map((line) => line.split(' ')[1])).toEqual(['a-1', 'b-1', 'a-2']);
  expect(entriesOf(result, 'task-not-placed')[0]?.reason).toBe('distinctInstance');
});

test('a decision names every candidate with its ranks, and the chosen one has the lowest (1.1.1)', () => {
  const result = place(2);
  const decision = explain(
    result,
    result.entries.findIndex(({ task }) => task === 'web-2'),
  );
  expect(decision?.chosen).toBe('b-1');
  expect(decision?.candidates.map(({ instance, ranks }) => [instance, ...ranks.map(({ value }) => value)])).toEqual([
    ['a-1', 1, 1, 0],
    ['a-2', 1, 0, 1],
    ['b-1', 0, 0, 2],
  ]);
});
