import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPartPattern, readPattern } from './pattern.ts';

const atom = fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '\\d', '\\w', '1', '(a|b)', '(?:ab)', '(b1?)');
const quantifier = fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '{0,}', '*?');
const pattern = fc
  .array(fc.tuple(atom, quantifier, fc.constantFrom('', '', '', '|')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.map((part) => part.join('')).join(''));
const value = fc.string({ unit: fc.constantFrom('a', 'b', '1', '-'), maxLength: 8 });

test('a pattern matches what the regular expressions of JavaScript match as a whole (1.5, A5)', () => {
  fc.assert(
    fc.property(pattern, value, (text, have) => {
      expect(readPattern(text).matches?.(have)).toBe(new RegExp(`^(?:${text})$`).test(have));
    }),
    { numRuns: 2000 },
  );
});

test('a part pattern is found where the regular expressions of JavaScript find it (6/2, A96)', () => {
  const anchored = fc
    .tuple(fc.constantFrom('', '^'), pattern, fc.constantFrom('', '$'))
    .map((parts) => parts.join(''))
    .filter((text) => !/[|]$/.test(text));
  fc.assert(
    fc.property(anchored, value, (text, have) => {
      expect(readPartPattern(text).matches?.(have)).toBe(new RegExp(text).test(have));
    }),
    { numRuns: 2000 },
  );
});

test('what takes a backtracking engine for ever is answered at once', () => {
  expect(readPattern('((a+)+)+b').matches?.('a'.repeat(128))).toBe(false);
  expect(readPartPattern('((a|aa)+)+$').matches?.(`${'a'.repeat(5000)}b`)).toBe(false);
});

test('any text is read or refused with a place inside it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab[]()^-$\\|{}1,2*+?.&') }), (text) => {
      const { fault } = readPattern(text);
      if (fault) expect(fault.offset).toBeLessThanOrEqual(text.length);
    }),
    { numRuns: 2000 },
  );
});
