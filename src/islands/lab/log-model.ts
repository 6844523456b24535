import type { Entry, EntryType } from '../../simulator/run.ts';

/** What an entry is about, coarse enough to choose by. */
export type LogKind = 'placement' | 'task' | 'deployment' | 'scaling' | 'capacity' | 'traffic' | 'event';

/** Which entries of the log are wanted; an empty field wants all. */
export type LogFilter = { kind: LogKind | ''; service: string; text: string };

export const WHOLE_LOG: LogFilter = { kind: '', service: '', text: '' };

/** By the beginning of the type; the first that fits counts, and what fits none is about a task. */
const KINDS: readonly (readonly [LogKind, RegExp])[] = [
  ['placement', /^(task-placed|task-not-placed|task-waiting|tasks-shared-out|zone-rebalancing)/],
  ['deployment', /^(deployment|circuit-breaker|traffic-shifted|launch-|service-steady|service-updated)/],
  ['scaling', /^(service-scaled|scaling-held|scheduled-action|alarm|app-runner|scale-in-blocked)/],
  ['capacity', /^(capacity|instance|spot)/],
  ['traffic', /^(requests|load-changed|messages|target-)/],
  ['event', /^(event|rule-|topic-)/],
];

export function kindOf(type: EntryType): LogKind {
  return KINDS.find(([, begins]) => begins.test(type))?.[0] ?? 'task';
}

/** The kinds and services that a log has entries of, in the order in which they can be chosen. */
export function choicesOf(entries: readonly Entry[]): { kinds: LogKind[]; services: string[] } {
  const found = new Set(entries.map(({ type }) => kindOf(type)));
  const kinds: LogKind[] = ['placement', 'task', 'deployment', 'scaling', 'capacity', 'traffic', 'event'];
  const services = new Set(entries.flatMap(({ service }) => service ?? []));
  return { kinds: kinds.filter((kind) => found.has(kind)), services: [...services].sort() };
}

/**
 * Indices of the entries that a filter wants, of one task where one is picked. `say` is the sentence that the reader
 * sees: a text is looked for there, in the entry's type and in its names.
 */
export function wantedEntries(
  entries: readonly Entry[],
  { kind, service, text }: LogFilter,
  { task, say }: { task: string | null; say: (entry: Entry) => string },
): number[] {
  const sought = text.trim().toLowerCase();
  return entries.flatMap((entry, index) => {
    if (kind !== '' && kindOf(entry.type) !== kind) return [];
    if (service !== '' && entry.service !== service) return [];
    if (task !== null && !isAbout(entry, task)) return [];
    return sought === '' || wordsOf(entry, say).includes(sought) ? [index] : [];
  });
}

/** An entry is about a task also where requests failed at it, among others. */
function isAbout({ task, requestFailures = [] }: Entry, name: string): boolean {
  return task === name || requestFailures.some(({ tasks }) => tasks.includes(name));
}

function wordsOf(entry: Entry, say: (entry: Entry) => string): string {
  const { type, service, task, instance, availabilityZone } = entry;
  return [say(entry), type, service, task, instance, availabilityZone].join(' ').toLowerCase();
}

/** Where the present stands in a list of entries: the place of the last one up to it; −1 before the first. */
export function placeIn(wanted: readonly number[], entry: number): number {
  let low = 0;
  let high = wanted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((wanted[middle] ?? 0) <= entry) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
