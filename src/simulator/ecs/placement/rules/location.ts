import type { FilterRule } from './filter-rule.ts';

/** 1.1.2: an awsvpc task goes to an instance in a zone that one of its subnets lies in. */
export const location: FilterRule = {
  rule: 'LOCATION',
  admits: ({ availabilityZone }, { zones }) => zones === undefined || zones.includes(availabilityZone),
  say: ({ availabilityZone }, { zones }) => ({
    need: `a zone of its subnets: ${zones?.join(', ')}`,
    have: availabilityZone,
  }),
};
