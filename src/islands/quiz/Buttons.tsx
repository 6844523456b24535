import { useRef } from 'preact/hooks';
import { quizMessages } from '../../i18n/quiz-messages.ts';
import { useCertaintySetting } from './Certainty.tsx';
import { isOver } from './quiz-model.ts';
import type { Asking, AskingProps } from './use-asking.ts';

type Props = Pick<AskingProps, 'question' | 'lang' | 'behaviour' | 'onAgain' | 'asksCertainty'> & {
  asking: Asking;
  /** A press of the main button checks it; a scenario is checked by its run. */
  isChecked: boolean;
  hintsLeft: number;
};

/** What can be done with an answer: check it, ask again, show it, open a hint. */
export function Buttons({ question, lang, behaviour, onAgain, asksCertainty, asking, isChecked, hintsLeft }: Props) {
  const [isSet, setSetting] = useCertaintySetting();
  const { state, act, isAlive } = asking;
  const words = quizMessages[lang];
  const main = useRef<HTMLButtonElement>(null);
  const over = isOver(state);
  const again = words[question.drawn || 'drawings' in question ? 'askDrawn' : 'askAgain'];
  return (
    <div class="row">
      {/* One button for both, so that the focus stays where it was. */}
      {(over ? onAgain !== undefined : isChecked) && (
        <button
          ref={main}
          class={over ? 'btn' : 'btn go'}
          type={over ? 'button' : 'submit'}
          disabled={!isAlive || state.phase === 'sent'}
          onClick={over ? onAgain : undefined}
        >
          {over ? again : behaviour === 'live' ? words.send : words.check}
        </button>
      )}
      {state.phase === 'wrong' && (
        <button
          class="btn plain"
          type="button"
          onClick={() => {
            asking.showAnswer();
            main.current?.focus();
          }}
        >
          {words.showAnswer}
        </button>
      )}
      {!over && hintsLeft > 0 && (
        <button class="btn plain" type="button" disabled={!isAlive} onClick={() => act({ do: 'hint' })}>
          {words.hint(state.hints + 1, state.hints + hintsLeft)}
        </button>
      )}
      {over && asksCertainty === undefined && !isSet && (
        <button class="as-link" type="button" onClick={() => setSetting(true)}>
          {words.askCertainty}
        </button>
      )}
    </div>
  );
}
