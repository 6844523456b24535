import type { ComponentType } from 'preact';
import { useState } from 'preact/hooks';
import { type AfterWords, afterMessages } from '../../i18n/after-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AskedQuestion, QuestionKey } from '../../quiz-engine/asked/asked-question.ts';
import type { Response } from '../../quiz-engine/grade.ts';
import { reportLink } from '../report/report-link.ts';
import type { Told } from './quiz-model.ts';
import { RunOfQuestion } from './RunOfQuestion.tsx';
import type { WatchProps } from './watch/Watch.tsx';

type Props = {
  question: AskedQuestion;
  lang: Language;
  told: Told;
  response: Response | null;
  /** The response is what most of a class took, not one's own. */
  isClass?: boolean;
  /** Which drawing of its scenario it was asked in. */
  draw?: number;
};

/** Everything that follows an answer: what changed since the exam's wording, a run to look at, the runs of the choices, and the lesson. */
export function After({ question, lang, told, response, isClass, draw = 0 }: Props) {
  const words = afterMessages[lang];
  const { key } = told;
  return (
    <>
      {key.todayHtml && (
        <div class="says today-only">
          <div class="today">
            <b>{words.today}</b>
            <div dangerouslySetInnerHTML={{ __html: key.todayHtml }} />
          </div>
        </div>
      )}
      <RunOfQuestion lang={lang} run={key.run} />
      <WatchButton question={question} lang={lang} told={told} response={response} isClass={isClass === true} />
      <Links
        words={words}
        told={told}
        response={response}
        isClass={isClass === true}
        isAsWritten={draw === 0}
        report={reportLink(lang, {
          item: `question:${question.id}`,
          version: key.version,
          page: location.pathname,
          file: `src/content/questions/${question.set}.yaml`,
        })}
      />
    </>
  );
}

type LinksProps = Pick<Props, 'told' | 'response'> & {
  words: AfterWords;
  report: string;
  isClass: boolean;
  isAsWritten: boolean;
};

function Links({ words, told: { key }, response, report, isClass, isAsWritten }: LinksProps) {
  const own = key.runs?.[chosenOf(response)[0] ?? ''];
  // The link into the lab is of the values as written: the solution of others is another.
  const right = isAsWritten ? key.runs?.[rightOf(key)[0] ?? 'solution'] : undefined;
  return (
    <p class="row quiz-links">
      {own && own !== right && <a href={own}>{isClass ? words.runCommon : words.runIt}</a>}
      {right && <a href={right}>{words.runKey}</a>}
      {!isHere(key.lesson) && <a href={key.lesson}>{words.readIt}</a>}
      <a class="faint" href={report}>
        {words.report}
      </a>
    </p>
  );
}

/** Fetches the two runs and what draws them when it is pressed. */
function WatchButton({ question, lang, told, response, isClass }: Props & { isClass: boolean }) {
  const words = afterMessages[lang];
  const [Watch, setWatch] = useState<ComponentType<WatchProps>>();
  const [phase, setPhase] = useState<'closed' | 'opening' | 'failed'>('closed');
  const { watch } = told.key;
  if (watch === undefined || (question.kind !== 'single' && question.kind !== 'multiple')) return null;
  const right = rightOf(told.key);
  const wrong = chosenOf(response).find((id) => !right.includes(id));
  if (Watch) {
    return (
      <Watch
        lang={lang}
        name={question.id}
        watch={watch}
        choices={question.choices}
        right={right}
        chosen={wrong}
        isClass={isClass}
      />
    );
  }
  const open = () => {
    setPhase('opening');
    import('./watch/Watch.tsx').then(
      (loaded) => setWatch(() => loaded.Watch),
      () => setPhase('failed'),
    );
  };
  return (
    <p class="watch-open">
      <button class="btn ink" type="button" disabled={phase === 'opening'} onClick={open}>
        <svg class="i" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M6 4l10 6-10 6z" />
        </svg>
        {phase === 'opening'
          ? words.opening
          : wrong === undefined
            ? words.watchRight
            : isClass
              ? words.watchCommon
              : words.watch}
      </button>
      <span aria-live="polite">{phase === 'failed' ? words.watchFailed : ''}</span>
    </p>
  );
}

function chosenOf(response: Response | null): string[] {
  return Array.isArray(response) ? response.map(String) : [];
}

function rightOf({ grading }: QuestionKey): string[] {
  if (grading?.kind !== 'single' && grading?.kind !== 'multiple') return [];
  return grading.choices.filter(({ correct }) => correct).map(({ id }) => id);
}

/** True when the link leads into the page that is open, so that it need not be offered. */
function isHere(link: string): boolean {
  return new URL(link, location.href).pathname === location.pathname;
}
