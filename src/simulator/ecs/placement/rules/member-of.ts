import type { Instance, PlacementRequest } from '../../cluster.ts';
import type { Query } from '../query-language.ts';
import type { QueryInstance } from '../query-subjects.ts';
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
    agentVersion: instance.agentVersion,
    registeredAt: instance.registeredAt,
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

/** What the instance has of the attributes and subjects that the expression names. */
function sayAttributes(instance: Instance, query: Query): string {
  const asked = queryInstance(instance);
  const said = query.attributes.map((name) => {
    const value = Object.hasOwn(instance.attributes, name) ? instance.attributes[name] : undefined;
    return value === undefined ? `no attribute ${name}` : `${name} = ${value}`;
  });
  for (const subject of ['agentConnected', 'agentVersion', 'registeredAt', 'runningTasksCount'] as const) {
    if (query.text.includes(subject)) said.push(`${subject} ${asked[subject] ?? 'unknown'}`);
  }
  if (query.text.includes('task:group')) {
    const groups = [...new Set([...instance.tasks].map(({ group }) => group.name))];
    said.push(groups.length === 0 ? 'no tasks' : `tasks of ${groups.join(', ')}`);
  }
  return said.length === 0 ? 'not so' : said.join(', ');
}
