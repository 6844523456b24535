import { quizMessages } from '../../i18n/quiz-messages.ts';
import type { AskedChoices } from '../../quiz-engine/asked/asked-question.ts';
import type { KindProps } from './kind-props.ts';
import { type ChoiceMark, markOf } from './quiz-model.ts';
import { Why } from './Why.tsx';

/** One right choice, or several: radios or checkboxes. A, B, C are places, not names. */
export function ChoiceQuestion(props: KindProps<AskedChoices>) {
  const { question, lang, response, respond, told, locked, stem, beside } = props;
  const words = quizMessages[lang];
  const chosen = Array.isArray(response) ? response.map(String) : [];
  const single = question.kind === 'single';
  const choose = (id: string) => {
    const others = chosen.filter((other) => other !== id);
    const next = single ? [id] : others.length < chosen.length ? others : [...chosen, id];
    respond(next.length > 0 ? next : null);
  };
  return (
    <ul class="opts" role={single ? 'radiogroup' : 'group'} aria-labelledby={stem}>
      {question.choices.map((choice, index) => {
        const mark = markOf(told, chosen.includes(choice.id), choice.id);
        const place = String.fromCharCode(65 + index);
        const tells = told && (told.isOver || chosen.includes(choice.id));
        return (
          <li key={choice.id} role="presentation">
            <label class={`opt ${mark}`}>
              <input
                type={single ? 'radio' : 'checkbox'}
                name={stem}
                value={choice.id}
                checked={chosen.includes(choice.id)}
                disabled={locked}
                onChange={() => choose(choice.id)}
              />
              <span class="key" aria-hidden="true">
                {place}
              </span>
              <span class="t" dangerouslySetInnerHTML={{ __html: choice.html }} />
              <span class="verdict">{words[VERDICTS[mark]]}</span>
              <Why html={tells ? told.key.whyHtml[choice.id] : undefined} />
            </label>
            {beside?.({ question: question.id, choice: choice.id, place })}
          </li>
        );
      })}
    </ul>
  );
}

const VERDICTS = {
  plain: 'none',
  chosen: 'none',
  rest: 'none',
  right: 'rightChosen',
  wrong: 'wrongChosen',
  missed: 'rightAnswer',
} as const satisfies Record<ChoiceMark, string>;
