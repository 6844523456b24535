import { useEffect, useState } from 'preact/hooks';
import { kindMessages } from '../../i18n/kind-messages.ts';
import type { AskedNumber } from '../../quiz-engine/asked/asked-question.ts';
import type { KindProps } from './kind-props.ts';
import { readTypedNumber } from './typed-number.ts';
import { Why } from './Why.tsx';

/** A number with its unit. A wrong one that others arrive at too is answered with its reason. */
export function NumberQuestion(props: KindProps<AskedNumber>) {
  const { question, lang, response, respond, told, locked, stem } = props;
  const words = kindMessages[lang];
  const [text, setText] = useState(typeof response === 'number' ? String(response) : '');
  // Asked again: the field is empty again.
  useEffect(() => {
    if (response === null && readTypedNumber(text) !== null) setText('');
  }, [response]);
  const unread = text.trim() !== '' && readTypedNumber(text) === null;
  const mark = told === undefined ? '' : told.verdict.correct ? 'right' : 'wrong';
  const usual = told?.key.usual?.find(({ value }) => value === response);
  const answer = told?.key.grading?.kind === 'number' ? told.key.grading.value : undefined;
  return (
    <div class="number">
      <p class={`opt number-line ${mark}`}>
        <label for={`${stem}-number`}>{words.yourNumber}</label>
        <input
          class="input num"
          id={`${stem}-number`}
          inputMode="decimal"
          autocomplete="off"
          aria-invalid={unread || undefined}
          aria-describedby={`${stem}-unread`}
          readOnly={locked}
          value={text}
          onInput={({ currentTarget: { value } }) => {
            setText(value);
            respond(readTypedNumber(value));
          }}
        />
        {question.unitHtml && <span dangerouslySetInnerHTML={{ __html: question.unitHtml }} />}
        {usual && <Why html={usual.whyHtml} />}
      </p>
      <p class="fault" id={`${stem}-unread`}>
        {unread ? words.noNumber : ''}
      </p>
      {told?.isOver && (
        <p class="opt number-line right">
          <span>{words.theNumber}</span> <b class="num">{answer}</b>
          {question.unitHtml && <span dangerouslySetInnerHTML={{ __html: question.unitHtml }} />}
          <Why html={told.key.whyHtml.value} />
        </p>
      )}
      {told?.isOver && <UsualNumbers {...props} />}
    </div>
  );
}

/** The other usual wrong numbers, folded: who was right may still want to know. */
function UsualNumbers({ lang, told, response }: KindProps<AskedNumber>) {
  const others = (told?.key.usual ?? []).filter(({ value }) => value !== response);
  if (others.length === 0) return null;
  return (
    <details class="more">
      <summary>{kindMessages[lang].usualNumbers}</summary>
      <dl class="usual">
        {others.map(({ value, whyHtml }) => (
          <div key={value}>
            <dt class="num">{value}</dt>
            <dd dangerouslySetInnerHTML={{ __html: whyHtml }} />
          </div>
        ))}
      </dl>
    </details>
  );
}
