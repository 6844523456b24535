import type { CapacityProviderStrategy } from './strategy-schema.ts';

type LaunchType = 'EC2' | 'FARGATE' | 'EXTERNAL';

/** What a service or RunTask says of the capacity its tasks run on. */
export type CapacityAsk = {
  launchType?: LaunchType | undefined;
  capacityProviderStrategy?: CapacityProviderStrategy | undefined;
};

type WithDefault = { defaultCapacityProviderStrategy?: CapacityProviderStrategy | undefined };

/** The strategy that holds: its own, or the cluster's where it names no launch type (5.1). Undefined without one. */
export function strategyOf(ask: CapacityAsk, world: WithDefault): CapacityProviderStrategy | undefined {
  const own = ask.capacityProviderStrategy;
  if (own !== undefined) return own.length === 0 ? undefined : own;
  return ask.launchType === undefined ? world.defaultCapacityProviderStrategy : undefined;
}

/** Whether the tasks need no container instance: by launch type, or because their providers are Fargate's. */
export function launchTypeOf(ask: CapacityAsk, world: WithDefault): LaunchType {
  const strategy = strategyOf(ask, world);
  if (strategy === undefined) return ask.launchType ?? 'EC2';
  return strategy.some(({ capacityProvider }) => isFargate(capacityProvider)) ? 'FARGATE' : 'EC2';
}

/** FARGATE and FARGATE_SPOT. */
export function isFargate(capacityProvider: string): boolean {
  return capacityProvider === 'FARGATE' || capacityProvider === 'FARGATE_SPOT';
}
