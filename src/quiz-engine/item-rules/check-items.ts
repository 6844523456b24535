import type { Text } from '../../i18n/text.ts';
import { list, nearest } from '../../simulator/scenario/fault.ts';
import type { Question } from '../question-schema.ts';
import { BANK_RULES, ITEM_RULES, LESSON_RULES } from './all-rules.ts';
import { itemOf } from './item.ts';
import type { ItemFault, ItemRule } from './item-rule.ts';

/** A fault of wording, with the rule that found it; an exception that is wrong itself was found by none. */
export type JudgedFault = ItemFault & { rule?: string; level: ItemRule['level'] };

/** The prose of a lesson by its slug, in both languages; undefined while there is none. */
export type LessonText = (slug: string) => Text | undefined;

/**
 * Holds one question against every rule. A rule that its `exceptions` name is not reported;
 * an exception from a rule that does not exist, or that would find nothing, is a fault itself.
 */
export function checkItem(question: Question, lessonText: LessonText = () => undefined): JudgedFault[] {
  const parts = question.kind === 'case' ? question.parts : [];
  return [
    ...checkOne(question, lessonText),
    ...parts.flatMap((part, index) =>
      checkOne(part, lessonText).map((fault) => ({ ...fault, path: ['parts', index, ...fault.path] })),
    ),
  ];
}

function checkOne(question: Question, lessonText: LessonText): JudgedFault[] {
  const item = itemOf(question);
  const lesson = lessonText(question.lesson.split('#')[0] ?? '');
  const exceptions = question.exceptions ?? [];
  const judged = ({ id, level }: Pick<ItemRule, 'id' | 'level'>, faults: ItemFault[]) =>
    faults.map((fault): JudgedFault => ({ ...fault, rule: id, level }));
  const found = [
    ...ITEM_RULES.flatMap((rule) => judged(rule, rule.check(item))),
    ...LESSON_RULES.flatMap((rule) => judged(rule, lesson === undefined ? [] : rule.check(item, lesson))),
  ];
  const excepted = new Set(exceptions.map((exception) => exception.rule));
  return [
    ...found.filter((fault) => !excepted.has(fault.rule ?? '')),
    ...exceptions.flatMap(({ rule }, index) =>
      checkException(rule, found, lesson !== undefined).map((fault) => ({
        ...fault,
        path: ['exceptions', index, 'rule'],
      })),
    ),
  ];
}

function checkException(rule: string, found: readonly JudgedFault[], hasLesson: boolean): JudgedFault[] {
  const known = [...ITEM_RULES, ...LESSON_RULES, ...BANK_RULES].map(({ id }) => id);
  if (!known.includes(rule)) {
    const best = nearest(rule, known);
    const instead = best === undefined ? `there are ${list(known, 'and', 40)}` : `did you mean "${best}"?`;
    return [{ path: [], level: 'error', message: `there is no rule "${rule}"; ${instead}` }];
  }
  // Where a rule could not be asked, nobody knows what it would have found.
  const unasked =
    BANK_RULES.some(({ id }) => id === rule) || (!hasLesson && LESSON_RULES.some(({ id }) => id === rule));
  if (unasked || found.some((fault) => fault.rule === rule)) return [];
  return [{ path: [], level: 'warning', message: `rule ${rule} finds nothing here; remove the exception` }];
}

/** Holds the bank against the rules for all questions together; a question excepted from a rule is left out of its count. */
export function checkBank(bank: readonly Question[]): { rule: string; level: ItemRule['level']; message: string }[] {
  const items = bank.flatMap((question) => (question.kind === 'case' ? question.parts : [question])).map(itemOf);
  return BANK_RULES.flatMap(({ id, level, check }) => {
    const counted = items.filter((question) => !question.exceptions?.some((exception) => exception.rule === id));
    return check(counted).map((message) => ({ rule: id, level, message }));
  });
}
