import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ConditionSpec, ListenerSpec } from '../../scenario/load-balancer-schema.ts';
import { isAddress, isInCidr, readCidr } from './cidr.ts';
import { actionsFor, type RequestLike, ruleFor, sharesOf } from './listener-rules.ts';
import { matchesWildcard, wildcardsIn } from './wildcard.ts';

function request(part: Partial<RequestLike> = {}): RequestLike {
  return {
    host: 'shop.example.com',
    path: '/',
    method: 'GET',
    sourceIp: '198.51.100.1',
    headers: {},
    query: {},
    ...part,
  };
}

function forward(group: string) {
  return [{ type: 'forward' as const, targetGroupArn: group }];
}

function listener(...rules: [number, ConditionSpec[], string][]): ListenerSpec {
  return {
    port: 80,
    defaultActions: forward('default'),
    rules: rules.map(([priority, conditions, group]) => ({ priority, conditions, actions: forward(group) })),
  };
}

function path(...values: string[]): ConditionSpec {
  return { field: 'path-pattern', values };
}

describe('listener rules (6/1)', () => {
  test('are looked at in ascending priority; the first that matches wins, whatever its place in the list', () => {
    const rules = listener([20, [path('/api/orders*')], 'orders'], [10, [path('/api/*')], 'api']);
    expect(actionsFor(rules, request({ path: '/api/orders' }))).toEqual(forward('api'));
    const turned = listener([5, [path('/api/orders*')], 'orders'], [10, [path('/api/*')], 'api']);
    expect(actionsFor(turned, request({ path: '/api/orders' }))).toEqual(forward('orders'));
  });

  test('that none matches leave the request to the default action', () => {
    expect(actionsFor(listener([1, [path('/api/*')], 'api']), request({ path: '/api' }))).toEqual(forward('default'));
    expect(ruleFor(listener(), request())).toBeUndefined();
  });

  test('need every condition, and any value of each', () => {
    const both = listener([1, [path('/a', '/b'), { field: 'http-request-method', values: ['POST', 'PUT'] }], 'x']);
    const taken = (part: Partial<RequestLike>) => ruleFor(both, request(part)) !== undefined;
    expect([taken({ path: '/b', method: 'PUT' }), taken({ path: '/b' }), taken({ path: '/c', method: 'PUT' })]).toEqual(
      [true, false, false],
    );
  });
});

describe('a condition (6/2)', () => {
  test.each<[string, ConditionSpec, Partial<RequestLike>, boolean]>([
    ['host-header ignores case', { field: 'host-header', values: ['SHOP.example.com'] }, {}, true],
    [
      'host-header takes wildcards',
      { field: 'host-header', hostHeaderConfig: { values: ['*.example.com'] } },
      {},
      true,
    ],
    [
      'host-header with a wildcard needs the dot too',
      { field: 'host-header', values: ['*.example.com'] },
      { host: 'example.com' },
      false,
    ],
    ['path-pattern heeds case', path('/IMG/*'), { path: '/img/a.png' }, false],
    ['path-pattern sees the whole path', path('/img'), { path: '/img/a.png' }, false],
    ['path-pattern: * goes over slashes', path('/img/*.png'), { path: '/img/x/y.png' }, true],
    ['path-pattern: ? is exactly one character', path('/v?/x'), { path: '/v12/x' }, false],
    ['path-pattern does not see the query', path('*sale*'), { path: '/', query: { q: 'sale' } }, false],
    ['http-request-method is exact', { field: 'http-request-method', values: ['get'] }, {}, false],
    ['source-ip is a CIDR block', { field: 'source-ip', sourceIpConfig: { values: ['198.51.100.0/24'] } }, {}, true],
    [
      'source-ip outside the block',
      { field: 'source-ip', values: ['198.51.100.0/28'] },
      { sourceIp: '198.51.100.16' },
      false,
    ],
    [
      'http-header: name and value ignore case',
      { field: 'http-header', httpHeaderConfig: { httpHeaderName: 'X-Beta', values: ['YES*'] } },
      { headers: { 'x-beta': 'yes please' } },
      true,
    ],
    [
      'http-header that was not sent',
      { field: 'http-header', httpHeaderConfig: { httpHeaderName: 'X-Beta', values: ['*'] } },
      {},
      false,
    ],
    [
      'a regular expression is found anywhere in a path (A96)',
      { field: 'path-pattern', pathPatternConfig: { regexValues: ['/v[0-9]+/'] } },
      { path: '/api/v12/orders' },
      true,
    ],
    [
      'a regular expression with ^ begins where the path begins',
      { field: 'path-pattern', pathPatternConfig: { regexValues: ['^/[a-z]{2}(-[A-Z]{2})?/login$', '^/v1/'] } },
      { path: '/api/v1/' },
      false,
    ],
    [
      'one of several regular expressions is enough',
      { field: 'path-pattern', pathPatternConfig: { regexValues: ['^/[a-z]{2}(-[A-Z]{2})?/login$', '^/v1/'] } },
      { path: '/de-CH/login' },
      true,
    ],
    [
      'a regular expression heeds case, of a host too (A96)',
      { field: 'host-header', hostHeaderConfig: { regexValues: ['^SHOP\\.'] } },
      {},
      false,
    ],
    [
      'a regular expression sees the port of a host',
      { field: 'host-header', hostHeaderConfig: { regexValues: ['^example\\.com:8443$'] } },
      { host: 'example.com:8443' },
      true,
    ],
    [
      'a regular expression looks at the header that it names, whose name ignores case',
      { field: 'http-header', httpHeaderConfig: { httpHeaderName: 'User-Agent', regexValues: ['Chrome|Safari'] } },
      { headers: { 'user-agent': 'Mobile Safari/604.1' } },
      true,
    ],
    [
      'a regular expression and a header that was not sent',
      { field: 'http-header', httpHeaderConfig: { httpHeaderName: 'X-Beta', regexValues: ['.*'] } },
      {},
      false,
    ],
    [
      'query-string: key and value ignore case',
      { field: 'query-string', queryStringConfig: { values: [{ key: 'Version', value: 'V1' }] } },
      { query: { version: 'v1' } },
      true,
    ],
    [
      'query-string without a key looks at every value',
      { field: 'query-string', queryStringConfig: { values: [{ value: '*shoe*' }] } },
      { query: { q: 'red shoes' } },
      true,
    ],
  ])('%s', (_, condition, part, met) => {
    expect(ruleFor(listener([1, [condition], 'x']), request(part)) !== undefined).toBe(met);
  });
});

