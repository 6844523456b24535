import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readExpression } from './expression.ts';

const value = (text: string, values = {}) => readExpression(text, Object.keys(values)).evaluate?.(values);
const fault = (text: string, names: string[] = []) => readExpression(text, names).fault;

describe('an expression of a drawn question', () => {
  it.each<[string, Record<string, number>, number]>([
    ['1 + 2 * 3', {}, 7],
    ['(1 + 2) * 3', {}, 9],
    ['10 - 4 - 3', {}, 3],
    ['12 / 4 / 3', {}, 1],
    ['-2 * -3', {}, 6],
    ['floor(desired * min / 100)', { desired: 5, min: 50 }, 2],
    ['ceil(desired * min / 100)', { desired: 5, min: 50 }, 3],
    ['round(2.5)', {}, 3],
    ['max(1, min(5, n))', { n: 9 }, 5],
  ])('%s', (text, values, expected) => {
    expect(value(text, values)).toBe(expected);
  });

  it.each<[string, number, string]>([
    ['1 +', 4, 'something is missing at the end; write a number or a name'],
    ['(1 + 2', 7, '")" is missing; write it'],
    ['2 ** 3', 4, '"*" does not belong here; write a number or a name'],
    ['1 2', 3, '"2" does not belong here; the expression ends before it'],
    ['a; b', 2, '";" is no part of arithmetic; write + - * / ( ) or a name'],
    ['ceil(1, 2)', 1, 'ceil takes one value, this has 2'],
    ['constructor', 1, '"constructor" is not drawn and not a function; write one of a, floor, ceil, round, min, max'],
  ])('%s is told with its column', (text, column, message) => {
    expect(fault(text, ['a'])).toEqual({ column, message });
  });

  it('never throws and never hangs, whatever is written', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300 }), (text) => {
        const read = readExpression(text, ['a']);
        expect(read.fault === undefined).toBe(read.evaluate !== undefined);
      }),
    );
  });
});
