import type { ExamWords } from '../../i18n/exam-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { ExamResult } from '../../quiz-engine/exam/score.ts';

type Props = {
  lang: Language;
  words: ExamWords;
  score: ExamResult;
  pass: number | undefined;
  /** Questions that do not count any more. */
  dropped: number;
};

/** The estimate with its interval beside the pass line, and what an estimate is. */
export function ScoreCard({ lang, words, score, pass, dropped }: Props) {
  const say = new Intl.NumberFormat(lang);
  const verdict =
    pass === undefined
      ? undefined
      : score.low >= pass
        ? words.aboveLine
        : score.high < pass
          ? words.belowLine
          : words.aroundLine;
  return (
    <section class="card exam-score" aria-labelledby="exam-estimate">
      <div class="exam-number">
        <h2 id="exam-estimate">{words.estimate}</h2>
        <p class="exam-points num">{say.format(score.score)}</p>
        <p class="num">{words.rightOf(score.right, score.of)}</p>
      </div>
      <div class="exam-scale">
        <Scale score={score} pass={pass} />
        <p class="exam-ends small faint num" aria-hidden="true">
          <span>{say.format(100)}</span>
          <span>{say.format(1000)}</span>
        </p>
        <ul class="exam-legend-list small num">
          <li>
            <i class="is" />
            {words.keyEstimate}
          </li>
          <li>
            <i class="interval" />
            {words.keyInterval}
          </li>
          {pass !== undefined && (
            <li>
              <i class="pass" />
              {words.passLine(say.format(pass))}
            </li>
          )}
        </ul>
        {verdict && (
          <p>
            <b>{verdict}</b>
          </p>
        )}
        <p class="num">{words.interval(say.format(score.low), say.format(score.high))}</p>
        {dropped > 0 && <p>{words.notCounted(dropped)}</p>}
        <p class="small faint">{words.estimateWhy}</p>
      </div>
    </section>
  );
}

/** 900 units wide, one for each point above 100. */
function Scale({ score, pass }: Pick<Props, 'score' | 'pass'>) {
  return (
    <svg class="exam-scale-drawing" viewBox="0 0 900 40" preserveAspectRatio="none" aria-hidden="true">
      <rect class="of" y="16" width="900" height="8" />
      <rect class="interval" x={score.low - 100} y="10" width={Math.max(4, score.high - score.low)} height="20" />
      {pass !== undefined && <rect class="pass" x={pass - 101} width="3" height="40" />}
      <rect class="is" x={Math.min(892, Math.max(0, score.score - 104))} y="4" width="8" height="32" />
    </svg>
  );
}
