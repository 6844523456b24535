import { compare, holds, type Operator } from './query-operators.ts';

/** What an expression can ask of a container instance. */
export type QueryInstance = {
  attributes: Readonly<Record<string, string>>;
  agentConnected: boolean;
  /** Undefined where the world does not say; comparisons are false then (A3). */
  agentVersion: string | undefined;
  /** Seconds since 1970; undefined where the world does not say. */
  registeredAt: number | undefined;
  ec2InstanceId: string;
  runningTasksCount: number;
  /** Whether a task of this task group stands on the instance. */
  hasTaskOfGroup(group: string): boolean;
};

export type Test = (instance: QueryInstance) => boolean;

/** What an operator compares with: values as written, or a pattern. */
export type Against = { operator: Operator; values: readonly string[]; pattern?: (value: string) => boolean };

/** Whether a text stands in the relation. */
export function relates(have: string, { operator, values, pattern }: Against): boolean {
  return pattern ? pattern(have) === (operator === '=~') : compare(have, operator, values);
}

/** The test of a subject that is no attribute (1.5), or what is wrong with the value. */
export function subjectTest(
  subject: string,
  against: Against,
): { test: Test; wrong?: undefined } | { test?: undefined; wrong: string } {
  const { operator, values } = against;
  const value = values[0] ?? '';
  switch (subject) {
    case 'task:group':
      return { test: (instance) => instance.hasTaskOfGroup(value) };
    case 'agentConnected':
      return { test: (instance) => relates(String(instance.agentConnected), against) };
    case 'ec2InstanceId':
      return { test: (instance) => relates(instance.ec2InstanceId, against) };
    case 'agentVersion': {
      if (!isVersion(value)) return { wrong: `an agent version is written 1.89.2, not "${value}"` };
      return { test: ({ agentVersion: have }) => have !== undefined && holds(versionOrder(have, value), operator) };
    }
    case 'registeredAt': {
      const at = readTimestamp(value);
      if (at === undefined) return { wrong: `a time is written 2026-06-18T22:28:28Z or 2026-06-18, not "${value}"` };
      return { test: ({ registeredAt: have }) => have !== undefined && holds(have - at, operator) };
    }
    default:
      if (!/^\d{1,15}$/.test(value)) return { wrong: `runningTasksCount is a whole number, not "${value}"` };
      return { test: (instance) => holds(instance.runningTasksCount - Number(value), operator) };
  }
}

/** Up to four numbers with dots between them. */
export function isVersion(text: string): boolean {
  return /^\d{1,9}(\.\d{1,9}){0,3}$/.test(text);
}

/** Part by part, as numbers; a missing part counts as 0. */
function versionOrder(a: string, b: string): number {
  const [left, right] = [a.split('.'), b.split('.')];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = Number(left[i] ?? 0) - Number(right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const TIMESTAMP = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d{1,9})?(Z|[+-]\d{2}:\d{2})?)?$/;

/** Seconds since 1970 of the four forms that AWS takes; without a zone it is UTC. Undefined for anything else. */
export function readTimestamp(text: string): number | undefined {
  const match = TIMESTAMP.exec(text);
  if (match === null) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return undefined;
  const zone = match[7] === undefined || match[7] === 'Z' ? '+00:00' : match[7];
  const offset = (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(4, 6))) * (zone.startsWith('-') ? -60 : 60);
  return Date.UTC(year, month - 1, day, hour, minute, second) / 1000 - offset;
}
