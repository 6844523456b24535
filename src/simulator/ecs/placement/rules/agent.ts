import type { FilterRule } from './filter-rule.ts';

/** 1.1.2: an instance whose agent is disconnected takes no tasks. */
export const agent: FilterRule = {
  rule: 'AGENT',
  admits: (instance) => instance.agentConnected,
  say: () => ({ need: 'agent connected', have: 'agent disconnected' }),
};
