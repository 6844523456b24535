import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cases, PROOF_TIMEOUT } from '../../proof-cases.fixture.ts';
import { faultsOf, runWith } from '../storeys.fixture.ts';
import { trafficStorey } from '../traffic/traffic-storey.ts';
import { queuesStorey } from './queues-storey.ts';

const STOREYS = [trafficStorey, queuesStorey];

type Parts = {
  queue?: object;
  service?: object;
  image?: object;
  load?: unknown[];
  events?: object[];
  horizon?: string;
  begin?: string;
};

const worker = { family: 'worker', containerDefinitions: [{ name: 'worker', image: 'worker', cpu: 256, memory: 256 }] };

function parts({ queue, service, image, load = [], events = [], horizon = '10m', begin = 'steady' }: Parts = {}) {
  const world = {
    containerInstances: [{ name: 'a', count: 4, instanceType: 'm5.large' }],
    taskDefinitions: [worker, { ...worker, revision: 2 }],
    services: [{ serviceName: 'worker', taskDefinition: 'worker:1', desiredCount: 2, ...service }],
    images: { worker: { pull: 2, start: 3, messageSeconds: 10, ...image } },
    queues: [{ name: 'jobs', service: 'worker', ...queue }],
    load,
    begin,
  };
  return { world, events, horizon };
}

function run(given?: Parts) {
  return runWith(STOREYS, parts(given));
}

function at(series: [number, number][] | undefined, second: number): number | undefined {
  return series?.findLast(([step]) => step <= second)?.[1];
}

describe('a queue whose consumer is a service (queue/1)', () => {
  test('what waits is worked off, two tasks with one message each of ten seconds, and the run settles', () => {
    const { series, seconds, stopped } = run({ queue: { visible: 6 } });
    expect(series['queues.jobs.visible']).toEqual([
      [0, 4],
      [10, 2],
      [20, 0],
    ]);
    expect(series['queues.jobs.inFlight']).toEqual([
      [0, 2],
      [30, 0],
    ]);
    expect(series['queues.jobs.done']).toEqual([
      [0, 0],
      [10, 2],
      [20, 4],
      [30, 6],
    ]);
    expect([stopped, seconds]).toEqual(['settled', 30]);
    expect(series['services.worker.backlogPerTask']).toEqual([
      [0, 2],
      [10, 1],
      [20, 0],
    ]);
  });

  test('the age of the oldest message grows by the second while it waits', () => {
    const { series } = run({ queue: { visible: 3 } });
    expect(series['queues.jobs.oldestAge']?.slice(0, 3)).toEqual([
      [0, 0],
      [1, 1],
      [2, 2],
    ]);
    expect(series['queues.jobs.oldestAge']?.at(-1)).toEqual([20, 0]);
  });

  test('every second of a long load is in the metrics, though nothing else happens', () => {
    const { series, stopped } = run({ load: [{ queue: 'jobs', perSecond: 1 }] });
    expect(stopped).toBe('horizon');
    for (const second of [100, 101, 347, 600]) {
      const [sent, done, inFlight, visible] = ['sent', 'done', 'inFlight', 'visible'].map((metric) =>
        at(series[`queues.jobs.${metric}`], second),
      );
      expect(sent).toBe(second + 1);
      expect(done).toBe(2 * Math.floor(second / 10) - (second % 10 === 0 ? 1 : 0));
      expect((done ?? 0) + (inFlight ?? 0) + (visible ?? 0)).toBe(sent);
    }
  });

  test('setLoad changes the load from its second on; times of its curve count from there', () => {
    const load = [{ name: 'users', queue: 'jobs', perSecond: 0 }];
    const setLoad = {
      load: 'users',
      perSecond: [
        [0, 3],
        ['5s', 0],
      ],
    };
    const { series } = run({ load, events: [{ at: 60, setLoad }] });
    expect(series['queues.jobs.sent']).toEqual([
      [0, 0],
      [60, 3],
      [61, 6],
      [62, 9],
      [63, 12],
      [64, 15],
    ]);
  });

  test('without a RUNNING task nothing is received, and there is no backlog per task', () => {
    const { series, stopped } = run({ queue: { visible: 5 }, service: { desiredCount: 0 } });
    expect(series['queues.jobs.visible']).toEqual([[0, 5]]);
    expect(series['services.worker.backlogPerTask']).toBeUndefined();
    expect(stopped).toBe('settled');
  });

  test('a task receives from the second in which it is RUNNING', () => {
    const { series } = run({ queue: { visible: 2 }, service: { desiredCount: 1 }, begin: 'empty' });
    expect(series['queues.jobs.inFlight']).toEqual([
      [0, 0],
      [5, 1],
      [25, 0],
    ]);
  });
});

describe('the CPU of consumers (queue/7)', () => {
  const image = { cpu: 10, cpuPerMessage: 100, messagesAtOnce: 2 };

  test('what they use at rest and for each message ÷ what they reserve: (2 × 10 + 3 × 100) ÷ 512', () => {
    const { series } = run({ queue: { visible: 3 }, image });
    expect(series['services.worker.cpu']).toEqual([
      [0, 62.5],
      [10, 3.9],
    ]);
  });

  test('a queue that grows does not show in it: three tasks at work use the same, whatever waits', () => {
    const { series } = run({ queue: { visible: 500 }, image, load: [{ queue: 'jobs', perSecond: 5 }] });
    expect(series['services.worker.cpu']).toEqual([[0, 82.03]]);
    expect(series['queues.jobs.visible']?.at(-1)?.[1]).toBeGreaterThan(2500);
  });

  test('without cpuPerMessage there is no such metric of the queue', () => {
    expect(run({ queue: { visible: 3 } }).series['services.worker.cpu']).toBeUndefined();
  });
});

