import type { ExamWords } from '../../i18n/exam-messages.ts';
import type { SittingState } from '../../quiz-engine/exam/sitting.ts';

type Props = { words: ExamWords; state: SittingState; at: number | undefined; open: (at: number) => void };

/** All questions by number: which have an answer, which are flagged, which is open. */
export function Navigator({ words, state, at, open }: Props) {
  const isAnswered = (id: string) => (state.answers[id]?.response ?? null) !== null;
  const answered = state.questions.filter(isAnswered).length;
  return (
    <nav class="exam-navi" aria-labelledby="exam-all">
      <div class="row between base">
        <h2 id="exam-all">{words.allQuestions}</h2>
        <span class="small faint num">{words.answeredOf(answered, state.questions.length)}</span>
      </div>
      <ol class="exam-grid">
        {state.questions.map((id, index) => {
          const isFlagged = state.flagged.includes(id);
          const says = [
            words.questionOf(index + 1, state.questions.length),
            isAnswered(id) ? words.answered : words.notAnswered,
            ...(isFlagged ? [words.flaggedWord] : []),
          ];
          return (
            <li key={id}>
              <button
                type="button"
                class={`${isAnswered(id) ? 'done' : ''} ${isFlagged ? 'flag' : ''}`}
                aria-current={index === at ? 'step' : undefined}
                aria-label={says.join(', ')}
                onClick={() => open(index)}
              >
                {index + 1}
              </button>
            </li>
          );
        })}
      </ol>
      <ul class="exam-keys small" aria-hidden="true">
        <li>
          <i class="done" />
          {words.answered}
        </li>
        <li>
          <i class="flag" />
          {words.flaggedWord}
        </li>
        <li>
          <i />
          {words.notAnswered}
        </li>
      </ul>
    </nav>
  );
}
