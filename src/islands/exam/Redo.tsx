import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { type Asking, askWith } from '../../quiz-engine/asked/drawing.ts';
import { resultsOf } from '../../quiz-engine/exam/results.ts';
import { NotesButton } from '../notes/NotesButton.tsx';
import { loadQuestionKey } from '../quiz/load-question.ts';
import { QuestionView } from '../quiz/QuestionView.tsx';
import { sayTask } from '../quiz/say-kind.ts';
import { gradeWith, type Material } from './exam-material.ts';
import type { ResultsProps } from './Results.tsx';
import { useMaterial } from './use-material.ts';

/** The questions that an exam got wrong, practised: feedback at once, as many tries as wanted, other numbers. */
export function Redo({ lang, words, card, state }: ResultsProps) {
  const { material, retry } = useMaterial(lang, state);
  return (
    <div class="exam-redo">
      <header class="page-head">
        <h1>{words.redoTitle}</h1>
        <p>{words.redoLead}</p>
      </header>
      {material === undefined && <p role="status">{words.loadingExam}</p>}
      {material === 'failed' && (
        <div class="callout" role="alert">
          <p>{words.notLoaded}</p>
          <button class="btn" type="button" onClick={retry}>
            {words.tryAgain}
          </button>
        </div>
      )}
      {material !== undefined && material !== 'failed' && (
        <Round lang={lang} words={words} card={card} state={state} material={material} />
      )}
    </div>
  );
}

function Round({ lang, words, state, material }: ResultsProps & { material: Material }) {
  const wrong = useMemo(() => {
    const { lines } = resultsOf(state, [], (id, response) => gradeWith(material, id, response));
    return lines.filter(({ state: is }) => is === 'wrong' || is === 'unanswered').map(({ id }) => id);
  }, [state.id, material]);
  const [at, setAt] = useState(0);
  const [turn, setTurn] = useState(1);
  const [first, setFirst] = useState<Record<string, boolean>>({});
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (at > 0) heading.current?.focus();
  }, [at]);
  const id = wrong[at];
  const asking = useAsking(lang, id === undefined ? undefined : material.get(id), state.seed + turn);
  if (id === undefined) {
    const right = Object.values(first).filter(Boolean).length;
    return (
      <div class="card stack exam-done">
        <h2 tabIndex={-1} ref={heading}>
          {words.redoDone(right, wrong.length)}
        </h2>
        <p class="row">
          <a class="btn" href={`#results-${state.id}`}>
            {words.toResults}
          </a>
        </p>
      </div>
    );
  }
  return (
    <section class="stack" aria-labelledby="redo-question">
      <div class="row between base">
        <h2 id="redo-question" tabIndex={-1} ref={heading}>
          {words.questionOf(at + 1, wrong.length)}
        </h2>
        <span class="row">
          {asking && <span class="tag">{sayTask(lang, asking.asked)}</span>}
          <NotesButton id={id} kind="question" lang={lang} />
        </span>
      </div>
      <div class="card q">
        {asking && (
          <QuestionView
            key={`${id}-${turn}`}
            question={asking.asked}
            lang={lang}
            behaviour="practice"
            seed={state.seed + turn}
            onAnswer={({ verdict }) => setFirst((before) => ({ [id]: verdict?.correct === true, ...before }))}
            onAgain={() => setTurn(turn + 1)}
          />
        )}
      </div>
      <p class="row between">
        <a class="btn plain" href={`#results-${state.id}`}>
          {words.toResults}
        </a>
        <button class={id in first ? 'btn go' : 'btn'} type="button" onClick={() => setAt(at + 1)}>
          {id in first ? words.next : words.skip}
        </button>
      </p>
    </section>
  );
}

/** A question of the exam asked with another seed. */
function useAsking(lang: ResultsProps['lang'], known: Asking | undefined, seed: number): Asking | undefined {
  const [asking, setAsking] = useState<{ id: string; seed: number; asking: Asking }>();
  useEffect(() => {
    if (known === undefined) return;
    let isGone = false;
    const { asked } = known;
    void loadQuestionKey(lang, asked.set, asked.id).then((written) => {
      if (!isGone) setAsking({ id: asked.id, seed, asking: written ? askWith(asked, written, seed) : known });
    });
    return () => {
      isGone = true;
    };
  }, [lang, known?.asked.id, seed]);
  return asking?.id === known?.asked.id && asking?.seed === seed ? asking.asking : undefined;
}
