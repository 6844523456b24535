import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { LabAction, LabState } from './lab-model.ts';
import { inline } from './Prose.tsx';
import { isMoment, sayTest } from './say.ts';

type Props = { lang: Language; words: LabWords; state: LabState; act: (action: LabAction) => void };

/** Before the first run, where the verdict will be: what has to be reached, and the learner's guess. */
export function Guess({ lang, words, state, act }: Props) {
  const challenge = state.lab.source.challenge;
  const predictions = challenge?.predict ?? [];
  return (
    <section class="verdict" aria-label={words.goals}>
      <h2>{words.goals}</h2>
      <ul class="goals before">
        {(challenge?.goals ?? []).map((goal) => (
          <li key={goal.id}>
            <svg class="mark" viewBox="0 0 20 20" aria-hidden="true">
              <circle class="mark-open" cx="10" cy="10" r="8.5" />
            </svg>
            <b>{inline(goal.say[lang])}</b>
            <span class="got">{sayTest(goal.metric, goal.is)}</span>
          </li>
        ))}
      </ul>
      {predictions.length > 0 && (
        <div class="guesses">
          <h2>{words.guess}</h2>
          <p class="faint">{words.guessWhy}</p>
          {predictions.map(({ id, ask, metric }) => (
            <div class="field guess-field" key={id}>
              <label for={`guess-${id}`}>{inline(ask[lang])}</label>
              <input
                class="input num"
                id={`guess-${id}`}
                inputMode="numeric"
                autocomplete="off"
                placeholder=""
                value={state.guesses[id] ?? ''}
                aria-describedby={isMoment(metric) ? `guess-${id}-unit` : undefined}
                onInput={(event) => act({ do: 'guess', id, text: event.currentTarget.value })}
              />
              {isMoment(metric) && (
                <span class="hint" id={`guess-${id}-unit`}>
                  {words.secondsUnit}
                </span>
              )}
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
