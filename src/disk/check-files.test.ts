import { describe, expect, it } from 'vitest';
import { checkFiles } from './check-files.ts';
import { faultsOf, TODAY, withLibrary } from './small-library.fixture.ts';

const QUESTIONS = 'src/content/questions/spreading.yaml';

describe('checkFiles', () => {
  it('finds nothing in a library in which everything is right', () => {
    expect(faultsOf({})).toEqual([]);
  });

  it('tells only what cannot be read while there is such a thing, and not what seems to be missing for it', () => {
    expect(faultsOf({ [QUESTIONS]: [['kind: single', 'kind: sinlge']] })).toEqual([
      `${QUESTIONS}:6:9  0.kind: "sinlge" is not a kind of question; did you mean single?`,
    ]);
  });

  it('gives each fault its level', () => {
    const { faults } = withLibrary({ 'src/content/sources.yaml': [['2026-11-20', '2024-01-01']] }, (root) =>
      checkFiles(root, { today: TODAY }),
    );
    expect(faults.map((fault) => fault.level)).toEqual(['warning']);
  });
});