describe('a wildcard pattern (6/2)', () => {
  test('matches what the same regular expression matches', () => {
    const letters = fc.string({ unit: fc.constantFrom('a', 'b', '/', '*', '?'), maxLength: 8 });
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '/'), maxLength: 10 });
    fc.assert(
      fc.property(letters, text, (pattern, of) => {
        const source = [...pattern].map((c) => (c === '*' ? '.*' : c === '?' ? '.' : c)).join('');
        expect(matchesWildcard(pattern, of)).toBe(new RegExp(`^${source}$`, 's').test(of));
      }),
    );
  });

  test('with many stars is not slow', () => {
    expect(matchesWildcard('*a*a*a*a*a*a*a*a*b', 'a'.repeat(5000))).toBe(false);
    expect(wildcardsIn('/a/*?/*')).toBe(3);
  });
});

describe('a CIDR block', () => {
  test.each([
    ['10.1.2.3', '10.0.0.0/8', true],
    ['11.1.2.3', '10.0.0.0/8', false],
    ['10.1.2.3', '0.0.0.0/0', true],
    ['10.1.2.3', '10.1.2.3/32', true],
    ['2001:db8::1', '2001:db8::/32', true],
    ['2001:db9::1', '2001:db8::/32', false],
    ['10.1.2.3', '::/0', false],
  ])('%s in %s: %s', (address, block, inside) => {
    expect(isInCidr(address, block)).toBe(inside);
  });

  test.each(['10.0.0.0', '10.0.0.0/33', '10.0.0/8', '1.2.3.256/8', '::1::/64', '2001:db8/32'])('%s is none', (text) => {
    expect(readCidr(text)).toBeUndefined();
  });

  test('an address is four numbers or eight groups', () => {
    expect([isAddress('1.2.3.4'), isAddress('::1'), isAddress('1.2.3'), isAddress('1:2:3')]).toEqual([
      true,
      true,
      false,
      false,
    ]);
  });
});

test('a forward action shares by weight; one group alone gets everything (6/3)', () => {
  expect(sharesOf({ type: 'forward', targetGroupArn: 'a' })).toEqual([{ group: 'a', weight: 1 }]);
  const groups = (...weights: (number | undefined)[]) => ({
    type: 'forward' as const,
    forwardConfig: {
      targetGroups: weights.map((weight, i) => ({
        targetGroupArn: `g${i}`,
        ...(weight === undefined ? {} : { weight }),
      })),
    },
  });
  expect(sharesOf(groups(90, 10))).toEqual([
    { group: 'g0', weight: 90 },
    { group: 'g1', weight: 10 },
  ]);
  expect(sharesOf(groups(undefined, 0))).toEqual([
    { group: 'g0', weight: 1 },
    { group: 'g1', weight: 0 },
  ]);
  expect(sharesOf(groups(0))).toEqual([{ group: 'g0', weight: 1 }]);
});
