import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadYaml, placed, sayFault } from './load-yaml.ts';

const TEXT = `# a comment
- id: first
  stem:
    en: Hello
    ko: 안녕
  list: [one, two]
- id: second
`;

describe('the place of a value', () => {
  const { place } = loadYaml(TEXT, 'x.yaml');

  it.each([
    ['the whole file begins at its first value', [], '2:1'],
    ['an entry of a list begins at its first key', [0], '2:3'],
    ['a plain value is where it is written', [0, 'id'], '2:7'],
    ['a nested mapping begins at its first key', [0, 'stem'], '4:5'],
    ['a nested value', [0, 'stem', 'ko'], '5:9'],
    ['an item of a list in brackets', [0, 'list', 1], '6:15'],
    ['a later entry', [1, 'id'], '7:7'],
    ['what is missing is placed at what it is missing from', [1, 'stem', 'en'], '7:3'],
    ['what no file could have is placed at the nearest thing there is', [9, 'x', 3], '2:1'],
  ])('%s', (_, path, expected) => {
    const { line, column } = place(path);
    expect(`${line}:${column}`).toBe(expected);
  });

  it('can be that of its key', () => {
    expect(place([0, 'stem'], { key: true })).toEqual({ line: 3, column: 3 });
    expect(place([0, 'stem', 'ko'], { key: true })).toEqual({ line: 5, column: 5 });
  });

  it('is that of the value where a list has no keys, or the key is missing', () => {
    expect(place([0, 'list', 1], { key: true })).toEqual({ line: 6, column: 15 });
    expect(place([1, 'stem'], { key: true })).toEqual({ line: 7, column: 3 });
  });

  it('is the same with the line ends of Windows', () => {
    expect(loadYaml(TEXT.replaceAll('\n', '\r\n'), 'x.yaml').place([0, 'stem', 'ko'])).toEqual({ line: 5, column: 9 });
  });

  it('is the beginning of an empty file', () => {
    expect(loadYaml('', 'x.yaml').place(['id'])).toEqual({ line: 1, column: 1 });
  });
});

describe('a fault of a schema', () => {
  it('points at the value, but at the key when the key is what is wrong', () => {
    const loaded = loadYaml('world:\n  zones:\n    - a\n', 'x.yaml');
    const path = ['world', 'zones'];
    expect(sayFault(placed(loaded, { path, message: 'is a list; write a text' }))).toBe(
      'x.yaml:3:5  world.zones: is a list; write a text',
    );
    expect(sayFault(placed(loaded, { path, message: 'unknown key "zones"; remove it' }))).toBe(
      'x.yaml:2:3  world.zones: unknown key "zones"; remove it',
    );
  });

  it('of the whole file is said without a path', () => {
    expect(sayFault(placed(loadYaml('3', 'x.yaml'), { path: [], message: 'is the number 3; write a list' }))).toBe(
      'x.yaml:1:1  is the number 3; write a list',
    );
  });
});

describe('a file with a syntax fault', () => {
  it.each([
    [
      'a bracket that is never closed',
      'a: [1, 2\nb: 3\n',
      '2:1',
      'this is not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ]; look at this line and the one before it',
    ],
    [
      'a quote that is never closed',
      'a: "x\n',
      '2:1',
      'this is not valid YAML: Missing closing "quote; look at this line and the one before it',
    ],
    [
      'a colon in a plain text',
      'a: b: c\n',
      '1:4',
      'this is not valid YAML: Nested mappings are not allowed in compact mappings; look at this line and the one before it',
    ],
    ['a tab', 'a:\n\tb: 1\n', '2:1', 'this line begins with a tab; indent with spaces'],
    ['a key written twice', 'a: 1\na: 2\n', '2:1', 'this key stands twice in one mapping; keep one of them'],
    [
      'two documents',
      'a: 1\n---\nb: 2\n',
      '2:1',
      'a second document begins at this "---"; a file holds one, remove the line',
    ],
    [
      'an alias without its anchor',
      'a: *b\n',
      '1:1',
      'this YAML cannot be read: Unresolved alias (the anchor must be set before the alias): b; write the values out instead of aliases (*name)',
    ],
  ])('%s is placed and said once, and the file has no value', (_, text, place, message) => {
    const { value, faults } = loadYaml(text, 'x.yaml');
    expect(value).toBeUndefined();
    expect(faults.map(sayFault)).toEqual([`x.yaml:${place}  ${message}`]);
  });

  it('tells only the first of many faults, because the others follow from it', () => {
    expect(loadYaml('- a: 1\n b: 2\n   c: 3\n  - d\n', 'x.yaml').faults).toHaveLength(1);
  });
});

describe('any text', () => {
  it('that doubles itself through aliases is refused, not expanded', () => {
    const levels = Array.from(
      { length: 30 },
      (_, n) => `a${n}: &a${n} [${n === 0 ? 'x, x' : `*a${n - 1}, *a${n - 1}`}]`,
    );
    const { value, faults } = loadYaml(levels.join('\n'), 'x.yaml');
    expect(value).toBeUndefined();
    expect(faults[0]?.message).toMatch('write the values out instead of aliases');
  });

  it('is read or has a fault, and never throws', () => {
    const snippet = fc.constantFrom(
      'a: 1',
      '- b',
      '{',
      '}',
      '[',
      '&x',
      '*x',
      '"',
      '\t',
      '---',
      '|',
      '>',
      ': ',
      '\n',
      '  ',
      '? ',
      '!t',
      '<<: ',
      '%',
    );
    fc.assert(
      fc.property(fc.array(snippet), (parts) => {
        const { value, faults, place } = loadYaml(parts.join(''), 'x.yaml');
        expect(faults.length > 0 ? value : undefined).toBeUndefined();
        expect(place([0, 'a']).line).toBeGreaterThan(0);
      }),
    );
  });
});

it('days and yes stay texts, as in YAML 1.2', () => {
  expect(loadYaml('a: 2026-11-21\nb: yes\nc: 0x10\nd: ~\n', 'x.yaml').value).toEqual({
    a: '2026-11-21',
    b: 'yes',
    c: 16,
    d: null,
  });
});
