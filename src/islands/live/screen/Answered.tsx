import { showCount } from '../spread-model.ts';
import type { ScreenProps } from './Screen.tsx';

/** More people than this are a bar, not containers one by one. */
const MOST_DRAWN = 60;

/** Which question, and how many have answered: one container each, as long as they can be told apart. */
export function Answered({ lang, words, frame, note }: Omit<ScreenProps, 'arrivedAt'> & { note: string }) {
  const { question = 0, questions, round, answered, players } = frame;
  const all = Math.max(players, answered);
  return (
    <footer class="p-foot">
      <span>
        {words.question(question + 1, questions)}
        {round > 0 && ` · ${words.secondVote}`}
      </span>
      {all > 0 && (all <= MOST_DRAWN ? <Dots answered={answered} all={all} /> : <Bar share={answered / all} />)}
      <span>
        <b>{words.answered(answered, all).replace(String(answered), showCount(lang, answered))}</b>
      </span>
      <span class="p-note">{note}</span>
    </footer>
  );
}

function Dots({ answered, all }: { answered: number; all: number }) {
  return (
    <svg class="dots" viewBox={`0 0 ${all * 20} 18`} preserveAspectRatio="xMinYMid meet" aria-hidden="true">
      {Array.from({ length: all }, (_, place) => place).map((place) => (
        <rect key={place} class={place < answered ? 'is' : 'of'} x={place * 20 + 0.5} y="2.5" width="17" height="13" />
      ))}
    </svg>
  );
}

function Bar({ share }: { share: number }) {
  return (
    <svg class="dots" viewBox="0 0 100 18" preserveAspectRatio="none" aria-hidden="true">
      <rect class="of" width="100" height="18" />
      <rect class="is" width={100 * share} height="18" />
    </svg>
  );
}
