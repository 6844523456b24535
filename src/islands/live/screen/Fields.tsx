import { useEffect, useState } from 'preact/hooks';
import type { ScreenWords } from '../../../i18n/screen-messages.ts';
import type { Language } from '../../../i18n/text.ts';
import type { Spread } from '../../../live/frames.ts';
import type { AskedPlain, AskedQuestion, QuestionKey } from '../../../quiz-engine/asked/asked-question.ts';
import type { Scenario } from '../../../simulator/scenario/read-scenario.ts';
import { inline } from '../../lab/Prose.tsx';
import { loadScenario } from '../../quiz/load-scenario.ts';
import { shareOf, showCount, spreadLines } from '../spread-model.ts';

export type FieldsProps = {
  lang: Language;
  words: ScreenWords;
  asked: AskedQuestion;
  /** After the reveal. */
  told?: { key: QuestionKey; spread: Spread };
};

/** What there is to answer, large; after the reveal with the key and how the class answered. */
export function Fields({ lang, words, asked, told }: FieldsProps) {
  switch (asked.kind) {
    case 'single':
    case 'multiple':
      return <Choices lang={lang} words={words} asked={asked} {...(told ? { told } : {})} />;
    case 'order': {
      const order = told?.key.grading?.kind === 'order' ? told.key.grading.steps : asked.steps.map(({ id }) => id);
      return (
        <ol class={`p-rows ${told ? 'is-told' : ''}`}>
          {order.map((id, place) => (
            <li key={id}>
              <span class="k">{told ? place + 1 : '·'}</span>
              <Html html={asked.steps.find((step) => step.id === id)?.html ?? ''} />
            </li>
          ))}
        </ol>
      );
    }
    case 'match': {
      const pairs = told?.key.grading?.kind === 'match' ? told.key.grading.pairs : undefined;
      return (
        <ul class={`p-rows ${told ? 'is-told' : ''}`}>
          {asked.left.map(({ id, html }) => (
            <li key={id}>
              <Html html={html} />
              {pairs && <b class="p-to">{asked.right.find((each) => each.id === pairs[id])?.text}</b>}
            </li>
          ))}
          {!told && (
            <li class="p-rights">
              {asked.right.map(({ id, text }) => (
                <span key={id}>{text}</span>
              ))}
            </li>
          )}
        </ul>
      );
    }
    case 'number':
      return told ? <NumberTold lang={lang} words={words} asked={asked} told={told} /> : <span />;
    case 'case':
      return (
        <ol class="p-parts">
          {asked.parts.map((part: AskedPlain, index) => {
            const key = told?.key.parts?.[part.id];
            return (
              <li key={part.id}>
                <p class="p-part">
                  <b>{words.part(index + 1)}</b> <Html html={part.stemHtml} />
                </p>
                <Fields
                  lang={lang}
                  words={words}
                  asked={part}
                  {...(key ? { told: { key, spread: { answered: 0, right: 0 } } } : {})}
                />
              </li>
            );
          })}
        </ol>
      );
    case 'scenario':
      return <GoalList lang={lang} id={asked.scenario} />;
  }
}

/** What a simulator task wants; how it stands before is on the phones. */
function GoalList({ lang, id }: { lang: Language; id: string }) {
  const [source, setSource] = useState<Scenario>();
  useEffect(() => {
    void loadScenario(id).then(setSource);
  }, [id]);
  return (
    <ul class="p-rows">
      {(source?.challenge?.goals ?? []).map((goal) => (
        <li key={goal.id}>
          <span class="tx">{inline(goal.say[lang])}</span>
        </li>
      ))}
    </ul>
  );
}

function Html({ html }: { html: string }) {
  return <span class="tx" dangerouslySetInnerHTML={{ __html: html }} />;
}

type ChoicesProps = FieldsProps & { asked: Extract<AskedQuestion, { kind: 'single' | 'multiple' }> };

function Choices({ lang, words, asked, told }: ChoicesProps) {
  const lines = told && spreadLines(asked, told.key, { choices: {}, ...told.spread }, words);
  return (
    <ul class={`choices ${asked.choices.length > 4 ? 'many' : ''}`}>
      {asked.choices.map(({ id, html }, index) => {
        const line = lines?.find((each) => each.id === id);
        return (
          <li key={id} class={line === undefined ? '' : line.right ? 'is-right' : 'is-wrong'}>
            <span class="k">{String.fromCharCode(65 + index)}</span>
            <span class="tx">
              <Html html={html} />
              {line?.right && <b class="vh"> {words.theAnswer}</b>}
            </span>
            {line && told && told.spread.choices !== undefined && <b class="count">{showCount(lang, line.count)}</b>}
            {line && lines && (
              <svg class="fill" viewBox="0 0 600 15" preserveAspectRatio="none" aria-hidden="true">
                <rect class="b" width={600 * shareOf(line, lines)} height="15" />
                <rect class="p" width={600 * shareOf(line, lines)} height="15" />
              </svg>
            )}
          </li>
        );
      })}
    </ul>
  );
}

type NumberProps = Required<FieldsProps> & { asked: Extract<AskedQuestion, { kind: 'number' }> };

function NumberTold({ lang, words, asked, told }: NumberProps) {
  const value = told.key.grading?.kind === 'number' ? told.key.grading.value : undefined;
  const lines = told.spread.values === undefined ? [] : spreadLines(asked, told.key, told.spread, words).slice(0, 5);
  return (
    <div class="p-number">
      <p>
        {words.theAnswer} <b class="num">{value}</b>{' '}
        {asked.unitHtml && <span dangerouslySetInnerHTML={{ __html: asked.unitHtml }} />}
      </p>
      <Bars lang={lang} lines={lines} />
    </div>
  );
}

/** Bars with a name and a number each. */
export function Bars({ lang, lines }: { lang: Language; lines: ReturnType<typeof spreadLines> }) {
  return (
    <ul class="p-bars">
      {lines.map((line) => (
        <li key={line.id} class={line.right ? 'right' : ''}>
          <b>{line.label}</b>
          <svg viewBox="0 0 160 12" preserveAspectRatio="none" aria-hidden="true">
            <rect class="b" width={160 * shareOf(line, lines)} height="12" />
            <rect class="p" width={160 * shareOf(line, lines)} height="12" />
          </svg>
          <b class="num">{showCount(lang, line.count)}</b>
        </li>
      ))}
    </ul>
  );
}
