import { describe, expect, test } from 'vitest';
import { readEventPattern } from './event-pattern.ts';
import { matchesEvent } from './match-event.ts';

const EVENT = {
  source: 'aws.ecs',
  'detail-type': 'ECS Task State Change',
  resources: ['arn:aws:ecs:us-east-1:123456789012:task/default/1', 'arn:second'],
  detail: {
    lastStatus: 'STOPPED',
    stopCode: 'EssentialContainerExited',
    cpu: '256',
    version: 3,
    ratio: 0.5,
    enableExecuteCommand: false,
    nothing: null,
    empty: [],
    address: '10.0.3.7',
    six: '2001:db8:0:1::7',
    path: '/lib/a*b.jar',
    containers: [
      { name: 'app', exitCode: 1, reason: 'OutOfMemoryError: Container killed due to memory usage' },
      { name: 'log', exitCode: 0 },
    ],
  },
};

function matches(pattern: unknown): boolean {
  const { pattern: read, faults } = readEventPattern(pattern);
  if (read === undefined) throw new Error(JSON.stringify(faults));
  return matchesEvent(read, EVENT);
}

const detail = (field: string, ...list: unknown[]) => ({ detail: { [field]: list } });

describe('event patterns (10/8)', () => {
  test.each([
    ['an exact value', { source: ['aws.ecs'] }, true],
    ['another value', { source: ['aws.ec2'] }, false],
    ['the case counts', { source: ['AWS.ecs'] }, false],
    ['a part of the value is not the value', { source: ['aws'] }, false],
    ['several values are alternatives', { source: ['aws.ec2', 'aws.ecs'] }, true],
    ['several fields must all hold', { source: ['aws.ecs'], 'detail-type': ['ECS Service Action'] }, false],
    ['nested fields', { detail: { lastStatus: ['STOPPED'], stopCode: ['EssentialContainerExited'] } }, true],
    ['a field that the event does not have', detail('startedAt', 'x'), false],
    ['a number', detail('version', 3), true],
    ['a number is no text', detail('version', '3'), false],
    ['a text is no number', detail('cpu', 256), false],
    ['false', detail('enableExecuteCommand', false), true],
    ['null', detail('nothing', null), true],
    ['null where the field is not there', detail('startedAt', null), false],
    ['one value of a list in the event is enough', { resources: ['arn:second'] }, true],
    ['an object is no value', { detail: ['x'] }, false],
    ['a field inside something that is no object', { source: { kind: ['x'] } }, false],
    ['one object of a list is enough', { detail: { containers: { exitCode: [1] } } }, true],
    ['two fields in the same object of a list', { detail: { containers: { name: ['app'], exitCode: [1] } } }, true],
    ['two fields in two objects of a list', { detail: { containers: { name: ['log'], exitCode: [1] } } }, false],
  ])('%s', (_, pattern, expected) => expect(matches(pattern)).toBe(expected));

  test.each([
    ['prefix', detail('stopCode', { prefix: 'Essential' }), true],
    ['prefix counts the case', detail('stopCode', { prefix: 'essential' }), false],
    ['prefix takes texts only', detail('version', { prefix: '3' }), false],
    ['prefix, ignoring case', detail('stopCode', { prefix: { 'equals-ignore-case': 'essential' } }), true],
    ['suffix', { resources: [{ suffix: 'default/1' }] }, true],
    ['suffix elsewhere', { resources: [{ suffix: 'task' }] }, false],
    ['suffix, ignoring case', detail('stopCode', { suffix: { 'equals-ignore-case': 'EXITED' } }), true],
    ['equals-ignore-case', { source: [{ 'equals-ignore-case': 'AWS.ECS' }] }, true],
    ['equals-ignore-case is the whole value', { source: [{ 'equals-ignore-case': 'aws' }] }, false],
    ['anything-but', detail('stopCode', { 'anything-but': 'UserInitiated' }), true],
    ['anything-but the value itself', detail('stopCode', { 'anything-but': 'EssentialContainerExited' }), false],
    ['anything-but a list', detail('lastStatus', { 'anything-but': ['RUNNING', 'STOPPED'] }), false],
    ['anything-but a number', { detail: { containers: { exitCode: [{ 'anything-but': 0 }] } } }, true],
    ['anything-but numbers that are all there are', detail('version', { 'anything-but': [3, 4] }), false],
    ['anything-but needs the field', detail('startedAt', { 'anything-but': 'x' }), false],
    ['anything-but one of a list in the event', { resources: [{ 'anything-but': 'arn:second' }] }, true],
    ['anything-but prefix', detail('stopCode', { 'anything-but': { prefix: 'Service' } }), true],
    ['anything-but prefixes', detail('stopCode', { 'anything-but': { prefix: ['User', 'Essential'] } }), false],
    ['anything-but suffix', detail('stopCode', { 'anything-but': { suffix: 'Exited' } }), false],
    [
      'anything-but, ignoring case',
      detail('lastStatus', { 'anything-but': { 'equals-ignore-case': 'stopped' } }),
      false,
    ],
    ['anything-but a wildcard', detail('path', { 'anything-but': { wildcard: '/lib/*.jar' } }), false],
    ['anything-but a prefix takes a number', detail('version', { 'anything-but': { prefix: '3' } }), true],
    ['numeric =', detail('version', { numeric: ['=', 3.0] }), true],
    ['numeric >', detail('version', { numeric: ['>', 3] }), false],
    ['numeric >=', detail('version', { numeric: ['>=', 3] }), true],
    ['numeric <', detail('ratio', { numeric: ['<', 1] }), true],
    ['numeric <=', detail('ratio', { numeric: ['<=', 0.25] }), false],
    ['numeric range', detail('version', { numeric: ['>', 2, '<=', 3] }), true],
    ['numeric range, open above', detail('version', { numeric: ['>', 2, '<', 3] }), false],
    ['numeric takes JSON numbers only', detail('cpu', { numeric: ['=', 256] }), false],
    ['exists: true', detail('stopCode', { exists: true }), true],
    ['exists: true of null', detail('nothing', { exists: true }), true],
    ['exists: true of an object', { detail: [{ exists: true }] }, false],
    ['exists: true of an empty list', detail('empty', { exists: true }), false],
    ['exists: false', detail('startedAt', { exists: false }), true],
    ['exists: false of what is there', detail('stopCode', { exists: false }), false],
    ['exists: false of an object, which is no leaf', { detail: [{ exists: false }] }, true],
    ['exists: false below what is not there', { detail: { overrides: { cpu: [{ exists: false }] } } }, true],
    ['exists: false in some objects only', { detail: { containers: { reason: [{ exists: false }] } } }, false],
    ['exists: false in objects of an empty list', { detail: { empty: { reason: [{ exists: false }] } } }, true],
    ['exists: false or a value', detail('stopCode', { exists: false }, 'EssentialContainerExited'), true],
    ['wildcard', { detail: { containers: { reason: [{ wildcard: 'OutOfMemory*memory*' }] } } }, true],
    ['wildcard is the whole value', detail('stopCode', { wildcard: 'Essential*Container' }), false],
    ['wildcard for nothing', detail('stopCode', { wildcard: '*Essential*ContainerExited*' }), true],
    ['wildcard, pieces do not overlap', detail('lastStatus', { wildcard: 'STOPP*PPED' }), false],
    ['wildcard without a star', detail('lastStatus', { wildcard: 'STOPPED' }), true],
    ['wildcard with a star that is meant', detail('path', { wildcard: '/lib/a\\*b.*' }), true],
    ['cidr', detail('address', { cidr: '10.0.0.0/16' }), true],
    ['cidr of other addresses', detail('address', { cidr: '10.1.0.0/16' }), false],
    ['cidr of everything', detail('address', { cidr: '0.0.0.0/0' }), true],
    ['cidr of a text that is no address', detail('lastStatus', { cidr: '0.0.0.0/0' }), false],
    ['cidr of IPv6', detail('six', { cidr: '2001:db8::/48' }), true],
    ['cidr of IPv6, other addresses', detail('six', { cidr: '2001:db8:0:2::/64' }), false],
    ['$or', { $or: [{ source: ['x'] }, { detail: { lastStatus: ['STOPPED'] } }] }, true],
    ['$or, none holds', { $or: [{ source: ['x'] }, { 'detail-type': ['y'] }] }, false],
    [
      '$or beside fields that must hold',
      { source: ['x'], $or: [{ region: ['y'] }, { 'detail-type': [{ exists: true }] }] },
      false,
    ],
    ['$or inside a field', { detail: { $or: [{ stopCode: ['x'] }, { version: [{ numeric: ['>', 2] }] }] } }, true],
    [
      '$or in the same object of a list',
      { detail: { containers: { name: ['log'], $or: [{ exitCode: [1] }, { reason: [{ exists: true }] }] } } },
      false,
    ],
    [
      '$or inside $or',
      { $or: [{ source: ['x'] }, { source: ['aws.ecs'], $or: [{ id: ['1'] }, { detail: { version: [3] } }] }] },
      true,
    ],
  ])('%s', (_, pattern, expected) => expect(matches(pattern)).toBe(expected));
});

