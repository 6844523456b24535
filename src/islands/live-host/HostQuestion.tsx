import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { LiveHostWords } from '../../i18n/live-host-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { Told } from '../../live/frames.ts';
import type { AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import { gradeAsked } from '../../quiz-engine/asked/grade-asked.ts';
import { percent, shareOf, spreadLines } from '../live/spread-model.ts';
import { sayKindOf } from '../question-set/say-kind.ts';
import type { Told as QuizTold } from '../quiz/quiz-model.ts';
import { FieldOfSets } from './FieldOfSets.tsx';
import type { ToldProps } from './ToldKind.tsx';

type Props = {
  lang: Language;
  words: LiveHostWords;
  asked: AskedQuestion;
  told: Told | undefined;
  isPublic: boolean;
  /** Everybody knows the key by now. */
  isTold: boolean;
};

/** The question with what came in, and for the host's eyes the key at any time. */
export function HostQuestion({ lang, words, asked, told, isPublic, isTold }: Props) {
  return (
    <article class="host-question">
      <p class="row">
        <span class="tag">{sayKindOf(lang, asked)}</span>
        {isPublic && (
          <span class="tag note" title={words.publicNow}>
            {words.publicTag}
          </span>
        )}
      </p>
      <div class="stem" dangerouslySetInnerHTML={{ __html: asked.stemHtml }} />
      {told && <Spread {...{ words, asked, told }} />}
      {told?.gain && (
        <p class="host-gain" role="status">
          {words.gain(percent(told.gain.beforeRight), percent(told.gain.afterRight))}
        </p>
      )}
      {asked.kind === 'scenario' && told?.spread.field && (
        <FieldOfSets {...{ lang, words }} scenario={asked.scenario} field={told.spread.field} />
      )}
      {told && <KeyAndReasons {...{ lang, words, asked, told }} isOpen={isTold} />}
    </article>
  );
}

type SpreadProps = { words: LiveHostWords; asked: AskedQuestion; told: Told };

/** How they answered, as bars. Which is right is said with a word too. */
function Spread({ words, asked, told: { key, spread } }: SpreadProps) {
  const lines = spreadLines(asked, key, spread, { right: words.right, wrong: words.wrong });
  return (
    <section aria-label={words.spread}>
      <ol class="host-spread">
        {lines.map((line) => (
          <li key={line.id} class={line.right ? 'right' : ''}>
            <b class="k">{line.label}</b>
            {line.html ? <span dangerouslySetInnerHTML={{ __html: line.html }} /> : <span />}
            <span class="num">
              {line.right && line.html && <span class="tag ok">{words.rightAnswer}</span>} <b>{line.count}</b>
            </span>
            <svg viewBox="0 0 100 4" preserveAspectRatio="none" aria-hidden="true">
              <rect width={100 * shareOf(line, lines)} height="4" />
            </svg>
          </li>
        ))}
      </ol>
      {spread.answered === 0 && <p class="small faint">{words.noAnswers}</p>}
    </section>
  );
}

type KeyProps = { lang: Language; words: LiveHostWords; asked: AskedQuestion; told: Told; isOpen: boolean };

/** Folded until the reveal, so that a glance at the host's screen tells nothing. */
function KeyAndReasons({ lang, words, asked, told, isOpen }: KeyProps) {
  const { key } = told;
  const [wasOpened, setOpened] = useState(isOpen);
  useEffect(() => {
    if (isOpen) setOpened(true);
  }, [isOpen]);
  return (
    <details
      class="more host-reasons"
      open={isOpen}
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(true)}
    >
      <summary>{isOpen ? words.keyTold : words.keyAndReasons}</summary>
      {(asked.kind === 'single' || asked.kind === 'multiple') && (
        <dl>
          {asked.choices.map(({ id }, place) => (
            <div key={id}>
              <dt>{String.fromCharCode(65 + place)}</dt>
              <dd>
                <span class="why" dangerouslySetInnerHTML={{ __html: key.whyHtml[id] ?? '' }} />
              </dd>
            </div>
          ))}
        </dl>
      )}
      {wasOpened && <LaterTold {...{ lang, asked }} told={toldForQuiz(asked, told)} wrong={commonWrong(told)} />}
    </details>
  );
}

/** Key and runs of any kind as the quiz shows them, fetched when they are wanted. */
function LaterTold(props: ToldProps) {
  const [view, setView] = useState<{ View: ComponentType<ToldProps> }>();
  useEffect(() => {
    import('./ToldKind.tsx').then(
      ({ ToldKind }) => setView({ View: ToldKind }),
      () => undefined,
    );
  }, []);
  return view ? <view.View {...props} /> : null;
}

function toldForQuiz(asked: AskedQuestion, { key }: Told): QuizTold {
  return { key, verdict: gradeAsked(asked, key, null, {}), isOver: true };
}

/** The wrong choice that most took: what the right run is compared with. */
function commonWrong({ key: { grading }, spread }: Told): string | undefined {
  const graded = grading?.kind === 'single' || grading?.kind === 'multiple' ? grading.choices : [];
  const right = graded.filter(({ correct }) => correct).map(({ id }) => id);
  return Object.entries(spread.choices ?? {})
    .filter(([id, count]) => count > 0 && !right.includes(id))
    .toSorted(([, a], [, b]) => b - a)[0]?.[0];
}
