import type { FilterRule } from './filter-rule.ts';

/** 1.1.2, 2.3: an awsvpc task takes one network interface of the instance. */
export const eni: FilterRule = {
  rule: 'RESOURCE:ENI',
  admits: ({ interfaces }, { shape }) => !shape.awsvpc || interfaces.free > 0,
  say: ({ interfaces, fargate }) =>
    fargate
      ? {
          rule: 'RESOURCE:FARGATE',
          need: 'room for 1 task',
          have: `${Math.max(0, interfaces.free)} of ${interfaces.limit}`,
        }
      : { need: '1 network interface', have: `${interfaces.free} of ${interfaces.limit} for awsvpc tasks free` },
};
