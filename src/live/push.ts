import type { RoomEvent } from './room-events.ts';

/** `now`: at once. `soon`: with whatever else happens in the next tenth of a second. */
export type Urgency = 'now' | 'soon';

export type Push = {
  /** Players who get a new frame: all, these seats, or none. */
  players: 'all' | 'none' | readonly string[];
  host: Urgency | 'none';
  screen: Urgency | 'none';
};

/**
 * Who must be told of an event that the fold took. A player gets three frames a question: opened, closed, revealed (one more for
 * each extension, and for what happens to the own seat). Joins and answers reach host and projector only, as counts.
 */
export function pushFor(event: RoomEvent): Push {
  switch (event.t) {
    case 'opened':
    case 'extended':
    case 'closed':
    case 'revealed':
    case 'ended':
      return { players: 'all', host: 'now', screen: 'now' };
    case 'joined':
    case 'lapsed':
    case 'answered':
      return { players: 'none', host: 'soon', screen: 'soon' };
    case 'approved':
    case 'barred':
      return { players: event.seats, host: 'now', screen: 'soon' };
    case 'renamed':
      return { players: [event.seat], host: 'now', screen: 'none' };
    case 'moved':
      return { players: [event.seat], host: 'now', screen: 'soon' };
    case 'came':
      return { players: 'none', host: 'none', screen: 'none' };
    case 'created':
    case 'locked':
      return { players: 'none', host: 'now', screen: 'none' };
  }
}