describe('the visibility timeout (queue/2)', () => {
  test('messages of a task that was lost come back when it ends, and the run says so', () => {
    const events = [{ at: 4, loseInstance: { instance: 'a-1' } }];
    const { entries, series } = run({ queue: { visible: 2 }, events });
    const [returned] = entries.filter(({ type }) => type === 'messages-returned');
    expect(returned).toMatchObject({ at: 30, queue: 'jobs', service: 'worker', count: 1, reason: 'task-stopped' });
    expect(returned?.message).toContain('after the visibility timeout of 30 s it is visible again');
    expect(series['queues.jobs.done']?.at(-1)).toEqual([40, 2]);
  });

  test('a task on its way down finishes its message if it has the time (A93)', () => {
    const events = [{ at: 3, setDesiredCount: { service: 'worker', desiredCount: 1 } }];
    const kind = run({ queue: { visible: 2 }, image: { stop: 8 }, events });
    const hasty = run({ queue: { visible: 2 }, image: { stop: 2 }, events });
    expect(kind.series['queues.jobs.done']).toEqual([
      [0, 0],
      [10, 2],
    ]);
    expect(kind.assumptions).toContain('A93');
    expect(hasty.series['queues.jobs.done']).toEqual([
      [0, 0],
      [10, 1],
      [40, 2],
    ]);
  });

  test('messages that take longer than it are received twice; the run says so once, with the figures', () => {
    const { entries, series } = run({ queue: { visible: 1 }, image: { messageSeconds: 45 } });
    const returned = entries.filter(({ type }) => type === 'messages-returned');
    expect(returned).toHaveLength(1);
    expect(returned[0]).toMatchObject({ at: 30, count: 1, reason: 'visibility-timeout', messageSeconds: 45 });
    expect(returned[0]?.message).toContain('a message takes 45 s, the visibility timeout is 30 s');
    expect(series['queues.jobs.returned']?.slice(0, 3)).toEqual([
      [0, 0],
      [30, 1],
      [60, 2],
    ]);
  });

  test('a timeout longer than the work does away with it', () => {
    const given = { queue: { visible: 1, visibilityTimeoutSeconds: 60 }, image: { messageSeconds: 45 } };
    expect(run(given).series['queues.jobs.done']).toEqual([
      [0, 0],
      [45, 1],
    ]);
  });
});

describe('what a queue is refused for', () => {
  test.each([
    [{ queue: { service: 'wroker' } }, 'world/queues/0/service: there is no service wroker; did you mean worker?'],
    [
      { image: { messageSeconds: undefined } },
      'world/queues/0/service: no image of worker:1 says how long a message takes; write images["worker"].messageSeconds',
    ],
    [{ load: [{ queue: 'job', perSecond: 1 }] }, 'world/load/0/queue: there is no queue job; did you mean jobs?'],
    [
      { queue: { visibilityTimeoutSeconds: 50_000 } },
      'world/queues/0/visibilityTimeoutSeconds: 50000 is too large; write at most 43200',
    ],
  ] as [Parts, string][])('%j', (given, fault) => expect(faultsOf(parts(given))).toEqual([fault]));
});

const happening = fc.record({
  at: fc.integer({ min: 0, max: 400 }),
  verb: fc.constantFrom('desired', 'lose', 'update', 'load'),
  number: fc.integer({ min: 0, max: 6 }),
});

function eventOf({ at, verb, number }: { at: number; verb: string; number: number }): object {
  if (verb === 'desired') return { at, setDesiredCount: { service: 'worker', desiredCount: number } };
  if (verb === 'lose') return { at, loseInstance: { instance: `a-${1 + (number % 4)}` } };
  if (verb === 'update')
    return { at, updateService: { service: 'worker', taskDefinition: `worker:${1 + (number % 2)}` } };
  return { at, setLoad: { load: 'users', perSecond: number } };
}

test('whatever happens to its tasks, sent = visible + in flight + done at every second', {
  timeout: PROOF_TIMEOUT,
}, () => {
  const given = fc.record({
    events: fc.array(happening, { maxLength: 6 }),
    visible: fc.nat(50),
    visibilityTimeoutSeconds: fc.integer({ min: 1, max: 60 }),
    messageSeconds: fc.integer({ min: 1, max: 60 }),
    messagesAtOnce: fc.integer({ min: 1, max: 5 }),
    stop: fc.nat(40),
  });
  fc.assert(
    fc.property(given, ({ events, visible, visibilityTimeoutSeconds, ...image }) => {
      const of = run({
        queue: { visible, visibilityTimeoutSeconds },
        image,
        load: [{ name: 'users', queue: 'jobs', perSecond: 1 }],
        events: events.map(eventOf),
      });
      const value = (metric: string, second: number) => at(of.series[`queues.jobs.${metric}`], second) ?? 0;
      for (let second = 0; second <= of.seconds; second++) {
        const sum = value('visible', second) + value('inFlight', second) + value('done', second);
        if (sum !== value('sent', second)) throw new Error(`second ${second}: ${sum} of ${value('sent', second)}`);
      }
      for (const metric of ['done', 'sent', 'returned']) {
        const steps = of.series[`queues.jobs.${metric}`] ?? [];
        expect(steps.every(([, now], i) => i === 0 || now > (steps[i - 1]?.[1] ?? 0))).toBe(true);
      }
      expect(of.entries.every((entry, i) => i === 0 || entry.at >= (of.entries[i - 1]?.at ?? 0))).toBe(true);
      expect(Object.values(of.series).every((steps) => (steps.at(-1)?.[0] ?? 0) <= of.seconds)).toBe(true);
    }),
    cases('invariant', 25),
  );
});
