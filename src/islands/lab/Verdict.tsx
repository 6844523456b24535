import { useState } from 'preact/hooks';
import type { LabWords } from '../../i18n/lab-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { GoalResult, Prediction } from '../../simulator/run.ts';
import { Assumed } from './Assumed.tsx';
import { sameAnswer } from './controls-model.ts';
import { readGuess } from './guess-model.ts';
import { isStale, type LabAction, type LabState, type Shown } from './lab-model.ts';
import { Mark } from './Mark.tsx';
import { memo } from './memo.ts';
import { inline, Prose } from './Prose.tsx';
import { sayEvidence, sayTest, sayValue } from './say.ts';
import { useLoaded } from './use-loaded.ts';

type Props = {
  lang: Language;
  words: LabWords;
  state: LabState;
  act: (action: LabAction) => void;
  next: string | null;
};

function VerdictOfRun(props: Props) {
  const { words, state } = props;
  const shown = state.shown;
  if (shown === null) return null;
  const { goals, stopped } = shown.graded.grade;
  const met = goals.filter((goal) => goal.met).length;
  const stale = isStale(state);
  return (
    <section class={stale ? 'verdict stale' : 'verdict'} aria-label={words.verdict}>
      <div class="row between">
        <h2>{words.verdict}</h2>
        <span class={met === goals.length ? 'tag ok' : 'tag bad'}>{words.goalsMet(met, goals.length)}</span>
      </div>
      {stale && <p class="note-line">{words.staleVerdict}</p>}
      {stopped === 'horizon' && <p class="note-line">{words.cutAtHorizon}</p>}
      {stopped === 'event-limit' && <p class="note-line">{words.cutAtLimit}</p>}
      <ul class="goals">
        {goals.map((result) => (
          <GoalLine key={result.id} {...props} result={result} />
        ))}
      </ul>
      <After {...props} shown={shown} solved={met === goals.length} />
    </section>
  );
}

/**
 * The verdict on the run on show: each goal with what was observed, and the entry that decided it. Fetched with the first
 * run; it is not drawn again while the run plays.
 */
export const Verdict = memo(VerdictOfRun);

const loadBroken = () => import('./Broken.tsx');

function GoalLine({ lang, words, state, act, result }: Props & { result: GoalResult }) {
  const goal = state.lab.source.challenge?.goals.find((each) => each.id === result.id);
  const broken = useLoaded(!result.met, loadBroken);
  if (goal === undefined) return null;
  const evidence = sayEvidence(words, goal, result);
  const jump = () =>
    act(
      result.entry === undefined
        ? { do: 'go-to-second', second: result.at }
        : { do: 'go-to-entry', entry: result.entry },
    );
  return (
    <li>
      <Mark met={result.met} label={result.met ? words.met : words.notMet} />
      <b>{inline(goal.say[lang])}</b>
      <span class="got">{sayValue(words, goal.metric, result.observed)}</span>
      <span class="ev">
        {evidence.text}{' '}
        {evidence.at !== null && (
          <button class="as-link mono" type="button" onClick={jump}>
            {evidence.at}
          </button>
        )}
        <span class="test">
          {' '}
          · {words.wanted} <span class="mono">{sayTest(goal.metric, goal.is)}</span>
        </span>
      </span>
      {!result.met && broken !== undefined && broken !== 'failed' && state.shown && (
        <broken.Broken {...{ lang, words, goal, result, act }} run={state.shown.graded.grade} />
      )}
    </li>
  );
}

const loadSolutions = () => import('./Solutions.tsx');

/** The way out, fetched by who takes it. */
function SolutionsFold({ lang, words, state, act }: Pick<Props, 'lang' | 'words' | 'state' | 'act'>) {
  const [isAsked, setAsked] = useState(state.sawSolution);
  const part = useLoaded(isAsked, loadSolutions);
  if (state.lab.source.challenge === undefined || state.lab.shared) return null;
  if (isAsked && part === 'failed') return <p class="fault-line">{words.partFailed}</p>;
  if (isAsked && part !== undefined && part !== 'failed')
    return <part.Solutions lang={lang} state={state} act={act} close={() => setAsked(false)} />;
  return (
    <p class="solution">
      <button class="btn plain" type="button" onClick={() => setAsked(true)}>
        {words.showSolution}
      </button>
    </p>
  );
}

/** Below the goals: why a known mistake fails, the guess against the run, what AWS does not say, and where to go. */
function After({ lang, words, state, act, shown, solved, next }: Props & { shown: Shown; solved: boolean }) {
  const { predictions, assumptions } = shown.graded.grade;
  const mistake = state.lab.source.challenge?.mistakes?.find((each) => sameAnswer(each.set, shown.set));
  return (
    <>
      {!solved && mistake && (
        <div class="why-mistake">
          <b>{words.whyMistake}</b>
          <Prose text={mistake.why[lang]} />
        </div>
      )}
      {predictions.map((prediction) => (
        <GuessLine key={prediction.id} lang={lang} words={words} state={state} prediction={prediction} />
      ))}
      {!solved && <SolutionsFold lang={lang} words={words} state={state} act={act} />}
      {solved && shown.sawSolution && <p class="note-line">{words.metAfterSolution}</p>}
      {solved && !shown.sawSolution && (
        <p class="solved">
          {words.solved} {next && <a href={next}>{words.nextScenario}</a>}
        </p>
      )}
      {assumptions.length > 0 && (
        <div class="assumed">
          <p>
            <span class="tag note">{words.assumptions}</span> {words.assumptionsWhy}
          </p>
          <Assumed lang={lang} ids={assumptions} />
        </div>
      )}
    </>
  );
}

type GuessProps = { lang: Language; words: LabWords; state: LabState; prediction: Prediction };

function GuessLine({ lang, words, state, prediction }: GuessProps) {
  const asked = state.lab.source.challenge?.predict?.find((each) => each.id === prediction.id);
  if (asked === undefined) return null;
  const guess = readGuess(state.guesses[prediction.id] ?? '');
  const value = sayValue(words, asked.metric, prediction.value);
  const said =
    guess === undefined
      ? words.noGuess(value)
      : sayGuess(words, { guess: sayValue(words, asked.metric, guess), value });
  return (
    <p class="guess">
      <span class="faint">{inline(asked.ask[lang])}</span> <b>{said}</b>
    </p>
  );
}

function sayGuess(words: LabWords, { guess, value }: { guess: string; value: string }): string {
  return guess === value ? words.guessRight(guess) : words.guessWrong(guess, value);
}
