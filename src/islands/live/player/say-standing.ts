import type { PlayerWords } from '../../../i18n/player-messages.ts';
import type { Sending } from '../outbox.ts';
import type { Standing } from './player-model.ts';

export type Moment = {
  isOpen: boolean;
  /** Something is set that was not sent. */
  isDirty: boolean;
  mayChange: boolean;
  /** A tap sends. */
  isTapped: boolean;
  left: number | undefined;
};

/** Whether the answer has been received, as one sentence; nobody has to guess. */
export function sayStanding(words: PlayerWords, { answer, sending, isReceived }: Standing, moment: Moment): string {
  const { isOpen, isDirty, mayChange, isTapped } = moment;
  if (sending?.state === 'refused') return sayRefusal(words, sending);
  if (answer !== undefined && !isReceived) return sending?.state === 'waiting' ? words.notYet : words.sending;
  if (!isOpen) return answer === undefined ? words.closedNone : words.closedWith;
  if (answer === undefined) return isTapped ? words.howSent : '';
  if (isDirty) return words.changed;
  return mayChange ? words.mayChange : words.received;
}

export function sayRefusal(words: PlayerWords, refused: Extract<Sending, { state: 'refused' }>): string {
  switch (refused.why) {
    case 'not-open':
      return words.whyNotOpen;
    case 'late':
      return words.whyLate;
    case 'other-question':
      return words.whyOtherQuestion;
    case 'not-in':
      return words.strangerText;
    case 'waiting':
      return words.whyNotIn;
    case 'barred':
      return words.whyBarred;
    case 'final':
      return words.whyFinal;
    case 'shape':
      return words.whyShape;
    case 'other':
      return refused.error || words.whyOther;
  }
}
