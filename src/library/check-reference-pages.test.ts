import { describe, expect, it } from 'vitest';
import { type Change, faultsOf, SOUND } from '../disk/small-library.fixture.ts';

const TABLES = 'src/content/reference/tables.yaml';
const LIMITS = 'src/content/reference/limits.yaml';
const CHANGES = 'src/content/reference/changes.yaml';

type Case = [title: string, file: string, change: Change, fault: string];

describe('a reference page is refused', () => {
  it.each<Case>([
    [
      'when a row has fewer cells than the table has columns',
      TABLES,
      [['        - { en: what is left, ko: 남은 양 }\n', '']],
      `${TABLES}:11:9  0.rows.0.cells: has 1 cell for 2 columns; write one cell for each column`,
    ],
    [
      'when a row has more cells than the table has columns',
      TABLES,
      [['        - { en: cost, ko: 비용 }\n', '        - { en: cost, ko: 비용 }\n        - { en: more, ko: 더 }\n']],
      `${TABLES}:17:9  0.rows.1.cells: has 3 cells for 2 columns; write one cell for each column`,
    ],
    [
      'when a cell is in one language only',
      TABLES,
      [['{ en: cost, ko: 비용 }', '{ en: cost }']],
      `${TABLES}:18:11  0.rows.1.cells.1.ko: the Korean translation is missing; write ko: …`,
    ],
    [
      'when a row names a source that there is not',
      TABLES,
      [['sources: [ecs-placement]', 'sources: [ecs-placment]']],
      `${TABLES}:14:17  0.rows.0.sources.0: there is no source "ecs-placment" in sources.yaml; did you mean "ecs-placement"?`,
    ],
    [
      'when a row leads to a heading that there is not',
      TABLES,
      [['spreading#spread', 'spreading#sprad']],
      `${TABLES}:13:15  0.rows.0.lesson: the lesson en/spreading has no heading with the id "sprad"; did you mean "spread"?`,
    ],
    [
      'when a limit has no source',
      LIMITS,
      [['sources: [ecs-placement]', 'sources: []']],
      `${LIMITS}:7:12  0.sources: names no source; write the id of at least one from sources.yaml`,
    ],
    [
      'when a limit is of no topic',
      LIMITS,
      [['topic: spreading', 'topic: spreding']],
      `${LIMITS}:2:10  0.topic: there is no topic "spreding" in curriculum.yaml; did you mean "spreading"?`,
    ],
    [
      'when a limit names a source that there is not',
      LIMITS,
      [['[ecs-placement]', '[ecs-place]']],
      `${LIMITS}:7:13  0.sources.0: there is no source "ecs-place" in sources.yaml; did you mean "ecs-placement"?`,
    ],
    [
      'when two limits have one id',
      LIMITS,
      `${SOUND[LIMITS]}${SOUND[LIMITS]}`,
      `${LIMITS}:8:7  1.id: limit "strategies" stands twice, first in ${LIMITS}; give each its own id`,
    ],
    [
      'when a change is of a day that the calendar has not',
      CHANGES,
      [['2024-11-20', '2024-11-31']],
      `${CHANGES}:2:9  0.date: the calendar has no such date; write one as 2026-11-21 or 2026-11`,
    ],
    [
      'when a change is of a kind that there is not',
      CHANGES,
      [['kind: new', 'kind: fresh']],
      `${CHANGES}:3:9  0.kind: "fresh" is not allowed; write new, changed or ended`,
    ],
    [
      'when a change leads to a lesson that there is not',
      CHANGES,
      [['spreading#spread', 'sprading#spread']],
      `${CHANGES}:7:11  0.lesson: there is no lesson "sprading"; did you mean "spreading"?`,
    ],
  ])('%s', (_title, file, change, fault) => {
    expect(faultsOf({ [file]: change })).toEqual([fault]);
  });

  it('but not for a month without its day, nor for a row that no lesson teaches yet', () => {
    expect(faultsOf({ [CHANGES]: [['2024-11-20', '2024-11']] })).toEqual([]);
    expect(faultsOf({ [TABLES]: [['      lesson: spreading#spread\n', '']] })).toEqual([]);
  });
});
