import { readPartPattern } from '../ecs/placement/pattern.ts';
import { readCidr } from '../ecs/traffic/cidr.ts';
import { regexValuesOf, valuesOf } from '../ecs/traffic/listener-rules.ts';
import { wildcardsIn } from '../ecs/traffic/wildcard.ts';
import { type Refuse, refuseInto } from './aws-refusals.ts';
import type { Fault } from './fault.ts';
import type { ConditionSpec, RuleSpec } from './load-balancer-schema.ts';

/** Source: ELB, quotas of Application Load Balancers and condition types of listener rules. */
const MAX_VALUES = 5;
const MAX_VALUES_PER_CONDITION = 3;
const MAX_WILDCARDS = 5;
const MAX_LENGTH = 128;
const ONCE = ['host-header', 'path-pattern', 'http-request-method', 'source-ip'] as const;

const CONFIGS = {
  'host-header': 'hostHeaderConfig',
  'path-pattern': 'pathPatternConfig',
  'http-request-method': 'httpRequestMethodConfig',
  'source-ip': 'sourceIpConfig',
  'http-header': 'httpHeaderConfig',
  'query-string': 'queryStringConfig',
} as const;

/** The conditions of a rule: how many of each, how many values, and what each of them may say (6/2). */
export function checkConditions(
  { conditions }: RuleSpec,
  { faults, path }: { faults: Fault[]; path: (string | number)[] },
): void {
  const refuse = refuseInto(faults, path);
  const at = ['conditions'];
  if (conditions.length === 0) refuse(at, 'a rule without a condition', 'it needs one');
  for (const field of ONCE) {
    const count = conditions.filter((condition) => condition.field === field).length;
    if (count > 1) refuse(at, `${count} conditions ${field}`, 'a rule takes one of each');
  }
  const values = conditions.flatMap((condition) => [...valuesOf(condition), ...regexValuesOf(condition)]);
  if (values.length > MAX_VALUES) refuse(at, `${values.length} condition values`, `a rule takes ${MAX_VALUES}`);
  const wildcards = conditions
    .filter(({ field }) => field !== 'source-ip' && field !== 'http-request-method')
    .flatMap(valuesOf)
    .reduce((sum, value) => sum + wildcardsIn(value), 0);
  if (wildcards > MAX_WILDCARDS) refuse(at, `${wildcards} wildcards`, `a rule takes ${MAX_WILDCARDS}`);
  for (const [c, condition] of conditions.entries()) {
    refuseCondition(condition, (place, what, why) => refuse([...at, c, ...place], what, why));
    checkRegexes(condition, { faults, path: [...path, ...at, c] });
  }
}

function refuseCondition(condition: ConditionSpec, refuse: Refuse): void {
  const { field } = condition;
  const values = valuesOf(condition);
  const regexes = regexValuesOf(condition);
  for (const [other, config] of Object.entries(CONFIGS)) {
    if (other !== field && condition[config] !== undefined) refuse([config], config, `the field is ${field}`);
  }
  const count = values.length + regexes.length;
  if (count === 0) refuse([], `${field} without values`, 'a condition needs at least one');
  if (values.length > 0 && regexes.length > 0) refuse([], 'values beside regexValues', 'a condition takes one of them');
  else if (count > MAX_VALUES_PER_CONDITION) {
    refuse([], `${count} values of one condition`, `a condition takes ${MAX_VALUES_PER_CONDITION}`);
  }
  for (const value of values) {
    const why = whyBad(field, value);
    if (why !== undefined) refuse([], `${field} ${JSON.stringify(value)}`, why);
  }
}

/** Why a value is none for its field (6/2); undefined when it is one. */
function whyBad(field: ConditionSpec['field'], value: string): string | undefined {
  if (value === '') return 'a value is not empty';
  if (field === 'source-ip')
    return readCidr(value) === undefined ? 'it is an address block such as 203.0.113.0/24' : undefined;
  if (field === 'http-request-method')
    return /^[A-Z_-]{1,40}$/.test(value) ? undefined : 'it is 1 to 40 capital letters, - and _, without wildcards';
  if (value.length > MAX_LENGTH) return `it is at most ${MAX_LENGTH} characters`;
  if (field !== 'host-header') return undefined;
  return /^[A-Za-z0-9.*?-]*\.[A-Za-z0-9*?]+$/.test(value)
    ? undefined
    : 'a host name has a dot, and letters and digits after the last one';
}

/** What AWS's page says that its regular expressions do not have, where the reader comes upon it. */
const NOT_IN_AWS = /^(?:looking|atomic|possessive|\\[1-9gkpPR])/;
const AWS_HAS_NO =
  'its regular expressions have no lookaheads, lookbehinds, backreferences, atomic groups, possessive quantifiers, subroutines, recursion or Unicode character classes';

/** 6/2: regular expressions are short, and of a kind that is matched in the time of its length. */
function checkRegexes(
  condition: ConditionSpec,
  { faults, path }: { faults: Fault[]; path: (string | number)[] },
): void {
  const config = CONFIGS[condition.field];
  for (const [i, regex] of regexValuesOf(condition).entries()) {
    const place = [config, 'regexValues', i];
    const refuse = refuseInto(faults, path);
    const what = `the regular expression ${JSON.stringify(regex)}`;
    if (regex === '') refuse(place, `${condition.field} ""`, 'a value is not empty');
    if (regex.length > MAX_LENGTH) refuse(place, what, `it is at most ${MAX_LENGTH} characters`);
    const { fault } = regex.length > MAX_LENGTH ? {} : readPartPattern(regex);
    if (fault === undefined) continue;
    if (NOT_IN_AWS.test(fault.message)) refuse(place, what, AWS_HAS_NO);
    else faults.push({ path: [...path, ...place], message: `at character ${fault.offset + 1}: ${fault.message}` });
  }
}
