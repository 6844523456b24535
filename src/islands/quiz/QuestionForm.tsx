import './quiz.css';
import type { ComponentType } from 'preact';
import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import { quizMessages } from '../../i18n/quiz-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Behaviour, Certainty as Level } from '../../quiz-engine/attempt.ts';
import type { Response, Verdict } from '../../quiz-engine/grade.ts';
import type { Keeping } from '../progress-store.ts';
import { Certainty, useCertaintySetting } from './Certainty.tsx';
import type { RunVerdicts } from './grade-asked.ts';
import { Hints } from './Hints.tsx';
import type { KindProps } from './kind-props.ts';
import type { AskedQuestion, QuestionKey } from './question-data.ts';
import {
  answerNow,
  BEHAVIOURS,
  isComplete,
  isLocked,
  isOver,
  type QuizState,
  stepQuiz,
  type Told,
  UNANSWERED,
} from './quiz-model.ts';
import { type KindSays, sayState } from './say-state.ts';

/** An answer that was checked, or in an exam one that changed. */
export type GivenAnswer = {
  response: Response | null;
  certainty?: Level;
  /** Since it was shown, in milliseconds. */
  tookMs: number;
  hints: number;
  tries: number;
  /** Of a scenario, what its run gave; of anything else what grading gave, where the behaviour grades at once. */
  verdict?: Verdict;
};

export type AskingProps = {
  question: AskedQuestion;
  lang: Language;
  /** When feedback comes: at once with several tries, at once with one, or not here. */
  behaviour: Behaviour;
  /** What the question was asked with (see drawing.ts); 0 is the asking of the pages. */
  seed?: number;
  /** True: always; false: never; absent: as this device is set. */
  asksCertainty?: boolean;
  /** Names the sitting in the log. */
  sitting?: string;
  /** An answer given earlier, of an exam that goes on. */
  given?: { response: Response | null; certainty?: Level | undefined };
  /** Shows verdict, key and reasons for `given`: the review of an exam, the reveal of a live room. */
  reveal?: QuestionKey;
  /** Practice and review: after each check, when the log has it. Exam: after each change. Live: when it is sent. */
  onAnswer?: (answer: GivenAnswer) => void;
  /** Asks again with new numbers and a new order, where the room offers it. */
  onAgain?: () => void;
};

type Props = AskingProps & {
  /** The fields of the question's kind. */
  Fields: ComponentType<KindProps<AskedQuestion> & { runs: RunVerdicts }>;
  says: (lang: Language, asked: AskedQuestion, state: QuizState) => KindSays;
};

type Tools = typeof import('./answering.ts');
const fetchTools = (): Promise<Tools> => import('./answering.ts');

