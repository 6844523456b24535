import { describe, expect, it } from 'vitest';
import { gradeAnswer } from '../../../simulator/scenario/grade.ts';
import { readScenario, type Scenario } from '../../../simulator/scenario/scenario-schema.ts';
import { bestView, chartsOf, decidingGoal, entryNow, type Side, spanOf, stepFrom } from './watch-model.ts';

const MINIMUM = '/services/0/deploymentConfiguration/minimumHealthyPercent';
const text = (say: string) => ({ en: say, ko: say });
const { scenario } = readScenario({
  model: 'ecs',
  world: {
    region: 'ap-northeast-2',
    availabilityZones: ['ap-northeast-2a'],
    containerInstances: [{ name: 'a', count: 3, instanceType: 'm5.large', availabilityZone: 'ap-northeast-2a' }],
    taskDefinitions: [1, 2].map((revision) => ({
      family: 'web',
      revision,
      networkMode: 'bridge',
      containerDefinitions: [{ name: 'web', image: 'web:v1', cpu: 256, memory: 512 }],
    })),
    services: [
      {
        serviceName: 'web',
        taskDefinition: 'web:1',
        desiredCount: 4,
        deploymentConfiguration: { minimumHealthyPercent: 50, maximumPercent: 100 },
      },
    ],
    images: { 'web:v1': { pull: '2s', start: '1s' } },
    begin: 'steady',
  },
  events: [{ at: '30s', updateService: { service: 'web', taskDefinition: 'web:2' } }],
  challenge: {
    goals: [
      { id: 'done', metric: 'services.web.deployment.completedAt', is: { atMost: '10m' }, say: text('done') },
      { id: 'capacity', metric: 'services.web.healthy', take: 'min', is: { atLeast: 2 }, say: text('two serve') },
    ],
  },
});
const source = scenario as Scenario;

function side(choice: string, minimum: number): Side {
  const { grade } = gradeAnswer(source, { [MINIMUM]: minimum }, { allowed: 'world' });
  if (grade === undefined) throw new Error('the set of this test is refused');
  const yard = { availabilityZones: [], instances: [], taskDefinitions: {}, focus: ['web'] };
  return { choice, graded: { grade, yard } };
}
const wrong = side('a', 0);
const right = side('b', 50);

describe('two runs', () => {
  it('are told apart by the first goal that one meets and the other misses', () => {
    expect(decidingGoal(['done', 'capacity'], [wrong, right])).toBe('capacity');
    expect(decidingGoal(['done'], [wrong, right])).toBe('done');
  });

  it('are told apart by a missed goal when AWS would refuse one of them', () => {
    expect(decidingGoal(['done', 'capacity'], [wrong, { choice: 'c', refused: 'no' }])).toBe('capacity');
  });

  it('share their seconds and their scale', () => {
    const charts = chartsOf(source, [wrong, right]);
    expect(charts.map((chart) => chart?.seconds)).toEqual([spanOf([wrong, right]), spanOf([wrong, right])]);
    expect(new Set(charts.map((chart) => chart?.top)).size).toBe(1);
    expect(chartsOf(source, [{ choice: 'c', refused: 'no' }])).toEqual([undefined]);
  });

  it('are a chart where tasks over time decide, a yard where places do', () => {
    expect(bestView(source, ['capacity'])).toBe('chart');
    expect(bestView({ ...source, challenge: undefined } as Scenario, ['capacity'])).toBe('yard');
  });

  it('are walked through by what happens in either, and never beyond their ends', () => {
    const sides = [wrong, right];
    expect(stepFrom(sides, 0, 1)).toBe(30);
    expect(stepFrom(sides, 30, -1)).toBe(0);
    expect(stepFrom(sides, 0, -1)).toBe(0);
    expect(stepFrom(sides, spanOf(sides), 1)).toBe(spanOf(sides));
    let second = 0;
    let steps = 0;
    while (second < spanOf(sides)) {
      const next = stepFrom(sides, second, 1);
      expect(next).toBeGreaterThan(second);
      second = next;
      steps++;
    }
    expect(steps).toBeGreaterThan(3);
  });

  it('tell their latest entry, and nothing before the first event', () => {
    if (wrong.graded === undefined) throw new Error('unreachable');
    expect(entryNow(wrong.graded.grade, 29).entry).toBeUndefined();
    expect(entryNow(wrong.graded.grade, 30).entry?.at).toBe(30);
  });
});
