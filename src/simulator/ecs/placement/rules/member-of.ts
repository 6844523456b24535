import type { Instance, PlacementRequest } from '../../cluster.ts';
import type { Query, QueryInstance } from '../query-language.ts';
import type { FilterRule } from './filter-rule.ts';

/** 1.4.3: every memberOf expression, of the task definition and of the service or RunTask, holds on the instance. */
export const memberOf: FilterRule = {
  rule: 'memberOf',
  admits: (instance, request) => firstUnmet(instance, request) === undefined,
  say(instance, request) {
    const query = firstUnmet(instance, request);
    return { need: query?.text ?? '', have: query ? sayAttributes(instance, query) : '' };
  },
};

function firstUnmet(instance: Instance, request: PlacementRequest): Query | undefined {
  if (request.queries.length === 0 && request.shape.queries.length === 0) return undefined;
  const asked = queryInstance(instance);
  const unmet = (query: Query) => !query.matches(asked);
  return request.shape.queries.find(unmet) ?? request.queries.find(unmet);
}

function queryInstance(instance: Instance): QueryInstance {
  return {
    attributes: instance.attributes,
    agentConnected: instance.agentConnected,
    ec2InstanceId: instance.name,
    get runningTasksCount() {
      let running = 0;
      for (const task of instance.tasks) if (task.state === 'RUNNING') running++;
      return running;
    },
    hasTaskOfGroup: (group) => {
      for (const task of instance.tasks) if (task.group.name === group) return true;
      return false;
    },
  };
}

function sayAttributes(instance: Instance, query: Query): string {
  if (query.attributes.length === 0) return 'not so';
  return query.attributes
    .map((name) => {
      const value = Object.hasOwn(instance.attributes, name) ? instance.attributes[name] : undefined;
      return value === undefined ? `no attribute ${name}` : `${name} = ${value}`;
    })
    .join(', ');
}
