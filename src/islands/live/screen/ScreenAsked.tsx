import type { AskedQuestion } from '../../../quiz-engine/asked/asked-question.ts';
import { wholeSeconds } from '../countdown.ts';
import { useLeft } from '../use-left.ts';
import { Answered } from './Answered.tsx';
import { Fields } from './Fields.tsx';
import type { ScreenProps } from './Screen.tsx';

/** A question while it is answered, and after its bell: nothing of the answers but how many came. */
export function ScreenAsked({ lang, words, frame, arrivedAt, asked }: ScreenProps & { asked: AskedQuestion }) {
  const left = useLeft(frame.phase === 'open' ? frame.leftMs : undefined, arrivedAt);
  const isOver = frame.phase !== 'open' || left === 0;
  return (
    <>
      <div class="p-main">
        <h1 class="stem" dangerouslySetInnerHTML={{ __html: asked.stemHtml }} />
        <div class="clock" role="timer" aria-live="off">
          {isOver ? (
            <p>
              <b>{words.timeUp}</b>
            </p>
          ) : left === undefined ? (
            <p>{words.noBell}</p>
          ) : (
            <Ring left={left} whole={frame.wholeMs ?? left} word={words.secondsLeft} />
          )}
        </div>
        <Fields lang={lang} words={words} asked={asked} />
      </div>
      <Answered lang={lang} words={words} frame={frame} note={isOver ? words.soon : words.onPhones} />
    </>
  );
}

const ROUND = 157.1;

function Ring({ left, whole, word }: { left: number; whole: number; word: string }) {
  const share = Math.min(1, left / Math.max(1, whole));
  return (
    <>
      <svg class="ring" viewBox="0 0 56 56" aria-hidden="true">
        <circle cx="28" cy="28" r="25" />
        <circle class="v" cx="28" cy="28" r="25" stroke-dasharray={ROUND} stroke-dashoffset={ROUND * (1 - share)} />
        <text x="28" y="34">
          {wholeSeconds(left)}
        </text>
      </svg>
      <p>
        <span class="vh">{wholeSeconds(left)} </span>
        {word}
      </p>
    </>
  );
}
