import { useEffect, useReducer, useRef, useState } from 'preact/hooks';
import type { Language } from '../../i18n/text.ts';
import type { AskedQuestion, QuestionKey } from '../../quiz-engine/asked/asked-question.ts';
import type { RunVerdicts } from '../../quiz-engine/asked/grade-asked.ts';
import { isComplete } from '../../quiz-engine/asked/response-parts.ts';
import type { Behaviour, Certainty } from '../../quiz-engine/attempt.ts';
import type { Response, Verdict } from '../../quiz-engine/grade.ts';
import type { Keeping } from '../progress-store.ts';
import type { BesideChoice } from './kind-props.ts';
import {
  answerNow,
  BEHAVIOURS,
  isOver,
  type QuizAction,
  type QuizState,
  stepQuiz,
  type Told,
  UNANSWERED,
} from './quiz-model.ts';

/** An answer that was checked, or in an exam one that changed. */
export type GivenAnswer = {
  response: Response | null;
  certainty?: Certainty;
  /** Since it was shown, in milliseconds. */
  tookMs: number;
  hints: number;
  tries: number;
  /** Of a scenario, what its run gave; of anything else what grading gave, where the behaviour grades at once. */
  verdict?: Verdict;
};

/** What is asked, how, and who hears of the answer. */
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
  /** An answer given earlier, of an exam that goes on or is over; `runs` are the verdicts of its scenarios. */
  given?: { response: Response | null; certainty?: Certainty | undefined; runs?: RunVerdicts | undefined };
  /** Shows verdict, key and reasons for `given`: the review of an exam, the reveal of a live room. */
  reveal?: QuestionKey;
  /** Stands beside each choice. */
  beside?: BesideChoice;
  /** Practice and review: after each check, when the log has it. Exam: after each change. Live: when it is sent. */
  onAnswer?: (answer: GivenAnswer) => void;
  /** Asks again with new numbers and a new order, where the room offers it. */
  onAgain?: () => void;
};

/** One question while it is answered: its state, what may be told, and everything that can be done. */
export type Asking = {
  state: QuizState;
  act: (action: QuizAction) => void;
  /** The answer as it stands. */
  response: Response | null;
  runs: RunVerdicts;
  told: Told | undefined;
  /** What follows an answer, once it was fetched. */
  tools: Tools | undefined;
  /** Where the answer was kept. */
  keeping: Keeping | undefined;
  /** False until the page's script runs. */
  isAlive: boolean;
  respond: (response: Response | null) => void;
  beCertain: (certainty: Certainty) => void;
  check: () => void;
  onRun: (id: string, verdict: Verdict, set: Response) => void;
  showAnswer: () => void;
};

type Tools = typeof import('./answering.ts');
const fetchTools = (): Promise<Tools> => import('./answering.ts');

export function useAsking(props: AskingProps): Asking {
  const { question, behaviour, given, onAnswer } = props;
  const [state, act] = useReducer(stepQuiz, null, () => begin(given));
  const [runs, setRuns] = useState<RunVerdicts>(given?.runs ?? {});
  const { isAlive, sinceShown } = useShown();
  const grading = useGrading(props);
  const turn: Turn = { props, state, act, grading, sinceShown };
  const { tools, key, keeping } = grading;
  const { tells } = BEHAVIOURS[behaviour];
  const response = answerNow(question, state.response);
  useReveal(props.reveal, grading, (loaded, shown) =>
    act({ do: 'reveal', verdict: loaded.gradeAsked(question, shown, response, runs) }),
  );
  return {
    state,
    act,
    response,
    runs,
    told: toldOf(state, key),
    tools,
    keeping,
    isAlive,
    respond: (changed) => {
      if (tells) grading.fetchAhead();
      act({ do: 'respond', response: changed });
      if (behaviour === 'exam') onAnswer?.(answerOf(turn, { response: changed }));
    },
    beCertain: (certainty) => {
      act({ do: 'be-certain', certainty });
      if (behaviour === 'exam') onAnswer?.(answerOf(turn, { certainty }));
    },
    check: () => void check(turn, response, runs),
    onRun: (id, verdict, set) => {
      const judged = { ...runs, [id]: verdict };
      setRuns(judged);
      // The run is the answer: nothing is left to check.
      if (question.kind === 'scenario' && tells) void check(turn, set, judged);
    },
    showAnswer: () => {
      if (key && tools) act({ do: 'reveal', verdict: tools.gradeAsked(question, key, response, runs) });
    },
  };
}

