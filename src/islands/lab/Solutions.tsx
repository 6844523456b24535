import { useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import { whyMessages } from '../../i18n/why-messages.ts';
import { fieldName } from './controls-model.ts';
import type { LabAction, LabState } from './lab-model.ts';

type Props = { lang: Language; state: LabState; act: (action: LabAction) => void };

/** The way out: it says what looking costs before it shows anything. */
export function Solutions({ lang, state, act }: Props) {
  const why = whyMessages[lang];
  const [asked, setAsked] = useState(false);
  const solutions = state.lab.source.challenge?.solutions ?? [];
  if (solutions.length === 0) return null;
  if (!state.sawSolution && !asked) {
    return (
      <p class="solution">
        <button class="btn plain" type="button" onClick={() => setAsked(true)}>
          {why.showSolution}
        </button>
      </p>
    );
  }
  if (!state.sawSolution) {
    return (
      <div class="solution note-line">
        <p>{why.solutionWarning}</p>
        <p class="row">
          <button class="btn" type="button" onClick={() => setAsked(false)}>
            {why.keepTrying}
          </button>
          <button class="btn plain" type="button" onClick={() => act({ do: 'see-solution' })}>
            {why.showAnyway}
          </button>
        </p>
      </div>
    );
  }
  return (
    <section class="solution" aria-label={why.solutions(solutions.length)}>
      <h3>{why.solutions(solutions.length)}</h3>
      <ul>
        {solutions.map(({ name, set }) => (
          <li key={name}>
            <code>
              {Object.entries(set)
                .map(([path, value]) => `${fieldName(path)}: ${JSON.stringify(value)}`)
                .join(', ') || '{}'}
            </code>
            <button class="as-link small" type="button" onClick={() => act({ do: 'take-over', set })}>
              {why.takeOver}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
