import type { ActionSpec, ConditionSpec, ListenerSpec, RuleSpec } from '../../scenario/load-balancer-schema.ts';
import { readPartPattern } from '../placement/pattern.ts';
import { isInCidr } from './cidr.ts';
import { matchesWildcard } from './wildcard.ts';

/** A request as a listener rule sees it. Header names and query keys as the client wrote them. */
export type RequestLike = {
  host: string;
  /** Without the query. */
  path: string;
  method: string;
  sourceIp: string;
  headers: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
};

/**
 * The rule that takes a request: rules in ascending order of priority, the first whose conditions all hold; undefined
 * means the listener's default action (6/1). Source: ELB, listener rules of Application Load Balancers.
 */
export function ruleFor({ rules = [] }: ListenerSpec, request: RequestLike): RuleSpec | undefined {
  const inOrder = [...rules].sort((a, b) => a.priority - b.priority);
  return inOrder.find(({ conditions }) => conditions.every((condition) => isMet(condition, request)));
}

/** The actions that follow for a request: of the rule that takes it, else the listener's own. */
export function actionsFor(listener: ListenerSpec, request: RequestLike): readonly ActionSpec[] {
  return ruleFor(listener, request)?.actions ?? listener.defaultActions ?? [];
}

/** The values of a condition, wherever CreateRule lets them stand. */
export function valuesOf(condition: ConditionSpec): string[] {
  const { values, hostHeaderConfig, pathPatternConfig, httpRequestMethodConfig, sourceIpConfig } = condition;
  const { httpHeaderConfig, queryStringConfig } = condition;
  const config = hostHeaderConfig ?? pathPatternConfig ?? httpRequestMethodConfig ?? sourceIpConfig ?? httpHeaderConfig;
  const pairs = queryStringConfig?.values.map(({ key, value }) => (key === undefined ? value : `${key}=${value}`));
  return values ?? config?.values ?? pairs ?? [];
}

/** The regular expressions of a condition: those of host-header, path-pattern and http-header may have them. */
export function regexValuesOf({ hostHeaderConfig, pathPatternConfig, httpHeaderConfig }: ConditionSpec): string[] {
  return (hostHeaderConfig ?? pathPatternConfig ?? httpHeaderConfig)?.regexValues ?? [];
}

/** Whether a rule of the listener has a regular expression (A96). */
export function hasRegexes({ rules = [] }: ListenerSpec): boolean {
  return rules.some(({ conditions }) => conditions.some((condition) => regexValuesOf(condition).length > 0));
}

/**
 * A condition holds when one of its values matches (6/2). Hosts, header values and queries ignore case; paths and
 * regular expressions do not.
 */
function isMet(condition: ConditionSpec, request: RequestLike): boolean {
  const values = valuesOf(condition);
  const sent = textOf(condition, request);
  if (sent !== undefined && regexValuesOf(condition).some((regex) => isFound(regex, sent))) return true;
  switch (condition.field) {
    case 'host-header':
      return values.some((value) => matchesIgnoringCase(value, request.host));
    case 'path-pattern':
      return values.some((value) => matchesWildcard(value, request.path));
    case 'http-request-method':
      return values.includes(request.method);
    case 'source-ip':
      return values.some((value) => isInCidr(request.sourceIp, value));
    case 'http-header':
      return sent !== undefined && values.some((value) => matchesIgnoringCase(value, sent));
    case 'query-string':
      return (condition.queryStringConfig?.values ?? []).some((pair) => hasPair(pair, request.query));
  }
}

/** What of a request a regular expression may look at; undefined for other fields, and where the header was not sent. */
function textOf({ field, httpHeaderConfig }: ConditionSpec, request: RequestLike): string | undefined {
  if (field === 'host-header') return request.host;
  if (field === 'path-pattern') return request.path;
  return field === 'http-header' ? headerOf(request, httpHeaderConfig?.httpHeaderName ?? '') : undefined;
}

/** 6/2, A96: anywhere in the text, with regard to case. In time of its length, whatever the expression is. */
function isFound(regex: string, text: string): boolean {
  return readPartPattern(regex).matches?.(text) ?? false;
}

function matchesIgnoringCase(pattern: string, text: string): boolean {
  return matchesWildcard(pattern.toLowerCase(), text.toLowerCase());
}

function headerOf({ headers }: RequestLike, name: string): string | undefined {
  return Object.entries(headers).find(([key]) => key.toLowerCase() === name.toLowerCase())?.[1];
}

/** Without a key any value of the query may match. */
function hasPair({ key, value }: { key?: string | undefined; value: string }, query: RequestLike['query']): boolean {
  return Object.entries(query).some(
    ([sent, text]) => (key === undefined || matchesIgnoringCase(key, sent)) && matchesIgnoringCase(value, text),
  );
}

/** A target group with its share of what a forward action gets: weight ÷ the sum of all weights (6/3). */
export type Share = { group: string; weight: number };

/** The groups of a forward action; one named alone gets everything. A group of weight 0 gets nothing. */
export function sharesOf({ targetGroupArn, forwardConfig }: ActionSpec): Share[] {
  if (forwardConfig === undefined) return targetGroupArn === undefined ? [] : [{ group: targetGroupArn, weight: 1 }];
  const [only, ...more] = forwardConfig.targetGroups;
  if (only && more.length === 0) return [{ group: only.targetGroupArn, weight: 1 }];
  return forwardConfig.targetGroups.map(({ targetGroupArn: group, weight = 1 }) => ({ group, weight }));
}
