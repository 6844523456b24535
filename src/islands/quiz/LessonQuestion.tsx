import type { ComponentProps } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { quizMessages } from '../../i18n/quiz-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import { QuestionForm } from './QuestionForm.tsx';

export type LessonProps = { question: AskedQuestion; lang: Language };
type Props = LessonProps & Pick<ComponentProps<typeof QuestionForm>, 'Fields' | 'says'>;

/** Practice in a lesson: the question as the page holds it first, then with a new seed each time it is asked again. */
export function LessonQuestion({ question, lang, Fields, says }: Props) {
  const [{ asked, seed, turn }, setAsking] = useState({ asked: question, seed: 0, turn: 0 });
  const [isAnswered, setAnswered] = useState(false);
  const last = useLastTime(question.id, lang);
  const again = async () => {
    const next = Math.max(seed, last?.seed ?? 0) + 1;
    const { askAgain } = await import('./answering.ts');
    const drawn = await askAgain(lang, question, next);
    // Without its drawings it is asked as it stands; the answer is told by the key that is known.
    setAsking(drawn ? { asked: drawn, seed: next, turn: turn + 1 } : { asked, seed, turn: turn + 1 });
    // The pressed button is gone with the asking that it belonged to.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`#q-${question.id} :is(${FIELDS})`)?.focus());
  };
  return (
    <>
      <QuestionForm
        key={turn}
        question={asked}
        lang={lang}
        behaviour="practice"
        seed={seed}
        Fields={Fields}
        says={says}
        onAnswer={() => setAnswered(true)}
        onAgain={() => void again()}
      />
      {last && !isAnswered && <p class="small faint last-time">{last.said}</p>}
    </>
  );
}

const FIELDS = 'input, select, .moves button, .scenario-open button';

/** What the log says of this question, in words, and the greatest seed it was asked with; nothing until it was read. */
function useLastTime(id: string, lang: Language): { said: string; seed: number } | undefined {
  const [last, setLast] = useState<{ said: string; seed: number }>();
  useEffect(() => {
    let gone = false;
    const read = async () => {
      const { readLog } = await import('../progress-store.ts');
      const { attempts } = await readLog();
      const own = attempts.flatMap((attempt) => (attempt.kind === 'question' && attempt.id === id ? [attempt] : []));
      const latest = own.toSorted((a, b) => a.atMs - b.atMs).at(-1);
      if (latest === undefined || gone) return;
      const when = new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).format(latest.atMs);
      const said = latest.correct ? quizMessages[lang].lastRight(when) : quizMessages[lang].lastWrong(when);
      setLast({ said, seed: Math.max(0, ...own.map((attempt) => attempt.seed ?? 0)) });
    };
    // Without the store's script there is nothing to tell.
    read().catch(() => undefined);
    return () => {
      gone = true;
    };
  }, [id, lang]);
  return last;
}
