/** An operator under its symbol; the aliases are in `OPERATORS`. */
export type Operator = '==' | '!=' | '>' | '>=' | '<' | '<=' | 'exists' | '!exists' | 'in' | '!in';

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
};

const EQUALITY = ['==', '!=', 'in', '!in'] as const;
export const ORDER = ['==', '!=', '>', '>=', '<', '<='] as const;

/** Subjects and the operators each takes. */
export const SUBJECTS: Record<string, readonly Operator[]> = {
  agentConnected: EQUALITY,
  ec2InstanceId: EQUALITY,
  runningTasksCount: ORDER,
  'task:group': ['=='],
};

/** Whether a value stands in this relation to what the expression gives. */
export function compare(have: string, operator: Operator, values: readonly string[]): boolean {
  const value = values[0] as string;
  if (operator === '==') return have === value;
  if (operator === '!=') return have !== value;
  if (operator === 'in') return values.includes(have);
  if (operator === '!in') return !values.includes(have);
  const order = ordering(have, value);
  if (operator === '>') return order > 0;
  if (operator === '>=') return order >= 0;
  return operator === '<' ? order < 0 : order <= 0;
}

/** Whole numbers by size, anything else by code unit. */
function ordering(a: string, b: string): number {
  if (/^\d{1,15}$/.test(a) && /^\d{1,15}$/.test(b)) return Number(a) - Number(b);
  return a < b ? -1 : a > b ? 1 : 0;
}
