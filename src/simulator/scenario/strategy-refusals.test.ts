import { describe, expect, test } from 'vitest';
import { launchTypeOf, strategyOf } from './strategy-of.ts';
import { type ProviderKind, refuseCapacityAsk, refuseStrategy, refuseStrategyUpdate } from './strategy-refusals.ts';
import type { CapacityProviderStrategy } from './strategy-schema.ts';

const PROVIDERS = new Map<string, ProviderKind>([
  ['ec2', 'Auto Scaling group'],
  ['ec2-spot', 'Auto Scaling group'],
  ['managed', 'Managed Instances'],
]);

function refusals(strategy: CapacityProviderStrategy): string[] {
  const found: string[] = [];
  refuseStrategy(strategy, PROVIDERS, (path, what, why) => found.push(`${path.join('/')}: ${what}: ${why}`));
  return found;
}

const item = (capacityProvider: string, weight = 1, base?: number) =>
  base === undefined ? { capacityProvider, weight } : { capacityProvider, weight, base };

describe('what AWS refuses of a capacity provider strategy (5.1)', () => {
  test.each<[string, CapacityProviderStrategy]>([
    ['Fargate and Fargate Spot', [item('FARGATE', 1, 1), item('FARGATE_SPOT', 3)]],
    ['two Auto Scaling groups', [item('ec2', 0, 100_000), item('ec2-spot', 1000)]],
    ['one provider', [item('managed')]],
    [
      'twenty providers',
      Array.from({ length: 20 }, (_, i) => (i === 0 ? item('FARGATE') : item('FARGATE_SPOT'))).slice(0, 2),
    ],
  ])('takes %s', (_, strategy) => {
    expect(refusals(strategy)).toEqual([]);
  });

  test.each<[string, CapacityProviderStrategy, string]>([
    [
      'two kinds',
      [item('FARGATE'), item('ec2')],
      ': a strategy of Fargate and Auto Scaling group capacity providers: A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers. Specify one or the other and try again.',
    ],
    ['Managed Instances beside Fargate', [item('FARGATE'), item('managed')], 'all of one kind'],
    [
      'a provider that is not there',
      [item('ecs')],
      '0/capacityProvider: capacity provider ecs: The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster.',
    ],
    ['a provider twice', [item('ec2'), item('ec2')], '1/capacityProvider: capacity provider ec2 twice'],
    [
      'two bases',
      [item('ec2', 1, 1), item('ec2-spot', 1, 2)],
      '1/base: base 2 of ec2-spot: Only one capacity provider',
    ],
    ['a base above 100000', [item('ec2', 1, 100_001)], '0/base: base 100001: it is 0 to 100000'],
    ['a negative base', [item('ec2', 1, -1)], '0/base: base -1'],
    ['a weight above 1000', [item('ec2', 1001)], '0/weight: weight 1001: it is 0 to 1000'],
    ['a negative weight', [item('ec2', -1), item('ec2-spot')], '0/weight: weight -1'],
    [
      'no weight at all, also of one provider',
      [{ capacityProvider: 'FARGATE_SPOT' }],
      'At least one capacity provider must have a weight value greater than zero specified.',
    ],
    ['21 providers', Array.from({ length: 21 }, () => item('ec2')), 'a maximum of 20 capacity providers'],
  ])('refuses %s', (_, strategy, sentence) => {
    expect(refusals(strategy).join('\n')).toContain(sentence);
  });

  test('a base of 0 beside another base is none', () => {
    expect(refusals([item('ec2', 1, 1), item('ec2-spot', 1, 0)])).toEqual([]);
  });
});

describe('what AWS refuses of the service that has one (5.1)', () => {
  const asked = (ask: Parameters<typeof refuseCapacityAsk>[0], strategy = ask.capacityProviderStrategy): string[] => {
    const found: string[] = [];
    refuseCapacityAsk(ask, strategy, (path, what, why) => found.push(`${path.join('/')}: ${what}: ${why}`));
    return found;
  };

  test('a launch type excludes a strategy', () => {
    const ask = { launchType: 'FARGATE' as const, capacityProviderStrategy: [item('FARGATE')] };
    expect(asked(ask)[0]).toContain('Specifying both a launch type and capacity provider strategy is not supported.');
  });

  test('a DAEMON service has none, not even that of the cluster', () => {
    const sentence = 'is not supported when you create a service using the DAEMON scheduling strategy';
    expect(asked({ schedulingStrategy: 'DAEMON', capacityProviderStrategy: [item('ec2')] })[0]).toContain(sentence);
    expect(asked({ schedulingStrategy: 'DAEMON' }, [item('ec2')])[0]).toContain(sentence);
    expect(asked({ schedulingStrategy: 'DAEMON', launchType: 'EC2' }, undefined)).toEqual([]);
  });

  test('changing it takes a new deployment', () => {
    const found: string[] = [];
    const refuse = (_: unknown, what: string, why: string) => found.push(`${what}: ${why}`);
    refuseStrategyUpdate({ capacityProviderStrategy: [item('ec2')] }, refuse);
    refuseStrategyUpdate({ capacityProviderStrategy: [item('ec2')], forceNewDeployment: true }, refuse);
    refuseStrategyUpdate({}, refuse);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('you must force a new deployment.');
  });
});

describe('which strategy holds (5.1)', () => {
  const world = { defaultCapacityProviderStrategy: [item('FARGATE_SPOT')] };

  test.each([
    ['its own', { capacityProviderStrategy: [item('ec2')] }, 'ec2', 'EC2'],
    ['that of the cluster without launch type', {}, 'FARGATE_SPOT', 'FARGATE'],
    ['none with a launch type', { launchType: 'EC2' as const }, undefined, 'EC2'],
  ])('%s', (_, ask, provider, launchType) => {
    expect(strategyOf(ask, world)?.[0]?.capacityProvider).toBe(provider);
    expect(launchTypeOf(ask, world)).toBe(launchType);
  });
});
