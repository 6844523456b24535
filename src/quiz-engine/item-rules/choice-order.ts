import { LANGUAGES } from '../../i18n/text.ts';
import type { ItemFault, ItemRule } from './item-rule.ts';
import { choiceWordings } from './wording.ts';

export const choiceOrder: ItemRule = {
  id: 'O4',
  level: 'error',
  name: 'Choices that are numbers stand in their order',
  check: (item) => {
    const amounts = LANGUAGES.map((language) => amountsOf(choiceWordings(item, language)));
    // An order that only one language has would be told by no other.
    const [english, korean] = amounts;
    if (english === undefined || korean === undefined) return [];
    const found: ItemFault[] = [];
    if (!isOrdered(english)) {
      found.push({
        path: ['choices'],
        message: 'these choices are numbers out of order; write the least first, or the greatest',
      });
    }
    if (item.order !== 'fixed') {
      found.push({
        path: ['choices'],
        message: 'these choices are numbers and would be shuffled; write "order: fixed"',
      });
    }
    return found;
  },
};

/** The numbers of choices that differ in nothing else; undefined when they differ in words. */
function amountsOf(texts: readonly string[]): number[][] | undefined {
  if (texts.length < 2) return undefined;
  const frames = texts.map((text) => text.replace(NUMBER, '#').replace(PLURAL, '$1'));
  if (frames.some((frame) => frame !== frames[0] || !frame.includes('#'))) return undefined;
  return texts.map((text) => (text.match(NUMBER) ?? []).map((number) => Number(number.replaceAll(',', ''))));
}

/** No digits of names: `m5.large`, `web:2`. */
const NUMBER = /(?<![\p{L}:._-])\d[\d,]*(?:\.\d+)?(?!\.?\p{Script=Latin}*\d*\.\p{L})/gu;
/** One task, 2 tasks. */
const PLURAL = /(# [a-z]+?)s?(?= |$)/g;

function isOrdered(rows: readonly number[][]): boolean {
  const signs = rows.slice(1).map((row, index) => compare(rows[index] ?? [], row));
  return signs.every((sign) => sign < 0) || signs.every((sign) => sign > 0);
}

function compare(one: readonly number[], other: readonly number[]): number {
  const place = one.findIndex((value, index) => value !== other[index]);
  return place === -1 ? 0 : (one[place] ?? 0) - (other[place] ?? 0);
}
