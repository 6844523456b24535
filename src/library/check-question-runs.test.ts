import { describe, expect, it } from 'vitest';
import { faultsOf } from '../disk/small-library.fixture.ts';

const FILE = 'src/content/questions/spreading.yaml';
const SCENARIO = 'scenarios/placement/even.yaml';

/** The small library whose question shows a run. */
const withRun = (run: string, more: string = ''): string[] =>
  faultsOf({ [FILE]: [['  sources: [ecs-placement]', `  run: ${run}\n${more}  sources: [ecs-placement]`]] }).map(
    (fault) => fault.replace(/^[^ ]+ {2}/, ''),
  );

describe('a run in the explanation of a question', () => {
  it('of a scenario, with what it lets be set, a second and a title in both languages, is sound', () => {
    expect(withRun('{ scenario: placement/even }')).toEqual([]);
    expect(
      withRun('{ scenario: placement/even, set: { /services/0/desiredCount: 2 }, at: 5s, title: { en: Two, ko: 둘 } }'),
    ).toEqual([]);
  });

  it.each([
    [
      'of a scenario that does not exist',
      '{ scenario: placement/evn }',
      'there is no scenario "placement/evn"; did you mean "placement/even"?',
    ],
    [
      'that sets a path the challenge keeps',
      '{ scenario: placement/even, set: { /services/0/desiredCout: 2 } }',
      'is not a path that this challenge lets you change; did you mean /services/0/desiredCount?',
    ],
    [
      'that sets what AWS refuses',
      '{ scenario: placement/even, set: { /services/0/desiredCount: -2 } }',
      'AWS refuses desiredCount -2: it is a whole number from 0 to 200000',
    ],
    ['at a second after its end', '{ scenario: placement/even, at: 1h }', 'the run lasts 47 s; write at most 47s'],
    [
      'at something that is no time',
      '{ scenario: placement/even, at: soon }',
      'is not a duration; write 90s, 5m, 1h2m3s or whole seconds (at most 115 days)',
    ],
    [
      'in a drawing of a scenario that draws nothing',
      '{ scenario: placement/even, draw: 2 }',
      'placement/even draws no values; remove draw',
    ],
    [
      'with an unknown field',
      '{ scenario: placement/even, second: 5 }',
      'unknown key "second"; the keys here are scenario, set, draw, at and title',
    ],
  ])('%s is told with file, line and field', (_, run, message) => {
    const faults = withRun(run);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(message);
    expect(faults[0]).toMatch(/run/);
  });

  it('names a drawing that the scenario has', () => {
    const drawn = (draw: number) =>
      faultsOf({
        [FILE]: [
          [
            '  sources: [ecs-placement]',
            `  run: { scenario: placement/even, draw: ${draw} }\n  sources: [ecs-placement]`,
          ],
        ],
        [SCENARIO]: [
          ['level: 1', 'level: 1\ndraws: { cpu: [512, 256] }'],
          ['cpu: 512', 'cpu: "{cpu}"'],
        ],
      });
    expect(drawn(1)).toEqual([]);
    expect(drawn(2).join()).toContain('placement/even has 2 drawings; write 0 to 1');
  });

  it('is refused for a question of live rooms alone, whose key must not lie in a public file', () => {
    expect(withRun('{ scenario: placement/even }', '  visibility: live\n').join()).toContain(
      'its picture would lie among the public files and tell the key; remove run, or visibility: live',
    );
  });
});
