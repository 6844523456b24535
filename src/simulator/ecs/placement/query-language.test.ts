import { describe, expect, test } from 'vitest';
import { parseQuery } from './query-language.ts';
import type { QueryInstance } from './query-subjects.ts';

const instance: QueryInstance = {
  attributes: { stack: 'prod', 'ecs.availability-zone': 'us-east-1a', 'ecs.instance-type': 'm5.large', disks: '10' },
  agentConnected: true,
  agentVersion: '1.89.2',
  registeredAt: Date.UTC(2026, 5, 18, 22, 28, 28) / 1000,
  ec2InstanceId: 'a-1',
  runningTasksCount: 3,
  hasTaskOfGroup: (group) => group === 'service:web',
};

function matches(text: string): boolean {
  const { query, fault } = parseQuery(text);
  if (fault) throw new Error(`column ${fault.column}: ${fault.message}`);
  return query.matches(instance);
}

describe('an expression chooses instances (1.5)', () => {
  test.each([
    ['attribute:stack == prod', true],
    ['attribute:stack equals prod', true],
    ['attribute:stack==prod', true],
    ['attribute:stack == test', false],
    ['attribute:stack != test', true],
    ['attribute:stack not_equals prod', false],
    ['attribute:stack exists', true],
    ['attribute:rack exists', false],
    ['attribute:rack !exists', true],
    ['attribute:rack not_exists', true],
    ['attribute:ecs.availability-zone in [us-east-1a, us-east-1b]', true],
    ['attribute:ecs.availability-zone !in [us-east-1a,us-east-1b]', false],
    ['attribute:ecs.availability-zone not_in [us-east-1c]', true],
    ['attribute:disks > 9', true],
    ['attribute:disks less_than_equal 9', false],
    ['runningTasksCount < 3', false],
    ['runningTasksCount >= 3', true],
    ['agentConnected == true', true],
    ['ec2InstanceId in [a-1, a-2]', true],
    ['task:group == service:web', true],
    ['not(task:group == service:web)', false],
    ['!(task:group == database)', true],
    ['attribute:stack == prod and attribute:disks == 10', true],
    ['attribute:stack == test || attribute:disks == 10', true],
    ['(attribute:stack == test or attribute:disks == 10) && not attribute:rack exists', true],
  ])('%s → %s', (text, expected) => {
    expect(matches(text)).toBe(expected);
  });

  test('a negative comparison needs the attribute: an instance without it does not match (1.5)', () => {
    expect(matches('attribute:rack != test')).toBe(false);
    expect(matches('attribute:rack !in [test]')).toBe(false);
    expect(matches('not(attribute:rack == test)')).toBe(true);
  });

  test('without parentheses, not binds before and, and and before or (A4)', () => {
    expect(matches('attribute:stack == prod or attribute:stack == x and attribute:stack == y')).toBe(true);
    expect(parseQuery('attribute:a == 1 or attribute:b == 2 and attribute:c == 3').query?.assumptions).toEqual(['A4']);
    expect(parseQuery('attribute:a == 1 or (attribute:b == 2 and attribute:c == 3)').query?.assumptions).toEqual([]);
  });
});

describe('the other subjects and regular expressions (1.5)', () => {
  test.each([
    ['agentVersion >= 1.89.2', true],
    ['agentVersion > 1.9', true],
    ['agentVersion < 1.100.0', true],
    ['agentVersion == 1.89', false],
    ['registeredAt < 2026-06-19', true],
    ['registeredAt == 2026-06-18T22:28:28Z', true],
    ['registeredAt == 2026-06-18T22:28:28+00:00', true],
    ['registeredAt == 2026-06-18T22:28:28', true],
    ['registeredAt == 2026-06-19T07:28:28+09:00', true],
    ['registeredAt < 2026-06-18', false],
    ['runningTasksCount less_than 10', true],
    ['task:group == service:web', true],
    ['not(task:group == service:web)', false],
    ['not(task:group == database)', true],
    ['attribute:ecs.instance-type =~ m5.*', true],
    ['attribute:ecs.instance-type =~ m5', false],
    ['attribute:ecs.instance-type matches (c|m)[0-9]\\.(large|xlarge)', true],
    ['attribute:ecs.instance-type !~ t3.*', true],
    ['attribute:rack !~ t3.*', false],
    ['(attribute:ecs.availability-zone =~ us-east-1[ab]) and attribute:stack == prod', true],
    ['attribute:disks =~ \\d{2} && attribute:stack not_matches t.*', true],
    ['ec2InstanceId =~ ^a-\\d$', true],
  ])('%s: %s', (text, expected) => {
    expect(matches(text)).toBe(expected);
  });

  test('a whole value has to match, and the run says that it is an assumption (A5)', () => {
    expect(parseQuery('attribute:stack =~ ro').query?.assumptions).toEqual(['A3', 'A5']);
    expect(matches('attribute:stack =~ ro')).toBe(false);
  });

  test('an instance whose agent version nobody knows satisfies no comparison (A3)', () => {
    const { query } = parseQuery('agentVersion != 1.0.0');
    expect(query?.matches({ ...instance, agentVersion: undefined })).toBe(false);
  });
});

describe('a mistake is told with its column', () => {
  test.each([
    ['attribute:stack = prod', 17, 'did you mean "=="?'],
    ['attribute:stack == ', 20, 'the expression ends too early; write a value'],
    ['attribute:stack', 16, 'the expression ends too early'],
    ['stack == prod', 1, 'did you mean attribute:stack?'],
    ['attribute:stack in prod', 20, 'write [a, b]'],
    ['attribute:stack in [prod', 25, 'the list is still open; write ]'],
    ['(attribute:stack == prod', 25, 'a parenthesis is still open; write )'],
    ['attribute:stack == prod attribute:x == y', 25, 'join expressions with and, or'],
    ['attribute:stack =~ pr(.*', 25, 'a parenthesis is still open'],
    ['attribute:stack =~ ', 20, 'a regular expression is expected here'],
    ['attribute:stack =~ (?=p)rod', 20, 'looking ahead or behind is not simulated'],
    ['attribute:stack =~ (a)\\1', 23, '\\1 is not simulated'],
    ['attribute:stack =~ *prod', 20, 'has nothing to repeat'],
    ['attribute:stack =~ ((a{90}){90}){90}', 23, 'repeats too much'],
    ['registeredAt > yesterday', 16, 'a time is written'],
    ['registeredAt in [2026-06-18]', 14, 'does not take in'],
    ['task:group != database', 12, 'does not take !='],
    ['attribute: == x', 1, 'the attribute has no name'],
    ['runningTasksCount == many', 22, 'is a whole number'],
    ['runningTasksCount in [1]', 19, 'does not take in'],
    ['agentVersion > new', 16, 'an agent version is written 1.89.2'],
    ['', 1, 'write a subject'],
    ['&& attribute:x exists', 1, 'does not belong here'],
  ])('%s', (text, column, message) => {
    const { fault } = parseQuery(text);
    expect(fault?.column).toBe(column);
    expect(fault?.message).toContain(message);
  });

  test('an expression is at most 2,000 characters and 50 levels deep', () => {
    expect(parseQuery(`attribute:stack == ${'x'.repeat(2000)}`).fault?.message).toContain('at most 2000 characters');
    expect(parseQuery(`${'('.repeat(300)}attribute:x exists${')'.repeat(300)}`).fault?.message).toContain('too deeply');
  });
});
