import type { ExamWords } from '../../i18n/exam-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Results } from '../../quiz-engine/exam/results.ts';

type Props = { lang: Language; words: ExamWords; points: Results['points'] };

/** The same answers under each scheme of marking by certainty; none of them is the score. */
export function PointsTable({ lang, words, points }: Props) {
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 1, signDisplay: 'negative' });
  // The hyphen that Intl writes is no minus.
  const say = (value: number) => format.format(value).replace('-', '−');
  return (
    <section class="exam-part" aria-labelledby="exam-points">
      <h2 id="exam-points">{words.points}</h2>
      <p>{words.pointsLead(points[0]?.answers ?? 0)}</p>
      <table class="table">
        <thead>
          <tr>
            <th scope="col">{words.scheme}</th>
            <th scope="col" class="n">
              {words.pointsColumn}
            </th>
            <th scope="col" class="n">
              {words.mostColumn}
            </th>
          </tr>
        </thead>
        <tbody>
          {points.map((each) => (
            <tr key={each.scheme}>
              <th scope="row">{words[each.scheme]}</th>
              <td class="n">{say(each.points)}</td>
              <td class="n">{say(each.most)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
