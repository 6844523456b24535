import type { ExamWords } from '../../i18n/exam-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { ExamCard } from './exam-card.ts';
import type { ExamLog } from './use-exam-log.ts';

type Props = { lang: Language; words: ExamWords; cards: readonly ExamCard[]; log: ExamLog };

/** Exams that were handed in, the latest first. */
export function PastExams({ lang, words, cards, log }: Props) {
  const past = log.sittings.filter(({ submitted }) => submitted !== undefined);
  const format = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, { dateStyle: 'medium', timeStyle: 'short' });
  return (
    <section class="exam-past" aria-labelledby="exam-past">
      <h2 id="exam-past">{words.past}</h2>
      {!log.ready && <p class="faint">{words.reading}</p>}
      {log.ready && past.length === 0 && <p class="faint">{words.noPast}</p>}
      {past.length > 0 && (
        <ul>
          {past.map((state) => {
            const own = log.graded.filter(({ sitting }) => sitting === state.id);
            const name = cards.find(({ code }) => code === state.blueprint);
            return (
              <li key={state.id}>
                <a href={`#results-${state.id}`}>
                  <b>{name?.title ?? state.blueprint}</b>
                  <span class="small">
                    {name?.exam === 'containers' ? '' : `${state.blueprint} · `}
                    <span class="num">{format.format(state.beganMs)}</span>
                  </span>
                  <span class="num">
                    {own.length > 0 && words.pastOf(own.filter(({ correct }) => correct).length, own.length)}
                  </span>
                </a>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
