import './review.css';
import { useCallback, useEffect, useMemo, useReducer, useState } from 'preact/hooks';
import { pathIn } from '../../i18n/paths.ts';
import { reviewMessages } from '../../i18n/review-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { localDayOf } from '../standing/local-day.ts';
import { Done } from './Done.tsx';
import { DueScenarios } from './DueScenarios.tsx';
import { NewQuestion } from './NewQuestion.tsx';
import { ReviewRound } from './ReviewRound.tsx';
import { beginRound, queueOf, stepRound } from './review-model.ts';
import { type Review, useNewDay, useReview } from './use-review.ts';

/** `draws`: it returns with other numbers. */
export type ScenarioTitle = { id: string; title: string; draws: boolean };
type Props = { lang: Language; scenarios: ScenarioTitle[] };

/** What is due today, one question after the other; then what comes next. Everything is folded from the log. */
export function ReviewRoom({ lang, scenarios }: Props) {
  const words = reviewMessages[lang];
  const ids = useMemo(() => new Set(scenarios.map(({ id }) => id)), []);
  const { review, fold } = useReview(ids);
  const [round, act] = useReducer(stepRound, beginRound([]));
  const [wantsNew, setWantsNew] = useState(false);

  const begin = useCallback(async (more: number) => {
    const found = await fold(more);
    if (found === undefined) return;
    const { attempts, day, today } = found;
    act({ do: 'begin', queue: queueOf(attempts, day.plan.days[0] ?? [], { today, dayOf: localDayOf }) });
    setWantsNew(more === 0 && location.hash === '#new');
  }, []);
  useEffect(() => void begin(0), []);
  useNewDay(typeof review === 'object' ? review.today : undefined, () => void begin(0));

  if (review === undefined) return <p class="faint ask-place">{words.loading}</p>;
  if (review === 'failed') {
    return (
      <div class="card ask-place" role="alert">
        <p>{words.failed}</p>
        <button class="btn go" type="button" onClick={() => void begin(0)}>
          {words.tryAgain}
        </button>
      </div>
    );
  }
  const asked = round.queue[round.at];
  const shown = { lang, review };
  return (
    <div class="review">
      {asked !== undefined && !wantsNew ? (
        <ReviewRound {...shown} round={round} act={act} fold={() => fold(0)} />
      ) : wantsNew ? (
        <NewQuestion {...shown} fold={() => fold(0)} stop={() => setWantsNew(false)} />
      ) : isEmpty(review) ? (
        <Empty lang={lang} startNew={() => setWantsNew(true)} />
      ) : (
        <Done
          {...shown}
          answers={round.answers}
          startNew={() => setWantsNew(true)}
          goOn={(more) => void begin(review.day.done + more)}
        />
      )}
      {asked === undefined && <DueScenarios {...shown} scenarios={scenarios} />}
      {review.day.gone > 0 && <p class="small faint">{words.gone(review.day.gone)}</p>}
    </div>
  );
}

function isEmpty({ day }: Review): boolean {
  return day.cards.length === 0;
}

function Empty({ lang, startNew }: { lang: Language; startNew: () => void }) {
  const words = reviewMessages[lang];
  return (
    <section class="card empty-review" aria-labelledby="review-empty">
      <h2 id="review-empty">{words.emptyTitle}</h2>
      <p>{words.empty}</p>
      <div class="row">
        <button class="btn go" type="button" onClick={startNew}>
          {words.newOne}
        </button>
        <a class="btn" href={pathIn(lang, '/lessons/')}>
          {words.firstLesson}
        </a>
      </div>
    </section>
  );
}
