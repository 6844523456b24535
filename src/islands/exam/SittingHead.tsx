import type { ExamWords } from '../../i18n/exam-messages.ts';
import type { SittingState } from '../../quiz-engine/exam/sitting.ts';
import { minutesToSay, sayTime } from './say-time.ts';

type Props = {
  words: ExamWords;
  name: string;
  /** Where the name has no room. */
  short: string;
  state: SittingState;
  leftMs: number;
};

/** Which exam, how much time, and the way out; nothing of how it goes. */
export function SittingHead({ words, name, short, state, leftMs }: Props) {
  const time = sayTime(leftMs);
  const total = state.minutes * 60_000;
  const soon = minutesToSay(leftMs, state.minutes);
  return (
    <header class="exam-top">
      <div class="wrap">
        <p class="exam-name">
          <b class="long">{name}</b>
          <b class="short" aria-hidden="true">
            {short}
          </b>{' '}
          <span>{words.summary(state.questions.length, state.minutes)}</span>
        </p>
        <p class="exam-timer num" role="timer" aria-label={words.timeLeftIs(time)}>
          <small>{words.timeLeft}</small>
          <span data-soon={soon !== undefined && soon <= 5 ? '' : undefined}>{time}</span>
        </p>
        <a class="btn exam-leave" href="#choose" title={words.leaveHint}>
          {words.leave}
        </a>
      </div>
      <svg class="exam-passed" viewBox="0 0 1000 5" preserveAspectRatio="none" aria-hidden="true">
        <rect class="of" width="1000" height="5" />
        <rect class="is" width={total === 0 ? 0 : Math.round((1 - leftMs / total) * 1000)} height="5" />
      </svg>
      <p class="vh" role="status">
        {soon === undefined ? '' : words.minutesLeft(soon)}
      </p>
    </header>
  );
}
