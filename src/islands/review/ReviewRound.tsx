import { useRef } from 'preact/hooks';
import { reviewMessages } from '../../i18n/review-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { sayDayNumber } from '../standing/local-day.ts';
import { Ask } from './Ask.tsx';
import { Queue } from './Queue.tsx';
import type { Round, RoundAction } from './review-model.ts';
import type { Review } from './use-review.ts';

type Props = {
  lang: Language;
  review: Review;
  round: Round;
  act: (action: RoundAction) => void;
  fold: () => Promise<unknown>;
};

/** The round of today: the question that is asked, when it is back, and the way on. */
export function ReviewRound({ lang, review, round, act, fold }: Props) {
  const words = reviewMessages[lang];
  const next = useRef<HTMLButtonElement>(null);
  const asked = round.queue[round.at];
  const set = review.bank.find(({ id }) => id === asked?.id)?.set;
  if (asked === undefined || set === undefined) return null;
  const isLast = round.at === round.queue.length - 1;
  const waiting = review.day.plan.days.slice(1).reduce((sum, ids) => sum + ids.filter(isOverdue(review)).length, 0);
  const go = () => {
    act({ do: 'next' });
    document.querySelector('.review-head')?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <div class="review-head">
        <h2>{words.reviewing}</h2>
        <Queue round={round} />
        <span class="num" aria-live="polite">
          {words.place(round.at + 1, round.queue.length)}
        </span>
      </div>
      <Ask
        key={`${asked.id}-${asked.seed}`}
        lang={lang}
        set={set}
        id={asked.id}
        seed={asked.seed}
        behaviour="review"
        tag={asked.again ? words.again : undefined}
        takesFocus={round.at > 0}
        skip={go}
        onAnswer={async ({ verdict }) => {
          await fold();
          act({ do: 'answer', correct: verdict?.correct ?? false });
          requestAnimationFrame(() => next.current?.focus({ preventScroll: true }));
        }}
      >
        {round.isAnswered && (
          <footer class="ask-after">
            <p role="status">{sayBack(lang, review, round)}</p>
            <button class="btn go" type="button" ref={next} onClick={go}>
              {isLast ? words.finish : words.next}
            </button>
          </footer>
        )}
      </Ask>
      {waiting > 0 && round.at === 0 && <p class="small faint">{words.waiting(waiting)}</p>}
    </>
  );
}

/** True for cards that are due already, but planned for a later day. */
function isOverdue({ day: { cards }, today }: Review): (id: string) => boolean {
  const due = new Set(cards.filter(({ dueDay }) => dueDay <= today).map(({ id }) => id));
  return (id) => due.has(id);
}

/** When the question that was just answered returns. */
function sayBack(lang: Language, { day, today }: Review, { queue, at }: Round): string {
  const words = reviewMessages[lang];
  const asked = queue[at];
  const card = day.cards.find(({ id }) => id === `question:${asked?.id}`);
  const isOnceMore = queue.slice(at + 1).some(({ id }) => id === asked?.id);
  if (card === undefined) return '';
  const days = card.dueDay - today;
  const [tomorrow, later] = isOnceMore
    ? [words.onceMoreTomorrow, words.onceMoreIn]
    : [words.backTomorrow, words.backIn];
  const back = days <= 1 ? tomorrow : later(days, sayDayNumber(lang, card.dueDay));
  const capped = day.exam !== undefined && card.dueDay === day.exam.day - 1 ? words.beforeExam(day.exam.family) : '';
  return [back, capped].filter(Boolean).join(' ');
}
