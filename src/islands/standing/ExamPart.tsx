import { useMemo, useState } from 'preact/hooks';
import { standingMessages } from '../../i18n/standing-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { StoredAttempt } from '../../quiz-engine/attempt.ts';
import type { BankLine } from '../../quiz-engine/exam/bank.ts';
import { examDaysOf, nextExam } from '../../quiz-engine/review/exam-dates.ts';
import { DayPlan } from './DayPlan.tsx';
import { ExamDay } from './ExamDay.tsx';
import { ForecastView } from './ForecastView.tsx';
import { localDayOf, sayDayNumber } from './local-day.ts';
import { RecordView } from './RecordView.tsx';
import { type ExamInfo, examStandingOf } from './standing-model.ts';

type Props = {
  lang: Language;
  attempts: StoredAttempt[];
  bank: BankLine[];
  exams: ExamInfo[];
  today: number;
};

/** Until my exam: its day, how ready the learner is, how good such forecasts were, and the days that are left. */
export function ExamPart({ lang, attempts, bank, exams, today }: Props) {
  const words = standingMessages[lang];
  const dated = nextExam(
    examDaysOf(attempts),
    today,
    exams.map(({ exam }) => exam),
  )?.family;
  const [chosen, setChosen] = useState<string>();
  const exam = chosen ?? dated ?? exams[0]?.exam ?? '';
  const standing = useMemo(
    () => examStandingOf(attempts, bank, { exams, exam, today, dayOf: localDayOf }),
    [attempts, bank, exam, today],
  );
  if (standing === undefined) return null;
  const { examDay, info } = standing;
  const families = exams.filter((one, i) => exams.findIndex((other) => other.exam === one.exam) === i);
  return (
    <section class="card exam-part" aria-labelledby="standing-exam">
      <h2 id="standing-exam">{words.examTitle}</h2>
      <div class="exam-fields">
        <div class="field">
          <label for="which-exam">{words.whichExam}</label>
          <select
            class="input"
            id="which-exam"
            value={exam}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          >
            {families.map((one) => (
              <option key={one.exam} value={one.exam}>
                {one.exam === exam ? `${info.code} · ${info.title}` : `${one.exam} · ${one.title}`}
              </option>
            ))}
          </select>
        </div>
        {exam !== 'containers' && <ExamDay key={exam} lang={lang} exam={exam} examDay={examDay} today={today} />}
      </div>
      {examDay !== undefined && (
        <p class="days-left">
          <b>{words.daysLeft(examDay - today)}</b> · {sayDayNumber(lang, examDay)} · {info.code}
        </p>
      )}
      <div class="exam-figures">
        <div>
          <ForecastView lang={lang} standing={standing} />
          {(standing.forecast || standing.record.length > 0) && <RecordView lang={lang} record={standing.record} />}
        </div>
        {examDay !== undefined && <DayPlan lang={lang} standing={standing} today={today} />}
      </div>
    </section>
  );
}
