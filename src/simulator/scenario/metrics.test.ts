import { expect, test } from 'vitest';
import { run, scenarioWith, task } from '../scenario.fixture.ts';
import { STOREY_FORMS as STOREYS } from '../storey-forms.ts';
import { hasMetric, METRICS, metricNamed, metricsOf } from './metrics.ts';

const failing = { serviceName: 'web', taskDefinition: 'web:1', desiredCount: 1 };
const update = { at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } };

test('every series of a run is a metric of the list, and belongs to its world', () => {
  const { series, input } = run({ events: [update, { at: 200, drain: { instance: 'a-1' } }] });
  for (const metric of Object.keys(series)) {
    expect({
      metric,
      known: metricNamed(metric, STOREYS) !== undefined,
      here: hasMetric(input.world, metric, STOREYS),
    }).toEqual({
      metric,
      known: true,
      here: true,
    });
  }
});

test('every metric of the list is a series of some run', () => {
  const restarting = task({ restartPolicy: { enabled: true } });
  const balanced = {
    serviceName: 'web',
    taskDefinition: 'web:1',
    desiredCount: 1,
    loadBalancers: [{ targetGroupArn: 'web', containerName: 'app', containerPort: 80 }],
  };
  const names = [
    run({ events: [update] }),
    run({
      services: [
        { ...failing, serviceConnectConfiguration: { enabled: true }, deploymentConfiguration: { strategy: 'CANARY' } },
      ],
    }),
    run({ tasks: [restarting], services: [balanced], world: { targetGroups: [{ name: 'web' }] } }),
    run({
      tasks: [task(), task({ revision: 2, image: 'bad' })],
      services: [
        { ...failing, deploymentConfiguration: { deploymentCircuitBreaker: { enable: true, rollback: true } } },
      ],
      images: { bad: { fails: 'pull' } },
      events: [update],
    }),
  ].flatMap(({ series }) => Object.keys(series));
  const patterns = new Set(names.map((name) => metricNamed(name, STOREYS)?.pattern));
  expect([...METRICS.map(({ pattern }) => pattern)].filter((pattern) => !patterns.has(pattern))).toEqual([]);
});

test('a world lists its metrics by their full names', () => {
  const names = metricsOf(scenarioWith().world, STOREYS);
  expect(names).toContain('services.web.revision.web:2.healthy');
  expect(names).toContain('services.web.zone.z-c.running');
  expect(names).toContain('instances.c-2.memory');
  expect(hasMetric(scenarioWith().world, 'services.api.running', STOREYS)).toBe(false);
});

test('pending and running add up to tasks at every second', () => {
  const { series } = run({ events: [update] });
  const at = (metric: string, second: number) => series[metric]?.findLast(([start]) => start <= second)?.[1] ?? 0;
  for (let second = 0; second <= 80; second++) {
    expect(at('services.web.pending', second) + at('services.web.running', second)).toBe(
      at('services.web.tasks', second),
    );
  }
});

test('reservation is percent of what ACTIVE and DRAINING instances registered, to two places', () => {
  const { series } = run({ instances: [{ name: 'a', count: 3, cpu: 1000, memory: 2000 }] });
  expect(series['cluster.reservation.cpu']).toEqual([[0, 34.13]]);
  expect(series['cluster.reservation.memory']).toEqual([[0, 34.13]]);
});