/** One question with one of four behaviours. Stem and fields need no script to be read. */
export function QuestionForm(props: Props) {
  const { question, lang, behaviour, seed = 0, given, reveal, onAnswer, Fields } = props;
  const words = quizMessages[lang];
  const rules = BEHAVIOURS[behaviour];
  const [state, act] = useReducer(stepQuiz, null, () => begin(given));
  const [tools, setTools] = useState<Tools>();
  const [key, setKey] = useState<QuestionKey>();
  const [runs, setRuns] = useState<RunVerdicts>({});
  const [keeping, setKeeping] = useState<Keeping>();
  const [isAlive, setAlive] = useState(false);
  const [isSet, setSetting] = useCertaintySetting();
  // Preact counts ids in each island anew; a question stands once on a page.
  const stem = `q-${question.id}-stem`;
  const shownAtMs = useRef(0);
  const main = useRef<HTMLButtonElement>(null);
  const asks = props.asksCertainty ?? isSet;
  useEffect(() => {
    shownAtMs.current = performance.now();
    setAlive(true);
  }, []);
  useEffect(() => {
    if (reveal === undefined) return;
    void fetchTools().then((loaded) => {
      setTools(loaded);
      setKey(reveal);
      act({ do: 'reveal', verdict: loaded.gradeAsked(question, reveal, answerNow(question, state.response), runs) });
    });
  }, [reveal]);

  const answerOf = (response: Response | null, certainty: Level | null): GivenAnswer => ({
    response,
    ...(certainty === null ? {} : { certainty }),
    tookMs: Math.round(performance.now() - shownAtMs.current),
    hints: state.hints,
    tries: state.tries,
  });

  const respond = (response: Response | null) => {
    // On its way while the learner still thinks.
    if (rules.tells && tools === undefined) fetchTools().then(setTools, () => undefined);
    act({ do: 'respond', response });
    if (behaviour === 'exam') onAnswer?.(answerOf(response, state.certainty));
  };
  const beCertain = (certainty: Level) => {
    act({ do: 'be-certain', certainty });
    if (behaviour === 'exam') onAnswer?.(answerOf(state.response, certainty));
  };

  /** Grades what was answered; the log keeps it before it is shown, for who reads the verdict may leave at once. */
  async function check(response: Response | null, judged: RunVerdicts = runs) {
    if (!isComplete(question, response)) return act({ do: 'nudge' });
    if (behaviour === 'live') {
      act({ do: 'send' });
      return onAnswer?.(answerOf(response, state.certainty));
    }
    act({ do: 'load' });
    try {
      const loaded = tools ?? (await fetchTools());
      const known = key ?? (await loaded.keyOfAsking(lang, question, seed));
      if (known === undefined) return act({ do: 'fail' });
      setTools(loaded);
      setKey(known);
      const verdict = loaded.gradeAsked(question, known, response, judged);
      const answer = { ...answerOf(response, state.certainty), tries: state.tries + 1, verdict };
      const about = { id: question.id, version: known.version, behaviour, lang, seed, sitting: props.sitting };
      setKeeping(await loaded.keepAnswer(answer, about));
      act({ do: 'grade', verdict, oneTry: rules.oneTry });
      onAnswer?.(answer);
    } catch {
      // A script that could not be fetched: nothing was graded, the answer stays and can be checked again.
      act({ do: 'fail' });
    }
  }

  const onRun = (id: string, verdict: Verdict, set: Response) => {
    const judged = { ...runs, [id]: verdict };
    setRuns(judged);
    // The run is the answer: nothing is left to check.
    if (question.kind === 'scenario' && rules.tells) void check(set, judged);
  };

  const showAnswer = () => {
    if (!key || !tools) return;
    act({ do: 'reveal', verdict: tools.gradeAsked(question, key, response, runs) });
    main.current?.focus();
  };

  const over = isOver(state);
  const told: Told | undefined =
    key && state.verdict && (over || state.phase === 'wrong')
      ? { verdict: state.verdict, key, isOver: over }
      : undefined;
  const hintsHtml = rules.hints ? (question.hintsHtml ?? []) : [];
  const response = answerNow(question, state.response);
  return (
    <form
      class="body"
      aria-labelledby={stem}
      onSubmit={(event) => {
        event.preventDefault();
        if (isAlive && !isLocked(state) && behaviour !== 'exam' && question.kind !== 'scenario') void check(response);
      }}
    >
      <div class="stem" id={stem} dangerouslySetInnerHTML={{ __html: question.stemHtml }} />
      <Fields
        question={question}
        lang={lang}
        response={state.response}
        respond={respond}
        told={told}
        locked={over || state.phase === 'sent'}
        stem={stem}
        runs={runs}
        onRun={onRun}
      />
      <Hints words={words} hintsHtml={hintsHtml} open={state.hints} />
      {asks && !over && (
        <Certainty
          words={words}
          name={stem}
          chosen={state.certainty}
          locked={isLocked(state)}
          choose={beCertain}
          stop={props.asksCertainty === undefined ? () => setSetting(false) : undefined}
        />
      )}
      <p class="quiz-said" role="status">
        {sayState(words, state, props.says(lang, question, state))}
      </p>
      {behaviour !== 'exam' && reveal === undefined && (
        <div class="row">
          {/* One button for both, so that the focus stays where it was. */}
          {(over ? props.onAgain !== undefined : question.kind !== 'scenario') && (
            <button
              ref={main}
              class={over ? 'btn' : 'btn go'}
              type={over ? 'button' : 'submit'}
              disabled={!isAlive || state.phase === 'sent'}
              onClick={over ? props.onAgain : undefined}
            >
              {over ? words[question.drawn ? 'askDrawn' : 'askAgain'] : behaviour === 'live' ? words.send : words.check}
            </button>
          )}
          {state.phase === 'wrong' && (
            <button class="btn plain" type="button" onClick={showAnswer}>
              {words.showAnswer}
            </button>
          )}
          {!over && state.hints < hintsHtml.length && (
            <button class="btn plain" type="button" disabled={!isAlive} onClick={() => act({ do: 'hint' })}>
              {words.hint(state.hints + 1, hintsHtml.length)}
            </button>
          )}
          {over && props.asksCertainty === undefined && !isSet && (
            <button class="as-link" type="button" onClick={() => setSetting(true)}>
              {words.askCertainty}
            </button>
          )}
        </div>
      )}
      {/* Below the button that has the focus, so that the next Tab leads there. */}
      {told?.isOver && tools && <tools.After question={question} lang={lang} told={told} response={response} />}
      {keeping?.where === 'tab' && (
        <p class="small faint">{keeping.reason === 'newer' ? words.keptNewer : words.keptInTab}</p>
      )}
    </form>
  );
}

function begin(given: AskingProps['given']): QuizState {
  return { ...UNANSWERED, response: given?.response ?? null, certainty: given?.certainty ?? null };
}
