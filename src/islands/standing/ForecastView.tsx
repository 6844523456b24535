import { pathIn } from '../../i18n/paths.ts';
import { standingMessages } from '../../i18n/standing-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { FEWEST_ANSWERS } from '../../quiz-engine/standing/readiness.ts';
import { sayDayNumber } from './local-day.ts';
import type { ExamStanding } from './standing-model.ts';

/** The forecast as a sentence, and on the scale of the exam: interval, expected score, the score that passes. */
export function ForecastView({ lang, standing }: { lang: Language; standing: ExamStanding }) {
  const words = standingMessages[lang];
  const { forecast, info, examDay, answered, questions } = standing;
  const about = (
    <a class="small" href={`${pathIn(lang, '/about/')}#readiness`}>
      {words.howEstimated}
    </a>
  );
  if (forecast === undefined) {
    return (
      <p>
        {words.tooFew(answered, FEWEST_ANSWERS)} {about}
      </p>
    );
  }
  const { score, low, high, passing } = forecast;
  return (
    <div class="forecast">
      <p class="small faint">
        {examDay === undefined ? words.forecastToday : words.forecastOn(sayDayNumber(lang, examDay))}
      </p>
      <p class="said">{words.forecastLead(score, low, high)}</p>
      <svg class="scale" viewBox="0 0 100 20" preserveAspectRatio="none" aria-hidden="true">
        <rect class="whole" y="6" width="100" height="8" />
        <rect class="interval" x={at(low)} y="6" width={at(high) - at(low)} height="8" />
        <path class="pass" d={`M${at(info.pass)} 1v18`} />
        <path class="score" d={`M${at(score)} 3v14`} />
      </svg>
      <p class="row between small faint num" aria-hidden="true">
        <span>100</span>
        <span>{words.forecastPass(info.pass)}</span>
        <span>1,000</span>
      </p>
      <p>
        {words.likely(passing)} <span class="vh">{words.forecastPass(info.pass)}.</span>
      </p>
      <p class="small faint">
        {words.forecastRests(forecast.answered, questions)} {about}
      </p>
    </div>
  );
}

/** Per cent of the scale from 100 to 1,000. */
function at(score: number): number {
  return (score - 100) / 9;
}
