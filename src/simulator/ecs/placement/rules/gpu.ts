import type { FilterRule } from './filter-rule.ts';

/** 1.1.1: enough free GPUs; each is for one container alone. */
export const gpu: FilterRule = {
  rule: 'RESOURCE:GPU',
  admits: ({ gpus }, { shape }) => shape.gpus === 0 || gpus.free >= shape.gpus,
  say: ({ gpus }, { shape }) => ({ need: `${shape.gpus} GPUs`, have: `${gpus.free} of ${gpus.registered} GPUs free` }),
};
