import { useRef } from 'preact/hooks';
import type { ExamWords } from '../../i18n/exam-messages.ts';
import type { SittingState } from '../../quiz-engine/exam/sitting.ts';
import { sayTime } from './say-time.ts';
import type { SittingRoom } from './use-sitting.ts';

type Props = {
  words: ExamWords;
  state: SittingState;
  room: SittingRoom;
  heading: { current: HTMLHeadingElement | null };
  open: (at: number) => void;
  back: () => void;
};

/** The page before handing in: what has no answer, what is flagged, and the one button that ends it. */
export function Overview({ words, state, room, heading, open, back }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const left = state.questions.filter((id) => (state.answers[id]?.response ?? null) === null);
  const placeOf = (id: string | undefined) => state.questions.indexOf(id ?? '');
  return (
    <section class="exam-asked stack" aria-labelledby="exam-before">
      <h1 id="exam-before" tabIndex={-1} ref={heading}>
        {words.beforeHandIn}
      </h1>
      <p>{left.length === 0 ? words.allAnswered : words.openLeft(left.length)}</p>
      {state.flagged.length > 0 && <p>{words.flaggedLeft(state.flagged.length)}</p>}
      <div class="row">
        {left.length > 0 && (
          <button class="btn" type="button" onClick={() => open(placeOf(left[0]))}>
            {words.toFirstOpen}
          </button>
        )}
        {state.flagged.length > 0 && (
          <button class="btn" type="button" onClick={() => open(placeOf(state.flagged[0]))}>
            {words.toFirstFlagged}
          </button>
        )}
      </div>
      <div class="row">
        <button class="btn go big" type="button" onClick={() => dialog.current?.showModal()}>
          {words.handIn}
        </button>
        <button class="btn plain" type="button" onClick={back}>
          {words.backToQuestions}
        </button>
      </div>
      <dialog ref={dialog} aria-labelledby="exam-sure">
        <div class="pad stack">
          <h2 id="exam-sure">{words.handInSure}</h2>
          {left.length > 0 && <p>{words.handInOpen(left.length)}</p>}
          <p class="num">{words.handInText(sayTime(room.leftMs))}</p>
          <div class="row">
            <button class="btn go" type="button" onClick={() => void room.handIn('learner')}>
              {words.handIn}
            </button>
            <button class="btn" type="button" onClick={() => dialog.current?.close()}>
              {words.notYet}
            </button>
          </div>
        </div>
      </dialog>
    </section>
  );
}
