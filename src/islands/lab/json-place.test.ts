import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeOfKey, readAnswerJson } from './json-place.ts';

describe('JSON that a learner types', () => {
  it('is read when it is a map from paths to values', () => {
    expect(readAnswerJson('{ "/a": 1, "/b": [true, null, "x"] }')).toEqual({
      set: { '/a': 1, '/b': [true, null, 'x'] },
    });
  });

  it.each([
    ['{\n  "/a": 1,\n}', 3, 1, 'syntax'],
    ['{ "/a": 01 }', 1, 9, 'syntax'],
    ["{ '/a': 1 }", 1, 3, 'syntax'],
    ['{\n  "/a" 1\n}', 2, 8, 'syntax'],
    ['{ "/a": 1', 1, 10, 'end'],
    ['', 1, 1, 'end'],
    ['[1]', 1, 1, 'not-a-set'],
    ['  { "a": 1 }', 1, 3, 'not-a-set'],
  ])('says where %j stops being an answer', (text, line, column, kind) => {
    expect(readAnswerJson(text).fault).toMatchObject({ line, column, what: { kind } });
  });

  it('agrees with the platform about what JSON is', () => {
    const nearJson = fc.oneof(
      fc.json(),
      fc.string({ unit: fc.constantFrom(...'{}[]",:\\ 0129.eE+-tfn\n\u0001'), maxLength: 12 }),
      fc.tuple(fc.json(), fc.nat(), fc.constantFrom(...'{}",: ')).map(([text, at, extra]) => {
        const place = at % (text.length + 1);
        return text.slice(0, place) + extra + text.slice(place);
      }),
    );
    fc.assert(
      fc.property(nearJson, (text) => {
        const what = readAnswerJson(text).fault?.what.kind;
        const valid = isJson(text);
        expect(what === 'syntax' || what === 'end').toBe(!valid);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds the line of a path that a fault names', () => {
    expect(placeOfKey('{\n  "/a": 1,\n  "/b": 2\n}', '/b')).toEqual({ line: 3, column: 3, offset: 15 });
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
