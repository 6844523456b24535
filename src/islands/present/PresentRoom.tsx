import './present.css';
import { useEffect, useState } from 'preact/hooks';
import { otherLanguage, pathIn } from '../../i18n/paths.ts';
import { presentMessages } from '../../i18n/present-messages.ts';
import { questionSetMessages } from '../../i18n/question-set-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { BankLine } from '../../quiz-engine/exam/bank.ts';
import type { ExamCard } from '../exam/exam-card.ts';
import { newSeed, SetBuilder, type Topic } from '../question-set/SetBuilder.tsx';
import { idsOf, type SetChoice, writeSetChoice } from '../question-set/set-choice.ts';
import { useSetChoice } from '../question-set/use-set-choice.ts';
import { loadBank } from '../standing/load-bank.ts';
import { titleOf } from './title-of.ts';

type Props = { lang: Language; topics: readonly Topic[]; cards: readonly ExamCard[] };

/** Choosing what to present, or the presentation that the address names. */
export function PresentRoom({ lang, topics, cards }: Props) {
  const choice = useSetChoice();
  if (choice === undefined) return <Choose {...{ lang, topics, cards }} />;
  return <Present {...{ lang, topics, cards, choice }} />;
}

/** The presentation is fetched when there is one: choosing needs no view of a question. */
function Present({ lang, topics, cards, choice }: Props & { choice: SetChoice }) {
  const words = questionSetMessages[lang];
  const [view, setView] = useState<{ Presenting: typeof import('./Presenting.tsx').Presenting } | 'failed'>();
  const load = () => {
    setView(undefined);
    import('./Presenting.tsx').then(setView, () => setView('failed'));
  };
  useEffect(load, []);
  const hash = writeSetChoice(choice);
  if (view === undefined || view === 'failed') {
    return (
      <div class="wrap page stack" role="status">
        <p>{view ? words.failed : words.loading}</p>
        {view && (
          <button class="btn go" type="button" onClick={load}>
            {words.tryAgain}
          </button>
        )}
      </div>
    );
  }
  const title = titleOf(lang, choice, topics, cards);
  return <view.Presenting key={hash} {...{ lang, cards, choice, hash, title }} />;
}

function Choose({ lang, topics, cards }: Props) {
  const words = presentMessages[lang];
  const setWords = questionSetMessages[lang];
  const [choice, setChoice] = useState<SetChoice>({ by: 'topics', topics: [], kinds: [], count: 10, seed: 1 });
  const [bank, setBank] = useState<BankLine[] | 'failed'>();
  const load = async () => {
    setBank(undefined);
    setBank((await loadBank()) ?? 'failed');
  };
  useEffect(() => {
    // The page is built with seed 1; each visit draws anew.
    setChoice((before) => (before.by === 'topics' ? { ...before, seed: newSeed() } : before));
    void load();
  }, []);
  const lines = typeof bank === 'object' ? bank : [];
  const ids = idsOf(choice, lines, cards);
  const hash = writeSetChoice(choice);
  const other = otherLanguage(lang);
  return (
    <div class="wrap page present-choose">
      <header class="row between present-bar">
        <a class="brand" href={pathIn(lang, '/')} aria-label={words.home}>
          <svg aria-hidden="true">
            <use href="#i-brand" />
          </svg>
          Drydock
        </a>
        <a class="btn plain" href={pathIn(other, '/live/present/')} lang={other} hreflang={other}>
          {words.otherLanguage}
        </a>
      </header>
      <div class="page-head">
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </div>
      <section class="card stack" aria-label={setWords.which}>
        {bank === undefined && <p class="faint present-wait">{setWords.loading}</p>}
        {bank === 'failed' && (
          <div role="alert" class="stack">
            <p>{setWords.failed}</p>
            <button class="btn" type="button" onClick={() => void load()}>
              {setWords.tryAgain}
            </button>
          </div>
        )}
        {typeof bank === 'object' && (
          <>
            <SetBuilder {...{ lang, topics, cards, choice, setChoice, ids, lines }} />
            <p class="row present-go">
              <a
                class={ids.length > 0 ? 'btn go big' : 'btn big'}
                href={hash}
                aria-disabled={ids.length === 0 || undefined}
                onClick={(event) => ids.length === 0 && event.preventDefault()}
              >
                {words.start}
              </a>
              <b role="status" class="num">
                {setWords.chosen(ids.length)}
              </b>
              {ids.length > 0 && <a href={pathIn(lang, '/live/present/paper/') + hash}>{words.paper}</a>}
            </p>
          </>
        )}
      </section>
      <p>
        <a href={pathIn(lang, '/live/host/')}>{words.live}</a>
      </p>
    </div>
  );
}