describe('patterns that AWS refuses (10/8)', () => {
  test.each([
    [[], 'Filter is not an object'],
    [{}, 'Empty objects are not allowed'],
    [{ detail: {} }, 'Empty objects are not allowed'],
    [{ source: [] }, 'Empty arrays are not allowed'],
    [{ source: 'aws.ecs' }, '"source" must be an object or an array'],
    [{ source: [['aws.ecs']] }, 'Match value must be String, number, true, false, or null'],
    [{ source: [{}] }, 'Match expression name not found'],
    [{ source: [{ regex: 'a' }] }, 'Unrecognized match type regex'],
    [{ source: [{ constructor: 'a' }] }, 'Unrecognized match type constructor'],
    [{ a: [{ numeric: ['toString', 1] }] }, 'Unrecognized numeric range operator: toString'],
    [{ a: [{ 'anything-but': { valueOf: 'a' } }] }, 'Unsupported anything-but pattern: valueOf'],
    [{ source: [{ prefix: 'a', suffix: 'b' }] }, 'Only one key allowed in match expression'],
    [{ source: [{ prefix: 3 }] }, 'prefix match pattern must be a string'],
    [{ source: [{ prefix: { suffix: 'a' } }] }, 'Unsupported prefix pattern: suffix'],
    [{ source: [{ suffix: null }] }, 'suffix match pattern must be a string'],
    [{ source: [{ 'equals-ignore-case': ['a'] }] }, 'equals-ignore-case match pattern must be a string'],
    [{ source: [{ wildcard: 'a**' }] }, 'Consecutive wildcard characters at pos 1'],
    [{ source: [{ wildcard: 'a\\b' }] }, 'Invalid escape character at pos 1'],
    [{ source: [{ wildcard: 1 }] }, 'wildcard match pattern must be a string'],
    [{ source: [{ 'anything-but': true }] }, 'Value of anything-but must be an array or single string/number value.'],
    [
      { source: [{ 'anything-but': ['a', 1] }] },
      'Inside anything but list, either all values are number or string, mixed type is not supported',
    ],
    [
      { source: [{ 'anything-but': [] }] },
      'Inside anything but list, either all values are number or string, mixed type is not supported',
    ],
    [{ source: [{ 'anything-but': { cidr: '10.0.0.0/8' } }] }, 'Unsupported anything-but pattern: cidr'],
    [{ source: [{ 'anything-but': { prefix: '' } }] }, 'Null prefix/suffix not allowed'],
    [{ source: [{ 'anything-but': { wildcard: '**' } }] }, 'Consecutive wildcard characters at pos 0'],
    [{ a: [{ numeric: '>5' }] }, 'Value of numeric must be an array.'],
    [{ a: [{ numeric: [5] }] }, 'Invalid member in numeric match: 5'],
    [{ a: [{ numeric: ['!=', 5] }] }, 'Unrecognized numeric range operator: !='],
    [{ a: [{ numeric: ['>', '5'] }] }, 'Value of > must be numeric'],
    [{ a: [{ numeric: ['=', 5, '<', 6] }] }, 'Too many elements in numeric expression'],
    [{ a: [{ numeric: ['>', 5, '>', 6] }] }, 'Bad numeric range operator: >'],
    [{ a: [{ numeric: ['>', 5, '<', 5] }] }, 'Bottom must be less than top'],
    [{ a: [{ numeric: ['>', 5, '<', 6, '<', 7] }] }, 'Too many terms in numeric range expression'],
    [{ a: [{ exists: 'true' }] }, 'exists match pattern must be either true or false.'],
    [{ a: [{ cidr: '10.0.0.0' }] }, "Malformed CIDR, one '/' required"],
    [{ a: [{ cidr: '10.0.0.0/x' }] }, 'Malformed CIDR, mask bits must be an integer'],
    [{ a: [{ cidr: '10.0.0.0/-1' }] }, 'Malformed CIDR, mask bits must not be negative'],
    [{ a: [{ cidr: '10.0.0.0/32' }] }, 'IPv4 mask bits must be < 32'],
    [{ a: [{ cidr: '::1/128' }] }, 'IPv6 mask bits must be < 128'],
    [{ a: [{ cidr: '10.0.0/8' }] }, 'Nonstandard IP address: 10.0.0'],
    [{ $or: { a: [1] } }, 'It must be an Array followed with $or.'],
    [{ $or: [{ a: [1] }] }, 'There must have at least 2 Objects in $or relationship.'],
    [{ $or: [{ a: [1] }, 'b'] }, 'Only JSON object is allowed in array of $or relationship.'],
    [{ $or: [{ a: [1] }, { prefix: ['b'] }] }, 'prefix is Ruler reserved fieldName which cannot be used inside $or.'],
    [{ a: [1], $or: [{ a: [2] }, { b: [1] }] }, 'Path `a` cannot be allowed multiple times'],
  ])('%j: %s', (pattern, why) => {
    expect(readEventPattern(pattern).faults?.map((fault) => fault.why)).toEqual([why]);
  });

  test('each fault says where it is', () => {
    const pattern = { detail: { a: ['x', { prefix: 1 }], $or: [{ b: [] }, { c: { d: 1 } }] } };
    expect(readEventPattern(pattern).faults?.map(({ path }) => path.join('/'))).toEqual([
      'detail/a/1',
      'detail/$or/0/b',
      'detail/$or/1/c/d',
    ]);
  });
});
