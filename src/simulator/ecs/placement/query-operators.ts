/** An operator under its symbol; the aliases are in `OPERATORS`. */
export type Operator = '==' | '!=' | '>' | '>=' | '<' | '<=' | 'exists' | '!exists' | 'in' | '!in' | '=~' | '!~';

/** Every spelling of every operator. */
export const OPERATORS: Record<string, Operator> = {
  '==': '==',
  equals: '==',
  '!=': '!=',
  not_equals: '!=',
  '>': '>',
  greater_than: '>',
  '>=': '>=',
  greater_than_equal: '>=',
  '<': '<',
  less_than: '<',
  '<=': '<=',
  less_than_equal: '<=',
  exists: 'exists',
  '!exists': '!exists',
  not_exists: '!exists',
  in: 'in',
  '!in': '!in',
  not_in: '!in',
  '=~': '=~',
  matches: '=~',
  '!~': '!~',
  not_matches: '!~',
};

const EQUALITY = ['==', '!=', 'in', '!in', '=~', '!~'] as const;
const ORDER = ['==', '!=', '>', '>=', '<', '<='] as const;

/** What any attribute takes. */
export const ATTRIBUTE_OPERATORS: readonly Operator[] = [...ORDER, 'exists', '!exists', 'in', '!in', '=~', '!~'];

/** Subjects and the operators each takes. */
export const SUBJECTS: Record<string, readonly Operator[]> = {
  agentConnected: EQUALITY,
  agentVersion: ORDER,
  ec2InstanceId: EQUALITY,
  registeredAt: ORDER,
  runningTasksCount: ORDER,
  'task:group': ['=='],
};

/** Whether a value stands in this relation to what the expression gives. Patterns are asked elsewhere. */
export function compare(have: string, operator: Operator, values: readonly string[]): boolean {
  const value = values[0] as string;
  if (operator === '==') return have === value;
  if (operator === '!=') return have !== value;
  if (operator === 'in') return values.includes(have);
  if (operator === '!in') return !values.includes(have);
  return holds(ordering(have, value), operator);
}

/** Whether an order (negative: before; 0: the same) satisfies an ordering operator. */
export function holds(order: number, operator: Operator): boolean {
  if (operator === '==') return order === 0;
  if (operator === '!=') return order !== 0;
  if (operator === '>') return order > 0;
  if (operator === '>=') return order >= 0;
  return operator === '<' ? order < 0 : order <= 0;
}

/** Whole numbers by size, anything else by code unit. */
function ordering(a: string, b: string): number {
  if (/^\d{1,15}$/.test(a) && /^\d{1,15}$/.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