/** What everything that is done with an answer works on. */
type Turn = Pick<Asking, 'state' | 'act'> & { props: AskingProps; grading: Grading; sinceShown: () => number };

/** Checks an answer, or sends it where it is not told here. */
async function check(turn: Turn, response: Response | null, runs: RunVerdicts): Promise<void> {
  const { props, state, act, grading } = turn;
  const { question, behaviour, onAnswer } = props;
  if (!isComplete(question, response)) return act({ do: 'nudge' });
  const answer = answerOf(turn, { response });
  if (behaviour === 'live') {
    act({ do: 'send' });
    return onAnswer?.(answer);
  }
  act({ do: 'load' });
  const graded = await grading.grade({ ...answer, tries: state.tries + 1 }, runs);
  if (graded === undefined) return act({ do: 'fail' });
  act({ do: 'grade', verdict: graded.verdict, oneTry: BEHAVIOURS[behaviour].oneTry });
  onAnswer?.(graded);
}

/** The answer as it stands, with what was just changed of it. */
function answerOf(
  { state, sinceShown }: Turn,
  changed: Partial<Pick<QuizState, 'response' | 'certainty'>>,
): GivenAnswer {
  const { response, certainty } = { ...state, ...changed };
  return {
    response,
    ...(certainty === null ? {} : { certainty }),
    tookMs: sinceShown(),
    hints: state.hints,
    tries: state.tries,
  };
}

type Grading = {
  tools: Tools | undefined;
  key: QuestionKey | undefined;
  keeping: Keeping | undefined;
  fetchAhead: () => void;
  /** Fetches the tools for a key that is known. */
  take: (known: QuestionKey) => Promise<Tools>;
  /** The answer with its verdict, when the log has it; undefined when the tools or the key cannot be had now. */
  grade: (answer: GivenAnswer, runs: RunVerdicts) => Promise<(GivenAnswer & { verdict: Verdict }) | undefined>;
};

/** Key, grading and log of one question, fetched when they are first needed. */
function useGrading({ question, lang, behaviour, seed = 0, sitting }: AskingProps): Grading {
  const [tools, setTools] = useState<Tools>();
  const [key, setKey] = useState<QuestionKey>();
  const [keeping, setKeeping] = useState<Keeping>();
  const grade: Grading['grade'] = async (answer, runs) => {
    const loaded = tools ?? (await fetchTools());
    const known = key ?? (await loaded.keyOfAsking(lang, question, seed));
    if (known === undefined) return undefined;
    setTools(loaded);
    setKey(known);
    const verdict = loaded.gradeAsked(question, known, answer.response, runs);
    const graded = { ...answer, verdict };
    // The log keeps it before it is shown, for who reads the verdict may leave at once.
    const about = { id: question.id, version: known.version, behaviour, lang, seed, sitting };
    setKeeping(await loaded.keepAnswer(graded, about));
    return graded;
  };
  return {
    tools,
    key,
    keeping,
    fetchAhead: () => {
      // On its way while the learner still thinks.
      if (tools === undefined) fetchTools().then(setTools, () => undefined);
    },
    take: async (known) => {
      const loaded = await fetchTools();
      setTools(loaded);
      setKey(known);
      return loaded;
    },
    // A script that could not be fetched: nothing was graded, the answer stays and can be checked again.
    grade: (answer, runs) => grade(answer, runs).catch(() => undefined),
  };
}

function useReveal(
  key: QuestionKey | undefined,
  grading: Grading,
  show: (tools: Tools, key: QuestionKey) => void,
): void {
  useEffect(() => {
    if (key) void grading.take(key).then((tools) => show(tools, key));
  }, [key]);
}

/** Whether the page's script runs, and the milliseconds since the question was shown by it. */
function useShown(): { isAlive: boolean; sinceShown: () => number } {
  const [isAlive, setAlive] = useState(false);
  const shownAtMs = useRef(0);
  useEffect(() => {
    shownAtMs.current = performance.now();
    setAlive(true);
  }, []);
  return { isAlive, sinceShown: () => Math.round(performance.now() - shownAtMs.current) };
}

function toldOf(state: QuizState, key: QuestionKey | undefined): Told | undefined {
  const over = isOver(state);
  if (key === undefined || state.verdict === null || !(over || state.phase === 'wrong')) return undefined;
  return { verdict: state.verdict, key, isOver: over };
}

function begin(given: AskingProps['given']): QuizState {
  return { ...UNANSWERED, response: given?.response ?? null, certainty: given?.certainty ?? null };
}
