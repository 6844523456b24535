import { mkdtempSync, rmdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readLibrary } from './read-library.ts';
import { SOUND, withLibrary } from './small-library.fixture.ts';

const QUESTIONS = 'src/content/questions/spreading.yaml';

describe('readLibrary', () => {
  it('reads every kind of content and remembers where it stood', () => {
    const { library, faults } = withLibrary({}, readLibrary);
    expect(faults).toEqual([]);
    expect(library.lessons.map(({ value, origin }) => [value.language, value.slug, origin.file])).toEqual([
      ['en', 'spreading', 'src/content/lessons/en/spreading.mdx'],
      ['ko', 'spreading', 'src/content/lessons/ko/spreading.mdx'],
    ]);
    expect(library.questions.map(({ value, origin }) => [value.id, origin])).toEqual([
      ['spread-two-zones', { file: QUESTIONS, path: [0] }],
    ]);
    expect(library.scenarios.map(({ value }) => value.id)).toEqual(['placement/even']);
    const lists = [library.glossary, library.sources, library.claims, library.beliefs];
    expect(lists.map((list) => list.map((entry) => entry.value.id))).toEqual([
      ['task'],
      ['ecs-placement'],
      ['place-01'],
      ['random-balances', 'binpack-balances'],
    ]);
    const pages = [library.tables, library.limits, library.changes];
    expect(pages.map((list) => list.map(({ value, origin }) => [value.id, origin.file]))).toEqual([
      [['strategies', 'src/content/reference/tables.yaml']],
      [['strategies', 'src/content/reference/limits.yaml']],
      [['rebalancing', 'src/content/reference/changes.yaml']],
    ]);
    expect(library.curriculum?.value.tracks[0]?.lessons).toEqual(['spreading']);
  });

  it('keeps the entries around a broken one, at their own places', () => {
    const entry = SOUND[QUESTIONS];
    const text = `${entry}\n-\n${entry.replace('id: spread-two-zones', 'id: another')}`;
    const { library, faults } = withLibrary({ [QUESTIONS]: text }, readLibrary);
    expect(library.questions.map(({ value, origin }) => [value.id, origin.path])).toEqual([
      ['spread-two-zones', [0]],
      ['another', [2]],
    ]);
    expect(faults.map((fault) => fault.path)).toEqual(['1']);
  });

  it('reads folders in folders, in an order that every machine agrees on', () => {
    const copy = (id: string) => SOUND[QUESTIONS].replace('spread-two-zones', id);
    const files = {
      'src/content/questions/b.yaml': copy('b'),
      'src/content/questions/a/z.yaml': copy('z'),
      'src/content/questions/A.yaml': copy('capital'),
    };
    const { library } = withLibrary(files, readLibrary);
    expect(library.questions.map((question) => question.value.id)).toEqual(['capital', 'z', 'b', 'spread-two-zones']);
  });

  it('of an empty folder has nothing and misses only the curriculum', () => {
    const root = mkdtempSync(join(tmpdir(), 'drydock-empty-'));
    const { library, faults } = readLibrary(root);
    rmdirSync(root);
    expect(faults.map((fault) => fault.file)).toEqual(['src/content/curriculum.yaml']);
    expect(library.questions).toEqual([]);
  });

  it('places what is found later: a line where there is one, else the path, else the file', () => {
    const { place } = withLibrary({}, readLibrary);
    const file = 'src/content/lessons/ko/spreading.mdx';
    expect(place({ file, path: [], line: 18 })).toMatchObject({ file, line: 18, column: 1 });
    expect(place({ file, path: ['sources', 0] })).toMatchObject({ line: 9, column: 11, path: 'sources.0' });
    expect(place({ file: 'src/content/questions', path: [] })).toMatchObject({ line: 1, column: 1, path: '' });
  });
});
