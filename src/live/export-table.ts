import type { Language } from '../i18n/text.ts';
import { choiceTable, questionTable } from './item-tables.ts';
import { answerTable, peopleTable } from './people-tables.ts';
import type { Room } from './room-state.ts';
import type { RoomTable } from './table.ts';

/**
 * What a room came to: a row for each person, each question with its item statistics, each choice, each answer. Who was barred or never
 * let in is in none of them. Points as of now; of a room that has ended, of every question asked.
 */
export function roomTables(room: Room, lang: Language): RoomTable[] {
  return [peopleTable(room, lang), questionTable(room, lang), choiceTable(room, lang), answerTable(room, lang)];
}
