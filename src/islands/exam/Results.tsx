import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { ExamWords } from '../../i18n/exam-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { counts, resultsOf } from '../../quiz-engine/exam/results.ts';
import type { SittingState } from '../../quiz-engine/exam/sitting.ts';
import { DomainTable } from './DomainTable.tsx';
import type { ExamCard } from './exam-card.ts';
import { gradeWith, type Material } from './exam-material.ts';
import { PointsTable } from './PointsTable.tsx';
import { ReviewList } from './ReviewList.tsx';
import { ScoreCard } from './ScoreCard.tsx';
import { settle } from './settle.ts';
import { useMaterial } from './use-material.ts';

export type ResultsProps = {
  lang: Language;
  words: ExamWords;
  card: ExamCard | undefined;
  state: SittingState;
};

/** What came of an exam. Everything here is a fold of its events and the bank of today. */
export function Results({ lang, words, card, state }: ResultsProps) {
  const { material, retry } = useMaterial(lang, state);
  const isLoaded = material !== undefined && material !== 'failed';
  useEffect(() => {
    if (isLoaded) void settle(state, material);
  }, [material]);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
    scrollTo(0, 0);
  }, []);
  const when = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(state.beganMs);
  return (
    <div class="exam-results">
      <header class="page-head">
        <h1 tabIndex={-1} ref={heading}>
          {words.results}
        </h1>
        <p>
          {card?.title ?? state.blueprint}
          {card?.exam === 'containers' ? '' : ` · ${card?.label ?? ''}`}
        </p>
        <p class="exam-when num">
          {when} · {words.summary(state.questions.length, state.minutes)} · {words.examNumber(state.seed)}
        </p>
      </header>
      {state.submitted?.by === 'bell' && <p class="callout">{words.bellRang}</p>}
      {material === undefined && <p role="status">{words.handingIn}</p>}
      {material === 'failed' && (
        <div class="callout" role="alert">
          <p>{words.notMarked}</p>
          <button class="btn" type="button" onClick={retry}>
            {words.tryAgain}
          </button>
        </div>
      )}
      {isLoaded && <Told lang={lang} words={words} card={card} state={state} material={material} />}
    </div>
  );
}

function Told({ lang, words, card, state, material }: ResultsProps & { material: Material }) {
  const domains = useMemo(() => {
    const known = card?.domains.map(({ id }) => id) ?? [];
    return [...new Set([...known, ...(state.paper ?? []).map(({ domain }) => domain)])];
  }, [card, state.id]);
  const results = useMemo(
    () => resultsOf(state, domains, (id, response) => gradeWith(material, id, response)),
    [state, domains, material],
  );
  const wrong = results.lines.filter(({ state: is }) => is === 'wrong' || is === 'unanswered').length;
  const dropped = results.lines.filter((line) => !counts(line)).length;
  return (
    <>
      <ScoreCard lang={lang} words={words} score={results.score} pass={card?.pass} dropped={dropped} />
      <p class="row exam-next">
        {wrong > 0 && (
          <a class="btn go" href={`#redo-${state.id}`}>
            {words.redo(wrong)}
          </a>
        )}
        <a class="btn" href="#choose">
          {words.another}
        </a>
      </p>
      <DomainTable
        words={words}
        domains={results.score.domains.map((each) => ({
          ...each,
          title: card?.domains.find(({ id }) => id === each.domain)?.title ?? each.domain,
        }))}
      />
      {results.points.length > 0 && <PointsTable lang={lang} words={words} points={results.points} />}
      <ReviewList lang={lang} words={words} lines={results.lines} material={material} seed={state.seed} />
    </>
  );
}
