import { describe, expect, it } from 'vitest';
import { type Change, faultsOf } from '../disk/small-library.fixture.ts';

const EN = 'src/content/lessons/en/spreading.mdx';
const KO = 'src/content/lessons/ko/spreading.mdx';

/** The small library whose lesson shows a run, in both languages; English line numbers are those of the run. */
const withRun = (en: string, ko = en): string[] => {
  const at = (run: string): Change => [
    ['<Scenario id="placement/even" />', `${run}\n\n<Scenario id="placement/even" />`],
  ];
  // What a heading or section hash says of the change is not asked here.
  return faultsOf({ [EN]: at(en), [KO]: at(ko) }).filter((fault) => !fault.includes('changed in'));
};
const both = (message: string) => [`${EN}:22:1  ${message}`, `${KO}:22:1  ${message}`];

describe('a run in a lesson', () => {
  it('with what the scenario lets be set, a second of the run and a title is sound', () => {
    expect(
      withRun(`<Run id="placement/even" set='{"/services/0/desiredCount": 2}' at="5s" title="Two > one" />`),
    ).toEqual([]);
    expect(withRun('<Run id="placement/even" />')).toEqual([]);
  });

  it.each([
    [
      'of a scenario that does not exist',
      '<Run id="placement/evn" />',
      'there is no scenario "placement/evn"; did you mean "placement/even"?',
    ],
    [
      'that sets a path the challenge keeps',
      `<Run id="placement/even" set='{"/services/0/desiredCout": 2}' />`,
      '<Run id="placement/even" />: set: /services/0/desiredCout: is not a path that this challenge lets you change; did you mean /services/0/desiredCount?',
    ],
    [
      'that sets what AWS refuses',
      `<Run id="placement/even" set='{"/services/0/desiredCount": -2}' />`,
      '<Run id="placement/even" />: set: /services/0/desiredCount: AWS refuses desiredCount -2: it is a whole number from 0 to 200000',
    ],
    [
      'whose set is no JSON',
      `<Run id="placement/even" set="{desiredCount: 2}" />`,
      `<Run />: set: is not JSON; write set='{"/services/0/desiredCount": 4}'`,
    ],
    [
      'at a second after its end',
      '<Run id="placement/even" at="1h" />',
      '<Run id="placement/even" />: at: the run lasts 47 s; write at most at="47s"',
    ],
    [
      'at something that is no time',
      '<Run id="placement/even" at={70} />',
      '<Run />: at: is not a duration; write 90s, 5m, 1h2m3s or whole seconds (at most 115 days)',
    ],
    [
      'with an unknown attribute',
      '<Run id="placement/even" second="5s" />',
      '<Run />: second: unknown key "second"; the keys here are id, set, at and title',
    ],
    [
      'that breaks off before its end of the line',
      '<Run id="placement/even"',
      'a <Run /> stands on one line, with its id; write <Run id="…" />',
    ],
  ])('%s is told with file and line', (_, run, message) => {
    expect(withRun(run)).toEqual(both(message));
  });

  it('is the same in both languages but for its title', () => {
    expect(withRun('<Run id="placement/even" title="One" />', '<Run id="placement/even" title="하나" />')).toEqual([]);
    expect(withRun('<Run id="placement/even" at="5s" />', '<Run id="placement/even" at="6s" />')).toEqual([
      `${KO}:22:1  the runs differ from ${EN}: id, set and at of each <Run /> are the same in both languages, in the same order`,
    ]);
  });
});
