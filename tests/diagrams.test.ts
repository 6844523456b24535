import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readLibrary } from '../src/disk/read-library.ts';
import { diagramFaults, diagramHash, diagramTexts, MAX_WIDTH, RENDERER } from '../src/markdown/diagram.ts';

const root = join(import.meta.dirname, '..');
const fences = readLibrary(root).library.lessons.flatMap(({ value, origin }) =>
  value.diagrams.map((diagram) => ({
    ...diagram,
    at: `${origin.file}:${diagram.line}`,
    name: `${diagramHash(diagram.source)}.svg`,
  })),
);
const stored = readdirSync(join(root, 'diagrams')).filter((name) => name.endsWith('.svg'));
const sound = 'flowchart TD\n  accTitle: One step\n  accDescr: A leads to B.\n  A --> B';

describe('the drawings in diagrams/', () => {
  test('every mermaid fence of every lesson has its drawing; else run "npm run diagrams"', () => {
    expect(fences.filter((fence) => !stored.includes(fence.name)).map((fence) => fence.at)).toEqual([]);
  });

  test('no drawing is left that no fence asks for', () => {
    const wanted = new Set(fences.map((fence) => fence.name));
    expect(stored.filter((name) => !wanted.has(name))).toEqual([]);
  });

  test('each says for readers who do not see it what it shows', () => {
    expect(fences.flatMap((fence) => diagramFaults(fence.source).map((fault) => `${fence.at}  ${fault}`))).toEqual([]);
  });

  test('each lesson has at least two, and the same number in both languages', () => {
    const { lessons } = readLibrary(root).library;
    for (const { value } of lessons) {
      const twin = lessons.find((other) => other.value.slug === value.slug && other.value.language !== value.language);
      expect(value.diagrams.length, value.slug).toBeGreaterThanOrEqual(2);
      expect(twin?.value.diagrams.length, value.slug).toBe(value.diagrams.length);
    }
  });

  test.each(stored)(
    '%s obeys the content security policy, takes every colour from a token, and fits beside the text',
    (name) => {
      const svg = readFileSync(join(root, 'diagrams', name), 'utf8');
      expect(svg).not.toMatch(/<style|<script|style="|\son\w+=|<foreignObject|class="/);
      const colours = [...svg.matchAll(/(?:fill|stroke)="([^"]+)"/g)].map((match) => match[1]);
      expect(colours.filter((colour) => colour !== 'none' && !/^var\(--[a-z0-9-]+\)$/.test(colour ?? ''))).toEqual([]);
      for (const [, id] of svg.matchAll(/\sid="([^"]+)"/g)) expect(id).toMatch(new RegExp(`^m${name.slice(0, 8)}-`));
      expect(Number(/<svg[^>]*\swidth="(\d+)"/.exec(svg)?.[1])).toBeLessThanOrEqual(MAX_WIDTH);
    },
  );

  test('the installed mermaid is the one that the drawings are named for', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'node_modules/mermaid/package.json'), 'utf8')) as {
      version: string;
    };
    expect(version).toBe(RENDERER.mermaid);
  });
});

describe('the source of a diagram', () => {
  test('is named by its text, whatever blank lines surround it', () => {
    expect(diagramHash(sound)).toBe(diagramHash(`\n${sound}\n\n`));
    expect(diagramHash(sound)).not.toBe(diagramHash(sound.replace('B', 'C')));
  });

  test('gives title and description, on one line or in braces', () => {
    expect(diagramTexts(sound)).toEqual({ title: 'One step', description: 'A leads to B.' });
    const braces = sound.replace('accDescr: A leads to B.', 'accDescr {\n  A leads\n  to B.\n }');
    expect(diagramTexts(braces).description).toBe('A leads to B.');
  });

  test('without a title or a description is refused, and told what to write', () => {
    expect(diagramFaults('flowchart TD\n A --> B')).toEqual([
      expect.stringContaining('accTitle: …'),
      expect.stringContaining('accDescr: …'),
    ]);
  });

  test.each(['style A fill:#f00', 'classDef hot fill:red', 'linkStyle 0 stroke:red', "%%{init: {'theme':'dark'}}%%"])(
    'that colours itself is refused: %s',
    (line) => {
      expect(diagramFaults(`${sound}\n  ${line}`)).toEqual([expect.stringContaining('sets its own colours')]);
    },
  );
});
