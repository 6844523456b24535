import { absolutes } from './absolutes.ts';
import { allOfTheAbove } from './all-of-the-above.ts';
import { choiceCount } from './choice-count.ts';
import { choiceLength } from './choice-length.ts';
import { echoWords } from './echo-words.ts';
import type { BankRule, ItemRule } from './item-rule.ts';
import { keyLength } from './key-length.ts';
import { keyPosition } from './key-position.ts';
import { namedBelief } from './named-belief.ts';
import { negativeStem } from './negative-stem.ts';
import { noneOfTheAbove } from './none-of-the-above.ts';
import { reasons } from './reasons.ts';
import { sameNames } from './same-names.ts';
import { sameNumbers } from './same-numbers.ts';
import { sentenceLength } from './sentence-length.ts';
import { statedCount } from './stated-count.ts';

/** The rules for one question, in the order in which faults are reported. */
export const ITEM_RULES: readonly ItemRule[] = [
  sentenceLength,
  negativeStem,
  choiceCount,
  statedCount,
  choiceLength,
  noneOfTheAbove,
  allOfTheAbove,
  absolutes,
  echoWords,
  namedBelief,
  reasons,
  sameNumbers,
  sameNames,
];

/** The rules for all questions together. */
export const BANK_RULES: readonly BankRule[] = [keyPosition, keyLength];
