import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ExamWords } from '../../i18n/exam-messages.ts';
import { type SittingState, timeLeft } from '../../quiz-engine/exam/sitting.ts';
import type { ExamCard } from './exam-card.ts';
import { readPlace, steadyClock } from './exam-clock.ts';
import { sayTime } from './say-time.ts';
import { SITTING } from './use-exam-hash.ts';

type Props = { words: ExamWords; state: SittingState; cards: readonly ExamCard[] };

/** The exam that was left: its clock, and the way back into it. */
export function Running({ words, state, cards }: Props) {
  const clock = useMemo(() => steadyClock(Math.max(state.latestMs, readPlace(state.id)?.latestMs ?? 0)), [state.id]);
  const [nowMs, setNow] = useState(clock);
  useEffect(() => {
    const timer = setInterval(() => setNow(clock()), 1000);
    return () => clearInterval(timer);
  }, [clock]);
  const name = cards.find(({ code }) => code === state.blueprint)?.title ?? state.blueprint;
  return (
    <section class="card exam-running" aria-labelledby="exam-running">
      <div>
        <h2 id="exam-running">{words.goesOn}</h2>
        <p class="num">{words.goesOnText(name, sayTime(timeLeft(state, nowMs)))}</p>
      </div>
      <a class="btn go big" href={`#${SITTING}`}>
        {words.goOn}
      </a>
    </section>
  );
}
