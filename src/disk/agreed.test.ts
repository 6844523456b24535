import { describe, expect, it } from 'vitest';
import { agreed } from './agreed.ts';
import { readLibrary } from './read-library.ts';
import { type Change, faultsOf, withLibrary } from './small-library.fixture.ts';

const EN = 'src/content/lessons/en/spreading.mdx';
const KO = 'src/content/lessons/ko/spreading.mdx';

describe('a section that changed in one language only since both were compared', () => {
  const TRANSLATIONS = 'src/content/translations.yaml';
  const noted = withLibrary({}, (root) => agreed(readLibrary(root).library, ['spreading']));

  it('is found in the other one, with its line', () => {
    expect(faultsOf({ [TRANSLATIONS]: noted })).toEqual([]);
    expect(faultsOf({ [TRANSLATIONS]: noted, [EN]: [['It counts tasks.', 'It counts running tasks.']] })).toEqual([
      `warning: ${KO}:14:1  the section "spread" changed in "en" since the languages were compared, and not here; bring it up to date and run "drydock agree spreading"`,
    ]);
    expect(faultsOf({ [TRANSLATIONS]: noted, [KO]: [['summary: 태스크가', 'summary: 이제 태스크가']] })).toEqual([
      `warning: ${EN}:1:1  the section "top" changed in "ko" since the languages were compared, and not here; bring it up to date and run "drydock agree spreading"`,
    ]);
  });

  it('is a matter of the pair when both changed', () => {
    const both = { [EN]: [['It counts', 'It sees']], [KO]: [['태스크를 세요', '태스크를 봐요']] } as Record<
      string,
      Change
    >;
    expect(faultsOf({ [TRANSLATIONS]: noted, ...both })).toEqual([
      `warning: ${KO}:14:1  the section "spread" changed in both languages since they were compared; bring it up to date and run "drydock agree spreading"`,
    ]);
  });
});
