import './paper.css';
import { useEffect, useState } from 'preact/hooks';
import { pathIn } from '../../i18n/paths.ts';
import { presentMessages } from '../../i18n/present-messages.ts';
import { questionSetMessages } from '../../i18n/question-set-messages.ts';
import { LANGUAGES, type Language } from '../../i18n/text.ts';
import type { Asking } from '../../quiz-engine/asked/drawing.ts';
import type { ExamCard } from '../exam/exam-card.ts';
import type { Topic } from '../question-set/SetBuilder.tsx';
import { type SetChoice, writeSetChoice } from '../question-set/set-choice.ts';
import { useSetChoice } from '../question-set/use-set-choice.ts';
import { loadAskings } from './load-slides.ts';
import { PaperKey } from './PaperKey.tsx';
import { PaperQuestion } from './PaperQuestion.tsx';
import { titleOf } from './title-of.ts';

type Props = { lang: Language; topics: readonly Topic[]; cards: readonly ExamCard[] };
/** One question in each language of the paper. */
export type OnPaper = Partial<Record<Language, Asking>>;

/** A paper to print: the questions, then key and reasons on pages of their own. */
export function PaperRoom({ lang, topics, cards }: Props) {
  const words = presentMessages[lang];
  const setWords = questionSetMessages[lang];
  const choice = useSetChoice();
  const [wanted, setWanted] = useState<Language | 'both'>(lang);
  const [withKey, setWithKey] = useState(true);
  const langs: readonly Language[] = wanted === 'both' ? LANGUAGES : [wanted];
  const { questions, retry } = useQuestions(choice, langs, cards);
  if (choice === undefined) {
    return (
      <div class="wrap page stack">
        <h1>{words.paperTitle}</h1>
        <p>{words.noSet}</p>
        <p>
          <a class="btn go" href={pathIn(lang, '/live/present/')}>
            {words.choose}
          </a>
        </p>
      </div>
    );
  }
  const languages = [
    ['en', words.english],
    ['ko', words.korean],
    ['both', words.both],
  ] as const;
  const title = titleOf(lang, choice, topics, cards);
  return (
    <div class="wrap paper">
      <header class="paper-tools card stack">
        <h1>{words.paperTitle}</h1>
        <p class="small">{words.paperLead}</p>
        <div class="row">
          <fieldset class="seg">
            <legend class="vh">{words.paperLanguage}</legend>
            {languages.map(([id, name]) => (
              <label key={id}>
                <input type="radio" name="paper-language" checked={wanted === id} onChange={() => setWanted(id)} />
                <span>{name}</span>
              </label>
            ))}
          </fieldset>
          <label class="row">
            <input
              type="checkbox"
              checked={withKey}
              onChange={({ currentTarget }) => setWithKey(currentTarget.checked)}
            />
            <span>{words.withKey}</span>
          </label>
          <button class="btn go" type="button" disabled={typeof questions !== 'object'} onClick={() => print()}>
            {words.print}
          </button>
          <a href={pathIn(lang, '/live/present/') + writeSetChoice(choice)}>{words.toPresent}</a>
        </div>
      </header>
      <div role="status">
        {questions === undefined && <p class="faint present-wait">{setWords.loading}</p>}
        {questions === 'failed' && (
          <p class="row">
            <span>{setWords.failed}</span>
            <button class="btn" type="button" onClick={retry}>
              {setWords.tryAgain}
            </button>
          </p>
        )}
      </div>
      {typeof questions === 'object' && <Pages {...{ langs, questions, title, withKey }} />}
    </div>
  );
}

type PagesProps = { langs: readonly Language[]; questions: readonly OnPaper[]; title: string; withKey: boolean };

function Pages({ langs, questions, title, withKey }: PagesProps) {
  const say = (word: 'name' | 'date' | 'points' | 'key') =>
    langs.map((lang) => presentMessages[lang][word]).join(' · ');
  return (
    <>
      <section class="paper-sheet" lang={langs.length === 1 ? langs[0] : undefined}>
        <h2>{title}</h2>
        <p class="paper-lines">
          <span>{say('name')}</span>
          <span>{say('date')}</span>
          <span class="short">
            {say('points')} / {questions.length}
          </span>
        </p>
        <ol class="paper-questions">
          {questions.map((question, i) => (
            <PaperQuestion key={i} langs={langs} question={question} />
          ))}
        </ol>
      </section>
      {withKey && (
        <section class="paper-sheet paper-key" lang={langs.length === 1 ? langs[0] : undefined}>
          <h2>
            {title}: {say('key')}
          </h2>
          <ol class="paper-questions">
            {questions.map((question, i) => (
              <PaperKey key={i} langs={langs} question={question} />
            ))}
          </ol>
        </section>
      )}
    </>
  );
}

function useQuestions(choice: SetChoice | undefined, langs: readonly Language[], cards: readonly ExamCard[]) {
  const [questions, setQuestions] = useState<OnPaper[] | 'failed'>();
  const hash = choice && writeSetChoice(choice);
  const load = async () => {
    if (choice === undefined) return;
    const loaded = await Promise.all(langs.map((lang) => loadAskings(lang, choice, cards)));
    const [first] = loaded;
    if (first === undefined || loaded.some((each) => each === undefined)) return setQuestions('failed');
    setQuestions(first.map((_, i) => Object.fromEntries(langs.map((lang, l) => [lang, loaded[l]?.[i]])) as OnPaper));
  };
  useEffect(() => {
    setQuestions(undefined);
    void load();
  }, [hash, langs.join()]);
  return { questions, retry: () => void load() };
}
