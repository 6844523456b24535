import { LANGUAGES, type Language } from '../../i18n/text.ts';
import type { ItemFault, ItemRule } from './item-rule.ts';
import { choiceWordings } from './wording.ts';

/** Numbers from … to …; an open end is infinite, and `open` says that the end itself is not meant. */
type Range = { from: number; to: number; openFrom?: boolean; openTo?: boolean };

export const overlap: ItemRule = {
  id: 'O5',
  level: 'error',
  name: 'Choices do not overlap: ranges have no number in common, and no two say the same',
  check: (item) =>
    LANGUAGES.flatMap((language): ItemFault[] => {
      const texts = choiceWordings(item, language);
      const ranges = texts.map((text) => readRange(text, language));
      return texts.flatMap((text, index): ItemFault[] => {
        const path = ['choices', index, 'text', language];
        const same = texts.findIndex((other) => bare(other) === bare(text));
        if (same < index) return [{ path, message: `this choice says the same as number ${same + 1}; write another` }];
        const meets =
          item.kind === 'single'
            ? ranges.findIndex((other, place) => place < index && haveCommon(other, ranges[index]))
            : -1;
        if (meets === -1) return [];
        return [
          { path, message: `this range has numbers in common with "${texts[meets]}"; end one where the other begins` },
        ];
      });
    }),
};

function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%+<>=/.:-]+/gu, ' ')
    .trim();
}

const N = String.raw`(\d[\d,]*(?:\.\d+)?)`;
const UNIT = String.raw`\s*[\p{L}%]*`;
type Form = [pattern: RegExp, read: (a: number, b: number) => Range];
const between = (a: number, b: number): Range => ({ from: a, to: b });
const atLeast = (a: number): Range => ({ from: a, to: Number.POSITIVE_INFINITY });
const atMost = (a: number): Range => ({ from: Number.NEGATIVE_INFINITY, to: a });
const above = (a: number): Range => ({ ...atLeast(a), openFrom: true });
const below = (a: number): Range => ({ ...atMost(a), openTo: true });
const form = (source: string, read: Form[1]): Form => [new RegExp(`^${source}$`, 'iu'), read];

/** The whole choice is a range or a number, with a unit at most. */
const FORMS: Record<Language, Form[]> = {
  en: [
    form(`(?:from )?${N}${UNIT}\\s*(?:–|-|to|through)\\s*${N}${UNIT}`, between),
    form(`between ${N}${UNIT} and ${N}${UNIT}`, between),
    form(`(?:at least|no fewer than|no less than) ${N}${UNIT}|${N}${UNIT} or more`, atLeast),
    form(`(?:at most|up to|no more than) ${N}${UNIT}|${N}${UNIT} or (?:less|fewer)`, atMost),
    form(`(?:more than|over|above) ${N}${UNIT}`, above),
    form(`(?:less than|fewer than|under|below) ${N}${UNIT}`, below),
    form(`${N}${UNIT}`, (a) => between(a, a)),
  ],
  ko: [
    form(`${N}${UNIT}?\\s*(?:–|~|-|에서|부터)\\s*${N}${UNIT}(?:\\s*(?:사이|까지))?`, between),
    form(`(?:최소|적어도) ${N}${UNIT}|${N}${UNIT}\\s*이상`, atLeast),
    form(`최대 ${N}${UNIT}|${N}${UNIT}\\s*(?:이하|까지)`, atMost),
    form(`${N}${UNIT}\\s*(?:초과|보다 많음)`, above),
    form(`${N}${UNIT}\\s*(?:미만|보다 적음)`, below),
    form(`${N}${UNIT}`, (a) => between(a, a)),
  ],
};

function readRange(text: string, language: Language): Range | undefined {
  for (const [pattern, read] of FORMS[language]) {
    const numbers = pattern
      .exec(text.trim())
      ?.slice(1)
      .filter((group) => group !== undefined);
    if (numbers) return read(...(numbers.map((number) => Number(number.replaceAll(',', ''))) as [number, number]));
  }
  return undefined;
}

function haveCommon(one: Range | undefined, other: Range | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  return !isBefore(one, other) && !isBefore(other, one);
}

function isBefore(one: Range, other: Range): boolean {
  return one.to < other.from || (one.to === other.from && (one.openTo === true || other.openFrom === true));
}
