import type { PlayerWords } from '../../../i18n/player-messages.ts';
import type { PlayerFrame } from '../../../live/frames.ts';
import { wholeSeconds } from '../countdown.ts';

type Props = { words: PlayerWords; frame: PlayerFrame; left: number | undefined };

/** Which question, and how long still; the bar is for the eye, the seconds are for everybody. */
export function Clock({ words, frame, left }: Props) {
  const { question = 0, questions, wholeMs, phase } = frame;
  const share = left === undefined || !wholeMs ? 0 : Math.min(1, left / wholeMs);
  const seconds = left === undefined ? undefined : wholeSeconds(left);
  const isOver = phase !== 'open' || seconds === 0;
  return (
    <p class="left num">
      <span role="timer" aria-live="off" aria-label={words.left}>
        {isOver ? words.timeUp : seconds === undefined ? words.noBell : words.seconds(seconds)}
      </span>
      {isOver || seconds === undefined ? (
        <span class="left-line" />
      ) : (
        <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect class="of" width="100" height="8" />
          <rect class="is" width={100 * share} height="8" />
        </svg>
      )}
      <span role="img" aria-label={words.questionLabel(question + 1, questions)}>
        {words.question(question + 1, questions)}
      </span>
    </p>
  );
}
