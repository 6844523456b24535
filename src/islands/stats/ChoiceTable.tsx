import { statsMessages } from '../../i18n/stats-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { OptionFigures } from '../../quiz-engine/item-statistics/distractors.ts';
import type { QuestionStatistics } from '../../quiz-engine/item-statistics/item-statistics.ts';
import { ShareBar } from './ShareBar.tsx';
import { percent, show } from './stats-model.ts';

type Props = {
  lang: Language;
  question: QuestionStatistics;
  /** The words of the choices, where the question is at hand in this version. */
  html: Record<string, string> | undefined;
};

/** Who chose what. */
export function ChoiceTable({ lang, question, html }: Props) {
  const words = statsMessages[lang];
  const { options, more, open } = question.answers;
  return (
    <div>
      <h3>{words.choicesTitle}</h3>
      <table class="table stats-choices">
        <thead>
          <tr>
            <th scope="col">{words.choice}</th>
            <th scope="col" class="n">
              {words.chosen}
            </th>
            <th scope="col" class="n stats-wide">
              {words.ofWrong}
            </th>
            <th scope="col" class="n">
              {words.r}
            </th>
            <th scope="col">{words.works}</th>
          </tr>
        </thead>
        <tbody>
          {options.map((option) => (
            <tr key={option.id}>
              <th scope="row">
                <Name id={option.id} html={html?.[option.id]} />
              </th>
              <td class="n stats-right">
                {percent(option.share)}
                <ShareBar share={option.share} isRight={option.correct} />
              </td>
              <td class="n stats-wide">{percent(option.adjusted)}</td>
              <td class="n">{show(option.pointBiserial)}</td>
              <td>{verdictOf(option, lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more > 0 && <p class="small faint">{words.more(more)}</p>}
      {open > 0 && <p class="small faint">{words.leftOpen(open)}</p>}
    </div>
  );
}

function Name({ id, html }: { id: string; html: string | undefined }) {
  if (html === undefined) return <span class="mono">{id}</span>;
  return (
    <>
      <span class="mono">{id}</span> <span dangerouslySetInnerHTML={{ __html: html }} />
    </>
  );
}

function verdictOf({ correct, working, inverted }: OptionFigures, lang: Language) {
  const words = statsMessages[lang];
  if (correct) return <span class="tag ok">{words.isRight}</span>;
  return (
    <span class="stats-flags">
      {working !== undefined && (
        <span class={working ? 'tag' : 'tag note'}>{working ? words.working : words.idle}</span>
      )}
      {inverted && <span class="tag bad">{words.inverted}</span>}
    </span>
  );
}
