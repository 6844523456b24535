import type { PresentWords } from '../../i18n/present-messages.ts';
import type { PresentMoves } from './Presenting.tsx';
import { handsOf, rightShare, type Slide, type SlideState } from './present-model.ts';

type Props = {
  words: PresentWords;
  slide: Slide;
  state: SlideState;
  at: number;
  of: number;
  moves: PresentMoves;
};

/** Where this is, how many hands were counted, and what comes next. */
export function PresentFoot({ words, slide, state, at, of, moves }: Props) {
  const hands = handsOf(state.votes.at(-1) ?? {});
  const [before, after] = [state.votes[0], state.votes[1]].map((vote) => vote && rightShare(slide.key, vote));
  const isLast = at === of - 1;
  return (
    <footer class="present-foot">
      <button class="btn" type="button" aria-keyshortcuts="ArrowLeft" disabled={at === 0} onClick={moves.back}>
        {words.back}
      </button>
      <select
        class="input"
        aria-label={words.places}
        value={at}
        onChange={({ currentTarget }) => moves.go(Number(currentTarget.value))}
      >
        {Array.from({ length: of }, (_, place) => (
          <option key={place} value={place}>
            {place + 1} / {of}
          </option>
        ))}
      </select>
      <p class="present-count" role="status">
        {hands > 0 && <b class="num">{words.hands(hands)}</b>}
        {state.revealed && before !== undefined && after !== undefined && ` ${words.gain(before, after)}`}
        {isLast && state.revealed && ` ${words.end}`}
      </p>
      <div class="present-moves">
        {(hands > 0 || state.revealed) && (
          <button class="btn" type="button" aria-keyshortcuts="V" onClick={moves.voteAgain}>
            {words.voteAgain}
          </button>
        )}
        <button class={state.revealed ? 'btn' : 'btn go'} type="button" aria-keyshortcuts="R" onClick={moves.reveal}>
          {state.revealed ? words.hide : words.reveal}
        </button>
        <button
          class={state.revealed && !isLast ? 'btn go' : 'btn'}
          type="button"
          aria-keyshortcuts="ArrowRight"
          disabled={isLast}
          onClick={moves.next}
        >
          {words.next}
        </button>
      </div>
    </footer>
  );
}
