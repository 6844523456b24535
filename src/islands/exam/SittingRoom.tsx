import { useEffect, useRef, useState } from 'preact/hooks';
import type { ExamWords } from '../../i18n/exam-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import type { SittingState } from '../../quiz-engine/exam/sitting.ts';
import { QuestionView } from '../quiz/QuestionView.tsx';
import { sayTask } from '../quiz/say-kind.ts';
import type { ExamCard } from './exam-card.ts';
import { Navigator } from './Navigator.tsx';
import { Overview } from './Overview.tsx';
import { SittingHead } from './SittingHead.tsx';
import { useStrikes } from './Strike.tsx';
import type { ExamLog } from './use-exam-log.ts';
import { useMaterial } from './use-material.ts';
import { type SittingRoom as Room, useSitting } from './use-sitting.ts';

export type SittingProps = {
  lang: Language;
  words: ExamWords;
  /** Undefined for an exam that is no longer offered; it goes on all the same. */
  card: ExamCard | undefined;
  state: SittingState;
  log: ExamLog;
};

/** An exam while it runs: one question, no feedback, a clock; what is answered is kept at once. */
export function SittingRoom({ lang, words, card, state, log }: SittingProps) {
  const [isOverview, setOverview] = useState(false);
  const room = useSitting(state, log, !isOverview);
  const { material, retry } = useMaterial(lang, state);
  const heading = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  useEffect(() => log.show(state.id), [state.id]);
  useTabWarning(log.keeping?.where === 'tab');
  // Whoever goes on by keyboard or hears the page begins at the top of what came.
  useEffect(() => {
    if (moved.current) heading.current?.focus();
    moved.current = true;
    scrollTo(0, 0);
  }, [room.at, isOverview]);

  const open = (at: number) => {
    setOverview(false);
    room.goTo(at);
  };
  const props = { lang, words, state, room, heading };
  return (
    <div class="exam-sitting">
      <SittingHead
        words={words}
        name={card?.title ?? state.blueprint}
        short={card?.exam === 'containers' ? card.title : state.blueprint}
        state={state}
        leftMs={room.leftMs}
      />
      <div class="wrap exam-body">
        <Notices words={words} log={log} id={state.id} />
        {material === 'failed' && (
          <div class="callout" role="alert">
            <p>{words.notLoaded}</p>
            <button class="btn" type="button" onClick={retry}>
              {words.tryAgain}
            </button>
          </div>
        )}
        {material === undefined && <p>{words.loadingExam}</p>}
        {material !== undefined && material !== 'failed' && (
          <div class="exam-columns">
            {isOverview ? (
              <Overview {...props} open={open} back={() => setOverview(false)} />
            ) : (
              <Asked {...props} material={material} foreign={log.foreign} />
            )}
            <Navigator words={words} state={state} at={isOverview ? undefined : room.at} open={open} />
          </div>
        )}
      </div>
      {!isOverview && <Foot words={words} state={state} room={room} toOverview={() => setOverview(true)} />}
    </div>
  );
}

/** Kinds whose answer changes with every key or every step of a slider. */
const TYPED: readonly AskedQuestion['kind'][] = ['number', 'case', 'scenario'];

type AskedProps = {
  lang: Language;
  words: ExamWords;
  state: SittingState;
  room: Room;
  heading: { current: HTMLHeadingElement | null };
  material: Exclude<ReturnType<typeof useMaterial>['material'], undefined | 'failed'>;
  foreign: ExamLog['foreign'];
};

function Asked({ lang, words, state, room, heading, material, foreign }: AskedProps) {
  const id = state.questions[room.at] ?? '';
  const asking = material.get(id);
  const strike = useStrikes(words, state.id);
  // An answer of another tab is shown by asking anew with it.
  const others = foreign.filter(({ event }) => event.what === 'answered' && event.question === id).length;
  const isTyped = asking !== undefined && TYPED.includes(asking.asked.kind);
  return (
    <section class="exam-asked" aria-labelledby="exam-question">
      <div class="row between base">
        <h1 id="exam-question" tabIndex={-1} ref={heading}>
          {words.questionOf(room.at + 1, state.questions.length)}
        </h1>
        {asking && <span class="tag">{sayTask(lang, asking.asked)}</span>}
      </div>
      {asking ? (
        <div class="q">
          <QuestionView
            key={`${id}-${others}`}
            question={asking.asked}
            lang={lang}
            behaviour="exam"
            seed={state.seed}
            sitting={state.id}
            given={state.answers[id] ?? { response: null }}
            beside={strike}
            onAnswer={({ response, certainty }) => room.answer(id, { response, certainty }, isTyped)}
          />
        </div>
      ) : (
        <p class="callout">{words.removed}</p>
      )}
      <p class="small faint" role="status">
        {room.kept === 'keeping' ? words.keeping : room.kept === 'kept' ? words.kept : words.keptAtOnce}
      </p>
    </section>
  );
}

function Foot({
  words,
  state,
  room,
  toOverview,
}: {
  words: ExamWords;
  state: SittingState;
  room: Room;
  toOverview: () => void;
}) {
  const id = state.questions[room.at] ?? '';
  const isFlagged = state.flagged.includes(id);
  const isAnswered = (state.answers[id]?.response ?? null) !== null;
  const isLast = room.at === state.questions.length - 1;
  const next = () => (isLast ? toOverview() : room.goTo(room.at + 1));
  return (
    <footer class="exam-foot">
      <div class="wrap">
        <button class="btn" type="button" disabled={room.at === 0} onClick={() => room.goTo(room.at - 1)}>
          {words.previous}
        </button>
        <button class="btn" type="button" aria-pressed={isFlagged} onClick={() => room.flag(id, !isFlagged)}>
          <svg class="i" viewBox="0 0 20 20" aria-hidden="true">
            <path d="M5 17.5V3m0 .5h9.5L12 7l2.5 3.5H5" />
          </svg>
          {words.flag}
        </button>
        {!isLast && (
          <button class="btn exam-to-overview" type="button" onClick={toOverview}>
            {words.overview}
          </button>
        )}
        <button class="btn go" type="button" onClick={next}>
          {isLast ? words.overview : isAnswered ? words.next : words.skip}
        </button>
      </div>
    </footer>
  );
}

function Notices({ words, log, id }: { words: ExamWords; log: ExamLog; id: string }) {
  const { keeping } = log;
  return (
    <div role="status" class="exam-notices">
      {keeping?.where === 'tab' && <p class="callout">{keeping.reason === 'newer' ? words.newer : words.inTab}</p>}
      {log.isElsewhere(id) && <p class="callout">{words.elsewhere}</p>}
    </div>
  );
}

/** Asks before a tab is closed that holds the only copy. */
function useTabWarning(isOnlyHere: boolean): void {
  useEffect(() => {
    if (!isOnlyHere) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [isOnlyHere]);
}
