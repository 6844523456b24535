import type { Strategy } from '../cluster.ts';
import { agent } from './rules/agent.ts';
import { attribute } from './rules/attribute.ts';
import { binpack } from './rules/binpack.ts';
import { capacityProvider } from './rules/capacity-provider.ts';
import { cpu } from './rules/cpu.ts';
import { distinctInstance } from './rules/distinct-instance.ts';
import { eni } from './rules/eni.ts';
import type { FilterRule } from './rules/filter-rule.ts';
import { gpu } from './rules/gpu.ts';
import { location } from './rules/location.ts';
import { memberOf } from './rules/member-of.ts';
import { memory } from './rules/memory.ts';
import { ports } from './rules/ports.ts';
import { random } from './rules/random.ts';
import type { RankRule } from './rules/rank-rule.ts';
import { spread } from './rules/spread.ts';
import { status } from './rules/status.ts';

/** Every rule that can refuse an instance, in the order in which AWS applies them: resources, then constraints (1.1.1). */
export const FILTER_RULES: readonly FilterRule[] = [
  capacityProvider,
  status,
  agent,
  attribute,
  location,
  cpu,
  memory,
  gpu,
  ports,
  eni,
  memberOf,
  distinctInstance,
];

/** The rule of a placement strategy. */
export function rankRule(strategy: Strategy): RankRule {
  if (strategy.type === 'random') return random;
  return strategy.type === 'binpack' ? binpack(strategy.field) : spread(strategy.field);
}
