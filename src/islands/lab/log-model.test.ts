import { describe, expect, it } from 'vitest';
import { ENTRY_TYPES } from '../../simulator/entry-types.ts';
import type { EntryType } from '../../simulator/run.ts';
import { choicesOf, kindOf, placeIn, WHOLE_LOG, wantedEntries } from './log-model.ts';
import { halfTheFleetRun as run } from './run.fixture.ts';

const say = ({ message }: { message: string }) => message;
const wanted = (filter: Partial<typeof WHOLE_LOG>, task: string | null = null) =>
  wantedEntries(run.entries, { ...WHOLE_LOG, ...filter }, { task, say }).map((i) => run.entries[i]);

describe('the log, filtered', () => {
  it('is whole without a filter', () => {
    expect(wanted({})).toEqual(run.entries);
  });

  it('shows one kind', () => {
    const placed = wanted({ kind: 'placement' });
    expect(new Set(placed.map((entry) => entry?.type))).toEqual(new Set(['task-placed']));
    expect(placed.length).toBeGreaterThan(3);
  });

  it('shows one service, and nothing of one that is not there', () => {
    expect(wanted({ service: 'web' }).length).toBeGreaterThan(0);
    expect(wanted({ service: 'mail' })).toEqual([]);
  });

  it('looks for a text in the sentence, the type and the names, whatever its case', () => {
    expect(
      wanted({ text: ' WEB-5 ' }).every((entry) => entry?.task === 'web-5' || entry?.message.includes('web-5')),
    ).toBe(true);
    expect(wanted({ text: 'task-stopping' }).map((entry) => entry?.type)).toContain('task-stopping');
    expect(wanted({ text: 'nowhere to be found' })).toEqual([]);
  });

  it('tells the life of one task', () => {
    expect(wanted({}, 'web-5').map((entry) => entry?.type)).toEqual(['task-placed', 'task-running', 'task-healthy']);
  });

  it('offers the kinds and services that it has', () => {
    const { kinds, services } = choicesOf(run.entries);
    expect(services).toEqual(['web']);
    expect(kinds).toContain('placement');
    expect(kinds).not.toContain('capacity');
  });

  it('has a kind for every type of entry that a run can have', () => {
    const kinds = Object.fromEntries(Object.keys(ENTRY_TYPES).map((type) => [type, kindOf(type as EntryType)]));
    expect(kinds).toMatchObject({
      'deployment-step': 'deployment',
      'service-scaled': 'scaling',
      'instance-lost': 'capacity',
      'requests-failing': 'traffic',
      'target-healthy': 'traffic',
      'container-exited': 'task',
      event: 'event',
    });
  });

  it('knows its place, also between two entries that are wanted', () => {
    expect([placeIn([2, 5, 9], 1), placeIn([2, 5, 9], 5), placeIn([2, 5, 9], 8)]).toEqual([-1, 1, 1]);
  });
});
