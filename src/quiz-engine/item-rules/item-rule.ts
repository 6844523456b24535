import type { Text } from '../../i18n/text.ts';
import type { Fault } from '../../simulator/scenario/fault.ts';
import type { Item } from './item.ts';

/** One thing wrong with the wording of a question; `path` is inside the question. */
export type ItemFault = Fault;

/**
 * A rule of item writing that a machine can decide. Rules follow the guidelines of Haladyna, Downing and
 * Rodriguez (2002), https://doi.org/10.1207/S15324818AME1503_5, and keep their own ids, which exceptions name.
 */
export type ItemRule = {
  id: string;
  /** An error keeps the question from being published; a warning asks the author to look again. */
  level: 'error' | 'warning';
  /** What the rule wants, as a sentence. */
  name: string;
  check(item: Item): ItemFault[];
};

/** A rule about the questions together; its faults belong to no single one of them. */
export type BankRule = {
  id: string;
  level: 'error' | 'warning';
  name: string;
  /** One sentence for each thing wrong. */
  check(bank: readonly Item[]): string[];
};

/** A rule about a question beside the lesson that it leads to; `lesson` is the lesson's prose in both languages. */
export type LessonRule = Omit<ItemRule, 'check'> & { check(item: Item, lesson: Text): ItemFault[] };
