import { expect, test } from 'vitest';
import { at, group, service, trafficRun } from './traffic.fixture.ts';

const forward = (targetGroupArn: string) => [{ type: 'forward', targetGroupArn }];

function runWith(conditions: object[]) {
  const rules = [{ priority: 10, conditions, actions: forward('web') }];
  return trafficRun({
    services: [service('web'), service('rest', { taskDefinition: 'web:1', desiredCount: 1 })],
    world: {
      targetGroups: [group('web'), group('rest')],
      loadBalancers: [{ name: 'front', listeners: [{ port: 80, defaultActions: forward('rest'), rules }] }],
    },
    load: [{ loadBalancer: 'front', path: '/de-CH/login', perSecond: 10 }],
    horizon: '1m',
  });
}

test('a rule with a regular expression takes the requests that it is found in, and the run says what it leaned on (6/2, A96)', () => {
  const regex = (text: string) => runWith([{ field: 'path-pattern', pathPatternConfig: { regexValues: [text] } }]);
  const [taken, left] = [regex('^/[a-z]{2}(-[A-Z]{2})?/login'), regex('^/login')];
  expect([at(taken, 'services.web.requests.served', 5), at(taken, 'services.rest.requests.served', 5)]).toEqual([
    10, 0,
  ]);
  expect([at(left, 'services.web.requests.served', 5), at(left, 'services.rest.requests.served', 5)]).toEqual([0, 10]);
  expect(taken.assumptions).toContain('A96');
  expect(runWith([{ field: 'path-pattern', values: ['/*'] }]).assumptions).not.toContain('A96');
});
