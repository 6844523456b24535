import './quiz.css';
import type { ComponentType } from 'preact';
import { type QuizWords, quizMessages } from '../../i18n/quiz-messages.ts';
import type { Language } from '../../i18n/text.ts';
import type { AskedQuestion } from '../../quiz-engine/asked/asked-question.ts';
import type { RunVerdicts } from '../../quiz-engine/asked/grade-asked.ts';
import type { Keeping } from '../progress-store.ts';
import { Buttons } from './Buttons.tsx';
import { CertaintyStep } from './Certainty.tsx';
import { Hints } from './Hints.tsx';
import type { KindProps } from './kind-props.ts';
import { BEHAVIOURS, isLocked, isOver, type QuizState } from './quiz-model.ts';
import { type KindSays, sayState } from './say-state.ts';
import { type AskingProps, useAsking } from './use-asking.ts';

type Props = AskingProps & {
  /** The fields of the question's kind. */
  Fields: ComponentType<KindProps<AskedQuestion> & { runs: RunVerdicts }>;
  says: (lang: Language, asked: AskedQuestion, state: QuizState) => KindSays;
};

/** One question with one of four behaviours. Stem and fields need no script to be read. */
export function QuestionForm({ Fields, says, ...props }: Props) {
  const { question, lang, behaviour, reveal } = props;
  const words = quizMessages[lang];
  const { tells, hints } = BEHAVIOURS[behaviour];
  const asking = useAsking(props);
  const { state, told, tools, keeping } = asking;
  const over = isOver(state);
  const hintsHtml = hints ? (question.hintsHtml ?? []) : [];
  // Preact counts ids in each island anew; a question stands once on a page.
  const stem = `q-${question.id}-stem`;
  // Its run is the answer.
  const isChecked = question.kind !== 'scenario' || !tells;
  return (
    <form
      class="body"
      aria-labelledby={stem}
      onSubmit={(event) => {
        event.preventDefault();
        if (asking.isAlive && !isLocked(state) && behaviour !== 'exam' && isChecked) asking.check();
      }}
    >
      <div class="stem" id={stem} dangerouslySetInnerHTML={{ __html: question.stemHtml }} />
      <Fields
        question={question}
        lang={lang}
        response={state.response}
        respond={asking.respond}
        told={told}
        locked={over || state.phase === 'sent' || reveal !== undefined}
        tells={tells}
        seed={props.seed}
        stem={stem}
        runs={asking.runs}
        beside={props.beside}
        onRun={asking.onRun}
      />
      <Hints words={words} hintsHtml={hintsHtml} open={state.hints} />
      <CertaintyStep {...props} asking={asking} stem={stem} />
      <p class="quiz-said" role="status">
        {sayState(words, state, says(lang, question, state))}
      </p>
      {behaviour !== 'exam' && reveal === undefined && (
        <Buttons {...props} asking={asking} isChecked={isChecked} hintsLeft={hintsHtml.length - state.hints} />
      )}
      {/* Below the button that has the focus, so that the next Tab leads there. */}
      {told?.isOver && tools && (
        <tools.After
          question={question}
          lang={lang}
          told={told}
          response={asking.response}
          draw={tools.drawOf(question, props.seed ?? 0, tells)}
        />
      )}
      <KeptInTab words={words} keeping={keeping} />
    </form>
  );
}

/** Said where the device keeps nothing. */
function KeptInTab({ words, keeping }: { words: QuizWords; keeping: Keeping | undefined }) {
  if (keeping?.where !== 'tab') return null;
  return <p class="small faint">{keeping.reason === 'newer' ? words.keptNewer : words.keptInTab}</p>;
}
