import { useState } from 'preact/hooks';
import { standingMessages } from '../../i18n/standing-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { dayNumber, examDateId } from '../../quiz-engine/review/exam-dates.ts';
import { isoDay } from '../../simulator/kernel/iso-day.ts';
import { recordAttempt } from '../progress-store.ts';

type Props = { lang: Language; exam: string; examDay: number | undefined; today: number };

/** The day of an exam, which the learner sets; it is an event in the log like everything else. */
export function ExamDay({ lang, exam, examDay, today }: Props) {
  const words = standingMessages[lang];
  const [day, setDay] = useState(examDay === undefined ? '' : isoDay(examDay));
  const [said, setSaid] = useState('');
  const keep = async (wanted: string | undefined) => {
    const number = wanted === undefined ? undefined : dayNumber(wanted);
    if (wanted !== undefined && (number === undefined || number <= today)) return setSaid(words.noDay);
    const mark = { kind: 'mark' as const, id: examDateId(exam), atMs: Date.now() };
    await recordAttempt(wanted === undefined ? mark : { ...mark, day: wanted });
    setSaid(wanted === undefined ? words.dayCleared : words.dayKept);
  };
  return (
    <form
      class="field exam-day"
      onSubmit={(event) => {
        event.preventDefault();
        void keep(day);
      }}
    >
      <label for="exam-day">{words.whichDay}</label>
      <div class="row">
        <input
          class="input num"
          id="exam-day"
          type="date"
          min={isoDay(today + 1)}
          value={day}
          aria-describedby="exam-day-said"
          onInput={({ currentTarget }) => setDay(currentTarget.value)}
        />
        <button class="btn" type="submit">
          {words.setDay}
        </button>
        {examDay !== undefined && (
          <button class="btn plain" type="button" onClick={() => void keep(undefined)}>
            {words.clearDay}
          </button>
        )}
      </div>
      <p class="small" id="exam-day-said" role="status">
        {said}
      </p>
    </form>
  );
}
