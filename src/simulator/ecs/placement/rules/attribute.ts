import type { FilterRule } from './filter-rule.ts';

/** What the agent registers when it can give a task a network interface of its own. */
export const TASK_ENI = 'ecs.capability.task-eni';

/** 1.1.2: what the task needs of the agent, the instance has; for awsvpc that is `ecs.capability.task-eni`. */
export const attribute: FilterRule = {
  rule: 'ATTRIBUTE',
  admits: ({ attributes }, { shape }) => !shape.awsvpc || Object.hasOwn(attributes, TASK_ENI),
  say: () => ({ need: `attribute ${TASK_ENI}`, have: 'an agent that did not register it' }),
};
