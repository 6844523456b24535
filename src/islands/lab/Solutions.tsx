import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import { whyMessages } from '../../i18n/why-messages.ts';
import { loadScenario } from '../quiz/load-scenario.ts';
import { fieldName } from './controls-model.ts';
import type { LabAction, LabScenario, LabState } from './lab-model.ts';

type Props = { lang: Language; state: LabState; act: (action: LabAction) => void; close: () => void };

type Solution = NonNullable<LabScenario['solutions']>[number];

/** The way out: it says what looking costs before it shows anything. */
export function Solutions({ lang, state, act, close }: Props) {
  const why = whyMessages[lang];
  const { id, solutions: drawn } = state.lab;
  const [written, setWritten] = useState<Solution[]>([]);
  const solutions = drawn ?? written;
  // The page itself holds none: what can be read by accident is no decision.
  useEffect(() => {
    if (state.sawSolution && drawn === undefined)
      void loadScenario(id).then((found) => setWritten(found?.challenge?.solutions ?? []));
  }, [state.sawSolution, drawn]);
  if (!state.sawSolution) {
    return (
      <div class="solution note-line">
        <p>{why.solutionWarning}</p>
        <p class="row">
          <button class="btn" type="button" onClick={() => close()}>
            {why.keepTrying}
          </button>
          <button class="btn plain" type="button" onClick={() => act({ do: 'see-solution' })}>
            {why.showAnyway}
          </button>
        </p>
      </div>
    );
  }
  if (solutions.length === 0) return <p class="empty">{why.fetching}</p>;
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
