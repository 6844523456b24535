import { useRef, useState } from 'preact/hooks';
import { reviewMessages } from '../../i18n/review-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { BankLine } from '../../quiz-engine/exam/bank.ts';
import { nextQuestion } from '../../quiz-engine/standing/next-question.ts';
import { Ask } from './Ask.tsx';
import { freshSeed } from './review-model.ts';
import type { Review } from './use-review.ts';

type Props = { lang: Language; review: Review; fold: () => Promise<unknown>; stop: () => void };

/** One new question after the other, each as hard as this learner can use. */
export function NewQuestion({ lang, review, fold, stop }: Props) {
  const words = reviewMessages[lang];
  // Answering makes the choice of the next one, so what is asked is kept until the learner goes on.
  const [line, setLine] = useState(() => chooseNew(review));
  const [isAnswered, setAnswered] = useState(false);
  const next = useRef<HTMLButtonElement>(null);
  const go = () => {
    setLine(chooseNew(review));
    setAnswered(false);
  };
  const head = (
    <div class="review-head">
      <h2>{words.newQuestions}</h2>
      <p class="small faint">{line ? words.newLead : words.noNew}</p>
    </div>
  );
  const enough = (
    <button class="btn" type="button" onClick={stop}>
      {words.stopNew}
    </button>
  );
  if (line === undefined) {
    return (
      <>
        {head}
        {enough}
      </>
    );
  }
  return (
    <>
      {head}
      <Ask
        key={line.id}
        lang={lang}
        set={line.set}
        id={line.id}
        seed={freshSeed([], line.id)}
        behaviour="practice"
        takesFocus={true}
        skip={stop}
        onAnswer={async ({ verdict }) => {
          await fold();
          setAnswered(true);
          if (verdict?.correct) requestAnimationFrame(() => next.current?.focus({ preventScroll: true }));
        }}
      >
        {isAnswered && (
          <footer class="ask-after">
            <button class="btn" type="button" ref={next} onClick={go}>
              {words.anotherNew}
            </button>
            {enough}
          </footer>
        )}
      </Ask>
    </>
  );
}

/** Of the exam to come as long as it has new ones, else of everything. */
function chooseNew({ attempts, bank, day }: Review): BankLine | undefined {
  const ofExam = bank.filter(({ exams }) => day.exam !== undefined && exams.includes(day.exam.family));
  const chosen = nextQuestion(attempts, ofExam) ?? nextQuestion(attempts, bank);
  return bank.find(({ id }) => id === chosen?.id);
}
