import { otherLanguage, pathIn } from '../../i18n/paths.ts';
import type { PresentWords } from '../../i18n/present-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { sayTime } from '../exam/say-time.ts';
import type { PresentMoves } from './Presenting.tsx';
import { TIMES, type Timer } from './use-timer.ts';

type Props = {
  lang: Language;
  words: PresentWords;
  title: string;
  hash: string;
  at: number;
  of: number;
  timer: Timer;
  moves: PresentMoves;
};

/** What is presented, the clock, and what an instructor needs beside the question. */
export function PresentHead({ lang, words, title, hash, timer, moves }: Props) {
  const other = otherLanguage(lang);
  return (
    <header class="present-top">
      <a class="brand" href={pathIn(lang, '/')}>
        <svg aria-hidden="true">
          <use href="#i-brand" />
        </svg>
        <span class="vh">{words.home}</span>
      </a>
      <b class="present-title">{title}</b>
      <Clock words={words} timer={timer} />
      <div class="present-tools">
        <button class="btn plain" type="button" aria-keyshortcuts="F" onClick={moves.fullScreen}>
          {words.fullScreen}
        </button>
        <button class="btn plain" type="button" aria-keyshortcuts="?" onClick={moves.keys}>
          {words.keys} <kbd>?</kbd>
        </button>
        <a
          class="btn plain"
          href={pathIn(other, '/live/present/') + hash}
          lang={other}
          hreflang={other}
          aria-keyshortcuts="L"
        >
          {words.otherLanguage}
        </a>
        <a class="btn plain" href={pathIn(lang, '/live/present/paper/') + hash}>
          {words.paper}
        </a>
        <a class="btn plain" href="#choose">
          {words.other}
        </a>
      </div>
    </header>
  );
}

function Clock({ words, timer }: { words: PresentWords; timer: Timer }) {
  const { seconds, setSeconds, leftMs, toggle } = timer;
  const isUp = leftMs === 0;
  const isRunning = leftMs !== undefined && !isUp;
  return (
    <div class={isUp ? 'present-clock up' : 'present-clock'}>
      {leftMs !== undefined && <b class="num">{sayTime(leftMs)}</b>}
      {!isRunning && (
        <select
          class="input"
          aria-label={words.timer}
          value={seconds}
          onChange={({ currentTarget }) => setSeconds(Number(currentTarget.value))}
        >
          {TIMES.map((time) => (
            <option key={time} value={time}>
              {words.seconds(time)}
            </option>
          ))}
        </select>
      )}
      <button class="btn" type="button" aria-keyshortcuts="T" onClick={toggle}>
        {isRunning ? words.stopTimer : words.startTimer}
      </button>
      <span class="vh" role="status">
        {isUp ? words.timeUp : ''}
      </span>
    </div>
  );
}
