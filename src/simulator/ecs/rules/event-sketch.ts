import type { EventDraft } from '../events/events-of.ts';
import type { EventPattern } from './event-pattern.ts';

/** Fields of an event that are known without hashing an id. */
const TOP = ['source', 'detail-type'];
const DETAIL = ['lastStatus', 'desiredStatus', 'group', 'stopCode', 'stoppedReason'];

/** The plain fields of an event: enough to see of most events that a rule has nothing to do with them. */
export function sketchOf({ detailType, task, event }: EventDraft): object {
  if (task === undefined) return event();
  const { lastStatus, desiredStatus, group, stopCode, stoppedReason } = task;
  const detail = { lastStatus, desiredStatus, group, stopCode, stoppedReason };
  return { source: 'aws.ecs', 'detail-type': detailType, detail };
}

/** The part of a pattern that these fields answer: what does not match it does not match the pattern. */
export function sketchPattern({ leaves, objects }: EventPattern): EventPattern {
  const detail = objects.filter(({ field }) => field === 'detail');
  return {
    leaves: leaves.filter(({ field }) => TOP.includes(field)),
    objects: detail.map(({ field, pattern }) => ({
      field,
      pattern: { leaves: pattern.leaves.filter((leaf) => DETAIL.includes(leaf.field)), objects: [], either: [] },
    })),
    either: [],
  };
}
