import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { PracticeWords } from '../../i18n/practice-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Asking } from '../../quiz-engine/asked/drawing.ts';
import type { StoredAttempt } from '../../quiz-engine/attempt.ts';
import type { BankLine } from '../../quiz-engine/exam/bank.ts';
import { NotesButton } from '../notes/NotesButton.tsx';
import { loadQuestion } from '../quiz/load-question.ts';
import { QuestionView } from '../quiz/QuestionView.tsx';
import { sayTask } from '../quiz/say-kind.ts';
import { nextSeeds, questionAt, writeChoice } from './practice-model.ts';

type Props = {
  lang: Language;
  words: PracticeWords;
  title: string;
  questions: readonly BankLine[];
  attempts: readonly StoredAttempt[];
};

/** One question after the other, as long as the learner likes. */
export function Practising({ lang, words, title, questions, attempts }: Props) {
  const seeds = useMemo(() => nextSeeds(attempts), []);
  // Answers so far decide the order: another day, another one, and no clock is asked.
  const seed = useMemo(() => attempts.length, []);
  const [place, setPlace] = useState(0);
  const [turn, setTurn] = useState(0);
  const [first, setFirst] = useState<ReadonlyMap<number, { id: string; correct: boolean }>>(new Map());
  const heading = useRef<HTMLHeadingElement>(null);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const line = questionAt(questions, seed, place);
  const { asking, retry } = useAsking(lang, line, seedOf(seeds, line), turn);
  const isAnswered = first.has(place);
  const go = () => {
    use(seeds, line);
    setPlace(place + 1);
    setTurn(turn + 1);
    heading.current?.scrollIntoView({ block: 'nearest' });
    heading.current?.focus({ preventScroll: true });
  };
  const again = () => {
    use(seeds, line);
    setTurn(turn + 1);
    requestAnimationFrame(() => heading.current?.focus({ preventScroll: true }));
  };
  const answers = [...first.values()];
  const wrong = [...new Set(answers.filter(({ correct }) => !correct).map(({ id }) => id))];
  const round = Math.floor(place / questions.length);
  return (
    <section class="practice" aria-labelledby="practising">
      <header class="practice-head">
        <h2 id="practising" ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <p class="num">
          {round > 0 && `${words.round(round + 1)} · `}
          {words.asked((place % questions.length) + 1, questions.length)}
        </p>
        {round > 0 && place % questions.length === 0 && questions.length > 1 && <p class="small">{words.roundDone}</p>}
      </header>
      {asking === undefined && <p class="faint practice-place">{words.loading}</p>}
      {asking === 'failed' && (
        <div class="card practice-place" role="alert">
          <p>{words.failed}</p>
          <button class="btn" type="button" onClick={retry}>
            {words.tryAgain}
          </button>
        </div>
      )}
      {typeof asking === 'object' && (
        <div class="card q" id={`q-${asking.asked.id}`}>
          <header>
            <span class="tag">{sayTask(lang, asking.asked)}</span>
            <span>{asking.key.objective}</span>
            <NotesButton id={asking.asked.id} kind="question" lang={lang} />
          </header>
          <QuestionView
            key={turn}
            question={asking.asked}
            lang={lang}
            behaviour="practice"
            seed={seedOf(seeds, line)}
            onAgain={again}
            onAnswer={({ verdict, tries }) => {
              const correct = verdict?.correct === true;
              if (!isAnswered)
                setFirst(new Map(first).set(place, { id: asking.asked.id, correct: correct && tries === 1 }));
              if (correct) requestAnimationFrame(() => next.current?.focus({ preventScroll: true }));
            }}
          />
        </div>
      )}
      <footer class="row between practice-foot">
        <button class={isAnswered ? 'btn go' : 'btn'} type="button" ref={next} onClick={go}>
          {isAnswered ? words.next : words.skip}
        </button>
        <span class="small faint num" role="status">
          {answers.length > 0 && words.rightOf(answers.filter(({ correct }) => correct).length, answers.length)}
        </span>
        <span class="row">
          {wrong.length > 0 && (
            <a class="btn plain" href={writeChoice({ by: 'ids', ids: wrong })}>
              {words.wrongOnes(wrong.length)}
            </a>
          )}
          <a class="btn plain" href="#topics">
            {words.other}
          </a>
        </span>
      </footer>
    </section>
  );
}

function seedOf(seeds: ReadonlyMap<string, number>, line: BankLine | undefined): number {
  return seeds.get(line?.id ?? '') ?? 1;
}

/** The seed was asked with, answered or not: the next asking has another. */
function use(seeds: Map<string, number>, line: BankLine | undefined): void {
  if (line) seeds.set(line.id, seedOf(seeds, line) + 1);
}

function useAsking(lang: Language, line: BankLine | undefined, seed: number, turn: number) {
  const [found, setFound] = useState<{ turn: number; asking: Asking | 'failed' }>();
  const load = async () => {
    if (line) setFound({ turn, asking: (await loadQuestion(lang, line.set, line.id, seed)) ?? 'failed' });
  };
  useEffect(() => void load(), [turn, line?.id]);
  return { asking: found?.turn === turn ? found.asking : undefined, retry: () => void load() };
}
