import './practice.css';
import { useEffect, useState } from 'preact/hooks';
import { practiceMessages } from '../../i18n/practice-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { StoredAttempt } from '../../quiz-engine/attempt.ts';
import type { BankLine } from '../../quiz-engine/exam/bank.ts';
import { readLog } from '../progress-store.ts';
import { loadBank } from '../standing/load-bank.ts';
import { Practising } from './Practising.tsx';
import { type Choice, lastWrong, questionsOf, readChoice } from './practice-model.ts';
import { type TopicGroups, Topics } from './Topics.tsx';

type Props = { lang: Language; topics: TopicGroups };
type Known = { bank: BankLine[]; attempts: StoredAttempt[] };

/** The list of topics, or the topic that the address names. */
export function PracticeRoom({ lang, topics }: Props) {
  const words = practiceMessages[lang];
  const choice = useChoice();
  const [known, setKnown] = useState<Known | 'failed'>();
  const load = async () => {
    setKnown(undefined);
    const [log, bank] = await Promise.all([readLog(), loadBank()]);
    setKnown(bank ? { bank, attempts: log.attempts } : 'failed');
  };
  // The list, too, says what was answered wrong, and it changes while one practises.
  useEffect(() => void load(), [choice && hashOf(choice)]);
  if (choice === undefined) {
    const wrong = typeof known === 'object' ? lastWrong(known.attempts, known.bank) : [];
    return <Topics words={words} topics={topics} wrong={wrong} />;
  }
  if (known === undefined) return <p class="faint practice-place">{words.loading}</p>;
  if (known === 'failed') {
    return (
      <div class="card practice-place" role="alert">
        <p>{words.failed}</p>
        <button class="btn go" type="button" onClick={() => void load()}>
          {words.tryAgain}
        </button>
      </div>
    );
  }
  const questions = questionsOf(known.bank, choice);
  if (questions.length === 0) {
    return (
      <div class="card practice-place">
        <p>{words.nothing}</p>
        <p class="row">
          <a class="btn" href="#topics">
            {words.choose}
          </a>
        </p>
      </div>
    );
  }
  return (
    <Practising
      key={hashOf(choice)}
      lang={lang}
      words={words}
      title={titleOf(choice, topics, words)}
      questions={questions}
      attempts={known.attempts}
    />
  );
}

function hashOf(choice: Choice): string {
  return JSON.stringify(choice);
}

function titleOf(choice: Choice, topics: TopicGroups, words: (typeof practiceMessages)['en']): string {
  if (choice.by === 'all') return words.all;
  if (choice.by === 'ids') return words.wrongTitle;
  return topics[choice.by].find(({ id }) => id === choice.id)?.title ?? choice.id;
}

/** What the address names now; undefined until it was read and where it names nothing. */
function useChoice(): Choice | undefined {
  const [choice, setChoice] = useState<Choice>();
  useEffect(() => {
    const read = () => setChoice(readChoice(location.hash));
    read();
    addEventListener('hashchange', read);
    return () => removeEventListener('hashchange', read);
  }, []);
  return choice;
}
