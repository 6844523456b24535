import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { reviewMessages } from '../../i18n/review-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Asking } from '../../quiz-engine/asked/drawing.ts';
import type { Behaviour } from '../../quiz-engine/attempt.ts';
import { NotesButton } from '../notes/NotesButton.tsx';
import { loadQuestion } from '../quiz/load-question.ts';
import { QuestionView } from '../quiz/QuestionView.tsx';
import { sayTask } from '../quiz/say-kind.ts';
import type { GivenAnswer } from '../quiz/use-asking.ts';

type Props = {
  lang: Language;
  set: string;
  id: string;
  seed: number;
  behaviour: Extract<Behaviour, 'review' | 'practice'>;
  /** A tag beside the task, such as "once more". */
  tag?: string | undefined;
  onAnswer: (answer: GivenAnswer) => void;
  /** Focus comes to the card when it appears: the button that led here is gone. */
  takesFocus: boolean;
  /** Passes over a question that cannot be fetched. */
  skip: () => void;
  /** What follows once it was answered: when it is back, and the way on. */
  children: ComponentChildren;
};

/** One question on a card of its own, asked with a seed of its own; certainty is always asked here. */
export function Ask({ lang, set, id, seed, behaviour, tag, onAnswer, takesFocus, skip, children }: Props) {
  const words = reviewMessages[lang];
  const [asking, setAsking] = useState<Asking | 'loading' | 'failed'>('loading');
  const card = useRef<HTMLElement>(null);
  const load = async () => {
    setAsking('loading');
    setAsking((await loadQuestion(lang, set, id, seed)) ?? 'failed');
  };
  useEffect(() => {
    void load();
  }, []);
  useEffect(() => {
    if (takesFocus) card.current?.focus({ preventScroll: true });
  }, [asking]);
  if (asking === 'loading') return <p class="faint ask-place">{words.loading}</p>;
  if (asking === 'failed') {
    return (
      <div class="card ask-place" role="alert">
        <p>{words.notLoaded}</p>
        <div class="row">
          <button class="btn go" type="button" onClick={() => void load()}>
            {words.tryAgain}
          </button>
          <button class="btn" type="button" onClick={skip}>
            {words.skip}
          </button>
        </div>
      </div>
    );
  }
  return (
    <section class="card q ask" id={`q-${id}`} ref={card} tabIndex={-1} aria-labelledby={`q-${id}-stem`}>
      <header>
        <span class="tag">{sayTask(lang, asking.asked)}</span>
        {tag && <span class="tag note">{tag}</span>}
        <span>{asking.key.objective}</span>
        <NotesButton id={id} kind="question" lang={lang} />
      </header>
      <QuestionView
        question={asking.asked}
        lang={lang}
        behaviour={behaviour}
        seed={seed}
        asksCertainty={true}
        onAnswer={onAnswer}
      />
      {children}
    </section>
  );
}
