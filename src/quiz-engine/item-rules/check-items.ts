import { list, nearest } from '../../simulator/scenario/fault.ts';
import type { Question } from '../question-schema.ts';
import { BANK_RULES, ITEM_RULES } from './all-rules.ts';
import { itemOf } from './item.ts';
import type { ItemFault, ItemRule } from './item-rule.ts';

/** A fault of wording, with the rule that found it; an exception that is wrong itself was found by none. */
export type JudgedFault = ItemFault & { rule?: string; level: ItemRule['level'] };

/**
 * Holds one question against every rule. A rule that its `exceptions` name is not reported;
 * an exception from a rule that does not exist, or that would find nothing, is a fault itself.
 */
export function checkItem(question: Question): JudgedFault[] {
  const parts = question.kind === 'case' ? question.parts : [];
  return [
    ...checkOne(question),
    ...parts.flatMap((part, index) =>
      checkOne(part).map((fault) => ({ ...fault, path: ['parts', index, ...fault.path] })),
    ),
  ];
}

function checkOne(question: Question): JudgedFault[] {
  const item = itemOf(question);
  const exceptions = question.exceptions ?? [];
  const found = ITEM_RULES.flatMap((rule) =>
    rule.check(item).map((fault): JudgedFault => ({ ...fault, rule: rule.id, level: rule.level })),
  );
  const excepted = new Set(exceptions.map((exception) => exception.rule));
  return [
    ...found.filter((fault) => !excepted.has(fault.rule ?? '')),
    ...exceptions.flatMap(({ rule }, index) =>
      checkException(rule, found).map((fault) => ({ ...fault, path: ['exceptions', index, 'rule'] })),
    ),
  ];
}

function checkException(rule: string, found: readonly JudgedFault[]): JudgedFault[] {
  const known = [...ITEM_RULES, ...BANK_RULES].map(({ id }) => id);
  if (!known.includes(rule)) {
    const best = nearest(rule, known);
    const instead = best === undefined ? `there are ${list(known, 'and', 20)}` : `did you mean "${best}"?`;
    return [{ path: [], level: 'error', message: `there is no rule "${rule}"; ${instead}` }];
  }
  const ofBank = BANK_RULES.some(({ id }) => id === rule);
  if (ofBank || found.some((fault) => fault.rule === rule)) return [];
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
