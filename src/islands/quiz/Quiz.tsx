import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { quizMessages } from '../../i18n/quiz-messages.ts';
import type { Language } from '../../i18n/text.ts';
import { foldProgress } from '../../quiz-engine/progress.ts';
import { type Keeping, readLog, recordAttempt } from '../progress-store.ts';
import { loadQuestionKey } from './load-question-key.ts';
import {
  type AskedQuestion,
  answer,
  type ChoiceMark,
  choose,
  isOver,
  markOf,
  type QuestionKey,
  reveal,
  showsWhy,
  UNANSWERED,
} from './quiz-model.ts';

type Props = { question: AskedQuestion; lang: Language };

/** One question in practice: choose, check, read why, try again. Stem and choices are in the page before any script. */
export function Quiz({ question, lang }: Props) {
  const words = quizMessages[lang];
  const [state, setState] = useState(UNANSWERED);
  const [key, setKey] = useState<QuestionKey>();
  const [keeping, setKeeping] = useState<Keeping>();
  const [asked, setAsked] = useState(false);
  const stem = useId();
  const form = useRef<HTMLFormElement>(null);
  const main = useRef<HTMLButtonElement>(null);
  const [alive, setAlive] = useState(false);
  useEffect(() => setAlive(true), []);
  const last = useLastTime(question.id, lang);

  async function check(event: Event) {
    event.preventDefault();
    setAsked(true);
    if (state.chosen.length === 0) return;
    setState({ ...state, phase: 'loading' });
    const loaded = key ?? (await loadQuestionKey(lang, question.set, question.id));
    if (loaded === undefined) return setState({ ...state, phase: 'failed' });
    setKey(loaded);
    const next = answer(state, loaded);
    // Kept before it is shown: who reads the verdict may leave at once.
    const kept = await recordAttempt({
      kind: 'question',
      id: question.id,
      version: loaded.version,
      response: [...state.chosen],
      correct: next.phase === 'right',
      atMs: Date.now(),
    });
    setKeeping(kept);
    setState(next);
  }

  function show(known: QuestionKey) {
    setState(reveal(state, known));
    main.current?.focus();
  }

  function again() {
    setState(UNANSWERED);
    setAsked(false);
    form.current?.querySelector('input')?.focus();
  }

  const over = isOver(state);
  const run = key?.runs?.[state.chosen[0] ?? ''];
  const keyRun = key?.runs?.[key.choices.find((choice) => choice.correct)?.id ?? ''];
  return (
    <form class="body" ref={form} onSubmit={check} aria-labelledby={stem} data-phase={state.phase}>
      <div class="stem" id={stem} dangerouslySetInnerHTML={{ __html: question.stemHtml }} />
      <ul class="opts">
        {question.choices.map((choice, index) => (
          <li key={choice.id}>
            <label class={`opt ${markOf(state, choice.id)}`}>
              <input
                type={question.kind === 'single' ? 'radio' : 'checkbox'}
                name={question.id}
                value={choice.id}
                checked={state.chosen.includes(choice.id)}
                disabled={over}
                onChange={() => setState(choose(state, question.kind, choice.id))}
              />
              <span class="key" aria-hidden="true">
                {String.fromCharCode(65 + index)}
              </span>
              <span class="t" dangerouslySetInnerHTML={{ __html: choice.html }} />
              <span class="verdict">{words[VERDICTS[markOf(state, choice.id)]]}</span>
              {key && showsWhy(state, choice.id) && (
                <span class="why" dangerouslySetInnerHTML={{ __html: whyOf(key, choice.id) }} />
              )}
            </label>
          </li>
        ))}
      </ul>
      <p class="quiz-said" role="status">
        {sayState()}
      </p>
      {over && key?.todayHtml && (
        <div class="says today-only">
          <div class="today">
            <b>{words.today}</b>
            <div dangerouslySetInnerHTML={{ __html: key.todayHtml }} />
          </div>
        </div>
      )}
      <div class="row">
        {/* One button for both, so that the focus stays where it was. */}
        <button
          ref={main}
          class={over ? 'btn' : 'btn go'}
          type={over ? 'button' : 'submit'}
          disabled={!alive || state.phase === 'loading'}
          onClick={over ? again : undefined}
        >
          {over ? words.askAgain : words.check}
        </button>
        {state.phase === 'wrong' && key && (
          <button class="btn plain" type="button" onClick={() => show(key)}>
            {words.showAnswer}
          </button>
        )}
        {over && run && run !== keyRun && <a href={run}>{words.runIt}</a>}
        {over && keyRun && <a href={keyRun}>{words.runKey}</a>}
        {over && key && !isHere(key.lesson) && <a href={key.lesson}>{words.readIt}</a>}
      </div>
      {keeping?.where === 'tab' && (
        <p class="small faint">{keeping.reason === 'newer' ? words.keptNewer : words.keptInTab}</p>
      )}
      {last && state.tries === 0 && <p class="small faint">{last}</p>}
    </form>
  );

  function sayState(): string {
    if (state.phase === 'loading') return words.loading;
    if (state.phase === 'failed') return words.failed;
    if (state.phase === 'wrong') return words.wrong;
    if (state.phase === 'shown') return words.shown;
    if (state.phase === 'right') return state.tries > 1 ? words.rightAfter(state.tries) : words.right;
    return asked && state.chosen.length === 0 ? words.nothingChosen : '';
  }
}

const VERDICTS = {
  plain: 'none',
  chosen: 'none',
  rest: 'none',
  right: 'rightChosen',
  wrong: 'wrongChosen',
  missed: 'rightAnswer',
} as const satisfies Record<ChoiceMark, string>;

function whyOf(key: QuestionKey, id: string): string {
  return key.choices.find((choice) => choice.id === id)?.whyHtml ?? '';
}

/** True when the link leads into the page that is open, so that it need not be offered. */
function isHere(link: string): boolean {
  return new URL(link, location.href).pathname === location.pathname;
}

/** What the log says of this question, in words; nothing until the log was read. */
function useLastTime(id: string, lang: Language): string | undefined {
  const [said, setSaid] = useState<string>();
  useEffect(() => {
    let gone = false;
    readLog().then(({ attempts }) => {
      const seen = foldProgress(attempts).questions[id];
      if (seen === undefined || gone) return;
      const when = new Intl.DateTimeFormat(lang, { dateStyle: 'medium' }).format(seen.lastAtMs);
      setSaid(seen.lastCorrect ? quizMessages[lang].lastRight(when) : quizMessages[lang].lastWrong(when));
    });
    return () => {
      gone = true;
    };
  }, [id, lang]);
  return said;
}
