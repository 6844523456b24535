import { useEffect, useState } from 'preact/hooks';
import { quizMessages } from '../../i18n/quiz-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { type Asking, askWith } from './drawing.ts';
import { loadQuestionKey } from './load-question.ts';
import { QuestionView } from './QuestionView.tsx';
import type { AskedQuestion } from './question-data.ts';

type Props = { question: AskedQuestion; lang: Language };

/** A question of a lesson, practised: as the page holds it first, then with a new seed each time it is asked again. */
export function Quiz({ question, lang }: Props) {
  const [{ asked, seed }, setAsking] = useState({ asked: question, seed: 0 });
  const [answered, setAnswered] = useState(false);
  const last = useLastTime(question.id, lang);
  const again = async () => {
    const key = await loadQuestionKey(lang, question.set, question.id);
    const next = Math.max(seed, last?.seed ?? 0) + 1;
    const asking: Pick<Asking, 'asked'> = key ? askWith(question, key, next) : { asked: question };
    setAsking({ asked: asking.asked, seed: key ? next : seed });
    // The pressed button is gone with the question that it belonged to.
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>(`#q-${question.id} :is(input, select, .moves button)`)?.focus();
    });
  };
  return (
    <>
      <QuestionView
        key={seed}
        question={asked}
        lang={lang}
        behaviour="practice"
        seed={seed}
        onAnswer={() => setAnswered(true)}
        onAgain={() => void again()}
      />
      {last && !answered && <p class="small faint last-time">{last.said}</p>}
    </>
  );
}

/** What the log says of this question, in words, and the greatest seed it was asked with; nothing until it was read. */
function useLastTime(id: string, lang: Language): { said: string; seed: number } | undefined {
  const [last, setLast] = useState<{ said: string; seed: number }>();
  useEffect(() => {
    let gone = false;
    import('../progress-store.ts').then(async ({ readLog }) => {
      const { attempts } = await readLog();
      const own = attempts.filter((attempt) => attempt.kind === 'question' && attempt.id === id);
      const latest = own.toSorted((a, b) => a.atMs - b.atMs).at(-1);
      if (latest?.kind !== 'question' || gone) return;
      const when = new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).format(latest.atMs);
      const said = latest.correct ? quizMessages[lang].lastRight(when) : quizMessages[lang].lastWrong(when);
      setLast({ said, seed: Math.max(0, ...own.map((attempt) => ('seed' in attempt ? (attempt.seed ?? 0) : 0))) });
    }, () => undefined);
    return () => {
      gone = true;
    };
  }, [id, lang]);
  return last;
}
