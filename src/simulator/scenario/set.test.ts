import { describe, expect, test } from 'vitest';
import { scenarioWith } from '../scenario.fixture.ts';
import { gradeAnswer } from './grade.ts';
import type { Scenario } from './scenario-schema.ts';
import { applySet, readAnswerSet } from './set.ts';

const label = { en: 'x', ko: 'x' };

function scenario(): Scenario {
  const made = scenarioWith({
    services: [
      {
        serviceName: 'web',
        taskDefinition: 'web:1',
        desiredCount: 4,
        deploymentConfiguration: { maximumPercent: 150 },
      },
    ],
    events: [{ at: 30, updateService: { service: 'web', taskDefinition: 'web:2' } }],
  });
  return {
    ...made,
    challenge: {
      change: [
        { path: '/services/0/deploymentConfiguration/minimumHealthyPercent', label },
        { path: '/services/0/placementStrategy', label },
      ],
      goals: [{ id: 'done', metric: 'services.web.deployment.completedAt', is: { atMost: 100 }, say: label }],
    },
  };
}

function refusals(set: Record<string, never> | object, allowed: 'change' | 'world' = 'change'): string[] {
  return (applySet(scenario(), set as never, allowed).faults ?? []).map(
    ({ path, message }) => `${path.join(' ')}: ${message}`,
  );
}

const MINIMUM = '/services/0/deploymentConfiguration/minimumHealthyPercent';

describe('an answer is a set of JSON Pointers into the world', () => {
  test('it may add a key whose parent exists, and leaves the scenario itself as it was', () => {
    const before = scenario();
    const copy = JSON.stringify(before);
    const { scenario: after } = applySet(before, { [MINIMUM]: 50 }, 'change');
    expect(after?.world.services?.[0]?.deploymentConfiguration).toEqual({
      maximumPercent: 150,
      minimumHealthyPercent: 50,
    });
    expect(JSON.stringify(before)).toBe(copy);
  });

  test('it may set whole structures', () => {
    const { scenario: after } = applySet(
      scenario(),
      { '/services/0/placementStrategy': [{ type: 'binpack', field: 'cpu' }] },
      'change',
    );
    expect(after?.world.services?.[0]?.placementStrategy).toEqual([{ type: 'binpack', field: 'cpu' }]);
  });

  test('keys with a slash are written ~1', () => {
    const made = scenarioWith({ images: { web: { pull: 1 } } });
    expect(applySet(made, { '/images/web/pull': '2m' }, 'world').scenario?.world.images?.web).toEqual({ pull: 120 });
    expect(readAnswerSet({ '/images/repo~1web': 1 }).set).toEqual({ '/images/repo~1web': 1 });
  });
});

describe('a set is refused, with the reason, and never graded', () => {
  test.each<[string, object, 'change' | 'world', string]>([
    [
      'a path the challenge does not open',
      { '/services/0/desiredCount': 2 },
      'change',
      'is not a path that this challenge lets you change',
    ],
    [
      'a slip in a path',
      { '/services/0/placementStrategi': [] },
      'change',
      'did you mean /services/0/placementStrategy?',
    ],
    [
      'what AWS refuses',
      { [MINIMUM]: 101 },
      'change',
      'AWS refuses minimumHealthyPercent 101: it is a percentage of the desired count from 0 to 100',
    ],
    ['a wrong type', { [MINIMUM]: 'half' }, 'change', 'is the text "half"; write a number'],
    [
      'a wrong structure',
      { '/services/0/placementStrategy': [{ type: 'binpack', field: 'disk' }] },
      'change',
      'binpack takes cpu or memory',
    ],
    ['an unknown key', { '/services/0/desired': 3 }, 'world', 'unknown key "desired"; did you mean "desiredCount"?'],
    ['a place in a list that does not exist', { '/services/1': {} }, 'world', 'leads nowhere: the list has 1 items'],
    ['a parent that does not exist', { '/nowhere/x': 1 }, 'world', 'leads nowhere: its parent does not exist'],
    ['a prototype', { '/services/0/__proto__': {} }, 'world', 'leads nowhere'],
    ['inherited keys', { '/constructor/prototype/x': 1 }, 'world', 'leads nowhere'],
    ['no pointer at all', { services: 1 }, 'world', 'is not a JSON Pointer'],
    ['what breaks an event', { '/services/0/serviceName': 'api' }, 'world', 'there is no service web'],
  ])('%s', (_, set, allowed, message) => {
    const said = refusals(set, allowed);
    expect(said.length).toBeGreaterThan(0);
    expect(said[0]).toContain(message);
    expect(said[0]?.startsWith('/') || said[0]?.startsWith('services') || said[0]?.startsWith('events')).toBe(true);
    expect(gradeAnswer(scenario(), set as never, { allowed }).grade).toBeUndefined();
  });

  test.each([null, 5, 'text', [1]])('an answer that is %j', (value) => {
    expect(readAnswerSet(value).faults).toHaveLength(1);
  });
});

test('any answer that meets the goals passes', () => {
  const grades = [100, 75, 50, 0].map(
    (percent) => gradeAnswer(scenario(), { [MINIMUM]: percent }).grade?.goals[0]?.met,
  );
  expect(grades).toEqual([false, false, true, true]);
});
