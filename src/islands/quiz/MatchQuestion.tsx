import { kindMessages } from '../../i18n/kind-messages.ts';
import type { AskedMatch } from '../../quiz-engine/asked/asked-question.ts';
import { partOf } from '../../quiz-engine/asked/response-parts.ts';
import { withPart } from '../../quiz-engine/asked/with-part.ts';
import type { KindProps } from './kind-props.ts';
import { Why } from './Why.tsx';

/** Each thing on the left gets one from the browser's own list, which every keyboard, reader and phone knows. */
export function MatchQuestion(props: KindProps<AskedMatch>) {
  const { question, lang, response, respond, told, locked, stem } = props;
  const words = kindMessages[lang];
  const pairs = told?.key.grading?.kind === 'match' ? told.key.grading.pairs : {};
  const textOf = (id: string | undefined) => question.right.find((each) => each.id === id)?.text ?? '';
  return (
    <ul class="pairs" aria-labelledby={stem}>
      {question.left.map(({ id, html }) => {
        const chosen = partOf(response, id);
        const right = told?.verdict.items.find((item) => item.id === id)?.right;
        const mark = right === undefined ? '' : right ? 'right' : 'wrong';
        const field = `${stem}-${id}`;
        return (
          <li class={`opt pair ${mark}`} key={id}>
            <label class="t" for={field}>
              <span dangerouslySetInnerHTML={{ __html: html }} />
            </label>
            <select
              class="input"
              id={field}
              disabled={locked}
              value={chosen === null ? '' : String(chosen)}
              onChange={({ currentTarget: { value } }) => respond(withPart(response, id, value === '' ? null : value))}
            >
              <option value="">{words.pickPair}</option>
              {question.right.map((each) => (
                <option key={each.id} value={each.id}>
                  {each.text}
                </option>
              ))}
            </select>
            {mark !== '' && (
              <span class="verdict">
                {right ? words.rightPair : told?.isOver ? words.belongsTo(textOf(pairs[id])) : words.wrongPair}
              </span>
            )}
            {/* A reason says which pair is right, so a wrong pair gets it only at the end. */}
            <Why html={told && (told.isOver || right) ? told.key.whyHtml[id] : undefined} />
          </li>
        );
      })}
    </ul>
  );
}
