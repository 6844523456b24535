import type { ComponentChildren, ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { kindMessages } from '../../i18n/kind-messages.ts';
import { presentMessages } from '../../i18n/present-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AskedPlain, AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import { sayKindOf } from '../question-set/say-kind.ts';
import type { OnPaper } from './PaperRoom.tsx';
import type { PaperTaskProps } from './PaperTask.tsx';

type Props = { langs: readonly Language[]; question: OnPaper };

/** A question with the boxes that a pen needs, in the languages of the paper. */
export function PaperQuestion({ langs, question }: Props) {
  const asked = langs.flatMap((lang) => (question[lang] ? [{ lang, asked: question[lang].asked }] : []));
  return (
    <li class="paper-question">
      <Body asked={asked} />
    </li>
  );
}

type Asked<Q extends AskedQuestion> = { lang: Language; asked: Q }[];

function Body({ asked }: { asked: Asked<AskedQuestion> }) {
  const first = asked[0]?.asked;
  if (first === undefined) return null;
  return (
    <>
      <p class="paper-task">{asked.map((each) => sayKindOf(each.lang, each.asked)).join(' · ')}</p>
      {asked.map((each) => (
        <div key={each.lang} class="stem" lang={each.lang} dangerouslySetInnerHTML={{ __html: each.asked.stemHtml }} />
      ))}
      {first.kind === 'case' ? (
        <ol class="paper-parts">
          {first.parts.map((part, i) => (
            <li key={part.id}>
              <Body asked={asked.map((each) => ({ lang: each.lang, asked: partAt(each.asked, i) ?? part }))} />
            </li>
          ))}
        </ol>
      ) : (
        <Answer asked={asked as Asked<AskedPlain>} first={first} />
      )}
    </>
  );
}

export function partAt(asked: AskedQuestion, place: number): AskedPlain | undefined {
  return asked.kind === 'case' ? asked.parts[place] : undefined;
}

/** Where it is written. */
function Answer({ asked, first }: { asked: Asked<AskedPlain>; first: AskedPlain }) {
  const say = (word: 'answer' | 'orderBoxes' | 'matchBoxes') =>
    asked.map(({ lang }) => presentMessages[lang][word]).join(' · ');
  switch (first.kind) {
    case 'single':
    case 'multiple':
      return (
        <ul class="paper-choices">
          {first.choices.map(({ id }, place) => (
            <li key={id}>
              <span class="paper-box" />
              <b>{letterOf(place)}</b>
              <Said asked={asked} html={(each) => itemOf(each, 'choices', id)} />
            </li>
          ))}
        </ul>
      );
    case 'order':
      return (
        <>
          <p class="paper-how">{say('orderBoxes')}</p>
          <ul class="paper-choices">
            {first.steps.map(({ id }, place) => (
              <li key={id}>
                <span class="paper-box wide" />
                <b>{letterOf(place)}</b>
                <Said asked={asked} html={(each) => itemOf(each, 'steps', id)} />
              </li>
            ))}
          </ul>
        </>
      );
    case 'match':
      return (
        <>
          <p class="paper-how">{say('matchBoxes')}</p>
          <div class="paper-match">
            <ul class="paper-choices">
              {first.left.map(({ id }) => (
                <li key={id}>
                  <span class="paper-box wide" />
                  <Said asked={asked} html={(each) => itemOf(each, 'left', id)} />
                </li>
              ))}
            </ul>
            <ul class="paper-choices">
              {first.right.map(({ id }, place) => (
                <li key={id}>
                  <b>{letterOf(place)}</b>
                  <Said asked={asked} html={(each) => itemOf(each, 'right', id)} />
                </li>
              ))}
            </ul>
          </div>
        </>
      );
    case 'number':
      return (
        <p class="paper-number">
          {say('answer')} <span class="paper-blank" />
          {first.unitHtml && <span dangerouslySetInnerHTML={{ __html: first.unitHtml }} />}
        </p>
      );
    case 'scenario':
      return <Task langs={asked.map(({ lang }) => lang)} id={first.scenario} isKey={false} />;
  }
}

/** A simulator task on paper, fetched with what the lab says of it. */
export function Task(props: PaperTaskProps) {
  const [view, setView] = useState<{ View: ComponentType<PaperTaskProps> }>();
  useEffect(() => {
    import('./PaperTask.tsx').then(
      ({ PaperTask }) => setView({ View: PaperTask }),
      () => undefined,
    );
  }, []);
  return view ? <view.View {...props} /> : <p class="faint">{kindMessages[props.langs[0] ?? 'en'].opening}</p>;
}

type SaidProps = { asked: Asked<AskedPlain>; html: (asked: AskedPlain) => string };

/** The same thing in every language of the paper. */
function Said({ asked, html }: SaidProps): ComponentChildren {
  return (
    <span>
      {asked.map((each) => (
        <span
          class="paper-said"
          key={each.lang}
          lang={each.lang}
          dangerouslySetInnerHTML={{ __html: html(each.asked) }}
        />
      ))}
    </span>
  );
}

function itemOf(asked: AskedPlain, list: 'choices' | 'steps' | 'left' | 'right', id: string): string {
  const items = (asked as unknown as Record<string, readonly { id: string; html?: string; text?: string }[]>)[list];
  const item = items?.find((each) => each.id === id);
  return item?.html ?? escapeText(item?.text ?? '');
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

export function letterOf(place: number): string {
  return String.fromCharCode(65 + place);
}
