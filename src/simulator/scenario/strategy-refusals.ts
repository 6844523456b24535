import type { Refuse } from './aws-refusals.ts';
import { type CapacityAsk, isFargate } from './strategy-of.ts';
import type { CapacityProviderStrategy } from './strategy-schema.ts';

/** What a capacity provider stands for; FARGATE and FARGATE_SPOT are one kind. */
export type ProviderKind = 'Fargate' | 'Auto Scaling group' | 'Managed Instances';

const MAX_PROVIDERS = 20;
const MAX_BASE = 100_000;
const MAX_WEIGHT = 1000;

const MIXED =
  'A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers. Specify one or the other and try again.';
const NOT_ASSOCIATED =
  'The specified capacity provider strategy cannot contain a capacity provider that is not associated with the cluster. Associate the capacity provider with the cluster or specify a valid capacity provider and try again.';
const NO_WEIGHT = 'At least one capacity provider must have a weight value greater than zero specified.';
const BOTH = 'Specifying both a launch type and capacity provider strategy is not supported. Remove one and try again.';
const DAEMON =
  'Specifying a capacity provider strategy is not supported when you create a service using the DAEMON scheduling strategy.';
const FORCE =
  'When switching from launch type to capacity provider strategy on an existing service, or making a change to a capacity provider strategy on a service that is already using one, you must force a new deployment.';

/**
 * 5.1: what AWS refuses of a strategy, in its words where users have reported them. `providers` are those of the world,
 * by name. Paths begin inside the strategy.
 */
export function refuseStrategy(
  strategy: CapacityProviderStrategy,
  providers: ReadonlyMap<string, ProviderKind>,
  refuse: Refuse,
): void {
  if (strategy.length === 0) return;
  if (strategy.length > MAX_PROVIDERS) {
    const why = `A capacity provider strategy can contain a maximum of ${MAX_PROVIDERS} capacity providers.`;
    refuse([], `a strategy of ${strategy.length} capacity providers`, why);
  }
  refuseNumbers(strategy, refuse);
  refuseProviders(strategy, providers, refuse);
}

function refuseNumbers(strategy: CapacityProviderStrategy, refuse: Refuse): void {
  let based: string | undefined;
  for (const [i, { capacityProvider, base = 0, weight = 0 }] of strategy.entries()) {
    if (base < 0 || base > MAX_BASE) refuse([i, 'base'], `base ${base}`, `it is 0 to ${MAX_BASE}`);
    if (weight < 0 || weight > MAX_WEIGHT) refuse([i, 'weight'], `weight ${weight}`, `it is 0 to ${MAX_WEIGHT}`);
    if (base > 0 && based !== undefined) {
      const why = `Only one capacity provider in a capacity provider strategy can have a base defined; ${based} has one`;
      refuse([i, 'base'], `base ${base} of ${capacityProvider}`, why);
    }
    if (base > 0) based ??= capacityProvider;
  }
  if (strategy.every(({ weight = 0 }) => weight <= 0)) refuse([], 'a strategy without weights', NO_WEIGHT);
}

function refuseProviders(
  strategy: CapacityProviderStrategy,
  providers: ReadonlyMap<string, ProviderKind>,
  refuse: Refuse,
): void {
  const seen = new Set<string>();
  const kinds = new Set<ProviderKind>();
  for (const [i, { capacityProvider }] of strategy.entries()) {
    const kind = isFargate(capacityProvider) ? 'Fargate' : providers.get(capacityProvider);
    const at = [i, 'capacityProvider'];
    if (kind === undefined) refuse(at, `capacity provider ${capacityProvider}`, NOT_ASSOCIATED);
    else kinds.add(kind);
    if (seen.has(capacityProvider)) refuse(at, `capacity provider ${capacityProvider} twice`, 'name each one once');
    seen.add(capacityProvider);
  }
  if (kinds.size <= 1) return;
  const known = kinds.has('Managed Instances')
    ? 'the capacity providers of a strategy are all of one kind: Auto Scaling groups, Fargate, or Managed Instances'
    : MIXED;
  refuse([], `a strategy of ${[...kinds].join(' and ')} capacity providers`, known);
}

/** CreateService and RunTask: a strategy takes the place of a launch type, and no daemon has one (5.1). */
export function refuseCapacityAsk(
  ask: CapacityAsk & { schedulingStrategy?: string | undefined },
  strategy: CapacityProviderStrategy | undefined,
  refuse: Refuse,
): void {
  const own = ask.capacityProviderStrategy ?? [];
  if (own.length > 0 && ask.launchType !== undefined) {
    refuse(['launchType'], `launchType ${ask.launchType} beside a capacityProviderStrategy`, BOTH);
  }
  if (strategy !== undefined && ask.schedulingStrategy === 'DAEMON') {
    const path = own.length > 0 ? ['capacityProviderStrategy'] : [];
    const what =
      own.length > 0 ? 'capacityProviderStrategy' : "the cluster's defaultCapacityProviderStrategy (name a launchType)";
    refuse(path, what, DAEMON);
  }
}

/** UpdateService: a strategy changes only with a new deployment. */
export function refuseStrategyUpdate(
  update: { capacityProviderStrategy?: unknown; forceNewDeployment?: boolean | undefined },
  refuse: Refuse,
): void {
  if (update.capacityProviderStrategy === undefined || update.forceNewDeployment === true) return;
  refuse(['capacityProviderStrategy'], 'capacityProviderStrategy without forceNewDeployment', FORCE);
}

/** 5.3: Fargate Spot runs Linux tasks, on ARM64 from platform version 1.4.0 on. */
export function refuseFargateSpot(
  { platformVersion }: { platformVersion?: string | undefined },
  definition:
    | {
        runtimePlatform?:
          | { operatingSystemFamily?: string | undefined; cpuArchitecture?: string | undefined }
          | undefined;
      }
    | undefined,
  refuse: Refuse,
): void {
  const { operatingSystemFamily = 'LINUX', cpuArchitecture } = definition?.runtimePlatform ?? {};
  if (operatingSystemFamily !== 'LINUX') {
    refuse([], `FARGATE_SPOT for ${operatingSystemFamily}`, 'Windows containers do not run on Fargate Spot');
  }
  if (cpuArchitecture === 'ARM64' && platformVersion === '1.3.0') {
    refuse(['platformVersion'], 'platformVersion 1.3.0', 'ARM64 tasks on Fargate Spot need 1.4.0 or later');
  }
}
