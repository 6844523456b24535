import type { Entry, EntryType } from '../run.ts';
import { CAPACITY_SENTENCES } from './capacity-sentences.ts';
import type { Sentence } from './sentence.ts';
import { SERVICE_SENTENCES } from './service-sentences.ts';
import { TASK_SENTENCES } from './task-sentences.ts';
import { TRAFFIC_SENTENCES } from './traffic-sentences.ts';

/** A Korean sentence for every type of entry. */
const KOREAN: Record<EntryType, Sentence> = {
  ...TASK_SENTENCES,
  ...SERVICE_SENTENCES,
  ...CAPACITY_SENTENCES,
  ...TRAFFIC_SENTENCES,
};

/** One entry in Korean, written from its fields so that nothing is translated from a sentence. */
export function sayEntryInKorean(entry: Entry): string {
  return KOREAN[entry.type](entry).replace(/ {2,}/g, ' ').trim();
}
