import { absolutes } from './absolutes.ts';
import { allOfTheAbove } from './all-of-the-above.ts';
import { choiceCount } from './choice-count.ts';
import { choiceLength } from './choice-length.ts';
import { choiceOrder } from './choice-order.ts';
import { choicesInLines } from './choices-in-lines.ts';
import { clearAsk } from './clear-ask.ts';
import { combinations } from './combinations.ts';
import { echoWords } from './echo-words.ts';
import { independence } from './independence.ts';
import type { BankRule, ItemRule, LessonRule } from './item-rule.ts';
import { keyLength } from './key-length.ts';
import { keyPosition } from './key-position.ts';
import { namedBelief } from './named-belief.ts';
import { negativeStem } from './negative-stem.ts';
import { noneOfTheAbove } from './none-of-the-above.ts';
import { oneObjective } from './one-objective.ts';
import { overlap } from './overlap.ts';
import { ownWords } from './own-words.ts';
import { positiveChoices } from './positive-choices.ts';
import { reasons } from './reasons.ts';
import { sameGrammar } from './same-grammar.ts';
import { sameNames } from './same-names.ts';
import { sameNumbers } from './same-numbers.ts';
import { sentenceLength } from './sentence-length.ts';
import { sharedPrefix } from './shared-prefix.ts';
import { statedCount } from './stated-count.ts';
import { stemLength } from './stem-length.ts';

/** The rules for one question, in the order in which faults are reported. Sources and their dates (X2) are the library's. */
export const ITEM_RULES: readonly ItemRule[] = [
  oneObjective,
  sentenceLength,
  stemLength,
  clearAsk,
  negativeStem,
  choiceCount,
  statedCount,
  combinations,
  choicesInLines,
  sharedPrefix,
  choiceOrder,
  overlap,
  sameGrammar,
  choiceLength,
  noneOfTheAbove,
  allOfTheAbove,
  positiveChoices,
  absolutes,
  echoWords,
  namedBelief,
  reasons,
  sameNumbers,
  sameNames,
];

/** The rules for one question beside its lesson. */
export const LESSON_RULES: readonly LessonRule[] = [ownWords];

/** The rules for all questions together. */
export const BANK_RULES: readonly BankRule[] = [keyPosition, keyLength, independence];
