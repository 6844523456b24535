import type { PresentWords } from '../../i18n/present-messages.ts';
import type { AskedChoices } from '../../quiz-engine/asked/asked-question.ts';
import type { PresentMoves } from './Presenting.tsx';
import { rightOf, type Slide, type SlideState } from './present-model.ts';

type ChoicesProps = {
  words: PresentWords;
  asked: AskedChoices;
  slide: Slide;
  state: SlideState;
  moves: PresentMoves;
};

/** Every choice with its hands; after the reveal with its verdict and its reason. */
export function HandChoices({ words, asked, slide, state, moves }: ChoicesProps) {
  const right = rightOf(slide.key);
  const last = state.votes.at(-1) ?? {};
  const first = state.votes.length > 1 ? state.votes[0] : undefined;
  const most = Math.max(1, ...Object.values(last), ...Object.values(first ?? {}));
  return (
    <ol class={state.revealed ? 'hands told' : 'hands'} aria-labelledby="slide-stem">
      {asked.choices.map(({ id, html }, place) => {
        const letter = String.fromCharCode(65 + place);
        const mark = state.revealed ? (right.includes(id) ? 'is-right' : 'is-wrong') : '';
        return (
          <li key={id} class={mark}>
            <span class="k" aria-hidden="true">
              {letter}
            </span>
            <div class="tx">
              <span dangerouslySetInnerHTML={{ __html: html }} />
              {mark === 'is-right' && <b class="slide-verdict">{words.rightMark}</b>}
              {state.revealed && <span class="why" dangerouslySetInnerHTML={{ __html: slide.key.whyHtml[id] ?? '' }} />}
            </div>
            <Count
              words={words}
              name={letter}
              count={last[id] ?? 0}
              before={first?.[id]}
              change={(by) => moves.hand(place, by)}
            />
            <Bar share={(last[id] ?? 0) / most} {...(first ? { before: (first[id] ?? 0) / most } : {})} />
          </li>
        );
      })}
    </ol>
  );
}

type CountsProps = { words: PresentWords; state: SlideState; moves: PresentMoves };

/** Of other kinds: how many had it right. */
export function HandCounts({ words, state, moves }: CountsProps) {
  const last = state.votes.at(-1) ?? {};
  const most = Math.max(1, ...Object.values(last));
  const rows = [
    ['right', words.rightOnes],
    ['wrong', words.wrongOnes],
  ] as const;
  return (
    <ol class="hands told two">
      {rows.map(([id, name], place) => (
        <li key={id} class={id === 'right' ? 'is-right' : 'is-wrong'}>
          <div class="tx">{name}</div>
          <Count words={words} name={name} count={last[id] ?? 0} change={(by) => moves.hand(place, by)} />
          <Bar share={(last[id] ?? 0) / most} />
        </li>
      ))}
    </ol>
  );
}

type CountProps = {
  words: PresentWords;
  name: string;
  count: number;
  before?: number | undefined;
  change: (by: 1 | -1) => void;
};

function Count({ words, name, count, before, change }: CountProps) {
  return (
    <fieldset class="hand-count">
      <legend class="vh">{words.handsFor(name)}</legend>
      <button class="btn icon" type="button" aria-label={words.takeHand(name)} onClick={() => change(-1)}>
        −
      </button>
      <output class="num">{count}</output>
      <button class="btn icon" type="button" aria-label={words.addHand(name)} onClick={() => change(1)}>
        +
      </button>
      {before !== undefined && <span class="small faint num">{words.firstVote(before)}</span>}
    </fieldset>
  );
}

/** How the hands are spread; the first vote as a line above the second. */
function Bar({ share, before }: { share: number; before?: number }) {
  return (
    <svg class="hand-bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
      {before !== undefined && <rect class="was" width={before * 100} height="3" />}
      <rect class="is" y={before === undefined ? 0 : 3} width={share * 100} height={before === undefined ? 10 : 7} />
    </svg>
  );
}
