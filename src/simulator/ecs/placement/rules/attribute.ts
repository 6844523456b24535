import type { Instance, PlacementRequest } from '../../cluster.ts';
import type { FilterRule } from './filter-rule.ts';

/** What the agent registers when it can give a task a network interface of its own. */
export const TASK_ENI = 'ecs.capability.task-eni';

/** What an instance outside of AWS registers: a server of your own (ECS Anywhere). */
export const EXTERNAL = 'ecs.capability.external';

/** 1.1.2: EXTERNAL tasks go to external instances and no others do. StartTask has no launch type: it names instances. */
export function fitsLaunchType({ attributes }: Instance, { launchType }: PlacementRequest): boolean {
  return launchType === undefined || Object.hasOwn(attributes, EXTERNAL) === (launchType === 'EXTERNAL');
}

/** 1.1.2: what the task needs of the agent, the instance has: for awsvpc, and for the launch type EXTERNAL. */
export const attribute: FilterRule = {
  rule: 'ATTRIBUTE',
  admits: (instance, request) =>
    (!request.shape.awsvpc || Object.hasOwn(instance.attributes, TASK_ENI)) && fitsLaunchType(instance, request),
  say: (instance, request) => {
    if (fitsLaunchType(instance, request)) return { need: `attribute ${TASK_ENI}`, have: 'an agent without it' };
    const isExternal = request.launchType === 'EXTERNAL';
    return { need: `${isExternal ? '' : 'no '}attribute ${EXTERNAL}`, have: isExternal ? 'an instance in AWS' : 'it' };
  },
};
