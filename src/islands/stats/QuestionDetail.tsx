import { flagMessages, statsMessages } from '../../i18n/stats-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { QuestionStatistics } from '../../quiz-engine/item-statistics/item-statistics.ts';
import { ChoiceTable } from './ChoiceTable.tsx';
import type { SiteQuestion } from './load-questions.ts';
import { percent, show } from './stats-model.ts';

type Props = { lang: Language; question: QuestionStatistics; site: SiteQuestion | undefined };

/** One question: its words, what its flags mean, who chose what, and every figure. */
export function QuestionDetail({ lang, question, site }: Props) {
  const words = statsMessages[lang];
  const isSame = question.wording === 'current';
  return (
    <div class="stats-detail">
      {/* The site's own question, rendered when it was built. */}
      {isSame && site && <div class="stem" dangerouslySetInnerHTML={{ __html: site.stemHtml }} />}
      <p class="small faint num">
        {words.version(question.version)} · {words.ofLearners(question.n)}
      </p>
      {question.flags.length > 0 && (
        <dl class="stats-meanings">
          {question.flags.map((flag) => (
            <div key={flag}>
              <dt>{flagMessages[lang][flag].name}</dt>
              <dd>{flagMessages[lang][flag].means}</dd>
            </div>
          ))}
        </dl>
      )}
      <ChoiceTable lang={lang} question={question} html={isSame ? site?.choicesHtml : undefined} />
      <Languages lang={lang} question={question} />
      <Figures lang={lang} question={question} />
    </div>
  );
}

function Languages({ lang, question }: Omit<Props, 'site'>) {
  const words = statsMessages[lang];
  const { en, ko, alpha, delta, significant } = question.difference;
  return (
    <div>
      <h3>{words.languagesTitle}</h3>
      <p class="num">
        {words.languages(en, ko)}{' '}
        {delta === undefined
          ? words.languagesNone
          : `Δ ${show(delta)}, ${words.odds} ${show(alpha)}, ${significant ? words.significant : words.notSignificant}`}
      </p>
    </div>
  );
}

function Figures({ lang, question }: Omit<Props, 'site'>) {
  const words = statsMessages[lang];
  const hundredth = (value: number | undefined) => (value === undefined ? '–' : `${show(value, 1)} %`);
  const rows: [string, string][] = [
    [words.right, percent(question.facility)],
    [words.interval, `${show(100 * question.low, 0)} – ${percent(question.high)}`],
    [words.aboveChance, percent(question.chanceCorrected)],
    [words.sd, show(question.sd)],
    [words.upperLower, show(question.upperLower)],
    [words.pointBiserial, show(question.pointBiserial)],
    [words.corrected, show(question.corrected)],
    [words.discrimination, hundredth(question.discrimination)],
    [words.efficiency, hundredth(question.efficiency)],
    [words.weight, hundredth(question.effectiveWeight)],
    [words.covariance, show(question.covariance, 3)],
  ];
  return (
    <div>
      <h3>
        {words.figuresTitle} <span class="small faint num">{words.ofLearners(question.nRest)}</span>
      </h3>
      <dl class="stats-figures num">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {question.scaled && <p class="small faint">{words.scaled}</p>}
    </div>
  );
}
